#include "rules/loader.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "rules/hint.h"

namespace fasti::loading {

void Loader::fail(const YamlFile& file, const YamlNode& node, std::string message, std::string hint,
                  std::size_t offset) {
  errors.push_back(file.error_at(node, std::move(message), std::move(hint), offset));
}

namespace {

void collect_classes(const PatternNode& node, std::vector<Capture>& captures) {
  if (!node.capture.empty()) {
    auto found = std::find_if(captures.begin(), captures.end(),
                              [&](const Capture& c) { return c.name == node.capture; });
    if (found == captures.end()) found = captures.insert(captures.end(), Capture{node.capture, {}});
    if (std::find(found->classes.begin(), found->classes.end(), node.class_name) == found->classes.end())
      found->classes.push_back(node.class_name);
  }
  for (const PatternNode& part : node.parts) collect_classes(part, captures);
}

// "on [May 5], he" -> "on May 5, he" and the span of "May 5"
std::optional<Example> example_of(Loader& loader, const YamlFile& file, const YamlNode& key) {
  Example example;
  example.place = {file.source.path, key.line, key.column};
  const std::size_t open = key.text.find('[');
  const std::size_t close = key.text.find(']');
  example.text = key.text;
  if (open == std::string::npos && close == std::string::npos) return example;
  if (open == std::string::npos || close == std::string::npos || close < open) {
    loader.fail(file, key, "the [brackets] that mark the expression do not match",
                "write \"on [May 5], he …\"");
    return std::nullopt;
  }
  example.text.erase(close, 1);
  example.text.erase(open, 1);
  example.found = Span{open, close - 1};
  return example;
}

void read_expected(Loader& loader, const YamlFile& file, const YamlNode& value, Example& example) {
  if (value.kind == YamlNode::Kind::scalar) {
    example.expected = value.text;
  } else if (check_keys(loader, file, value, {"value", "published"}, "an example")) {
    if (const auto text = text_at(loader, file, value, "value")) example.expected = *text;
    if (const auto text = text_at(loader, file, value, "published")) example.published = *text;
  }
  if (example.expected == "none" && example.found)
    loader.fail(file, value, "an example that finds nothing must mark nothing in [brackets]");
  if (example.expected != "none" && !example.found)
    loader.fail(file, value, "the example does not say where the expression is",
                "mark it with [brackets], or write none if nothing is to be found");
}

}  // namespace

bool check_keys(Loader& loader, const YamlFile& file, const YamlNode& node,
                const std::vector<std::string>& known, const std::string& what) {
  if (node.kind != YamlNode::Kind::map) {
    loader.fail(file, node, fmt::format("{} must be a list of keys and values", what));
    return false;
  }
  for (const auto& [key, value] : node.entries)
    if (std::find(known.begin(), known.end(), key.text) == known.end())
      loader.fail(file, key, fmt::format("unknown key \"{}\" in {}", key.text, what),
                  hint_for(key.text, known));
  return true;
}

std::optional<std::string> text_in(Loader& loader, const YamlFile& file, const YamlNode& node,
                                   const std::string& what) {
  if (node.kind == YamlNode::Kind::scalar) return node.text;
  loader.fail(file, node, fmt::format("{} must be a single text", what));
  return std::nullopt;
}

std::optional<std::string> text_at(Loader& loader, const YamlFile& file, const YamlNode& map,
                                   const std::string& key) {
  const YamlNode* node = map.find(key);
  return node == nullptr ? std::nullopt : text_in(loader, file, *node, fmt::format("\"{}\"", key));
}

std::vector<std::string> words_in(Loader& loader, const YamlFile& file, const YamlNode& node,
                                  const std::string& what) {
  if (node.kind == YamlNode::Kind::scalar) return {node.text};
  std::vector<std::string> words;
  if (node.kind != YamlNode::Kind::list) {
    loader.fail(file, node, fmt::format("{} must be a word or a list of words [a, b]", what));
    return words;
  }
  for (const YamlNode& item : node.items)
    if (const auto text = text_in(loader, file, item, fmt::format("a word of {}", what)))
      words.push_back(*text);
  return words;
}

std::optional<long> number_in(const std::string& text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
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

std::optional<PatternNode> pattern_in(Loader& loader, const YamlFile& file, const YamlNode& node) {
  const auto text = text_in(loader, file, node, "a pattern");
  if (!text) return std::nullopt;
  PatternContext context{loader.rules.lexicon,
                         [&](std::string_view name) -> const PatternNode* {
                           const auto found = loader.fragments.find(name);
                           return found == loader.fragments.end() ? nullptr : &found->second;
                         },
                         {}};
  for (const auto& [name, fragment] : loader.fragments) context.fragment_names.push_back(name);
  try {
    PatternNode pattern = parse_pattern(*text, context);
    if (!may_be_empty(pattern)) return pattern;
    loader.fail(file, node, "the pattern can match nothing at all", "at least one part must not be optional");
  } catch (const PatternError& error) {
    loader.fail(file, node, error.message, error.hint, error.offset);
  }
  return std::nullopt;
}

std::vector<PatternNode> patterns_at(Loader& loader, const YamlFile& file, const YamlNode& rule) {
  std::vector<PatternNode> patterns;
  const YamlNode* node = rule.find("pattern");
  if (node == nullptr) {
    loader.fail(file, rule, "the rule has no pattern", "add pattern: \"…\"");
    return patterns;
  }
  const std::vector<YamlNode> single{*node};
  for (const YamlNode& one : node->kind == YamlNode::Kind::list ? node->items : single)
    if (auto pattern = pattern_in(loader, file, one)) patterns.push_back(std::move(*pattern));
  return patterns;
}

std::vector<Capture> captures_in(const std::vector<PatternNode>& patterns) {
  std::vector<Capture> captures;
  for (const PatternNode& pattern : patterns) collect_classes(pattern, captures);
  return captures;
}

std::optional<ValueTemplate> template_at(Loader& loader, const YamlFile& file, const YamlNode& rule,
                                         const std::string& key, const std::vector<Capture>& captures) {
  const auto text = text_at(loader, file, rule, key);
  if (!text) return std::nullopt;
  const YamlNode& node = *rule.find(key);
  try {
    ValueTemplate value = parse_template(*text);
    std::vector<std::string> known;
    for (const Capture& capture : captures) known.push_back(capture.name);
    for (const auto& [name, offset] : names_in(value))
      if (std::find(known.begin(), known.end(), name) == known.end())
        loader.fail(file, node, fmt::format("the pattern captures nothing named \"{}\"", name),
                    hint_for(name, known), offset);
    return value;
  } catch (const TemplateError& error) {
    loader.fail(file, node, error.message, "a hole is the name of a capture in braces: {year}", error.offset);
  }
  return std::nullopt;
}

std::vector<Example> examples_at(Loader& loader, const YamlFile& file, const YamlNode& rule) {
  std::vector<Example> examples;
  const YamlNode* node = rule.find("examples");
  if (node == nullptr || node->kind != YamlNode::Kind::map || node->entries.empty()) {
    loader.fail(file, node == nullptr ? rule : *node, "the rule has no examples",
                "add examples: with lines such as \"on [May 5, 2020] he left\": 2020-05-05");
    return examples;
  }
  const auto published = text_at(loader, file, rule, "published");
  for (const auto& [key, value] : node->entries) {
    auto example = example_of(loader, file, key);
    if (!example) continue;
    example->published = published.value_or("");
    read_expected(loader, file, value, *example);
    examples.push_back(std::move(*example));
  }
  return examples;
}

std::optional<std::string> id_at(Loader& loader, const YamlFile& file, const YamlNode& rule) {
  const auto id = text_at(loader, file, rule, "id");
  if (!id) {
    loader.fail(file, rule, "the rule has no id", "add id: a-short-name");
    return std::nullopt;
  }
  const auto [found, is_new] =
      loader.ids.try_emplace(*id, Loader::Taken{{file.source.path, rule.line, rule.column}, file.folder});
  if (is_new) return id;
  if (found->second.folder != file.folder) return std::nullopt;
  loader.fail(file, *rule.find("id"), fmt::format("the id \"{}\" is taken already", *id),
              fmt::format("by the rule at {}:{}", found->second.place.path, found->second.place.line));
  return std::nullopt;
}

}  // namespace fasti::loading
