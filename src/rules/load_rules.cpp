// The sections that hold rules: fragments, rules (time expressions), not-dates, spans, events.
#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

void read_contexts(Loader& loader, const YamlFile& file, const YamlNode& node, TimexRule& rule) {
  struct Key {
    const char* name;
    bool left, wanted;
  };
  for (const Key key : {Key{"left", true, true}, Key{"not-left", true, false}, Key{"right", false, true},
                        Key{"not-right", false, false}}) {
    const YamlNode* text = node.find(key.name);
    if (text == nullptr) continue;
    const auto pattern = pattern_in(loader, file, *text);
    if (!pattern) continue;
    auto context = std::make_shared<ContextPattern>();
    context->left = key.left;
    context->wanted = key.wanted;
    context->program.add(0, *pattern, {}, loader.rules.lexicon);
    context->program.finish();
    rule.contexts.push_back(std::move(context));
  }
}

void check_captures(Loader& loader, const YamlFile& file, const YamlNode& node, const TimexRule& rule) {
  if (rule.captures.size() > most_captures)
    loader.fail(file, node, fmt::format("the rule has more than {} captures", most_captures),
                "capture under the same name where only one of the alternatives takes part");
}

void compile_timex(Loader& loader, TimexRule rule, const std::vector<PatternNode>& patterns) {
  std::vector<std::string> names;
  for (const Capture& capture : rule.captures) names.push_back(capture.name);
  const auto number = static_cast<std::uint32_t>(loader.rules.timexes.size());
  for (const PatternNode& pattern : patterns)
    loader.rules.timex_program.add(number, pattern, names, loader.rules.lexicon);
  loader.rules.timexes.push_back(std::move(rule));
}

void read_timex_rule(Loader& loader, const YamlFile& file, const YamlNode& node, bool negative) {
  static const std::vector<std::string> keys{"id",        "pattern",  "type",      "value",    "weekday",
                                             "mod",       "anchor",   "left",      "not-left", "right",
                                             "not-right", "examples", "published", "note"};
  if (!check_keys(loader, file, node, keys, negative ? "a rule of not-dates" : "a rule")) return;
  const auto id = id_at(loader, file, node);
  TimexRule rule;
  rule.id = id.value_or("");
  rule.place = {file.source.path, node.line, node.column};
  rule.negative = negative;
  const std::vector<PatternNode> patterns = patterns_at(loader, file, node);
  rule.captures = captures_in(patterns);
  check_captures(loader, file, node, rule);
  if (const YamlNode* type = node.find("type"))
    if (const auto choice = choice_in(loader, file, *type, {"DATE", "TIME", "DURATION", "SET"}, "\"type\""))
      rule.type = static_cast<TimexType>(*choice);
  if (const YamlNode* anchor = node.find("anchor"))
    if (const auto choice =
            choice_in(loader, file, *anchor, {"context", "publication", "narrative", "now"}, "\"anchor\""))
      rule.anchor = static_cast<Anchor>(*choice);
  if (const auto value = template_at(loader, file, node, "value", rule.captures))
    rule.value = *value;
  else if (!negative && node.find("value") == nullptr)
    loader.fail(file, node, fmt::format("the rule \"{}\" has no value", rule.id),
                "add value: \"{year}-{month}-{day}\" or the like");
  rule.weekday = template_at(loader, file, node, "weekday", rule.captures);
  rule.mod = template_at(loader, file, node, "mod", rule.captures);
  read_contexts(loader, file, node, rule);
  rule.examples = examples_at(loader, file, node);
  if (id && !patterns.empty() && rule.captures.size() <= most_captures)
    compile_timex(loader, std::move(rule), patterns);
}

// Verbs and nouns that event rules name are known as words from then on.
void learn_lemmas(RuleSet& rules, const PatternNode& node) {
  if (!node.lemma.empty()) add_forms(rules, node.part_of_speech, node.lemma);
  for (const PatternNode& part : node.parts) learn_lemmas(rules, part);
}

void read_event_rule(Loader& loader, const YamlFile& file, const YamlNode& node) {
  static const std::vector<std::string> keys{"id",   "type",    "is",       "role", "head",
                                             "once", "pattern", "examples", "note"};
  if (!check_keys(loader, file, node, keys, "an event rule")) return;
  const auto id = id_at(loader, file, node);
  EventRule rule;
  rule.id = id.value_or("");
  rule.place = {file.source.path, node.line, node.column};
  rule.type = text_at(loader, file, node, "type").value_or(rule.id);
  rule.head = text_at(loader, file, node, "head").value_or(rule.type);
  if (const YamlNode* is = node.find("is")) rule.is = words_in(loader, file, *is, "is");
  if (const YamlNode* once = node.find("once"))
    if (const auto choice = choice_in(loader, file, *once, {"false", "true"}, "\"once\""))
      rule.once = *choice == 1;
  rule.role = "occurrence";
  if (const YamlNode* role = node.find("role")) {
    static const std::vector<std::string> roles{"occurrence", "announcement", "plan", "anniversary",
                                                "background"};
    if (const auto choice = choice_in(loader, file, *role, roles, "\"role\"")) rule.role = roles[*choice];
  }
  const std::vector<PatternNode> patterns = patterns_at(loader, file, node);
  for (const PatternNode& pattern : patterns) learn_lemmas(loader.rules, pattern);
  rule.captures = captures_in(patterns);
  rule.examples = examples_at(loader, file, node);
  if (!id || patterns.empty()) return;
  std::vector<std::string> names;
  for (const Capture& capture : rule.captures) names.push_back(capture.name);
  if (names.size() > most_captures) names.resize(most_captures);
  const auto number = static_cast<std::uint32_t>(loader.rules.events.size());
  for (const PatternNode& pattern : patterns)
    loader.rules.event_program.add(number, pattern, names, loader.rules.lexicon);
  loader.rules.events.push_back(std::move(rule));
}

void read_span_rule(Loader& loader, const YamlFile& file, const YamlNode& node) {
  if (!check_keys(loader, file, node, {"id", "word", "within", "note"}, "a span rule")) return;
  SpanRule rule;
  rule.id = id_at(loader, file, node).value_or("");
  rule.word = text_at(loader, file, node, "word").value_or("");
  if (!loader.rules.lexicon.classes.contains(rule.word))
    loader.fail(file, node, fmt::format("unknown lexicon class \"{}\"", rule.word));
  if (const auto within = text_at(loader, file, node, "within"))
    rule.within = static_cast<std::uint32_t>(number_in(*within).value_or(6));
  loader.rules.spans.push_back(std::move(rule));
}

const std::vector<YamlNode>& items_of(const YamlFile& file, const char* section) {
  static const std::vector<YamlNode> none;
  const YamlNode* node = file.root.find(section);
  return node == nullptr ? none : node->items;
}

}  // namespace

// A fragment may use those that stand above it, in this file or in one read earlier; so none can loop.
void read_fragments(Loader& loader) {
  for (const YamlFile& file : loader.files) {
    const YamlNode* section = file.root.find("fragments");
    if (section == nullptr) continue;
    for (const auto& [name, node] : section->entries)
      if (auto pattern = pattern_in(loader, file, node))
        loader.fragments.insert_or_assign(name.text, std::move(*pattern));
  }
}

void read_timex_rules(Loader& loader, const YamlFile& file) {
  for (const YamlNode& node : items_of(file, "rules")) read_timex_rule(loader, file, node, false);
  for (const YamlNode& node : items_of(file, "not-dates")) read_timex_rule(loader, file, node, true);
  for (const YamlNode& node : items_of(file, "spans")) read_span_rule(loader, file, node);
}

void read_event_rules(Loader& loader, const YamlFile& file) {
  for (const YamlNode& node : items_of(file, "events")) read_event_rule(loader, file, node);
}

}  // namespace fasti::loading
