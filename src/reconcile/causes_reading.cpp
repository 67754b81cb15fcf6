// How words were read: by the source that follows another one, or by this program.
#include <algorithm>

#include <fmt/format.h>

#include "calendar/timex_value.h"
#include "reconcile/cause_tests.h"

namespace fasti::causes {

namespace {

constexpr double weekday_of_a_rival = 0.95;
constexpr double weekday_alone = 0.7;
constexpr double date_of_others = 0.55;  // other sources give the date whose weekday is wrong
constexpr double written_either_way = 0.92;
constexpr double other_reading = 0.8;  // of words that name no year, or count from another date
constexpr double other_anchor = 0.7;
constexpr double a_week_off = 0.6;
constexpr double year_not_yet_over = 0.78;
constexpr double new_year = 0.72;
constexpr double near_years = 0.6;
constexpr double far_years = 0.45;

constexpr std::int64_t days_to_named_weekday = 7;
constexpr std::int64_t days_of_a_week = 7;
constexpr int last_month_of_new_year = 2;  // until when people write the old year
constexpr std::size_t dates_told_before = 2;

bool same_day_of_another_year(const Civil& a, const Civil& b) {
  return a.month == b.month && a.day == b.day && a.year != b.year;
}

// ---- weekday ----

bool wrong_weekday(const Claim& claim) { return claim.timex && claim.timex->weekday_disagrees; }

// The rival that falls on the weekday that the words name: within a week, or the same day of another year.
std::optional<std::size_t> rival_on_weekday(const Dispute& d, std::size_t c, int weekday) {
  for (std::size_t r = 0; r < d.candidates.size(); ++r) {
    if (r == c || !is_day(d.candidates[r].range) || weekday_of(day_of(d, r)) != weekday) continue;
    const bool near = days_apart(d.candidates[r].range, d.candidates[c].range) <= days_to_named_weekday;
    if (near || same_day_of_another_year(civil_of(d, r), civil_of(d, c))) return r;
  }
  return std::nullopt;
}

// ---- relative expressions ----

const Published* published(const Claim& claim, const Dispute& d) {
  const Voice* voice = voice_of(claim.doc, d.voices);
  return voice != nullptr && voice->published.known() && is_day(voice->published.range) ? &voice->published
                                                                                        : nullptr;
}

// The date that the claim would have, had its words been counted from that day.
DateRange counted_from(const Claim& claim, Day anchor) {
  const Day distance = first_day(*claim.range) - first_day(*claim.timex->counted_from);
  return range_of_day(limited_day(anchor + distance));
}

bool same_day(const DateRange& a, const DateRange& b) {
  return is_day(a) && is_day(b) && first_day(a) == first_day(b);
}

// Why the claim might as well mean the rival: the words, and what they would be counted from.
struct Misreading {
  std::string reason;
  double strength = 0;
};

std::optional<Misreading> from_publication(const Dispute& d, const Claim& claim, const DateRange& rival) {
  const Voice* voice = voice_of(claim.doc, d.voices);
  if (claim.timex->basis != Basis::relative_to_text || voice == nullptr || !is_day(voice->published.range))
    return std::nullopt;
  if (!voice->published.known() || !same_day(counted_from(claim, first_day(voice->published.range)), rival))
    return std::nullopt;
  return Misreading{fmt::format("counted from its publication on {} it would be {}",
                                in_words(voice->published.range, d), in_words(rival, d)),
                    other_anchor};
}

// The days told just before in the same text, the nearest first.
std::vector<const Claim*> told_before(const Dispute& d, const Claim& claim) {
  std::vector<const Claim*> before;
  const auto document = d.told.by_document.find(claim.doc);
  if (document == d.told.by_document.end()) return before;
  const auto& all = document->second;
  auto at = std::lower_bound(all.begin(), all.end(), claim.span.begin,
                             [](const Claim* one, std::size_t place) { return one->span.begin < place; });
  while (at != all.begin() && before.size() < dates_told_before)
    if (const Claim* one = *--at; is_day(*one->range)) before.push_back(one);
  return before;
}

std::optional<Misreading> from_another_date(const Dispute& d, const Claim& claim, const DateRange& rival) {
  for (const Claim* other : told_before(d, claim)) {
    if (same_day(*other->range, *claim.timex->counted_from) || same_day(*other->range, rival)) continue;
    if (same_day(counted_from(claim, first_day(*other->range)), rival))
      return Misreading{fmt::format("counted from {}, which it tells before, it would be {}",
                                    in_words(*other->range, d), in_words(rival, d)),
                        other_anchor};
  }
  return std::nullopt;
}

std::optional<Misreading> another_week(const Dispute& d, const Claim& claim, const DateRange& rival) {
  if (!names_weekday(claim) || std::abs(first_day(*claim.range) - first_day(rival)) != days_of_a_week)
    return std::nullopt;
  return Misreading{
      fmt::format("a week {} it would be {}",
                  first_day(rival) < first_day(*claim.range) ? "earlier" : "later", in_words(rival, d)),
      a_week_off};
}

// What an article tells as past, it cannot have meant for a later day.
bool comes_after_publication(const Dispute& d, const Claim& claim, const DateRange& rival) {
  const Published* when = published(claim, d);
  return when != nullptr && claim.role == Role::occurrence && rival.earliest > when->range.latest;
}

std::optional<Misreading> misreading(const Dispute& d, const Claim& claim, const DateRange& rival) {
  if (!claim.timex || !is_day(*claim.range) || comes_after_publication(d, claim, rival)) return std::nullopt;
  if (const auto found = another_week(d, claim, rival)) return found;
  if (!counted(claim) || !is_day(*claim.timex->counted_from)) return std::nullopt;
  if (const auto found = from_publication(d, claim, rival)) return found;
  return from_another_date(d, claim, rival);
}

// ---- day and month, year ----

// A lost reading of the claim's words that names the day.
bool might_read(const Claim& claim, const DateRange& rival) {
  if (!claim.timex || claim.timex->named_weekday != 0) return false;
  const auto& readings = claim.timex->alternatives;
  return std::any_of(readings.begin(), readings.end(), [&](const Alternative& reading) {
    const auto range = value_range(reading.value);
    return range && same_day(*range, rival);
  });
}

// "03/04/2020": of two numbers, the reading that lost has them in the other order.
bool written_in_either_order(const Claim& claim, const Civil& other) {
  if (!claim.timex) return false;
  const std::string month_and_day = fmt::format("-{:02}-{:02}", other.month, other.day);
  const auto& readings = claim.timex->alternatives;
  return std::any_of(readings.begin(), readings.end(), [&](const Alternative& reading) {
    return reading.value.size() == 10 && reading.value.ends_with(month_and_day);
  });
}

// The claim's own day lies after the article that tells it.
bool not_yet_over(const Claim& claim, const Dispute& d) {
  return comes_after_publication(d, claim, *claim.range);
}

// In January people still write the old year, or take a December for that of the new one.
bool at_new_year(const Claim& claim, const Dispute& d) {
  const Published* when = published(claim, d);
  return when != nullptr && civil_of(first_day(when->range)).month <= last_month_of_new_year;
}

std::string whose_mistake(const Claim& claim, const Dispute& d) {
  const std::string name = source_of(claim, d);
  if (!claim.timex) return fmt::format("{} gives the year itself", name);
  if (year_written(claim)) return fmt::format("{} writes the year itself, «{}»", name, claim.timex->text);
  return fmt::format("{} writes «{}» without the year, which was concluded{}", name, claim.timex->text,
                     claim.timex->anchor.empty() ? "" : " from " + claim.timex->anchor);
}

}  // namespace

// The words name a weekday on which the date does not fall.
std::optional<Cause> weekday_mismatch(const Dispute& d) {
  for (std::size_t c = 0; c < d.candidates.size(); ++c) {
    const Claim* claim = claim_where(d, c, wrong_weekday);
    if (claim == nullptr) continue;
    const std::string own = fmt::format("{} writes «{}», but that day was another weekday",
                                        source_of(*claim, d), claim->timex->text);
    if (!all_claims(d, c, wrong_weekday))
      return Cause{
          "weekday-mismatch",
          fmt::format("{}; as others give the date too, it is rather the weekday that is wrong", own),
          std::nullopt, date_of_others};
    const auto rival =
        claim->timex->named_weekday == 0 ? std::nullopt : rival_on_weekday(d, c, claim->timex->named_weekday);
    if (!rival) return Cause{"weekday-mismatch", own, c, weekday_alone};
    return Cause{"weekday-mismatch",
                 fmt::format("{}; {} falls on the weekday that it names", own,
                             in_words(d.candidates[*rival].range, d)),
                 c, weekday_of_a_rival};
  }
  return std::nullopt;
}

// Words that count from another day, and would give the rival if counted from that.
std::optional<Cause> relative_misreading(const Dispute& d) {
  return strongest_of_pairs(d, [&](std::size_t c, std::size_t rival) -> std::optional<Cause> {
    for (const std::size_t i : d.candidates[c].claims) {
      const Claim& claim = claim_of(d, i);
      const auto found = misreading(d, claim, d.candidates[rival].range);
      if (!found) continue;
      const bool all = all_claims(
          d, c, [&](const Claim& one) { return misreading(d, one, d.candidates[rival].range).has_value(); });
      return Cause{"relative-misreading",
                   fmt::format("{} writes «{}», read as {}; {}", source_of(claim, d), claim.timex->text,
                               in_words(*claim.range, d), found->reason),
                   all ? std::optional(c) : std::nullopt, found->strength};
    }
    return std::nullopt;
  });
}

// Two numbers that can be read either way, and the other way give the rival.
std::optional<Cause> day_month_order(const Dispute& d) {
  return strongest_of_pairs(d, [&](std::size_t c, std::size_t rival) -> std::optional<Cause> {
    const Civil a = civil_of(d, c);
    const Civil b = civil_of(d, rival);
    if (a.year != b.year || a.day != b.month || a.month != b.day || a.day == a.month) return std::nullopt;
    const auto either_way = [&](const Claim& claim) { return written_in_either_order(claim, b); };
    const Claim* claim = claim_where(d, c, either_way);
    if (claim == nullptr) return std::nullopt;
    const bool all = all_claims(d, c, either_way);
    return Cause{"day-month-order",
                 fmt::format("{} writes «{}», which is {} or {}", source_of(*claim, d), claim->timex->text,
                             in_words(d.candidates[c].range, d), in_words(d.candidates[rival].range, d)),
                 all ? std::optional(c) : std::nullopt, written_either_way};
  });
}

// The same day of two years.
std::optional<Cause> wrong_year(const Dispute& d) {
  return strongest_of_pairs(d, [&](std::size_t c, std::size_t rival) -> std::optional<Cause> {
    if (!same_day_of_another_year(civil_of(d, c), civil_of(d, rival))) return std::nullopt;
    const DateRange& other = d.candidates[rival].range;
    const std::string days = fmt::format("{} and {} are the same day of two years",
                                         in_words(d.candidates[c].range, d), in_words(other, d));
    const auto readable = [&](const Claim& claim) {
      return !year_written(claim) && might_read(claim, other);
    };
    if (all_claims(d, c, readable)) {
      const Claim& claim = claim_of(d, d.candidates[c].claims.front());
      return Cause{"wrong-year", fmt::format("{}; {}", days, whose_mistake(claim, d)), c, other_reading};
    }
    const auto future = [&](const Claim& claim) { return not_yet_over(claim, d); };
    if (const Claim* claim = claim_where(d, c, future); claim != nullptr && all_claims(d, c, future))
      return Cause{"wrong-year",
                   fmt::format("{}; {} tells it as past, and appeared on {}", days, source_of(*claim, d),
                               in_words(published(*claim, d)->range, d)),
                   c, year_not_yet_over};
    const int years = std::abs(civil_of(d, c).year - civil_of(d, rival).year);
    const auto january = [&](const Claim& claim) { return at_new_year(claim, d); };
    if (const Claim* claim = claim_where(d, c, january); years == 1 && claim != nullptr)
      return Cause{
          "wrong-year",
          fmt::format("{}; {} appeared at the turn of a year, on {}, and {}", days, source_of(*claim, d),
                      in_words(published(*claim, d)->range, d), whose_mistake(*claim, d)),
          std::nullopt, new_year};
    // Of the two sides, tell of the one with fewer sources: the mistake is rather there.
    if (d.candidates[c].sources.size() > d.candidates[rival].sources.size()) return std::nullopt;
    return Cause{"wrong-year",
                 fmt::format("{}; {}", days, whose_mistake(claim_of(d, d.candidates[c].claims.front()), d)),
                 std::nullopt, years == 1 ? near_years : far_years};
  });
}

}  // namespace fasti::causes
