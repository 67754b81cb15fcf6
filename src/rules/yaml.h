// YAML for rule files, read strictly: what a person wrote is what loads, or they are told why not.
//
// yaml-cpp's own loader drops what follows a mistake, folds a forgotten quote into the lines below it, lets
// the first of two equal keys win and reads 010 as 8. So its parser only delivers events here, and this file
// refuses: several documents, duplicate keys, aliases and anchors, tags, directives, scalars over more than
// one line (quoted, plain or block), nesting deeper than 24, and the bytes that source_text.h names. Scalars
// stay as written; only null, ~ and nothing at all are Kind::null.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "rules/source_text.h"

namespace fasti {

struct YamlEntry;

struct YamlNode {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  std::string text;  // of a scalar, as written, without its quotes
  bool quoted = false;
  std::size_t line = 0;  // one-based; columns count bytes here. A key without a value: where the key stands
  std::size_t column = 0;
  std::vector<YamlNode> items;     // of a list
  std::vector<YamlEntry> entries;  // of a map, in the order of the file

  const YamlNode* find(std::string_view key) const;  // nullptr where the map has no such key
};

struct YamlEntry {
  YamlNode key, value;
};

// A rule file in memory: its lines are kept for the excerpts of error messages.
struct YamlFile {
  SourceText source;
  YamlNode root;
  std::size_t folder = 0;  // which of the rule folders it came from

  // A diagnostic that points at `node`, `offset` bytes into its text.
  Diagnostic error_at(const YamlNode& node, std::string message, std::string hint = "",
                      std::size_t offset = 0) const;
};

// Throws InputError with file:line:column where the text is not the YAML described above.
YamlFile parse_yaml(std::string path, std::string bytes);

}  // namespace fasti
