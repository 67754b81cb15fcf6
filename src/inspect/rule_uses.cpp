#include "inspect/rule_uses.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "claim/sentence_view.h"
#include "inspect/place.h"

namespace fasti {

namespace {

void count(RuleUse& use, std::size_t document, Span span) {
  ++use.hits;
  use.document = document;
  use.last = span;
}

Span span_of(const Document& document, TokenRange range) {
  const std::vector<Token>& tokens = document.segmented.tokens;
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

std::string place_of(const RuleUse& use) { return fmt::format("{}:{}", use.place.path, use.place.line); }

}  // namespace

std::vector<RuleUse> rules_of(const RuleSet& rules) {
  std::vector<RuleUse> uses;
  for (const TimexRule& rule : rules.timexes) {
    const std::string kind = rule.negative ? "no date" : std::string(to_string(rule.parts.front().type));
    uses.push_back({rule.id, kind, rule.place, 0, 0, {}});
  }
  for (const EventRule& rule : rules.events) uses.push_back({rule.id, "event", rule.place, 0, 0, {}});
  return uses;
}

std::vector<RuleUse> rule_uses(const std::vector<Document>& documents, const RuleSet& rules,
                               const Profile& profile) {
  std::vector<RuleUse> uses = rules_of(rules);
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const Document& document = documents[d];
    for (const Sighting& sighting : sightings_in(document.article.text, document.segmented, rules, profile))
      if (sighting.fate == Sighting::Fate::taken)
        count(uses[sighting.hit.pattern], d, span_of(document, sighting.hit.tokens));
    for (const EventMention& mention : view_of(document, rules).mentions)
      if (mention.rule != nullptr)
        count(uses[rules.timexes.size() + static_cast<std::size_t>(mention.rule - rules.events.data())], d,
              span_of(document, mention.tokens));
  }
  std::stable_sort(uses.begin(), uses.end(),
                   [](const RuleUse& a, const RuleUse& b) { return a.hits > b.hits; });
  return uses;
}

std::string rule_uses_text(const std::vector<RuleUse>& uses, const std::vector<Document>& documents) {
  std::string text;
  bool never = false;
  for (const RuleUse& use : uses) {
    if (use.hits == 0 && !never) text += fmt::format("{}never:\n", text.empty() ? "" : "\n");
    never = use.hits == 0;
    text += fmt::format("{:>6} {:32} {:9} {}\n", never ? "" : std::to_string(use.hits), use.id, use.kind,
                        place_of(use));
    if (never) continue;
    const Document& document = documents[use.document];
    text += fmt::format("{:>6} {}: {}\n", "", place_in(document.article, use.last),
                        words_around(document, use.last));
  }
  return text;
}

std::string rule_uses_json(const std::vector<RuleUse>& uses, const std::vector<Document>& documents) {
  using Json = nlohmann::ordered_json;
  std::string lines;
  for (const RuleUse& use : uses) {
    Json json{{"rule", use.id},
              {"kind", use.kind},
              {"file", use.place.path},
              {"line", use.place.line},
              {"hits", use.hits}};
    if (use.hits > 0) {
      const Article& article = documents[use.document].article;
      json["last"] = {{"doc", article.id},
                      {"begin", use.last.begin},
                      {"end", use.last.end},
                      {"text", article.text.substr(use.last.begin, use.last.size())}};
    }
    lines += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return lines;
}

}  // namespace fasti
