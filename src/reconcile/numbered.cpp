#include "reconcile/numbered.h"

#include <algorithm>

namespace fasti {

std::uint32_t Numbered::number_of(std::string_view text) {
  if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  numbers_.emplace(text, number);
  return number;
}

std::pair<std::vector<std::string>, std::vector<std::uint32_t>> Numbered::sorted() {
  std::vector<std::pair<std::string, std::uint32_t>> all;
  while (!numbers_.empty()) {
    auto node = numbers_.extract(numbers_.begin());
    all.emplace_back(std::move(node.key()), node.mapped());
  }
  std::sort(all.begin(), all.end());
  std::pair<std::vector<std::string>, std::vector<std::uint32_t>> result;
  result.second.resize(all.size());
  for (auto& [text, number] : all) {
    result.second[number] = static_cast<std::uint32_t>(result.first.size());
    result.first.push_back(std::move(text));
  }
  return result;
}

}  // namespace fasti
