#include "rules/yaml.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <unicode/utf8.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace fasti {

namespace {

constexpr std::size_t deepest_nesting = 24;
constexpr std::size_t largest_file = 8U << 20U;

std::string_view line_of(std::string_view bytes, std::size_t line) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line && begin < bytes.size(); ++i) {
    const std::size_t end = bytes.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  std::string_view rest = bytes.substr(std::min(begin, bytes.size()));
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

// Columns for people count characters; ours inside count bytes.
std::size_t characters_before(std::string_view line, std::size_t byte_column) {
  const std::string_view before = line.substr(0, std::min(byte_column - 1, line.size()));
  const auto inside = std::count_if(before.begin(), before.end(),
                                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
  return before.size() - static_cast<std::size_t>(inside);
}

Diagnostic diagnostic_at(const std::string& path, std::string_view bytes, std::size_t line,
                         std::size_t column, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "rule-file";
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.excerpt = std::string(line_of(bytes, line));
  d.place = {path, line, column == 0 ? 0 : characters_before(d.excerpt, column) + 1};
  return d;
}

void refuse_bad_bytes(const std::string& path, const std::string& bytes) {
  std::size_t line = 1;
  std::size_t line_begin = 0;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, bytes.size(), c);
    if (c == '\n') {
      ++line;
      line_begin = at;
    }
    if (c > 0) continue;
    throw InputError(diagnostic_at(path, "", line, 0,
                                   fmt::format("byte {} of the line is {}", begin - line_begin + 1,
                                               c == 0 ? "NUL, so this is no text file" : "not valid UTF-8"),
                                   "save the file as UTF-8 text"));
  }
}

// Builds the tree from yaml-cpp's events and refuses what the header names.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& path, const std::string& bytes) : path_(path), bytes_(bytes) {}

  YamlNode take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    place(node_at(mark, YamlNode::Kind::null));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    fail(mark, "aliases (*name) are not allowed in rule files", "write the value out");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    YamlNode node = node_at(mark, YamlNode::Kind::scalar);
    node.text = value;
    node.quoted = tag == "!";
    if (tag != "!" && tag != "?" && !tag.empty())
      fail(mark, "tags (!name) are not allowed in rule files", "");
    refuse_several_lines(mark, node);
    place(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor, YamlNode::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor, YamlNode::Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  [[noreturn]] void fail(std::size_t line, std::size_t column, std::string message, std::string hint) const {
    throw InputError(diagnostic_at(path_, bytes_, line, column, std::move(message), std::move(hint)));
  }
  [[noreturn]] void fail(const YAML::Mark& mark, std::string message, std::string hint) const {
    fail(static_cast<std::size_t>(mark.line) + 1, static_cast<std::size_t>(mark.column) + 1,
         std::move(message), std::move(hint));
  }

  static YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind) {
    YamlNode node;
    node.kind = kind;
    node.line = static_cast<std::size_t>(std::max(mark.line, 0)) + 1;
    node.column = static_cast<std::size_t>(std::max(mark.column, 0)) + 1;
    return node;
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor != 0) fail(mark, "anchors (&name) are not allowed in rule files", "write the value out");
  }

  // A quoted scalar must close on its line; a plain one must stand there as it was read.
  void refuse_several_lines(const YAML::Mark& mark, const YamlNode& node) const {
    const std::string_view line = line_of(bytes_, node.line);
    const std::string_view rest = line.substr(std::min(node.column - 1, line.size()));
    if (!node.quoted) {
      if (!rest.starts_with(node.text))
        fail(mark, "a value goes on over several lines", "write it on one line");
      return;
    }
    const char quote = rest.empty() ? '\0' : rest.front();
    bool closed = false;
    for (std::size_t i = 1; i < rest.size() && !closed; ++i) {
      if (quote == '"' && rest[i] == '\\')
        ++i;
      else
        closed = rest[i] == quote;
    }
    if (!closed)
      fail(mark, "the quotation mark that opens here is not closed on this line",
           "close it before the line ends");
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind) {
    refuse_anchor(mark, anchor);
    if (open_.size() >= deepest_nesting) fail(mark, "lists and maps are nested too deeply", "");
    open_.push_back(node_at(mark, kind));
    pending_key_.emplace_back();
    has_key_.push_back(false);
  }

  void close() {
    YamlNode done = std::move(open_.back());
    open_.pop_back();
    pending_key_.pop_back();
    has_key_.pop_back();
    place(std::move(done));
  }

  void place(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    YamlNode& parent = open_.back();
    if (parent.kind == YamlNode::Kind::list) {
      parent.items.push_back(std::move(node));
    } else if (!has_key_.back()) {
      accept_key(parent, node);
      pending_key_.back() = std::move(node);
      has_key_.back() = true;
    } else {
      parent.entries.emplace_back(std::move(pending_key_.back()), std::move(node));
      has_key_.back() = false;
    }
  }

  void accept_key(const YamlNode& parent, const YamlNode& key) const {
    if (key.kind != YamlNode::Kind::scalar)
      fail(key.line, key.column, "a key must be a single word or text", "");
    if (const YamlNode* first = parent.find(key.text); first != nullptr)
      fail(key.line, key.column, fmt::format("the key \"{}\" stands here twice", key.text),
           "keep one of the two and delete the other");
  }

  const std::string& path_;
  const std::string& bytes_;
  YamlNode root_;
  std::vector<YamlNode> open_;
  std::vector<YamlNode> pending_key_;
  std::vector<bool> has_key_;
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name.text == key) return &value;
  return nullptr;
}

Diagnostic YamlFile::error_at(const YamlNode& node, std::string message, std::string hint,
                              std::size_t offset) const {
  return diagnostic_at(path, bytes, node.line, node.column + (node.quoted ? 1 : 0) + offset,
                       std::move(message), std::move(hint));
}

YamlFile parse_yaml(std::string path, std::string bytes) {
  YamlFile file{std::move(path), std::move(bytes), {}, 0};
  if (file.bytes.starts_with("\xEF\xBB\xBF")) file.bytes.erase(0, 3);
  if (file.bytes.size() > largest_file)
    throw InputError(diagnostic_at(file.path, "", 0, 0, "the rule file is larger than 8 MB", ""));
  refuse_bad_bytes(file.path, file.bytes);
  std::istringstream stream(file.bytes);
  TreeBuilder builder(file.path, file.bytes);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    file.root = builder.take_root();
    TreeBuilder second(file.path, file.bytes);
    if (parser.HandleNextDocument(second))
      throw InputError(diagnostic_at(file.path, file.bytes, 0, 0,
                                     "the file holds more than one YAML document",
                                     "remove the line --- between them, or use two files"));
  } catch (const YAML::Exception& e) {
    const std::size_t line = e.mark.line < 0 ? 0 : static_cast<std::size_t>(e.mark.line) + 1;
    const std::size_t column = e.mark.column < 0 ? 0 : static_cast<std::size_t>(e.mark.column) + 1;
    throw InputError(
        diagnostic_at(file.path, file.bytes, line, column, "not valid YAML: " + e.msg,
                      "look for a missing colon, quote, bracket or indent on this line or just above"));
  }
  return file;
}

}  // namespace fasti
