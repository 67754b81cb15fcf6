// A small YAML file of ours while it is read: a list of maps with known keys, such as decisions.yaml and
// sources.yaml. Whatever is not understood becomes a mistake with its place and a hint; reading goes on, so
// that all are told in one go.
//
//   StrictYaml yaml(file);
//   for (const YamlNode& source : yaml.list_at("sources", {"sources"}, "a file of sources", "begin each …"))
//     if (yaml.check_keys(source, {"file", "id"}, "a source")) yaml.text_in(source.find("id"), "as in id:
//     \"a\"");
//   throw_if_any(yaml.mistakes());
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rules/yaml.h"

namespace fasti {

class StrictYaml {
 public:
  using Names = std::vector<std::string>;

  explicit StrictYaml(const YamlFile& file) : file_(file) {}

  const YamlNode& root() const { return file_.root; }
  void fail(const YamlNode&, std::string message, std::string hint = "");

  // Tells of unknown keys, with the nearest one as a hint. False where the node is no map.
  bool check_keys(const YamlNode&, const Names& known, const std::string& what);

  // Whether an unknown key of the map that was checked last probably meant this one, which then is not told
  // as missing as well.
  bool was_meant(const std::string& key) const { return meant_.contains(key); }

  // The items of the list under this key of the file; none where the file, or the key, holds nothing.
  const std::vector<YamlNode>& list_at(const std::string& key, const Names& known, const std::string& what,
                                       const std::string& hint);

  // The words of a scalar; nullopt without a mistake where the node is nullptr.
  std::optional<std::string> text_in(const YamlNode*, const std::string& key, const std::string& example);

  std::vector<Diagnostic> mistakes();  // by place

 private:
  const YamlFile& file_;
  std::vector<Diagnostic> errors_;
  std::set<std::string> meant_;
};

}  // namespace fasti
