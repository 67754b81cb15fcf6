#include "reconcile/event_kinds.h"

#include <algorithm>
#include <string_view>

#include "rules/text_map.h"

namespace fasti {

namespace {

constexpr std::size_t enough_names = 20;
constexpr std::size_t one_name_of = 50;

// Words between blanks, without those that hold a digit.
template <class Take>
void for_each_word(std::string_view name, Take take) {
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    const bool has_digit = word.find_first_of("0123456789") != word.npos;
    if (!word.empty() && !has_digit) take(word);
    name.remove_prefix(std::min(name.size(), word.size() + 1));
  }
}

void count(TextMap<std::size_t>& counts, std::string_view word) {
  const auto found = counts.find(word);
  if (found == counts.end())
    counts.emplace(word, 1);
  else
    ++found->second;
}

}  // namespace

std::vector<std::string> kinds_in_names(const std::vector<std::string>& names) {
  TextMap<std::size_t> words;
  for (const std::string& name : names)
    for_each_word(name, [&](std::string_view word) { count(words, word); });
  const std::size_t enough = std::max(enough_names, names.size() / one_name_of);
  std::vector<std::string> kinds;
  TextMap<std::size_t> sizes;
  for (const std::string& name : names) {
    std::string kind;
    for_each_word(name, [&](std::string_view word) {
      if (words.find(word)->second >= enough) kind.append(kind.empty() ? "" : " ").append(word);
    });
    count(sizes, kind);
    kinds.push_back(std::move(kind));
  }
  for (std::string& kind : kinds)
    if (sizes.find(kind)->second < enough_names) kind.clear();
  return kinds;
}

}  // namespace fasti
