// The sections that hold rules: rules (time expressions), not-dates, spans, events, by-lines.
#include <algorithm>

#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

struct ParsedContext {
  bool left = false;
  bool wanted = true;
  PatternNode pattern;
  std::string text;
};

std::vector<ParsedContext> contexts_at(Loader& loader, const YamlFile& file, const YamlNode& node) {
  struct Key {
    const char* name;
    bool left, wanted;
  };
  std::vector<ParsedContext> contexts;
  for (const Key key : {Key{"left", true, true}, Key{"not-left", true, false}, Key{"right", false, true},
                        Key{"not-right", false, false}}) {
    const YamlNode* text = node.find(key.name);
    if (text == nullptr) continue;
    if (auto pattern = pattern_in(loader, file, *text))
      contexts.push_back({key.left, key.wanted, std::move(*pattern), text->text});
  }
  return contexts;
}

bool is_left_out(const Loader& loader, const YamlFile& file, const std::string& id) {
  const auto found = loader.without.find(id);
  return found != loader.without.end() && found->second > file.folder;
}

// The id of a rule; nullopt without an error where a later folder has replaced the rule or leaves it out.
std::optional<std::string> id_at(Loader& loader, const YamlFile& file, const YamlNode& rule) {
  const YamlNode* node = rule.find("id");
  if (node == nullptr) {
    loader.fail_missing(file, rule, "id", "the rule has no id", "add id: a-short-name");
    return std::nullopt;
  }
  const auto id = text_in(loader, file, *node, "\"id\"");
  if (!id || !check_name(loader, file, *node, "a rule") || is_left_out(loader, file, *id) ||
      !claim(loader, file, *node, "id", *id))
    return std::nullopt;
  return id;
}

bool has_room_for_captures(Loader& loader, const YamlFile& file, const YamlNode& node,
                           const std::vector<Capture>& captures) {
  if (captures.size() <= most_captures) return true;
  loader.fail(file, node, fmt::format("the rule has more than {} captures", most_captures),
              "capture under the same name where only one of the alternatives takes part");
  return false;
}

void collect_names(const TimexPart& part, std::set<std::string>& names) {
  const auto add = [&](const ValueTemplate& value) {
    for (const auto& [name, offset] : names_in(value)) names.insert(name);
  };
  for (const ValueTemplate& value : part.values) add(value);
  if (part.weekday) add(*part.weekday);
  if (part.mod) add(*part.mod);
  names.insert(part.words.begin(), part.words.end());
}

// A class may stand in a pattern only to be there; but who gives a capture a name of its own means to use it,
// or to keep it apart from another capture of that class.
void warn_of_unused(Loader& loader, const YamlFile& file, const YamlNode& node, const TimexRule& rule) {
  std::set<std::string> used;
  for (const TimexPart& part : rule.parts) collect_names(part, used);
  for (const Capture& capture : rule.captures) {
    const auto& classes = capture.classes;
    const bool renamed = std::find(classes.begin(), classes.end(), capture.name) == classes.end();
    const bool kept_apart =
        std::any_of(rule.captures.begin(), rule.captures.end(), [&](const Capture& other) {
          return &other != &capture &&
                 std::find_first_of(classes.begin(), classes.end(), other.classes.begin(),
                                    other.classes.end()) != classes.end();
        });
    if (!renamed || kept_apart || used.contains(capture.name)) continue;
    Diagnostic warning =
        file.error_at(*node.find("pattern"), fmt::format("the capture \"{}\" is never used", capture.name),
                      fmt::format("write {{{}}}, or use it in the value", capture.classes.front()));
    warning.severity = Severity::warning;
    loader.rules.warnings.push_back(std::move(warning));
  }
}

std::vector<std::string> names_of(const std::vector<Capture>& captures) {
  std::vector<std::string> names;
  for (const Capture& capture : captures) names.push_back(capture.name);
  return names;
}

void compile_timex(Loader& loader, TimexRule rule, std::vector<PatternNode> patterns,
                   const std::vector<ParsedContext>& contexts) {
  RuleSet& rules = loader.rules;
  const auto number = static_cast<std::uint32_t>(rules.timexes.size());
  for (const PatternNode& pattern : patterns)
    rules.timex_program.add(number, pattern, names_of(rule.captures), rules.lexicon);
  if (!rule.negative)
    for (const PatternNode& pattern : patterns) rules.clues.add(pattern, rules.lexicon);
  for (const ParsedContext& one : contexts) {
    auto context = std::make_shared<ContextPattern>();
    context->left = one.left;
    context->wanted = one.wanted;
    context->text = one.text;
    context->number = rules.timex_program.add_context(one.pattern, rules.lexicon);
    rule.contexts.push_back(std::move(context));
  }
  rule.patterns = std::move(patterns);
  rules.timexes.push_back(std::move(rule));
}

void read_type(Loader& loader, const YamlFile& file, const YamlNode& node, TimexType& type) {
  if (const YamlNode* text = node.find("type"))
    if (const auto choice = choice_in(loader, file, *text, rule_keys::types, "\"type\""))
      type = static_cast<TimexType>(*choice);
}

void read_anchor(Loader& loader, const YamlFile& file, const YamlNode& node, TimexRule& rule) {
  if (const YamlNode* anchor = node.find("anchor"))
    if (const auto choice = choice_in(loader, file, *anchor, rule_keys::anchors, "\"anchor\""))
      rule.anchor = static_cast<Anchor>(*choice);
}

void read_profiles(Loader& loader, const YamlFile& file, const YamlNode& node, TimexRule& rule) {
  const YamlNode* profiles = node.find("profiles");
  if (profiles == nullptr) return;
  std::vector<std::string> known;
  for (const auto& [name, profile] : loader.rules.profiles) known.push_back(name);
  if (profiles->kind == YamlNode::Kind::list && profiles->items.empty())
    loader.fail(file, *profiles, "\"profiles\" lists nothing", "name one, or leave the key out");
  for (const YamlNode* name : texts_in(loader, file, *profiles, "\"profiles\"")) {
    if (!loader.rules.profiles.contains(name->text))
      loader.fail_unknown(file, *name, name->text, fmt::format("there is no profile \"{}\"", name->text),
                          hint_for(name->text, known));
    rule.profiles.push_back(name->text);
  }
}

// Value, type and what belongs to them, of a rule or of one of its finds.
TimexPart read_part(Loader& loader, const YamlFile& file, const YamlNode& node, const std::string& what,
                    const std::vector<Capture>* captures) {
  TimexPart part;
  read_type(loader, file, node, part.type);
  if (const YamlNode* value = node.find("value"))
    part.values = templates_in(loader, file, *value, "\"value\"", captures);
  else
    loader.fail_missing(file, node, "value", fmt::format("{} has no value", what),
                        "add value: \"{year}-{month}-{day}\" or the like");
  part.weekday = template_at(loader, file, node, "weekday", captures, Form::weekday);
  part.mod = template_at(loader, file, node, "mod", captures, Form::mod);
  return part;
}

void read_words_of_part(Loader& loader, const YamlFile& file, const YamlNode& node, TimexPart& part,
                        const std::vector<Capture>* captures) {
  const YamlNode* words = node.find("words");
  if (words == nullptr)
    return loader.fail_missing(file, node, "words", "it is not said which words this find is of",
                               "add words: with the names of captures, such as words: [month, first]");
  std::vector<std::string> known;
  if (captures != nullptr)
    for (const Capture& capture : *captures) known.push_back(capture.name);
  if (words->kind == YamlNode::Kind::list && words->items.empty())
    loader.fail(file, *words, "\"words\" lists nothing", "name the captures that the find is made of");
  for (const YamlNode* word : texts_in(loader, file, *words, "\"words\"")) {
    if (captures != nullptr && std::find(known.begin(), known.end(), word->text) == known.end())
      loader.fail(file, *word, fmt::format("the pattern captures nothing named \"{}\"", word->text),
                  known.empty() ? "a class in the pattern captures: {year}" : hint_for(word->text, known));
    part.words.push_back(word->text);
  }
}

// A rule is one expression, or lists under finds: those that a match of it is made of.
void read_parts(Loader& loader, const YamlFile& file, const YamlNode& node, TimexRule& rule, bool complete) {
  const std::vector<Capture>* captures = complete ? &rule.captures : nullptr;
  const YamlNode* finds = node.find("finds");
  if (finds == nullptr) {
    rule.parts.push_back(read_part(loader, file, node, "the rule", captures));
    return;
  }
  for (const char* key : {"value", "type", "mod", "weekday"})
    if (const YamlNode* both = node.find(key))
      loader.fail(file, *both, fmt::format("\"{}\" stands beside \"finds\"", key),
                  "write it into each of the finds");
  for (const YamlNode& find : items_in(loader, file, finds, "\"finds\"")) {
    if (!check_keys(loader, file, find, rule_keys::find, "a find")) continue;
    TimexPart part = read_part(loader, file, find, "the find", captures);
    read_words_of_part(loader, file, find, part, captures);
    rule.parts.push_back(std::move(part));
  }
  if (finds->kind == YamlNode::Kind::list && finds->items.empty())
    loader.fail(file, *finds, "\"finds\" lists nothing", "list what the rule finds, or write value: instead");
}

void read_timex_rule(Loader& loader, const YamlFile& file, const YamlNode& node, bool negative) {
  const bool is_map = negative
                          ? check_keys(loader, file, node, rule_keys::negative_rule, "a rule of not-dates")
                          : check_keys(loader, file, node, rule_keys::rule, "a rule");
  if (!is_map) return;
  const auto id = id_at(loader, file, node);
  TimexRule rule;
  rule.id = id.value_or("");
  rule.place = {file.source.path, node.line, node.column};
  rule.negative = negative;
  Patterns patterns = patterns_at(loader, file, node);
  rule.captures = captures_in(patterns.nodes);
  const bool has_room = has_room_for_captures(loader, file, node, rule.captures);
  read_profiles(loader, file, node, rule);
  if (!negative) {
    read_anchor(loader, file, node, rule);
    read_parts(loader, file, node, rule, patterns.complete);
    if (patterns.complete) warn_of_unused(loader, file, node, rule);
  }
  const std::vector<ParsedContext> contexts = contexts_at(loader, file, node);
  rule.examples = examples_at(loader, file, node);
  if (!id || !patterns.complete || !has_room) return;
  check_reachable(loader, file, node, rule.id, "time expressions",
                  !contexts.empty() || !rule.profiles.empty());
  compile_timex(loader, std::move(rule), std::move(patterns.nodes), contexts);
}

// Verbs and nouns that event rules name are known as words from then on.
void learn_lemmas(RuleSet& rules, const PatternNode& node) {
  if (!node.lemma.empty()) add_forms(rules, node.part_of_speech, node.lemma);
  for (const PatternNode& part : node.parts) learn_lemmas(rules, part);
}

void read_event_kind(Loader& loader, const YamlFile& file, const YamlNode& node, EventRule& rule) {
  // Its type is the id that stands there, also where the id cannot be taken.
  const YamlNode* id = node.find("id");
  rule.type = text_at(loader, file, node, "type").value_or(id == nullptr ? "" : id->text);
  rule.head = text_at(loader, file, node, "head").value_or(rule.type);
  if (const YamlNode* is = node.find("is")) rule.is = words_in(loader, file, *is, "\"is\"");
  if (const YamlNode* before = node.find("before"))
    rule.before = words_in(loader, file, *before, "\"before\"");
  if (const YamlNode* after = node.find("after")) rule.after = words_in(loader, file, *after, "\"after\"");
  if (const YamlNode* once = node.find("once"))
    if (const auto choice = choice_in(loader, file, *once, rule_keys::once, "\"once\""))
      rule.once = *choice == 1;
  rule.role = rule_keys::roles.front();
  if (const YamlNode* role = node.find("role"))
    if (const auto choice = choice_in(loader, file, *role, rule_keys::roles, "\"role\""))
      rule.role = rule_keys::roles[*choice];
}

void read_event_rule(Loader& loader, const YamlFile& file, const YamlNode& node) {
  if (!check_keys(loader, file, node, rule_keys::event, "an event rule")) return;
  const auto id = id_at(loader, file, node);
  EventRule rule;
  rule.id = id.value_or("");
  rule.place = {file.source.path, node.line, node.column};
  read_event_kind(loader, file, node, rule);
  const Patterns patterns = patterns_at(loader, file, node);
  rule.captures = captures_in(patterns.nodes);
  const bool has_room = has_room_for_captures(loader, file, node, rule.captures);
  rule.examples = examples_at(loader, file, node, &rule.type);
  if (!id || !patterns.complete || !has_room) return;
  check_reachable(loader, file, node, rule.id, "events", false);
  RuleSet& rules = loader.rules;
  const auto number = static_cast<std::uint32_t>(rules.events.size());
  for (const PatternNode& pattern : patterns.nodes) {
    learn_lemmas(rules, pattern);
    rules.event_program.add(number, pattern, names_of(rule.captures), rules.lexicon);
  }
  rules.events.push_back(std::move(rule));
}

void read_span_rule(Loader& loader, const YamlFile& file, const YamlNode& node) {
  if (!check_keys(loader, file, node, rule_keys::span, "a span rule")) return;
  const auto id = id_at(loader, file, node);
  SpanRule rule;
  rule.id = id.value_or("");
  if (const auto word = text_at(loader, file, node, "word"))
    rule.word = *word;
  else if (node.find("word") == nullptr)
    loader.fail_missing(file, node, "word", "the span rule has no word", "add word: a-lexicon-class");
  if (!rule.word.empty() && !loader.rules.lexicon.classes.contains(rule.word)) {
    std::vector<std::string> known;
    for (const auto& [name, unused] : loader.rules.lexicon.classes) known.push_back(name);
    loader.fail_unknown(file, *node.find("word"), rule.word,
                        fmt::format("unknown lexicon class \"{}\"", rule.word), hint_for(rule.word, known));
  }
  if (const auto within = number_at(loader, file, node, "within", 1, 1000))
    rule.within = static_cast<std::uint32_t>(*within);
  if (id) loader.rules.spans.push_back(std::move(rule));
}

void read_by_line_rule(Loader& loader, const YamlFile& file, const YamlNode& node) {
  if (!check_keys(loader, file, node, rule_keys::by_line, "a by-line rule")) return;
  const auto id = id_at(loader, file, node);
  ByLineRule rule;
  rule.id = id.value_or("");
  rule.place = {file.source.path, node.line, node.column};
  if (const YamlNode* says = node.find("says")) {
    if (const auto choice = choice_in(loader, file, *says, rule_keys::says, "\"says\""))
      rule.says = static_cast<ByLineRule::Says>(*choice);
  } else {
    loader.fail_missing(file, node, "says", "it is not said what the date behind these words is",
                        "add says: published, modified or author");
  }
  const Patterns patterns = patterns_at(loader, file, node);
  const std::vector<Capture> captures = captures_in(patterns.nodes);
  const bool has_room = has_room_for_captures(loader, file, node, captures);
  rule.examples = examples_at(loader, file, node);
  if (!id || !patterns.complete || !has_room) return;
  check_reachable(loader, file, node, rule.id, "by-lines", false);
  RuleSet& rules = loader.rules;
  const auto number = static_cast<std::uint32_t>(rules.by_lines.size());
  for (const PatternNode& pattern : patterns.nodes)
    rules.by_line_program.add(number, pattern, names_of(captures), rules.lexicon);
  rules.by_lines.push_back(std::move(rule));
}

}  // namespace

void read_not_dates(Loader& loader, const YamlFile& file) {
  for (const YamlNode& node : items_in(loader, file, file.root.find("not-dates"), "\"not-dates\""))
    read_timex_rule(loader, file, node, true);
}

void read_timex_rules(Loader& loader, const YamlFile& file) {
  for (const YamlNode& node : items_in(loader, file, file.root.find("rules"), "\"rules\""))
    read_timex_rule(loader, file, node, false);
  for (const YamlNode& node : items_in(loader, file, file.root.find("spans"), "\"spans\""))
    read_span_rule(loader, file, node);
}

void read_event_rules(Loader& loader, const YamlFile& file) {
  for (const YamlNode& node : items_in(loader, file, file.root.find("events"), "\"events\""))
    read_event_rule(loader, file, node);
}

void read_by_line_rules(Loader& loader, const YamlFile& file) {
  for (const YamlNode& node : items_in(loader, file, file.root.find("by-lines"), "\"by-lines\""))
    read_by_line_rule(loader, file, node);
}

}  // namespace fasti::loading
