// What the dates of one event amount to. Claims are written "source date", the verdict as one line.
#include <numeric>
#include <random>

#include "calendar/edtf.h"
#include "claim/english.h"
#include "reconcile/candidates.h"
#include "reconcile/reconcile.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

// "gazette 2020-09-28": a claim of the document "gazette". A second document of one source is "gazette/2".
struct Given {
  std::string doc;
  std::string date;
  std::string published = {};
  bool weekday_disagrees = false;
  std::string told_with = {};
};

Claim claim_of(const Given& given) {
  Claim claim;
  claim.doc = given.doc;
  claim.range = from_edtf(given.date);
  claim.mention.type = "death";
  claim.mention.kinds = {"death"};
  claim.mention.participants = {"Ned Orr"};
  claim.timex = Timex{};
  claim.timex->text = "that day";
  claim.timex->range = claim.range;
  claim.timex->weekday_disagrees = given.weekday_disagrees;
  claim.told_with = given.told_with;
  return claim;
}

Event event_of(const std::vector<Given>& list) {
  Event event;
  event.id = "e-1";
  event.type = "death";
  for (const Given& given : list) event.claims.push_back(claim_of(given));
  std::stable_sort(event.claims.begin(), event.claims.end(),
                   [](const Claim& a, const Claim& b) { return a.range->earliest < b.range->earliest; });
  return event;
}

Event announcement(const std::string& doc, const std::string& date, const std::string& who = "Ned Orr") {
  Event event = event_of({{doc, date}});
  event.id = "e-2";
  Claim& claim = event.claims.front();
  claim.role = Role::announcement;
  claim.mention.type = "announcement";
  claim.mention.kinds = {"announcement"};
  claim.mention.topic_kinds = {"death"};
  claim.mention.participants = {who};
  return event;
}

std::vector<Voice> voices_of(const std::vector<Given>& list) {
  std::vector<Voice> voices;
  for (const Given& given : list) {
    Voice voice{given.doc, given.doc.substr(0, given.doc.find('/')), {}};
    if (const auto range = from_edtf(given.published))
      voice.published = {*range, Published::Basis::stated, ""};
    voices.push_back(voice);
  }
  return voices;
}

Reconciled reconciled(const std::vector<Given>& list, const std::vector<Event>& others = {}) {
  std::vector<Event> events{event_of(list)};
  events.insert(events.end(), others.begin(), others.end());
  return reconcile(events, voices_of(list), english().wording);
}

// "agreed 2020-09-28", "disputed none wrong-year 2019-06-03 0.5, 2020-06-03 0.5"; "~1" compatible claims.
std::string shown(const Reconciled& result) {
  const Verdict& verdict = result.verdicts.front();
  std::string line =
      std::string(to_string(verdict.status)) + " " + (verdict.date ? to_edtf(*verdict.date) : "none");
  if (verdict.status != Status::disputed) return line;
  const Conflict& conflict = result.conflicts.front();
  line += " " + conflict.cause;
  for (const Candidate& candidate : conflict.candidates)
    line += " | " + to_edtf(candidate.range) + " " + std::to_string(std::lround(100 * candidate.weight));
  if (!conflict.compatible.empty()) line += " ~" + std::to_string(conflict.compatible.size());
  return line;
}

void check(const std::vector<Given>& list, const std::string& expected,
           const std::vector<Event>& others = {}) {
  const Reconciled result = reconciled(list, others);
  CAPTURE(result.verdicts.front().reason);
  CHECK(shown(result) == expected);
}

void check_reason(const std::vector<Given>& list, const std::string& expected,
                  const std::vector<Event>& others = {}) {
  CHECK(reconciled(list, others).verdicts.front().reason == expected);
}

}  // namespace

TEST_CASE("dates that can all be right", "[reconcile]") {
  check({{"gazette", "2020-09-28"}}, "single 2020-09-28");
  check({{"gazette", "2020-09-28"}, {"gazette/2", "2020-09"}}, "single 2020-09-28");
  check({{"gazette", "2020-09-28"}, {"post", "2020-09-28"}}, "agreed 2020-09-28");
  check({{"gazette", "2020"}, {"post", "2020"}, {"echo", "202X"}}, "agreed 2020");
  check({{"gazette", "2020-09-28"}, {"post", "2020-09"}}, "refined 2020-09-28");
  check({{"gazette", "2020-09-01/2020-09-10"}, {"post", "2020-09-08/2020-09-20"}},
        "refined 2020-09-08/2020-09-10");
}

TEST_CASE("open ranges", "[reconcile]") {
  check({{"gazette", "2010/.."}}, "single 2010/..");
  check({{"gazette", "2010/.."}, {"post", "2015-05-03"}}, "refined 2015-05-03");
  check({{"gazette", "2010/.."}, {"post", "../2012-05"}}, "refined 2010-01/2012-05");
  check({{"gazette", "2010/.."}, {"post", "2009-05-03"}},
        "disputed none maybe-two-events | 2009-05-03 59 | 2010/.. 41");
  check({{"gazette", "../2012-05"}, {"post", "2013"}},
        "disputed none maybe-two-events | ../2012-05 50 | 2013 50");
}

TEST_CASE("two days against each other are too close to call", "[reconcile]") {
  check({{"gazette", "2020-09-28"}, {"post", "2020-09-30"}},
        "disputed none contradiction | 2020-09-28 50 | 2020-09-30 50");
  check_reason(
      {{"gazette", "2020-09-28"}, {"post", "2020-09-30"}},
      "The sources give 28 September 2020 (gazette) and 30 September 2020 (post); the evidence is too even "
      "to prefer one.");
}

TEST_CASE("a source counts once, however many articles it has", "[reconcile]") {
  check({{"gazette", "2020-09-28"},
         {"gazette/2", "2020-09-28"},
         {"gazette/3", "2020-09-28"},
         {"post", "2020-09-30"}},
        "disputed none contradiction | 2020-09-28 50 | 2020-09-30 50");
  check({{"gazette", "2020-09-28"}, {"echo", "2020-09-28"}, {"post", "2020-09-30"}},
        "disputed 2020-09-28 contradiction | 2020-09-28 67 | 2020-09-30 33");
}

TEST_CASE("vague claims fit and choose nothing", "[reconcile]") {
  check({{"gazette", "2020-09-28"}, {"post", "2020-09-30"}, {"echo", "2020-09"}, {"mail", "2020"}},
        "disputed none contradiction | 2020-09-28 50 | 2020-09-30 50 ~2");
  check({{"gazette", "2020-08-31"}, {"post", "2020-09-02"}, {"echo", "2020-09"}},
        "disputed 2020-09-02 contradiction | 2020-09-02 63 | 2020-08-31 37");
}

TEST_CASE("three dates", "[reconcile]") {
  check({{"gazette", "2020-09-24"}, {"post", "2020-09-26"}, {"echo", "2020-09-27"}},
        "disputed none contradiction | 2020-09-24 33 | 2020-09-26 33 | 2020-09-27 33");
  check({{"a", "2020-09-24"}, {"b", "2020-09-26"}, {"c", "2020-09-26"}, {"d", "2020-09-27"}},
        "disputed 2020-09-26 contradiction | 2020-09-26 50 | 2020-09-24 25 | 2020-09-27 25");
}

TEST_CASE("dates that overlap one after the other", "[reconcile]") {
  // The middle one fits both others, which do not fit each other.
  check({{"gazette", "2020-06-01/2020-06-04"},
         {"post", "2020-06-04/2020-06-06"},
         {"echo", "2020-06-06/2020-06-10"}},
        "disputed none contradiction | 2020-06-01/2020-06-04 50 | 2020-06-06/2020-06-10 50 ~1");
}

TEST_CASE("cause: the weekday is wrong", "[reconcile]") {
  check({{"gazette", "2020-09-28"}, {"post", "2020-09-30", "", true}},
        "disputed 2020-09-28 weekday-mismatch | 2020-09-28 83 | 2020-09-30 17");
  check_reason(
      {{"gazette", "2020-09-28"}, {"post", "2020-09-30", "", true}},
      "The sources give 28 September 2020 (gazette) and 30 September 2020 (post); 28 September 2020 is "
      "preferred, because post writes «that day», but that day was another weekday.");
}

TEST_CASE("cause: the day of the news", "[reconcile]") {
  const std::vector<Given> dates{{"gazette", "2020-09-28"},
                                 {"post", "2020-09-30", "", false, "announcement"}};
  check(dates, "disputed 2020-09-28 announcement-for-occurrence | 2020-09-28 71 | 2020-09-30 29",
        {announcement("echo", "2020-09-30")});
  check_reason(
      dates,
      "The sources give 28 September 2020 (gazette) and 30 September 2020 (post); 28 September 2020 is "
      "preferred, because 30 September 2020 is also the day on which it was made known, as echo says; post "
      "gives the date in a sentence about making it known.",
      {announcement("echo", "2020-09-30")});
  // Another day, another person, and the earlier of the two dates.
  const std::string no_cause = "disputed none contradiction | 2020-09-28 50 | 2020-09-30 50";
  check(dates, no_cause, {announcement("echo", "2020-09-29")});
  check(dates, no_cause, {announcement("echo", "2020-09-30", "Ann Fell")});
  check(dates, no_cause, {announcement("echo", "2020-09-28")});
}

TEST_CASE("an explanation is no reason for the date that it explains away", "[reconcile]") {
  const std::vector<Given> dates{{"a", "2020-09-28"}, {"b", "2020-09-30"}, {"c", "2020-09-30"},
                                 {"d", "2020-09-30"}, {"e", "2020-09-30"}, {"f", "2020-09-30"}};
  check_reason(
      dates,
      "The sources give 30 September 2020 (b, c, d, e and f) and 28 September 2020 (a); 30 September 2020 is "
      "preferred, with 67 per cent of the evidence.",
      {announcement("echo", "2020-09-30")});
}

TEST_CASE("cause: the day of publication", "[reconcile]") {
  check({{"gazette", "2020-09-28"}, {"post", "2020-09-30", "2020-09-30"}},
        "disputed 2020-09-28 publication-for-occurrence | 2020-09-28 71 | 2020-09-30 29");
  check({{"gazette", "2020-09-28"}, {"post", "2020-09-30", "2020-10-01"}},
        "disputed none contradiction | 2020-09-28 50 | 2020-09-30 50");
  check({{"gazette", "2020-09-08"}, {"post", "2020-09-30", "2020-09-30"}},
        "disputed none contradiction | 2020-09-08 50 | 2020-09-30 50");
}

TEST_CASE("cause: slips of the pen", "[reconcile]") {
  check({{"gazette", "2020-06-03"}, {"post", "2021-06-03"}},
        "disputed none wrong-year | 2020-06-03 50 | 2021-06-03 50");
  check({{"gazette", "2020-06-03"}, {"post", "2021-06-04"}},
        "disputed none maybe-two-events | 2020-06-03 50 | 2021-06-04 50");
  check({{"gazette", "2020-03-04"}, {"post", "2020-04-03"}},
        "disputed none contradiction | 2020-03-04 50 | 2020-04-03 50");
  check({{"gazette", "2020-03-04"}, {"post", "2020-04-04"}},
        "disputed none typing-slip | 2020-03-04 50 | 2020-04-04 50");
  check({{"gazette", "2020-03-12"}, {"post", "2020-03-21"}},
        "disputed none typing-slip | 2020-03-12 50 | 2020-03-21 50");
  check({{"gazette", "2020-03-12"}, {"post", "2020-03-13"}},
        "disputed none contradiction | 2020-03-12 50 | 2020-03-13 50");
}

TEST_CASE("cause: perhaps two events", "[reconcile]") {
  check({{"gazette", "2020-03-01"}, {"post", "2020-05-02"}},
        "disputed none maybe-two-events | 2020-03-01 50 | 2020-05-02 50");
  check({{"gazette", "2020-03-01"}, {"post", "2020-03-30"}},
        "disputed none contradiction | 2020-03-01 50 | 2020-03-30 50");
}

TEST_CASE("cause: perhaps two events, since each side names its own", "[reconcile]") {
  std::vector<Event> events{event_of({{"gazette", "2020-09-28"}, {"post", "2020-09-30"}})};
  for (Claim& claim : events[0].claims) claim.mention.by_name = true;
  events[0].claims[1].mention.participants = {"Ann Fell"};
  const auto result = reconcile(events, voices_of({{"gazette", ""}, {"post", ""}}), english().wording);
  CHECK(result.conflicts.at(0).cause == "maybe-two-events");
  CHECK(result.conflicts[0].cause_reason ==
        "gazette tells it of Ned Orr, post of Ann Fell; the sources may speak of two events");
  events[0].claims[1].mention.participants = {"Ann Fell", "Orr"};
  CHECK(reconcile(events, voices_of({{"gazette", ""}, {"post", ""}}), english().wording)
            .conflicts.at(0)
            .cause == "contradiction");
}

TEST_CASE("reasons in words", "[reconcile]") {
  check_reason({{"gazette", "2020-09-28"}}, "Only gazette gives a date: 28 September 2020.");
  check_reason({{"a", "2020"}, {"b", "2020"}, {"c", "2020"}}, "a, b and c give the same date: 2020.");
  check_reason({{"a", "2020-09-28"}, {"b", "2020"}},
               "a is most precise: 28 September 2020; what the others say agrees with it.");
  check_reason({{"a", "2020-09-01/2020-09-10"}, {"b", "2020-09-08/2020-09-20"}},
               "The dates of a and b taken together leave 8 to 10 September 2020.");
}

TEST_CASE("whatever is claimed, nothing is made up", "[reconcile]") {
  const std::vector<std::string> dates{"2020-09-28",
                                       "2020-09-30",
                                       "2020-09",
                                       "2020",
                                       "2020-10-01",
                                       "2019",
                                       "202X",
                                       "2020-21",
                                       "2010/..",
                                       "../2020-09-29",
                                       "1850~",
                                       "2020-09-01/2020-09-10",
                                       "2020-09-05/2020-10-02",
                                       "2020-09-28T10:31",
                                       "2020-28-09"};
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Given> list;
    for (std::size_t i = 0, size = 1 + random() % 7; i < size; ++i) {
      const std::string& date = dates[random() % (dates.size() - 1)];
      list.push_back({std::string(1, static_cast<char>('a' + random() % 5)) + "/" + std::to_string(i), date,
                      random() % 3 == 0 ? "2020-09-30" : "", random() % 9 == 0});
    }
    const Event event = event_of(list);
    const Reconciled result = reconciled(list);
    const Verdict& verdict = result.verdicts.front();
    CAPTURE(round, verdict.reason);
    CHECK(verdict.confidence >= 0);
    CHECK(verdict.confidence <= 1);
    CHECK(verdict.reason.ends_with("."));
    CHECK_FALSE(verdict.reason.ends_with(".."));
    CHECK(verdict.reason.find("  ") == std::string::npos);
    CHECK((verdict.status == Status::disputed) == !all_meet(ranges_of(event)));
    if (verdict.date) {
      const bool told = std::any_of(event.claims.begin(), event.claims.end(),
                                    [&](const Claim& claim) { return meet(*claim.range, *verdict.date); });
      CHECK(told);
      for (const Claim& claim : event.claims)
        if (meet(*claim.range, *verdict.date))
          CHECK((covers(*claim.range, *verdict.date) || verdict.status == Status::disputed));
    }
    if (result.conflicts.empty()) continue;
    const Conflict& conflict = result.conflicts.front();
    CHECK(conflict.candidates.size() > 1);
    double sum = 0;
    std::size_t claims = conflict.compatible.size();
    for (const Candidate& candidate : conflict.candidates) {
      sum += candidate.weight;
      claims += candidate.claims.size();
      CHECK_FALSE(candidate.claims.empty());
      CHECK_FALSE(candidate.sources.empty());
      for (const std::size_t i : candidate.claims) CHECK(covers(*event.claims[i].range, candidate.range));
      for (const Candidate& other : conflict.candidates)
        if (&other != &candidate) CHECK_FALSE(meet(other.range, candidate.range));
    }
    CHECK(sum == Approx(1).margin(0.004));
    CHECK(claims == event.claims.size());
  }
}
