#include "render/report.h"

#include "catch.h"
#include "fixtures.h"
#include "render/check_holds.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("a conflict is told from the verdict to what would settle it", "[render][report]") {
  check_holds(
      conflicts_markdown(fixtures::story()),
      {"# Date conflicts\n\n10 events from 5 sources: 1 disputed (1 with a preferred date), 1 decided by a "
       "person, 3 agreed, 1 refined, 4 told by one source only.",
       "## 1. The harbour lost the ship Jane",
       "**28 September 2020 is preferred**, with 78 % of the evidence against 22 %, a lead of 56 points. 28 "
       "September 2020 is given by two independent sources",
       "| Date | Share | Who says so |",
       "| **28 September 2020**, Monday `2020-09-28` | 78 % | [courier]",
       "| 30 September 2020, Wednesday `2020-09-30` | 22 % | [mercury]",
       "**Why they may differ.** The day on which it was announced",
       "Evidence: all sources date the announcement to 30 September 2020, the date that mercury gives for",
       "### 28 September 2020",
       "> A year ago to the day they lost the ship.",
       "samples/observer.txt:2",
       "“@-1Y” is counted from the day of publication, 28 September 2021.",
       "### 30 September 2020",
       "> She lost the ferry on Sept. 30.",
       "“XXXX-09-30” leaves the year open; it is taken from “Sept. 27, 2020” in the same text.\n",
       "### Less precise, and right with any of these dates",
       "> They lost the ship in September.",
       "> 2020 was the year in which they lost it all.",
       "**What would settle it.**",
       "## Agreed, refined and decided",
       "| 2013 | They moored at Port Tolby | [courier]",
       "| agreed |",
       "## Sources",
       "| [courier](<https://courier.example/story>) | 29 September 2021 | stated in the text | header line "
       "1: date 2021-09-29 |",
       "| [mercury](<https://mercury.example/story>) | 30 September 2021 | inferred from what the text says "
       "|",
       "## How to read this page"});
}

TEST_CASE("where the evidence ties the report says so", "[render][report]") {
  const std::string page = conflicts_markdown(fixtures::undecided());
  check_holds(page, {"1 disputed (1 too close to call)",
                     "**No date is preferred: the evidence is too close to call**", "| 50 % |"});
  CHECK(page.find("is preferred**, ") == std::string::npos);
}

TEST_CASE("a person's decision is named as one", "[render][report]") {
  Timeline t = fixtures::story();
  t.events[3].verdict.status = Status::decided;
  const std::string page = conflicts_markdown(t);
  check_holds(page, {"2 decided by a person", "**A person decided for 28 September 2020**. "});
  CHECK(page.find("What would settle it") == std::string::npos);
}

TEST_CASE("the most important conflict comes first, what is decided last", "[render][report]") {
  Timeline t = fixtures::story();
  const auto add = [&](const std::string& id, const std::string& label, double importance, Status status) {
    t.events.push_back(t.events[3]);
    t.events.back().event.id = id;
    t.events.back().event.label = label;
    t.events.back().verdict.status = status;
    t.conflicts.push_back(t.conflicts[0]);
    t.conflicts.back().event = id;
    t.conflicts.back().importance = importance;
  };
  t.conflicts[0].importance = 3;
  add("e-11", "The roof fell", 8, Status::disputed);
  add("e-12", "The bell rang", 9, Status::decided);
  check_holds(conflicts_markdown(t),
              {"| 1 | The roof fell | 28 September 2020 | day of the announcement |", "| 2 | The harbour",
               "| 3 | The bell rang | 28 September 2020, decided |", "## 1. The roof fell",
               "## 2. The harbour", "## 3. The bell rang"});
}

TEST_CASE("no conflict is good news", "[render][report]") {
  Timeline t = fixtures::story();
  t.conflicts.clear();
  check_holds(conflicts_markdown(t), {"**No two sources contradict each other on a date.**", "## Sources"});
  Timeline nothing;
  nothing.phrases = fixtures::english_phrases();
  CHECK(conflicts_markdown(nothing) ==
        "# Date conflicts\n\n0 events from 0 sources.\n\n**No two sources contradict each other on a "
        "date.**\n");
}

TEST_CASE("undated sources and warnings are listed, notes are not", "[render][report]") {
  Timeline t = fixtures::story();
  t.sources[4].published = {};
  Diagnostic odd, small;
  odd.message = "the header's date is no date";
  odd.place = {"samples/a_b.txt", 3, 1};
  odd.hint = "write it as 2021-09-29";
  small.severity = Severity::note;
  small.message = "not worth mentioning";
  t.diagnostics = {small, odd};
  Claim undated;
  undated.doc = "courier";
  undated.line = 7;
  undated.quote = "Nobody knows when the *bell* rang.";
  t.undated = {undated};
  const std::string page = conflicts_markdown(t);
  check_holds(page,
              {"1 statement without a date.", "## What could not be dated",
               "- Nobody knows when the \\*bell\\* rang. ([courier](<https://courier.example/story>), "
               "samples/courier.txt:7)",
               "## Sources without a date", "[sentinel](<https://sentinel.example/story>)",
               "| not known | not known |", "## What went wrong or looked odd",
               "- **warning** samples/a\\_b.txt:3: the header's date is no date (write it as 2021-09-29)"});
  CHECK(page.find("not worth") == std::string::npos);
}

TEST_CASE("what the sources wrote stays text", "[render][report][hostile]") {
  Timeline t = fixtures::story();
  t.events[3].event.label = "# <script>alert(1)</script> | [x](javascript:y)";
  t.events[3].event.claims[0].quote = "> \n\n# A heading\n| a | b |\n<img src=x onerror=y> `code`";
  t.sources[0].source = "a|b";
  t.sources[0].url = "javascript:alert(1)";
  const std::string clean = conflicts_markdown(fixtures::story());
  const std::string page = conflicts_markdown(t);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("](<javascript") == std::string::npos);
  CHECK(count(page, "\n# ") == count(clean, "\n# "));
  CHECK(count(page, "\n## ") == count(clean, "\n## "));
  check_holds(page, {"&gt; # A heading \\| a \\| b \\| &lt;img src=x onerror=y&gt; \\`code\\`", "| a\\|b |"});
}

TEST_CASE("a conflict whose claims or event are missing is still told", "[render][report][hostile]") {
  Timeline t = fixtures::story();
  t.conflicts[0].candidates[0].claims = {77};
  t.conflicts[0].compatible = {78};
  CHECK(!conflicts_markdown(t).empty());
  t.conflicts[0].event = "gone";
  check_holds(conflicts_markdown(t), {"## 1. gone"});
}
