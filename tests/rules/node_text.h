// A YAML tree in one line, for comparing: {'key':'value' 'list':['a' 'b'] 'nothing':~}
#pragma once

#include <string>

#include "rules/yaml.h"

namespace fasti::test {

inline std::string text_of_node(const YamlNode& node) {
  std::string text;
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "~";
    case YamlNode::Kind::scalar:
      return "'" + node.text + "'";
    case YamlNode::Kind::list:
      for (const YamlNode& item : node.items) text += (text.empty() ? "" : " ") + text_of_node(item);
      return "[" + text + "]";
    case YamlNode::Kind::map:
      for (const auto& [key, value] : node.entries)
        text += (text.empty() ? "" : " ") + text_of_node(key) + ":" + text_of_node(value);
      return "{" + text + "}";
  }
  return text;
}

}  // namespace fasti::test
