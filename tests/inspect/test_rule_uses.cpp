// Articles → how often each rule took words of theirs.
#include "inspect/rule_uses.h"

#include "catch.h"
#include "inspect/small_rules.h"

using namespace fasti;

TEST_CASE("rule uses: hits of all kinds of rules, most first, with the last of them") {
  const RuleSet rules = test::small_rules();
  const std::vector<Document> documents =
      test::small_documents({{"a", "date 2021-09-29\n\nThe ship sank in 2020. See pages 1990."},
                             {"b", "It sank in 1990, not 1991."}},
                            rules);
  const std::vector<RuleUse> uses = rule_uses(documents, rules, rules.profiles.at("news"));
  std::string hits;
  for (const RuleUse& use : uses)
    if (use.hits > 0) hits += use.id + " " + use.kind + " " + std::to_string(use.hits) + "; ";
  CHECK(hits == "year DATE 3; sank event 2; pages no date 1; ");
  const std::string text = rule_uses_text(uses, documents);
  CHECK(
      text.starts_with("     3 year                             DATE      small.yaml:17\n"
                       "       b.txt:1: It sank in 1990, not [1991].\n"));
  CHECK(text.find("never:\n       full  ") != std::string::npos);
  CHECK(
      rule_uses_json(uses, documents)
          .starts_with("{\"rule\":\"year\",\"kind\":\"DATE\",\"file\":\"small.yaml\",\"line\":17,\"hits\":3,"
                       "\"last\":{\"doc\":\"b\",\"begin\":21,\"end\":25,\"text\":\"1991\"}}\n"));
}
