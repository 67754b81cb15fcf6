#include "render/report.h"

#include "catch.h"
#include "fixtures.h"

using namespace fasti;

namespace {

void check_holds(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t from = 0;
  for (const std::string& part : parts) {
    const auto found = text.find(part, from);
    INFO("after byte " << from << " of:\n" << text);
    if (found == std::string::npos)
      FAIL_CHECK("missing, or out of order: " << part);
    else
      from = found + part.size();
  }
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("a conflict is told from the disagreement to what would settle it", "[render][report]") {
  check_holds(
      conflicts_markdown(fixtures::story()),
      {"# Date conflicts\n\n10 events from 5 sources. **The sources contradict each other on the date of 1 "
       "event**.",
       "| Source | Published | How that is known | Evidence |",
       "| [courier](<https://courier.example/story>) | 29 September 2021 | stated in the text | header line "
       "1: date 2021-09-29 |",
       "| [mercury](<https://mercury.example/story>) | 30 September 2021 | inferred from what the text says "
       "|",
       "## 1. The couple lost their son Jack",
       "The sources give 2 dates that cannot all be right: 28 September 2020 and 30 September 2020. They lie "
       "2 days apart.",
       "| **28 September 2020** (preferred) | `2020-09-28` | 78 % | [courier]",
       "| 30 September 2020 | `2020-09-30` | 22 % | [mercury]",
       "**Why they may differ.** The day on which it was announced",
       "the date that mercury gives for the loss.",
       "**Verdict.** 28 September 2020 is given by two independent sources",
       "### Who says 28 September 2020",
       "> A year ago to the day they lost the baby.",
       "samples/observer.txt:2",
       "“@-1Y”: counted from the day of publication (publication 2021-09-28)",
       "### Who says 30 September 2020",
       "> She lost the child on Sept. 30.",
       "### Less precise, and right with any of these dates",
       "> They lost the baby in September.",
       "> 2020 was the year in which they lost a son.",
       "**What would settle it.**"});
}

TEST_CASE("where the evidence ties the report says so", "[render][report]") {
  const std::string page = conflicts_markdown(fixtures::undecided());
  check_holds(page, {"in 1 the evidence is too close to prefer a date", "| 50 % |", "**Verdict.** "});
  CHECK(page.find("(preferred)") == std::string::npos);
}

TEST_CASE("a person's decision is named as one", "[render][report]") {
  Timeline t = fixtures::story();
  t.events[3].verdict.status = Status::decided;
  const std::string page = conflicts_markdown(t);
  check_holds(page, {"1 decided by a person", "**Verdict.** A person decided for 28 September 2020. "});
  CHECK(page.find("What would settle it") == std::string::npos);
}

TEST_CASE("no conflict is good news", "[render][report]") {
  Timeline t = fixtures::story();
  t.conflicts.clear();
  check_holds(conflicts_markdown(t), {"**No two sources contradict each other on a date.**", "## Sources"});
  CHECK(conflicts_markdown(Timeline{}) ==
        "# Date conflicts\n\n0 events from 0 sources. **No two sources contradict each other on a date.**\n");
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
  const std::string page = conflicts_markdown(t);
  check_holds(
      page, {"| not known | not known |", "## Sources without a date",
             "[sentinel](<https://sentinel.example/story>)", "## What went wrong or looked odd",
             "- **warning** in samples/a\\_b.txt:3: the header's date is no date (write it as 2021-09-29)"});
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
  check_holds(page, {"| a\\|b |", "&gt; # A heading \\| a \\| b \\| &lt;img src=x onerror=y&gt; \\`code\\`"});
}

TEST_CASE("a conflict whose claims or event are missing is still told", "[render][report][hostile]") {
  Timeline t = fixtures::story();
  t.conflicts[0].candidates[0].claims = {77};
  t.conflicts[0].compatible = {78};
  CHECK(!conflicts_markdown(t).empty());
  t.conflicts[0].event = "gone";
  check_holds(conflicts_markdown(t), {"## 1. gone"});
}
