// Two rule sets and articles → what the edit changes.
#include "inspect/rule_diff_text.h"

#include "catch.h"
#include "inspect/small_rules.h"

using namespace fasti;

namespace {

// The small rules, and the same with `part` replaced, on the texts.
void check(const std::string& part, const std::string& by,
           const std::vector<std::pair<std::string, std::string>>& texts, const std::string& expected) {
  CAPTURE(part, by);
  const RuleSet old_rules = test::small_rules();
  const RuleSet new_rules = test::small_rules(part, by);
  std::vector<Article> articles;
  for (const auto& [id, text] : texts) {
    articles.push_back(article_from_text(id + ".txt", text));
    articles.back().id = id;
  }
  const RuleReading before = read_with(articles, old_rules, old_rules.profiles.at("news"), std::nullopt);
  const RuleReading after = read_with(articles, new_rules, new_rules.profiles.at("news"), std::nullopt);
  CHECK(rule_diff_text(compare(before, after), before, after) == expected);
  CHECK(compare(before, before).empty());
}

}  // namespace

TEST_CASE("rule diff: nothing") {
  check("[sank, sunk]", "[sank, sunk, drowned]", {{"a", "In 2020 he left."}}, "nothing differs\n");
}

TEST_CASE("rule diff: found, lost and changed expressions") {
  check("\"the past {unit}\"", "\"the past (few)? {unit}\"", {{"a", "It took the past few weeks."}},
        "+ a.txt:1 P1W (last)   It took [the past few weeks].\n"
        "\nby rule:\n  last                             +1\n"
        "\nexpressions: 1 found, 0 lost, 0 changed; events: 0 found, 0 lost, 0 changed\n");
  check("{id: pages, pattern: \"pages {year}\"", "{id: pages, pattern: \"in {year}\"",
        {{"a", "It was new in 2020."}},
        "- a.txt:1 2020 (year)   It was new in [2020].\n"
        "\nby rule:\n  year                             -1\n"
        "\nexpressions: 0 found, 1 lost, 0 changed; events: 0 found, 0 lost, 0 changed\n");
  check("{id: full, pattern: \"{^month}.? {day},? {year}\"",
        "{id: full, pattern: \"on {^month}.? {day},? {year}\"", {{"a", "It was new on May 3, 2020."}},
        "~ a.txt:1 \"May 3, 2020\" 2020-05-03 (full) → \"on May 3, 2020\" 2020-05-03 (full)   It was new [on "
        "May 3, 2020].\n"
        "\nby rule:\n  full                             ~1\n"
        "\nexpressions: 0 found, 0 lost, 1 changed; events: 0 found, 0 lost, 0 changed\n");
  check("value: \"P1{unit}\"", "value: \"P2{unit}\"", {{"a", "It took the past week."}},
        "~ a.txt:1 P1W (last) → P2W (last)   It took [the past week].\n"
        "\nby rule:\n  last                             ~1\n"
        "\nexpressions: 0 found, 0 lost, 1 changed; events: 0 found, 0 lost, 0 changed\n");
}

TEST_CASE("rule diff: one expression that becomes two") {
  check("  - {id: full, pattern: \"{^month}.? {day},? {year}\"",
        "  - {id: full, pattern: \"{^month}.? {day} of {year}\"",
        {{"a", "date 2020-06-01\n\nIt was new May 3, 2020."}},
        "~ a.txt:3 \"May 3, 2020\" 2020-05-03 (full) → \"May 3\" 2020-05-03 (month-day)   It was new [May "
        "3], 2020.\n"
        "+ a.txt:3 2020 (year)   It was new May 3, [2020].\n"
        "\nby rule:\n"
        "  month-day                        ~1\n"
        "  year                             +1\n"
        "\nexpressions: 1 found, 0 lost, 1 changed; events: 0 found, 0 lost, 0 changed\n");
}

TEST_CASE("rule diff: events whose date changes, that are new and that are gone") {
  check("value: \"{year}\", not-right", "value: \"{year}-05\", not-right",
        {{"a", "The Dunlin sank in 2020."}},
        "~ a.txt:1 2020 (year) → 2020-05 (year)   The Dunlin sank in [2020].\n"
        "\nby rule:\n  year                             ~1\n"
        "\nevents:\n"
        "~ a:1 The Dunlin sank in (sinking): 2020, single → 2020-05, single\n"
        "\nexpressions: 0 found, 0 lost, 1 changed; events: 0 found, 0 lost, 1 changed\n");
  check("type: sinking", "type: loss", {{"a", "The Dunlin sank in 2020."}},
        "events:\n"
        "~ a:1 The Dunlin sank in (sinking → loss): 2020, single → 2020, single\n"
        "\nexpressions: 0 found, 0 lost, 0 changed; events: 0 found, 0 lost, 1 changed\n");
  check("pattern: \"pages {year}\"", "pattern: \"in {year}\"", {{"a", "The Dunlin sank in 2020."}},
        "- a.txt:1 2020 (year)   The Dunlin sank in [2020].\n"
        "\nby rule:\n  year                             -1\n"
        "\nevents:\n"
        "- a:1 The Dunlin sank in (sinking): 2020, single\n"
        "\nexpressions: 0 found, 1 lost, 0 changed; events: 0 found, 1 lost, 0 changed\n");
}
