// Text → what took its words, what lost, and what came near.
#include "inspect/explain.h"

#include "catch.h"
#include "inspect/explanation_json.h"
#include "inspect/explanation_text.h"
#include "inspect/small_rules.h"

using namespace fasti;

namespace {

const RuleSet& rules() {
  static const RuleSet rules = test::small_rules();
  return rules;
}

const Profile& news() { return rules().profiles.at("news"); }

// "full[Sept 5, 2020]: month-day would take …": each item without the lines that others test.
void check(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  const Document document = test::small_document(text, rules());
  const std::string& whole = document.article.text;
  const auto words = [&](Span span) { return whole.substr(span.begin, span.size()); };
  const Explanation explanation = explain(document, rules(), news());
  std::string found;
  for (const Taking& taking : explanation.takings) {
    found += taking.rule->id + "[" + words(taking.span) + "]\n";
    for (const LostMatch& lost : taking.lost)
      found += "  " + lost.rule->id + " " + why_lost(lost, whole) + "\n";
  }
  for (const Untaken& untaken : explanation.untaken) {
    found += "?" + untaken.kind + "[" + words(untaken.span) + "]\n";
    for (const LostMatch& lost : untaken.kept_away)
      found += "  " + lost.rule->id + " " + why_lost(lost, whole) + "\n";
    for (const NearMiss& miss : untaken.near) {
      found += "  near " + miss.rule->id + "[" + words(miss.matched) + "]";
      for (const std::string& wanted : miss.wanted) found += "'" + wanted + "'";
      found += "/" + miss.found + "\n";
    }
  }
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("explain: the longest match wins, and each of the others says why it lost") {
  check("He left on Sept. 5, 2020.",
        "full[Sept. 5, 2020]\n"
        "  month-day would take \"Sept. 5\" only; the longest match wins\n"
        "  year would take \"2020\", which is taken already\n"
        "  year-twice would take \"2020\", which is taken already\n");
}

TEST_CASE("explain: of two that match the same words the one that is read first wins") {
  check("In 2020 he left.",
        "year[2020]\n"
        "  year-twice would take the same words; of two such rules the one that is read first wins\n");
}

TEST_CASE("explain: what stands beside a match may keep it away") {
  check("He got $2020 votes.",
        "?{year}[2020]\n"
        "  year would take \"2020\", but \"votes\" stands behind it (not-right: \"( votes|%)\")\n"
        "  year-twice would take \"2020\", but \"$\" stands before it (not-left: \"$\")\n");
  check("May left.",
        "?{^month}[May]\n"
        "  month would take \"May\", but it needs left: \"in\", and nothing stands there\n"
        "  month-again would take \"May\", but it needs left: \"of\", and nothing stands there\n"
        "  near full[May]'.'' {day}'/left\n"
        "  near month-day[May]'.'' {day}'/left\n");
}

TEST_CASE("explain: not-dates take words away") {
  check("See pages 1990.",
        "pages[pages 1990]\n"
        "  year would take \"1990\", but these words are no date\n"
        "  year-twice would take \"1990\", but these words are no date\n");
}

TEST_CASE("explain: rules that came near say what they wanted") {
  check("It took the past few weeks.", "?{unit}[weeks]\n  near last[the past]' {unit}'/few\n");
  check("It was two weeks", "?{unit}[weeks]\n  near ago[two weeks]' ago'/\n");
}

TEST_CASE("explain: a value that cannot be filled") {
  check("It was week 2020 plus 2 long.",
        "year[2020]\n"
        "  year-twice would take the same words; of two such rules the one that is read first wins\n"
        "  sum would take \"week 2020 plus 2\", but its value has holes that nothing fills\n"
        "?{unit}[week]\n");
}

TEST_CASE("explain: a longer match that was kept away is told where a shorter one won") {
  check("It sank in May.",
        "month[May]\n"
        "  month-again would take \"in May\", but it needs left: \"of\", and \"sank\" stands there\n");
}

TEST_CASE("explain: a rule of another profile") {
  check("It was long ago.",
        "?[long ago]\n  legend would take \"long ago\", but it holds in another profile only (tale)\n");
}

TEST_CASE("explain: nothing there is nothing to explain") { check("Nobody knows.", ""); }

TEST_CASE("explain: as text") {
  const Document document = test::small_document("She left in May, and two weeks   ago came back.", rules());
  CHECK(
      explanation_text(explain(document, rules(), news()), document, rules()) ==
      "  She left in May, and two weeks ago came back.\n"
      "              ^^^      ^^^^^^^^^^^^^\n"
      "  1. \"May\" is 2021-05 (2021-05)\n"
      "     rule    month, small.yaml:15\n"
      "     parts   month = 05 (\"May\")\n"
      "     words   XXXX-05: the year is left open\n"
      "     from    publication 2021-09-29: what is left open is taken from there\n"
      "     not     2020-05, 2022-05: farther from publication\n"
      "     lost    month-again would take \"in May\", but it needs left: \"of\", and \"left\" stands there\n"
      "  2. \"two weeks ago\" is 2021-09-13/2021-09-19 (2021-W37)\n"
      "     rule    ago, small.yaml:20\n"
      "     parts   number = 2 (\"two\"), unit = W (\"weeks\")\n"
      "     words   @-2W: 2 weeks before what it is counted from\n"
      "     from    publication 2021-09-29: it is counted from there\n");
  const Document nothing = test::small_document("Nobody knows.", rules());
  CHECK(explanation_text(explain(nothing, rules(), news()), nothing, rules()) ==
        "No rule takes anything here, and no word is listed under date-words.\n");
}

TEST_CASE("explain: as JSON") {
  const Document document = test::small_document("In 2020, over weeks.", rules());
  const std::string json = explanation_json(explain(document, rules(), news()), document);
  for (const char* part :
       {"\"rule\": \"year\"", "\"captures\": [", "\"partial\": \"2020\"", "\"value\": \"2020\"",
        "\"why\": \"would take", "\"looks_like\": \"{unit}\"", "\"near\": []", "\"diagnostics\": []"})
    CHECK(json.find(part) != std::string::npos);
}
