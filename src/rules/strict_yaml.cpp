#include "rules/strict_yaml.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/hint.h"

namespace fasti {

void StrictYaml::fail(const YamlNode& node, std::string message, std::string hint) {
  errors_.push_back(file_.error_at(node, std::move(message), std::move(hint)));
}

bool StrictYaml::check_keys(const YamlNode& node, const Names& known, const std::string& what) {
  if (node.kind != YamlNode::Kind::map) {
    fail(node, fmt::format("{} must be made of lines \"key: value\"", what),
         fmt::format("its keys are {}", fmt::join(known, ", ")));
    return false;
  }
  meant_.clear();
  for (const auto& [key, value] : node.entries) {
    if (std::find(known.begin(), known.end(), key.text) != known.end()) continue;
    fail(key, fmt::format("unknown key \"{}\" in {}", key.text, what), hint_for(key.text, known));
    if (const auto meant = nearest_word(key.text, known)) meant_.insert(*meant);
  }
  return true;
}

const std::vector<YamlNode>& StrictYaml::list_at(const std::string& key, const Names& known,
                                                 const std::string& what, const std::string& hint) {
  static const std::vector<YamlNode> none;
  if (file_.root.kind == YamlNode::Kind::null || !check_keys(file_.root, known, what)) return none;
  const YamlNode* list = file_.root.find(key);
  if (list == nullptr || list->kind == YamlNode::Kind::null) return none;
  if (list->kind == YamlNode::Kind::list) return list->items;
  fail(*list, fmt::format("{} must be a list", key), hint);
  return none;
}

std::optional<std::string> StrictYaml::text_in(const YamlNode* node, const std::string& key,
                                               const std::string& example) {
  if (node == nullptr) return std::nullopt;
  if (node->kind == YamlNode::Kind::scalar && !node->text.empty()) return node->text;
  fail(*node, fmt::format("\"{}\" needs a value on its line", key), example);
  return std::nullopt;
}

std::vector<Diagnostic> StrictYaml::mistakes() {
  const auto place = [](const Diagnostic& d) { return std::tie(d.place.line, d.place.column); };
  std::stable_sort(errors_.begin(), errors_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  return std::move(errors_);
}

}  // namespace fasti
