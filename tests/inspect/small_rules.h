// A few rules whose ways of losing can be told apart, and texts resolved with them. The built-in rules grow;
// what these tests hold must not depend on them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "article/read.h"
#include "rules/load.h"
#include "timeline/build.h"

namespace fasti::test {

inline constexpr const char* small_rule_file = R"yaml(language: en
lexicon:
  month: {"05": [may], "09": [september, sept]}
  unit: {D: [day, days], W: [week, weeks]}
  number: {"1": [one], "2": [two]}
digits:
  day: {length: 1-2, range: 1-31, pad: 2}
  year: {length: 4, range: 1800-2099}
  number: {length: 1-3}
date-words: ["{^month}", "{unit}", "{year}"]
profiles: {news: {}, tale: {}}
rules:
  - {id: full, pattern: "{^month}.? {day},? {year}", value: "{year}-{month}-{day}", examples: {x: none}}
  - {id: month-day, pattern: "{^month}.? {day}", value: "XXXX-{month}-{day}", examples: {x: none}}
  - {id: month, pattern: "{^month}", value: "XXXX-{month}", left: in, examples: {x: none}}
  - {id: month-again, pattern: "in? {^month}", value: "XXXX-{month}", left: of, examples: {x: none}}
  - {id: year, pattern: "{year}", value: "{year}", not-right: "( votes|%)", examples: {x: none}}
  - {id: year-twice, pattern: "({year}|{year})", value: "{year}", examples: {x: none}, not-left: "$"}
  - {id: last, pattern: "the past {unit}", value: "P1{unit}", type: DURATION, examples: {x: none}}
  - {id: ago, pattern: "{number} {unit} ago", value: "@-{number}{unit}", anchor: publication, examples: {x: none}}
  - {id: sum, pattern: "week {year} plus {number} {other:unit}?", value: "{year - number - other}", examples: {x: none}}
  - {id: legend, pattern: "long ago", value: PAST_REF, profiles: [tale], examples: {x: none}}
not-dates:
  - {id: pages, pattern: "pages {year}", examples: {x: none}}
events:
  - {id: sank, type: sinking, pattern: [sank, sunk], examples: {x: none}}
  - {id: opened, type: opening, pattern: [opened], examples: {x: none}}
)yaml";

// The same file with one part of it replaced, as an edit.
inline RuleSet small_rules(const std::string& part = "", const std::string& by = "") {
  std::string text = small_rule_file;
  if (!part.empty()) text.replace(text.find(part), part.size(), by);
  return load_rules_from({{"small.yaml", text}});
}

inline std::vector<Document> small_documents(const std::vector<std::pair<std::string, std::string>>& texts,
                                             const RuleSet& rules) {
  std::vector<Article> articles;
  for (const auto& [id, text] : texts) {
    articles.push_back(article_from_text(id + ".txt", text));
    articles.back().id = id;
  }
  return date_articles(std::move(articles), rules, rules.profiles.at("news"));
}

inline Document small_document(const std::string& text, const RuleSet& rules) {
  return std::move(small_documents({{"a", "date: 2021-09-29\n\n" + text}}, rules).front());
}

}  // namespace fasti::test
