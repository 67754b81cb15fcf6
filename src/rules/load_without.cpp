// The section without: ids of rules that earlier folders have and that shall not hold.
#include <algorithm>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

using IdNodes = std::map<std::string, std::vector<std::size_t>>;  // id → the folders that have such a rule

IdNodes ids_of(const Loader& loader) {
  IdNodes ids;
  for (const YamlFile& file : loader.files)
    for (const char* section : {"rules", "not-dates", "spans", "events", "by-lines"})
      if (const YamlNode* rules = file.root.find(section))
        for (const YamlNode& rule : rules->items)
          if (const YamlNode* id = rule.find("id")) ids[id->text].push_back(file.folder);
  return ids;
}

void leave_out(Loader& loader, const YamlFile& file, const YamlNode& node, const IdNodes& ids) {
  const auto found = ids.find(node.text);
  const std::vector<std::size_t> folders = found == ids.end() ? std::vector<std::size_t>{} : found->second;
  if (std::find(folders.begin(), folders.end(), file.folder) != folders.end())
    return loader.fail(file, node, fmt::format("the rule \"{}\" stands in this folder itself", node.text),
                       "delete the rule, or this line");
  if (std::any_of(folders.begin(), folders.end(), [&](std::size_t f) { return f < file.folder; })) {
    std::size_t& last = loader.without[node.text];
    last = std::max(last, file.folder);
    return;
  }
  std::vector<std::string> known;
  for (const auto& [id, in] : ids)
    if (std::any_of(in.begin(), in.end(), [&](std::size_t f) { return f < file.folder; }))
      known.push_back(id);
  loader.fail_unknown(file, node, node.text, fmt::format("no earlier folder has a rule \"{}\"", node.text),
                      hint_for(node.text, known));
}

}  // namespace

void read_without(Loader& loader) {
  const IdNodes ids = ids_of(loader);
  for (const YamlFile& file : loader.files)
    if (const YamlNode* without = file.root.find("without"))
      for (const YamlNode* id : texts_in(loader, file, *without, "\"without\""))
        leave_out(loader, file, *id, ids);
}

}  // namespace fasti::loading
