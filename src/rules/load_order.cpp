// What event rules say under before: and after:, put together once all types are known.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

using Followers = std::map<std::string, std::set<std::string>>;

template <class Use>
void for_each_event_rule(const Loader& loader, Use use) {
  for (const YamlFile& file : loader.files)
    if (const YamlNode* events = file.root.find("events"); events != nullptr)
      for (const YamlNode& node : events->items) use(file, node);
}

// Also those of rules that a later folder has replaced or left out: what names them is then no mistake.
std::vector<std::string> types_of(const Loader& loader) {
  std::set<std::string> types;
  for_each_event_rule(loader, [&](const YamlFile&, const YamlNode& node) {
    if (const YamlNode* type = node.find("type"); type != nullptr)
      types.insert(type->text);
    else if (const YamlNode* id = node.find("id"); id != nullptr)
      types.insert(id->text);
  });
  return {types.begin(), types.end()};
}

Followers followers_of(const RuleSet& rules) {
  Followers followers;
  for (const EventRule& rule : rules.events) {
    followers[rule.type].insert(rule.before.begin(), rule.before.end());
    for (const std::string& earlier : rule.after) followers[earlier].insert(rule.type);
  }
  return followers;
}

// All types that come after, by one step or several.
std::set<std::string> all_after(const std::string& type, const Followers& followers) {
  std::set<std::string> found;
  std::vector<std::string> open{type};
  while (!open.empty()) {
    const auto next = followers.find(open.back());
    open.pop_back();
    if (next == followers.end()) continue;
    for (const std::string& later : next->second)
      if (found.insert(later).second) open.push_back(later);
  }
  return found;
}

// Does the rule that stands at the node hold, or has another folder replaced it?
bool holds(const RuleSet& rules, const YamlFile& file, const YamlNode& node) {
  return std::any_of(rules.events.begin(), rules.events.end(), [&](const EventRule& rule) {
    return rule.place.path == file.source.path && rule.place.line == node.line &&
           rule.place.column == node.column;
  });
}

template <class Use>
void for_each_named_type(const Loader& loader, Use use) {
  for_each_event_rule(loader, [&](const YamlFile& file, const YamlNode& node) {
    for (const char* key : {"before", "after"}) {
      const YamlNode* list = node.find(key);
      if (list == nullptr || !holds(loader.rules, file, node)) continue;
      if (list->kind != YamlNode::Kind::list) use(file, *list, key);
      for (const YamlNode& word : list->items) use(file, word, key);
    }
  });
}

}  // namespace

void read_order(Loader& loader) {
  const std::vector<std::string> types = types_of(loader);
  const Followers followers = followers_of(loader.rules);
  for_each_named_type(loader, [&](const YamlFile& file, const YamlNode& word, const char* key) {
    if (!std::binary_search(types.begin(), types.end(), word.text))
      loader.fail_unknown(
          file, word, word.text,
          fmt::format("no event rule has the type \"{}\", which \"{}\" names", word.text, key),
          hint_for(word.text, types));
    else if (all_after(word.text, followers).contains(word.text))
      loader.fail(file, word, fmt::format("\"{}\" would come before itself", word.text),
                  "look at before: and after: of the types between; one of them is the wrong way round");
  });
  for (const auto& [type, unused] : followers)
    for (const std::string& later : all_after(type, followers)) loader.rules.order.push_back({type, later});
  std::sort(loader.rules.order.begin(), loader.rules.order.end());
}

}  // namespace fasti::loading
