#include "timeline/rule_examples.h"

#include <algorithm>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "calendar/timex_value.h"
#include "claim/sentence_view.h"
#include "timex/document.h"
#include "timex/publication_lines.h"
#include "timex/resolve.h"

namespace fasti {

namespace {

Document document_of(const Example& example, const RuleSet& rules, const Profile& profile) {
  Document document;
  document.article.id = "example";
  document.article.text = example.text;
  document.article.body = {0, example.text.size()};
  document.segmented = segment(example.text, document.article.body, rules.orthography);
  document.partials = match_timexes(example.text, document.segmented, rules, profile);
  if (const auto range = value_range(example.published))
    document.published = {*range, Published::Basis::stated, ""};
  return document;
}

// Examples are told as news unless a language has no such profile.
const Profile& usual_profile(const RuleSet& rules) {
  static const Profile plain;
  const auto news = rules.profiles.find("news");
  return news == rules.profiles.end() ? plain : news->second;
}

// A rule that does not hold everywhere is tried where it does.
const Profile& profile_of(const TimexRule& rule, const RuleSet& rules) {
  return rule.profiles.empty() ? usual_profile(rules) : rules.profiles.find(rule.profiles.front())->second;
}

Diagnostic failure(const Example& example, std::string message) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "example-failed";
  d.message = std::move(message);
  d.place = example.place;
  d.excerpt = example.text;
  return d;
}

std::string list_of(const std::vector<Timex>& timexes) {
  std::string list;
  for (const Timex& timex : timexes)
    list += fmt::format("{}[{}] = {} ({})", list.empty() ? "" : ", ", timex.text, timex.value, timex.rule);
  return list.empty() ? "nothing" : list;
}

std::optional<std::string> timex_mistake(const Example& example, const TimexRule& rule,
                                         const RuleSet& rules) {
  const Profile& profile = profile_of(rule, rules);
  Document document = document_of(example, rules, profile);
  const std::vector<Timex> found = resolve(document, rules, profile).timexes;
  const auto by_rule = [&](const Timex& t) { return t.rule == rule.id; };
  if (!example.found) {
    if (rule.negative ? found.empty() : std::none_of(found.begin(), found.end(), by_rule))
      return std::nullopt;
    return fmt::format("rule \"{}\" should find nothing here, but finds {}", rule.id, list_of(found));
  }
  const bool as_told = std::any_of(found.begin(), found.end(), [&](const Timex& t) {
    return by_rule(t) && t.span == *example.found && t.value == example.expected;
  });
  if (as_told) return std::nullopt;
  return fmt::format("rule \"{}\" should find [{}] = {}, but what is found is {}", rule.id,
                     example.text.substr(example.found->begin, example.found->size()), example.expected,
                     list_of(found));
}

std::string told_by(const SentenceView& view, const EventMention& mention) {
  const std::size_t begin = view.token(mention.tokens.begin).span.begin;
  return view.document().article.text.substr(begin, view.token(mention.tokens.end - 1).span.end - begin);
}

std::string list_of(const SentenceView& view) {
  std::string list;
  for (const EventMention& m : view.mentions)
    if (m.rule != nullptr)
      list += fmt::format("{}[{}] = {} ({})", list.empty() ? "" : ", ", told_by(view, m), m.rule->type,
                          m.rule->id);
  return list.empty() ? "nothing" : list;
}

std::optional<std::string> event_mistake(const Example& example, const EventRule& rule,
                                         const RuleSet& rules) {
  const Document document = document_of(example, rules, usual_profile(rules));
  const SentenceView view = view_of(document, rules);
  const auto by_rule = [&](const EventMention& m) { return m.rule == &rule; };
  if (!example.found) {
    if (std::none_of(view.mentions.begin(), view.mentions.end(), by_rule)) return std::nullopt;
    return fmt::format("rule \"{}\" should find nothing here, but finds {}", rule.id, list_of(view));
  }
  const std::string wanted = example.text.substr(example.found->begin, example.found->size());
  const bool as_told = std::any_of(view.mentions.begin(), view.mentions.end(), [&](const EventMention& m) {
    return by_rule(m) && view.token(m.tokens.begin).span.begin == example.found->begin &&
           told_by(view, m) == wanted && rule.type == example.expected;
  });
  if (as_told) return std::nullopt;
  return fmt::format("rule \"{}\" should find [{}] = {}, but what is found is {}", rule.id, wanted,
                     example.expected, list_of(view));
}

std::string list_of(const std::vector<LineDate>& dates) {
  std::string list;
  for (const LineDate& date : dates)
    list += fmt::format("{}{} ({}{})", list.empty() ? "" : ", ",
                        date.range ? to_edtf(*date.range) : "a day of some year",
                        date.rule == nullptr ? "" : date.rule->id + ", ", to_string(date.what));
  return list.empty() ? "nothing" : list;
}

// The example is a line that stands by itself.
std::optional<std::string> by_line_mistake(const Example& example, const ByLineRule& rule,
                                           const RuleSet& rules) {
  const std::vector<LineDate> found = dates_of_by_line(example.text, false, rules, usual_profile(rules));
  const auto by_rule = [&](const LineDate& date) { return date.rule == &rule; };
  if (!example.found) {
    if (std::none_of(found.begin(), found.end(), by_rule)) return std::nullopt;
    return fmt::format("rule \"{}\" should find nothing here, but finds {}", rule.id, list_of(found));
  }
  const auto range = value_range(example.expected);
  const bool as_told = std::any_of(found.begin(), found.end(), [&](const LineDate& date) {
    return by_rule(date) && date.span == *example.found && date.range == range;
  });
  if (as_told) return std::nullopt;
  return fmt::format("rule \"{}\" should find [{}] = {}, but what is found is {}", rule.id,
                     example.text.substr(example.found->begin, example.found->size()), example.expected,
                     list_of(found));
}

// Runs the examples of each rule through `mistake_of`.
template <class Rules, class Test>
void run_all(ExampleRun& run, const Rules& list, const RuleSet& rules, Test mistake_of) {
  for (const auto& rule : list)
    for (const Example& example : rule.examples) {
      if (const auto mistake = mistake_of(example, rule, rules))
        run.failed.push_back(failure(example, *mistake));
      else
        ++run.passed;
    }
}

}  // namespace

ExampleRun run_examples(const RuleSet& rules) {
  ExampleRun run;
  run_all(run, rules.timexes, rules, timex_mistake);
  run_all(run, rules.events, rules, event_mistake);
  run_all(run, rules.by_lines, rules, by_line_mistake);
  return run;
}

}  // namespace fasti
