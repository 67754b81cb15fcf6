// How numbers were written, by which clock and calendar; and what is no mistake at all.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "calendar/julian.h"
#include "claim/names.h"
#include "reconcile/cause_tests.h"

namespace fasti::causes {

namespace {

constexpr double calendars_apart = 0.68;
constexpr double at_midnight = 0.74;
constexpr double zones_apart = 0.62;
constexpr double zones_apart_in_whole_hours = 0.35;  // which people round to
constexpr double two_subjects = 0.64;
constexpr double out_of_order = 0.58;  // it tells that a date is wrong: causes that tell why go first
constexpr double digits_exchanged = 0.66;
constexpr double digit_of_year = 0.5;
constexpr double digit_of_day = 0.42;
constexpr double last_digit_of_day = 0.38;  // of two days of a month every sixth pair: no sign by itself
constexpr double month_alone = 0.4;
constexpr double far_apart = 0.2;

constexpr std::int64_t days_of_one_slip = 5;     // 12 and 13 are no slip of a finger, 12 and 21 may be
constexpr std::int64_t days_of_two_events = 45;  // sources do not err by so much without a reason
constexpr std::int64_t seconds_per_hour = 3600;
constexpr std::int64_t hours_between_zones = 14;
constexpr int evening = 20;  // from this hour on, and until
constexpr int morning = 6;   // this one, a date may belong to the day beside it
constexpr int last_year_of_julian_calendar = 1930;

std::string pair_in_words(const Dispute& d, std::size_t a, std::size_t b) {
  return fmt::format("{} and {}", in_words(d.candidates[a].range, d), in_words(d.candidates[b].range, d));
}

// ---- slips ----

bool exchanged(int a, int b) { return a != b && a / 10 == b % 10 && a % 10 == b / 10; }

// How the digits of two years differ: one replaced, or two neighbours exchanged.
struct YearSlip {
  bool one = false;
  bool swapped = false;
};
YearSlip year_slip(int a, int b) {
  if (a < 1000 || b < 1000 || a > 9999 || b > 9999) return {};
  const std::string x = std::to_string(a);
  const std::string y = std::to_string(b);
  std::vector<std::size_t> differ;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] != y[i]) differ.push_back(i);
  const bool neighbours = differ.size() == 2 && differ[1] == differ[0] + 1;
  return {differ.size() == 1, neighbours && x[differ[0]] == y[differ[1]] && x[differ[1]] == y[differ[0]]};
}

struct Slip {
  const char* telling = nullptr;
  double strength = 0;
};
Slip slip_between(const Civil& a, const Civil& b) {
  const bool same_year = a.year == b.year;
  const bool same_month = a.month == b.month;
  if (same_year && same_month && std::abs(a.day - b.day) >= days_of_one_slip) {
    if (exchanged(a.day, b.day)) return {"differ by two exchanged digits of the day", digits_exchanged};
    if (a.day % 10 == b.day % 10) return {"differ by one digit of the day", digit_of_day};
    if (a.day / 10 == b.day / 10) return {"differ by one digit of the day", last_digit_of_day};
  }
  if (same_year && a.day == b.day && a.month != b.month) return {"differ in the month alone", month_alone};
  if (same_month && a.day == b.day && !same_year) {
    const YearSlip slip = year_slip(a.year, b.year);
    if (slip.swapped) return {"differ by two exchanged digits of the year", digits_exchanged};
    if (slip.one && std::abs(a.year - b.year) > 1) return {"differ by one digit of the year", digit_of_year};
  }
  return {};
}

// A date that was counted was not typed.
bool typed(const Claim& claim) { return !counted(claim); }

// ---- clocks ----

bool has_clock_time(const DateRange& range) { return range.granularity <= Granularity::hour; }

int hour_of(Moment moment) {
  return static_cast<int>((moment - start_of(day_of_moment(moment))) / seconds_per_hour);
}

// Late on the first of two days, or early on the second.
bool near_midnight(const DateRange& range, bool before) {
  if (has_clock_time(range))
    return before ? hour_of(range.earliest) >= evening : hour_of(range.latest) < morning;
  if (range.granularity != Granularity::day_part) return false;
  return before ? hour_of(range.latest) >= evening + 2 && hour_of(range.earliest) >= 12
                : hour_of(range.earliest) < morning && hour_of(range.latest) < 2 * morning;
}

// A claim too vague to choose that is of the night between.
const Claim* night_between(const Dispute& d, Day first) {
  for (const Claim& claim : d.event.claims) {
    const DateRange& range = *claim.range;
    if (!range.open_start && !range.open_end && first_day(range) == first && last_day(range) == first + 1)
      return &claim;
  }
  return nullptr;
}

// Two clock times that are neither near each other nor the same hour of two days.
bool far_by_the_clock(const DateRange& a, const DateRange& b) {
  const std::int64_t apart = b.earliest - a.earliest;
  return has_clock_time(a) && has_clock_time(b) && apart > hours_between_zones * seconds_per_hour &&
         apart != seconds_per_day;
}

std::optional<Cause> overnight(const Dispute& d, std::size_t first, std::size_t second) {
  if (day_of(d, second) != day_of(d, first) + 1) return std::nullopt;
  if (far_by_the_clock(d.candidates[first].range, d.candidates[second].range)) return std::nullopt;
  const std::string days = fmt::format("{} are neighbours", pair_in_words(d, first, second));
  const auto late = [](const Claim& claim) { return near_midnight(*claim.range, true); };
  const auto early = [](const Claim& claim) { return near_midnight(*claim.range, false); };
  const Claim* claim = claim_where(d, first, late);
  if (claim == nullptr) claim = claim_where(d, second, early);
  if (claim == nullptr) claim = night_between(d, day_of(d, first));
  if (claim == nullptr) return std::nullopt;
  return Cause{"overnight-or-timezone",
               fmt::format("{}, and {} gives an hour of the night between them, {}", days,
                           source_of(*claim, d), in_words(*claim->range, d)),
               std::nullopt, at_midnight};
}

std::optional<Cause> zones(const Dispute& d, std::size_t first, std::size_t second) {
  const DateRange& a = d.candidates[first].range;
  const DateRange& b = d.candidates[second].range;
  if (a.granularity > Granularity::minute || b.granularity > Granularity::minute) return std::nullopt;
  const std::int64_t apart = b.earliest - a.earliest;
  if (apart <= 0 || apart > hours_between_zones * seconds_per_hour || apart % (seconds_per_hour / 2) != 0)
    return std::nullopt;
  const bool round = a.earliest % (seconds_per_hour / 4) == 0;
  return Cause{
      "overnight-or-timezone",
      fmt::format("{} lie just {} apart, as clocks of two zones do", pair_in_words(d, first, second),
                  apart % seconds_per_hour == 0 ? fmt::format("{} {}", apart / seconds_per_hour,
                                                              apart == seconds_per_hour ? "hour" : "hours")
                                                : fmt::format("{} minutes", apart / 60)),
      std::nullopt, round ? zones_apart_in_whole_hours : zones_apart};
}

// Who or what it happened to, where all that a candidate's claims name is told of one.
const Claim* named_subject(const Dispute& d, std::size_t candidate) {
  return claim_where(d, candidate, [](const Claim& c) {
    return c.mention.by_name && !c.mention.participants.empty() && !c.entry;
  });
}

bool may_tell_of(const Claim& claim, const std::string& subject) {
  return std::any_of(claim.mention.participants.begin(), claim.mention.participants.end(),
                     [&](const std::string& name) { return may_be_same_name(name, subject); });
}

// Each side names its own, and neither the other's.
std::optional<Cause> of_two_subjects(const Dispute& d) {
  return strongest_of_pairs(d, [&](std::size_t a, std::size_t b) -> std::optional<Cause> {
    const Claim* first = named_subject(d, a);
    const Claim* second = named_subject(d, b);
    if (a > b || first == nullptr || second == nullptr) return std::nullopt;
    const std::string& one = first->mention.participants.front();
    const std::string& other = second->mention.participants.front();
    const auto foreign = [](const std::string& name) {
      return [&name](const Claim& claim) { return !may_tell_of(claim, name); };
    };
    if (!all_claims(d, a, foreign(other)) || !all_claims(d, b, foreign(one))) return std::nullopt;
    return Cause{"maybe-two-events",
                 fmt::format("{} tells it of {}, {} of {}; the sources may speak of two events",
                             source_of(*first, d), one, source_of(*second, d), other),
                 std::nullopt, two_subjects};
  });
}

}  // namespace

// Days that differ by a digit or two exchanged ones, of which one is typed by a single source.
std::optional<Cause> typing_slip(const Dispute& d) {
  return strongest_of_pairs(d, [&](std::size_t c, std::size_t rival) -> std::optional<Cause> {
    const Slip slip = slip_between(civil_of(d, c), civil_of(d, rival));
    const bool lonely = d.candidates[c].sources.size() == 1;
    if (slip.telling == nullptr || !lonely || claim_where(d, c, typed) == nullptr) return std::nullopt;
    if (slip.strength <= last_digit_of_day && d.candidates[rival].sources.size() < 2) return std::nullopt;
    const auto [first, second] = std::minmax(c, rival);
    return Cause{"typing-slip", fmt::format("{} {}", pair_in_words(d, first, second), slip.telling),
                 std::nullopt, slip.strength};
  });
}

std::optional<Cause> overnight_or_timezone(const Dispute& d) {
  return strongest_of_pairs(d, [&](std::size_t first, std::size_t second) -> std::optional<Cause> {
    if (first > second) return std::nullopt;
    if (auto found = overnight(d, first, second)) return found;
    return zones(d, first, second);
  });
}

// As many days apart as the calendars were, when both were in use.
std::optional<Cause> old_style_calendar(const Dispute& d) {
  return strongest_of_pairs(d, [&](std::size_t old, std::size_t later) -> std::optional<Cause> {
    const Civil date = civil_of(d, old);
    if (date.year < last_julian_year || date.year > last_year_of_julian_calendar) return std::nullopt;
    if (date.year == last_julian_year && date.month < 10) return std::nullopt;
    if (julian_day_of(date) != day_of(d, later)) return std::nullopt;
    return Cause{"old-style-calendar",
                 fmt::format("{} of the Julian calendar is {} of the Gregorian, {} days later",
                             in_words(d.candidates[old].range, d), in_words(d.candidates[later].range, d),
                             day_of(d, later) - day_of(d, old)),
                 std::nullopt, calendars_apart};
  });
}

std::optional<Cause> maybe_two_events(const Dispute& d) {
  if (auto found = of_two_subjects(d)) return found;
  std::int64_t widest = 0;
  const Candidate& first = d.candidates.front();
  for (const Candidate& other : d.candidates) widest = std::max(widest, days_apart(first.range, other.range));
  if (widest < days_of_two_events) return std::nullopt;
  return Cause{"maybe-two-events",
               fmt::format("the dates lie {} days apart; the sources may speak of two events", widest),
               std::nullopt, far_apart};
}

std::optional<Cause> order_violated(const Dispute& d) {
  if (d.out_of_order.empty()) return std::nullopt;
  const OutOfOrder& found = d.out_of_order.front();
  return Cause{"order-violated", found.reason, found.candidate, out_of_order};
}

}  // namespace fasti::causes
