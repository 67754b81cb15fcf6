// Patterns, fragments and templates of rules, with their mistakes at their places.
#include <algorithm>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

// The sum over all rules; far more than anybody writes, far less than what hurts.
constexpr std::size_t heaviest_rules = 4'000'000;

void collect_classes(const PatternNode& node, std::vector<Capture>& captures) {
  if (!node.capture.empty()) {
    auto found = std::find_if(captures.begin(), captures.end(),
                              [&](const Capture& c) { return c.name == node.capture; });
    if (found == captures.end()) found = captures.insert(captures.end(), Capture{node.capture, {}});
    const std::string& name = node.kind == PatternNode::Kind::any_name ? "Name" : node.class_name;
    if (std::find(found->classes.begin(), found->classes.end(), name) == found->classes.end())
      found->classes.push_back(name);
  }
  for (const PatternNode& part : node.parts) collect_classes(part, captures);
}

// Stands for a fragment whose mistake is told at its own place.
PatternNode anything() {
  PatternNode node;
  node.kind = PatternNode::Kind::any_word;
  return node;
}

const PatternNode* fragment_named(Loader& loader, std::string_view name) {
  const auto found = loader.fragments.find(name);
  if (found == loader.fragments.end()) return nullptr;
  Fragment& fragment = found->second;
  if (fragment.state == Fragment::State::reading)
    throw PatternError{0, fmt::format("the fragment \"{}\" goes round in a circle", name),
                       "write one of them out"};
  if (fragment.state == Fragment::State::unread) {
    if (loader.fragments_open >= deepest_pattern)
      throw PatternError{0, "fragments are nested too deeply in each other", "write some of them out"};
    fragment.state = Fragment::State::reading;
    ++loader.fragments_open;
    auto pattern = pattern_in(loader, *fragment.file, *fragment.node);
    --loader.fragments_open;
    fragment.state = pattern ? Fragment::State::ready : Fragment::State::broken;
    fragment.pattern = pattern ? std::move(*pattern) : anything();
  }
  return &fragment.pattern;
}

PatternContext context_of(Loader& loader) {
  return {loader.rules.lexicon, [&loader](std::string_view name) { return fragment_named(loader, name); },
          [&loader] {
            std::vector<std::string> names;
            for (const auto& [name, fragment] : loader.fragments) names.push_back(name);
            return names;
          }};
}

void check_names(Loader& loader, const YamlFile& file, const YamlNode& node, const ValueTemplate& value,
                 const std::vector<Capture>& captures) {
  std::vector<std::string> known;
  for (const Capture& capture : captures) known.push_back(capture.name);
  for (const auto& [name, offset] : names_in(value))
    if (std::find(known.begin(), known.end(), name) == known.end())
      loader.fail(file, node, fmt::format("the pattern captures nothing named \"{}\"", name),
                  known.empty() ? "a class in the pattern captures: {year}" : hint_for(name, known), offset);
}

// The pattern's text with one blank for each gap, which changes nothing of what it means.
std::string normalised(const std::string& pattern) {
  std::string text;
  for (char c : pattern)
    if ((c != ' ' && c != '\t') || (!text.empty() && text.back() != ' ')) text += c == '\t' ? ' ' : c;
  return text;
}

}  // namespace

std::optional<PatternNode> pattern_in(Loader& loader, const YamlFile& file, const YamlNode& node) {
  const auto text = text_in(loader, file, node, "a pattern");
  if (!text) return std::nullopt;
  try {
    PatternNode pattern = parse_pattern(*text, context_of(loader));
    const std::size_t before = loader.weight;
    loader.weight += pattern.weight;
    if (before <= heaviest_rules && loader.weight > heaviest_rules)
      loader.fail(file, node, "the rules up to here are too large together",
                  "use smaller bounds of repetition");
    if (!may_be_empty(pattern)) return pattern;
    loader.fail(file, node, "the pattern can match nothing at all", "at least one part must not be optional");
  } catch (const PatternError& error) {
    loader.fail_unknown(file, node, error.unknown, error.message, error.hint, error.offset);
  }
  return std::nullopt;
}

Patterns patterns_at(Loader& loader, const YamlFile& file, const YamlNode& rule) {
  Patterns patterns;
  const YamlNode* node = rule.find("pattern");
  if (node == nullptr || (node->kind == YamlNode::Kind::list && node->items.empty())) {
    loader.fail_missing(file, node == nullptr ? rule : *node, "pattern", "the rule has no pattern",
                        "add pattern: \"…\"");
    patterns.complete = false;
    return patterns;
  }
  const std::vector<YamlNode> single{*node};
  for (const YamlNode& one : node->kind == YamlNode::Kind::list ? node->items : single) {
    auto pattern = pattern_in(loader, file, one);
    patterns.complete = patterns.complete && pattern.has_value();
    if (pattern) patterns.nodes.push_back(std::move(*pattern));
  }
  return patterns;
}

std::vector<Capture> captures_in(const std::vector<PatternNode>& patterns) {
  std::vector<Capture> captures;
  for (const PatternNode& pattern : patterns) collect_classes(pattern, captures);
  return captures;
}

namespace {

std::optional<ValueTemplate> template_in(Loader& loader, const YamlFile& file, const YamlNode& node,
                                         const std::string& what, const std::vector<Capture>* captures,
                                         Form form) {
  const auto text = text_in(loader, file, node, what);
  if (!text) return std::nullopt;
  if (text->empty()) {
    loader.fail(file, node, fmt::format("{} is empty", what));
    return std::nullopt;
  }
  try {
    ValueTemplate value = parse_template(*text);
    if (captures != nullptr) {
      check_names(loader, file, node, value, *captures);
      check_form(loader, file, node, value, *captures, form);
    }
    return value;
  } catch (const TemplateError& error) {
    loader.fail(file, node, error.message, "a hole is the name of a capture in braces: {year}", error.offset);
  }
  return std::nullopt;
}

}  // namespace

std::vector<ValueTemplate> templates_in(Loader& loader, const YamlFile& file, const YamlNode& node,
                                        const std::string& what, const std::vector<Capture>* captures) {
  std::vector<ValueTemplate> values;
  const std::vector<YamlNode> single{node};
  if (node.kind == YamlNode::Kind::list && node.items.empty())
    loader.fail(file, node, fmt::format("{} lists nothing", what));
  for (const YamlNode& one : node.kind == YamlNode::Kind::list ? node.items : single)
    if (auto value = template_in(loader, file, one, what, captures, Form::value))
      values.push_back(std::move(*value));
  return values;
}

std::optional<ValueTemplate> template_at(Loader& loader, const YamlFile& file, const YamlNode& rule,
                                         const std::string& key, const std::vector<Capture>* captures,
                                         Form form) {
  const YamlNode* node = rule.find(key);
  if (node == nullptr) return std::nullopt;
  return template_in(loader, file, *node, fmt::format("\"{}\"", key), captures, form);
}

void check_reachable(Loader& loader, const YamlFile& file, const YamlNode& rule, const std::string& id,
                     const std::string& section, bool conditional) {
  const YamlNode* node = rule.find("pattern");
  if (node == nullptr) return;
  const std::vector<YamlNode> single{*node};
  for (const YamlNode& one : node->kind == YamlNode::Kind::list ? node->items : single) {
    if (one.kind != YamlNode::Kind::scalar) continue;
    const std::string key = section + " " + normalised(one.text);
    const auto found = loader.seen.find(key);
    if (found == loader.seen.end()) {
      const Taken by{{file.source.path, one.line, one.column}, file.folder};
      if (!conditional) loader.seen.emplace(key, SeenPattern{id, by});
    } else if (found->second.by.folder == file.folder) {
      loader.fail(
          file, one,
          fmt::format("this pattern never finds anything: rule \"{}\" has the same", found->second.id),
          fmt::format("it stands before it, at {}:{}", found->second.by.place.path,
                      found->second.by.place.line));
    }
  }
}

// All are parsed once the rules need them, and those that no rule needs at the end, for their mistakes.
void read_fragments(Loader& loader) {
  for (const YamlFile& file : loader.files)
    for (const auto& [name, node] : entries_in(loader, file, file.root.find("fragments"), "\"fragments\""))
      if (check_name(loader, file, name, "a fragment") && claim(loader, file, name, "fragment", name.text))
        loader.fragments[name.text] = Fragment{&file, &node, Fragment::State::unread, {}};
  for (const auto& [name, fragment] : loader.fragments) fragment_named(loader, name);
}

}  // namespace fasti::loading
