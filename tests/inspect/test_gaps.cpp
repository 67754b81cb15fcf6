// Articles → the words that no rule took, by what stands around them.
#include "inspect/gaps.h"

#include "catch.h"
#include "inspect/small_rules.h"

using namespace fasti;

namespace {

// "2 the past few {unit}: days 1, weeks 1 (a.txt a.txt)"; what shares nothing is marked with *.
void check(const std::vector<std::pair<std::string, std::string>>& texts, const std::string& expected) {
  const RuleSet rules = test::small_rules();
  std::string found;
  for (const GapGroup& group :
       find_gaps(test::small_documents(texts, rules), rules, rules.profiles.at("news"))) {
    found += (group.alone ? "*" : "") + std::to_string(group.count) + " " + group.around + ":";
    for (const auto& [word, count] : group.words) found += " " + word + " " + std::to_string(count);
    found += "\n";
  }
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("gaps: the same words around stand together, whatever the word itself") {
  check({{"a", "It took the past few weeks. They sang for the past few days."}},
        "2 the past few {unit}: days 1 weeks 1\n");
}

TEST_CASE("gaps: each goes to the neighbourhood that tells most") {
  check({{"a", "Over the past few weeks. In the past few days. A few days of rain. Many days."}},
        "2 the past few {unit}: days 1 weeks 1\n"
        "*2 {unit}: days 2\n");
  check({{"a", "Each week. Each week. Each day of work. A day of work."}},
        "2 each {unit}: week 2\n"
        "2 {unit} of work: day 2\n");
}

TEST_CASE("gaps: nothing across sentences, punctuation and what a rule took") {
  check({{"a", "In 2020 days. In 2020 days. So, weeks. So, weeks."}}, "*4 {unit}: days 2 weeks 2\n");
}

TEST_CASE("gaps: numbers are as good as each other, and hyphens belong to the word") {
  check({{"a", "Some 5-week trial. Some 17-week trial."}}, "2 some #-{unit} trial: week 2\n");
}

TEST_CASE("gaps: what not-dates took is no gap") { check({{"a", "See pages 1990."}}, ""); }

TEST_CASE("gaps: the same for any order of the articles, places in the order of ids") {
  const std::vector<std::pair<std::string, std::string>> texts{{"b", "Each week."}, {"a", "Each day."}};
  check(texts, "2 each {unit}: day 1 week 1\n");
  const RuleSet rules = test::small_rules();
  const std::vector<Document> documents = test::small_documents(texts, rules);
  CHECK(gaps_text(find_gaps(documents, rules, rules.profiles.at("news")), documents) ==
        "     2 each {unit}                      day 1, week 1\n"
        "       a.txt:1: [Each day].\n"
        "       b.txt:1: [Each week].\n"
        "\n2 words that look like a part of a date are taken by no rule\n");
}
