#include "rules/loader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace fasti::loading {

namespace {

std::string place_of_key(const YamlFile& file, const YamlNode& map, const std::string& key) {
  return fmt::format("{}:{}:{} {}", file.source.path, map.line, map.column, key);
}

// What to say of a node that should have been something else.
std::string hint_for_kind(const YamlNode& node, std::string otherwise) {
  if (node.kind != YamlNode::Kind::null) return otherwise;
  return "nothing stands here; put null and ~ in quotes where they are meant as words";
}

}  // namespace

void Loader::fail(const YamlFile& file, const YamlNode& node, std::string message, std::string hint,
                  std::size_t offset) {
  errors.push_back(file.error_at(node, std::move(message), std::move(hint), offset));
}

void Loader::fail_missing(const YamlFile& file, const YamlNode& map, const std::string& key,
                          std::string message, std::string hint) {
  if (!misspelt.contains(place_of_key(file, map, key))) fail(file, map, std::move(message), std::move(hint));
}

void Loader::fail_unknown(const YamlFile& file, const YamlNode& node, const std::string& name,
                          std::string message, std::string hint, std::size_t offset) {
  if (name.empty() || !unread.contains(name)) fail(file, node, std::move(message), std::move(hint), offset);
}

void Loader::cannot_read(const YamlNode& node) {
  if (!node.text.empty()) unread.insert(node.text);
  for (const YamlNode& item : node.items) cannot_read(item);
  for (const auto& [key, value] : node.entries) {
    cannot_read(key);
    cannot_read(value);
  }
}

void Loader::cannot_read(std::string_view bytes) {
  constexpr std::string_view around_names = " \t\r\n:,[]{}()<>|^\"'#";
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find_first_of(around_names, at), bytes.size());
    if (end > at) unread.emplace(bytes.substr(at, end - at));
    at = end + 1;
  }
}

bool check_keys(Loader& loader, const YamlFile& file, const YamlNode& node,
                const std::vector<std::string>& known, const std::string& what) {
  if (node.kind != YamlNode::Kind::map) {
    loader.fail(file, node, fmt::format("{} must be keys with values", what),
                fmt::format("known are: {}", fmt::join(known, ", ")));
    loader.cannot_read(node);
    return false;
  }
  for (const auto& [key, value] : node.entries)
    if (std::find(known.begin(), known.end(), key.text) == known.end()) {
      loader.fail(file, key, fmt::format("unknown key \"{}\" in {}", key.text, what),
                  hint_for(key.text, known));
      loader.cannot_read(value);
      if (const auto meant = nearest_word(key.text, known))
        loader.misspelt.insert(place_of_key(file, node, *meant));
    }
  return true;
}

const Entries& entries_in(Loader& loader, const YamlFile& file, const YamlNode* node,
                          const std::string& what) {
  if (node != nullptr && node->kind != YamlNode::Kind::map && node->kind != YamlNode::Kind::null)
    loader.fail(file, *node, fmt::format("{} must be keys with values", what),
                "write each on a line: key: value");
  static const Entries none;
  return node == nullptr ? none : node->entries;
}

const std::vector<YamlNode>& items_in(Loader& loader, const YamlFile& file, const YamlNode* node,
                                      const std::string& what) {
  if (node != nullptr && node->kind != YamlNode::Kind::list && node->kind != YamlNode::Kind::null)
    loader.fail(file, *node, fmt::format("{} must be a list", what),
                "begin each item with a hyphen and a blank");
  static const std::vector<YamlNode> none;
  return node == nullptr ? none : node->items;
}

std::optional<std::string> text_in(Loader& loader, const YamlFile& file, const YamlNode& node,
                                   const std::string& what) {
  if (node.kind == YamlNode::Kind::scalar) return node.text;
  loader.fail(file, node, fmt::format("{} must be a single text", what), hint_for_kind(node, ""));
  return std::nullopt;
}

std::optional<std::string> text_at(Loader& loader, const YamlFile& file, const YamlNode& map,
                                   const std::string& key) {
  const YamlNode* node = map.find(key);
  return node == nullptr ? std::nullopt : text_in(loader, file, *node, fmt::format("\"{}\"", key));
}

std::vector<const YamlNode*> texts_in(Loader& loader, const YamlFile& file, const YamlNode& node,
                                      const std::string& what) {
  if (node.kind == YamlNode::Kind::scalar) return {&node};
  std::vector<const YamlNode*> texts;
  if (node.kind != YamlNode::Kind::list) {
    loader.fail(file, node, fmt::format("{} must be a word or a list of words [a, b]", what),
                hint_for_kind(node, ""));
    return texts;
  }
  for (const YamlNode& item : node.items)
    if (text_in(loader, file, item, fmt::format("a word of {}", what))) texts.push_back(&item);
  return texts;
}

std::vector<std::string> words_in(Loader& loader, const YamlFile& file, const YamlNode& node,
                                  const std::string& what) {
  std::vector<std::string> words;
  for (const YamlNode* text : texts_in(loader, file, node, what)) words.push_back(text->text);
  return words;
}

std::optional<long> number_in(std::string_view text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<long> number_at(Loader& loader, const YamlFile& file, const YamlNode& map,
                              const std::string& key, long least, long most) {
  const auto text = text_at(loader, file, map, key);
  if (!text) return std::nullopt;
  const auto number = number_in(*text);
  if (number && least <= *number && *number <= most) return number;
  loader.fail(file, *map.find(key), fmt::format("\"{}\" must be a number from {} to {}", key, least, most));
  return std::nullopt;
}

std::optional<std::size_t> choice_in(Loader& loader, const YamlFile& file, const YamlNode& node,
                                     const std::vector<std::string>& names, const std::string& what) {
  const auto text = text_in(loader, file, node, what);
  if (!text) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), *text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  loader.fail(file, node, fmt::format("{} cannot be \"{}\"", what, *text), hint_for(*text, names));
  return std::nullopt;
}

bool check_name(Loader& loader, const YamlFile& file, const YamlNode& node, const std::string& what) {
  const std::size_t wrong = node.text.find_first_of(" \t\n{}<>:^|");
  if (wrong == std::string::npos && !node.text.empty()) return true;
  loader.fail(file, node, fmt::format("\"{}\" cannot be the name of {}", node.text, what),
              "use letters, digits and hyphens", wrong == std::string::npos ? 0 : wrong);
  return false;
}

bool claim(Loader& loader, const YamlFile& file, const YamlNode& node, const std::string& kind,
           const std::string& name) {
  const Taken here{{file.source.path, node.line, node.column}, file.folder};
  const auto [found, is_new] = loader.taken.try_emplace(kind + " " + name, here);
  if (is_new) return true;
  if (found->second.folder != file.folder) return false;
  loader.fail(file, node, fmt::format("the {} \"{}\" stands here for the second time", kind, name),
              fmt::format("the other is at {}:{}", found->second.place.path, found->second.place.line));
  return false;
}

}  // namespace fasti::loading
