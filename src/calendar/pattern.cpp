#include "calendar/pattern.h"

#include <algorithm>

namespace fasti {

std::string filled(std::string_view pattern, const Fields& fields) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    text += pattern.substr(0, open);
    pattern.remove_prefix(open);
    const std::size_t close = pattern.find_first_of("{}", 1);
    const std::string_view name =
        close < pattern.size() && pattern[close] == '}' ? pattern.substr(1, close - 1) : std::string_view{};
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; });
    if (name.empty() || field == fields.end()) {
      text += pattern.substr(0, 1);
      pattern.remove_prefix(std::min<std::size_t>(1, pattern.size()));
      continue;
    }
    text += field->second;
    pattern.remove_prefix(close + 1);
    if (field->second.empty())
      pattern.remove_prefix(std::min(pattern.find_first_not_of(",. "), pattern.size()));
  }
  return text;
}

}  // namespace fasti
