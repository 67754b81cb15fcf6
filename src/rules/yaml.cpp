#include "rules/yaml.h"

#include <algorithm>
#include <sstream>
#include <unordered_set>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace fasti {

namespace {

constexpr std::size_t deepest_nesting = 24;

// Bytes that a quoted scalar takes, both marks included; 0 where it does not close on its line.
std::size_t quoted_length(std::string_view rest) {
  const char quote = rest.front();
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (quote == '"' && rest[i] == '\\') {
      ++i;
    } else if (rest[i] == quote) {
      if (quote != '\'' || i + 1 == rest.size() || rest[i + 1] != '\'') return i + 1;
      ++i;  // '' is an apostrophe in the text
    }
  }
  return 0;
}

bool holds_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
}

// Builds the tree from yaml-cpp's events and refuses what the header names.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const SourceText& source) : source_(source) {}

  YamlNode take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, "");
    place(node_at(mark, YamlNode::Kind::null));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    fail(mark, "aliases (*name) are not allowed here", "write the value out");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    YamlNode node = node_at(mark, YamlNode::Kind::scalar);
    refuse_tag(mark, tag);
    node.text = value;
    node.quoted = tag == "!";
    refuse_several_lines(mark, node);
    if (holds_control_character(value)) fail(mark, "the text holds a control character", "remove its escape");
    place(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    YamlNode key;
    bool has_key = false;
    std::unordered_set<std::string> keys;
  };

  [[noreturn]] void fail(std::size_t line, std::size_t column, std::string message, std::string hint) const {
    throw InputError(source_.error_at(line, column, std::move(message), std::move(hint)));
  }
  [[noreturn]] void fail(const YAML::Mark& mark, std::string message, std::string hint) const {
    const YamlNode node = node_at(mark, YamlNode::Kind::null);
    fail(node.line, node.column, std::move(message), std::move(hint));
  }

  static YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind) {
    YamlNode node;
    node.kind = kind;
    node.line = static_cast<std::size_t>(std::max(mark.line, 0)) + 1;
    node.column = static_cast<std::size_t>(std::max(mark.column, 0)) + 1;
    return node;
  }

  std::string_view source_from(const YamlNode& node) const {
    const std::string_view line = source_.line(node.line);
    return line.substr(std::min(node.column - 1, line.size()));
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor != 0) fail(mark, "anchors (&name) are not allowed here", "write the value out");
  }

  // yaml-cpp says "?" for no tag, and "!" for none of a quoted scalar; but "!" may also have been written.
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    const bool written = source_from(node_at(mark, YamlNode::Kind::null)).starts_with('!');
    if (written || (!tag.empty() && tag != "?" && tag != "!"))
      fail(mark, "tags (!name) are not allowed here", "put a text that begins with ! in quotes");
  }

  // A quoted scalar must close on its line; a plain one must stand there as it was read.
  void refuse_several_lines(const YAML::Mark& mark, const YamlNode& node) const {
    const std::string_view rest = source_from(node);
    if (!node.quoted) {
      if (!rest.starts_with(node.text))
        fail(mark, "a value goes on over several lines",
             "write it on one line, or look for a missing comma or bracket behind it");
      return;
    }
    const char quote = rest.empty() ? '\0' : rest.front();
    if (quote != '"' && quote != '\'')
      fail(mark, "texts in a block of lines are not allowed", "write it on one line");
    const std::size_t length = quoted_length(rest);
    if (length == 0)
      fail(mark, "the quotation mark that opens here is not closed on this line",
           "close it before the line ends");
    if (rest.substr(length).starts_with('#'))
      fail(node.line, node.column + length, "a comment begins right behind a text", "put a blank before #");
  }

  // yaml-cpp takes a line without a colon, and a word in {a, b}, for a key with an empty value.
  void refuse_missing_colon(const YamlNode& key) const {
    const std::string_view rest = source_from(key);
    const std::size_t length = key.quoted ? quoted_length(rest) : key.text.size();
    const std::size_t after = rest.find_first_not_of(" \t", length);
    if (after == std::string_view::npos || rest[after] != ':')
      fail(key.line, key.column + length, fmt::format("the colon after \"{}\" is missing", key.text), "");
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (open_.size() >= deepest_nesting)
      fail(mark, "lists and maps are nested too deeply",
           fmt::format("{} levels are allowed", deepest_nesting));
    open_.push_back({node_at(mark, kind), {}, false, {}});
  }

  void close() {
    YamlNode done = std::move(open_.back().node);
    open_.pop_back();
    place(std::move(done));
  }

  void place(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::list) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.has_key) {
      accept_key(parent, node);
      parent.key = std::move(node);
      parent.has_key = true;
    } else {
      // A missing value is noticed where the next thing begins, lines below; a person looks at its key.
      if (node.kind == YamlNode::Kind::null) {
        refuse_missing_colon(parent.key);
        node.line = parent.key.line;
        node.column = parent.key.column;
      }
      parent.node.entries.push_back({std::move(parent.key), std::move(node)});
      parent.has_key = false;
    }
  }

  void accept_key(Open& parent, const YamlNode& key) const {
    if (key.kind == YamlNode::Kind::null)
      fail(key.line, key.column, "a key is missing",
           "put null and ~ in quotes where they are meant as words");
    if (key.kind != YamlNode::Kind::scalar)
      fail(key.line, key.column, "a key must be a single word or text", "");
    if (!parent.keys.insert(key.text).second)
      fail(key.line, key.column, fmt::format("the key \"{}\" stands here twice", key.text),
           "keep one of the two and delete the other");
  }

  const SourceText& source_;
  YamlNode root_;
  std::vector<Open> open_;
};

// Stands by for what follows the one document, and refuses it at its first token.
class NothingMore : public TreeBuilder {
 public:
  explicit NothingMore(const SourceText& source) : TreeBuilder(source), source_(source) {}
  void OnDocumentStart(const YAML::Mark& mark) override {
    const std::size_t line = static_cast<std::size_t>(std::max(mark.line, 0)) + 1;
    const std::size_t column = static_cast<std::size_t>(std::max(mark.column, 0)) + 1;
    if (source_.line(line).starts_with("---"))
      throw InputError(source_.error_at(line, column, "a second YAML document begins here",
                                        "remove the line --- or use two files"));
    throw InputError(source_.error_at(line, column, "this belongs to nothing that stands above it",
                                      "indent it like the lines above, and look for a line ... before it"));
  }

 private:
  const SourceText& source_;
};

// yaml-cpp speaks of everything but the tab.
void refuse_tab(const SourceText& source, const YAML::Mark& mark) {
  const std::size_t number = mark.line < 0 ? 0 : static_cast<std::size_t>(mark.line) + 1;
  const std::string_view line = source.line(number);
  const std::size_t tab = line.substr(0, line.find_first_not_of(" \t")).find('\t');
  if (tab != std::string_view::npos)
    throw InputError(source.error_at(number, tab + 1, "a tab indents this line", "indent with blanks"));
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name.text == key) return &value;
  return nullptr;
}

Diagnostic YamlFile::error_at(const YamlNode& node, std::string message, std::string hint,
                              std::size_t offset) const {
  const std::string_view line = source.line(node.line);
  const std::string_view scalar = line.substr(std::min(node.column == 0 ? 0 : node.column - 1, line.size()));
  const std::size_t skipped = node.quoted ? source_offset(scalar, offset) : offset;
  return source.error_at(node.line, node.column + skipped, std::move(message), std::move(hint));
}

YamlFile parse_yaml(std::string path, std::string bytes) {
  YamlFile file{checked_source(std::move(path), std::move(bytes)), {}, 0};
  std::istringstream stream(file.source.bytes);
  try {
    YAML::Parser parser(stream);
    TreeBuilder builder(file.source);
    parser.HandleNextDocument(builder);
    file.root = builder.take_root();
    NothingMore nothing(file.source);
    parser.HandleNextDocument(nothing);
  } catch (const YAML::Exception& e) {
    refuse_tab(file.source, e.mark);
    const std::size_t line = e.mark.line < 0 ? 0 : static_cast<std::size_t>(e.mark.line) + 1;
    const std::size_t column = e.mark.column < 0 ? 0 : static_cast<std::size_t>(e.mark.column) + 1;
    throw InputError(file.source.error_at(
        line, column, "not valid YAML: " + e.msg,
        "look for a missing colon, quote, bracket or indent on this line or just above"));
  }
  return file;
}

}  // namespace fasti
