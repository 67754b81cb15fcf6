#include "export/web_json.h"

namespace fasti {

std::string web_json(const nlohmann::ordered_json& json, int indent) {
  const std::string plain = json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string safe;
  safe.reserve(plain.size());
  for (const char c : plain) {
    if (c == '<')  // stands in strings only
      safe += "\\u003c";
    else
      safe += c;
  }
  return safe;
}

}  // namespace fasti
