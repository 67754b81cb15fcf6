#include "timeline/rule_examples.h"

#include <algorithm>

#include <fmt/format.h>

#include "calendar/timex_value.h"
#include "timex/document.h"
#include "timex/resolve.h"

namespace fasti {

namespace {

Document document_of(const Example& example, const RuleSet& rules) {
  Document document;
  document.article.id = "example";
  document.article.text = example.text;
  document.article.body = {0, example.text.size()};
  document.segmented = segment(example.text, document.article.body, rules.orthography);
  document.partials = match_timexes(example.text, document.segmented, rules);
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
  Document document = document_of(example, rules);
  const std::vector<Timex> found = resolve(document, rules, usual_profile(rules)).timexes;
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

}  // namespace

ExampleRun run_examples(const RuleSet& rules) {
  ExampleRun run;
  for (const TimexRule& rule : rules.timexes)
    for (const Example& example : rule.examples) {
      if (const auto mistake = timex_mistake(example, rule, rules))
        run.failed.push_back(failure(example, *mistake));
      else
        ++run.passed;
    }
  return run;
}

}  // namespace fasti
