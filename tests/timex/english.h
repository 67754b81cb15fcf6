// The built-in English rules, loaded once, and texts turned into documents as the pipeline does it.
#pragma once

#include <string>
#include <vector>

#include "article/read.h"
#include "calendar/timex_value.h"
#include "rules/load.h"
#include "timeline/build.h"

namespace fasti::testing {

inline const RuleSet& english() {
  static const RuleSet rules = load_rules({std::string(FASTI_SOURCE_DIR) + "/rules"}, "en");
  return rules;
}

struct NamedText {
  std::string id;
  std::string text;
};

inline std::vector<Document> documents_of(const std::vector<NamedText>& texts,
                                          const std::string& profile = "news") {
  std::vector<Article> articles;
  for (const NamedText& named : texts) {
    articles.push_back(article_from_text(named.id + ".txt", named.text));
    articles.back().id = named.id;
  }
  return date_articles(std::move(articles), english(), english().profiles.at(profile));
}

inline Document document_of(const std::string& text, const std::string& published = "",
                            const std::string& profile = "news") {
  return documents_of({{"a", (published.empty() ? "" : "date: " + published + "\n") + text}}, profile)
      .front();
}

// "text = value; text = value"
inline std::string values_of(const Document& document) {
  std::string list;
  for (const Timex& timex : document.timexes)
    list += (list.empty() ? "" : "; ") + timex.text + " = " + timex.value;
  return list;
}

}  // namespace fasti::testing
