#include "reconcile/sheet_dates.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <thread>

namespace fasti {

namespace {

constexpr double left_of_an_approximate_date = 0.8;
constexpr double left_of_a_wrong_weekday = 0.5;
constexpr std::size_t at_a_time = 256;

// Publications are few; each is read once. Of a time the day counts.
std::vector<std::optional<DateRange>> read_publications(const ClaimSheet& sheet, const RuleSet& rules,
                                                        const Profile& profile) {
  std::map<std::string_view, std::optional<DateRange>> known;
  std::vector<std::optional<DateRange>> all;
  for (const ClaimSheet::Wording& wording : sheet.wordings) {
    const auto [entry, is_new] = known.try_emplace(wording.published);
    if (is_new)
      if (const auto timex = read_date(wording.published, std::nullopt, std::nullopt, rules, profile).timex)
        entry->second = finer(*timex->range, range_of_day(first_day(*timex->range)))
                            ? range_of_day(first_day(*timex->range))
                            : *timex->range;
    all.push_back(entry->second);
  }
  return all;
}

// fill(i) for each i below count, on so many threads; the outcome does not depend on their number.
template <class Fill>
void in_parallel(std::size_t count, unsigned threads, Fill fill) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t begin = next.fetch_add(at_a_time); begin < count; begin = next.fetch_add(at_a_time))
      for (std::size_t i = begin; i < std::min(count, begin + at_a_time); ++i) fill(i);
  };
  std::vector<std::thread> helpers;
  for (unsigned t = 1; t < threads; ++t) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
}

// How a source writes days and months, by all its dates.
struct OrderEvidence {
  std::size_t day_first = 0, month_first = 0;  // dates that leave no choice
  std::vector<std::size_t> open;               // rows that do
};

std::map<std::uint32_t, OrderEvidence> evidence_of(const ClaimSheet& sheet, const SheetDates& dates) {
  std::map<std::uint32_t, OrderEvidence> of_source;
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    const CellOrder order = dates.readings[dates.reading_of_row[row]].order;
    if (order == CellOrder::none) continue;
    OrderEvidence& evidence = of_source[sheet.rows[row].source];
    evidence.day_first += order == CellOrder::day_first;
    evidence.month_first += order == CellOrder::month_first;
    if (order == CellOrder::either) evidence.open.push_back(row);
  }
  return of_source;
}

// Reads open wordings in the order that the profile does not have, each once.
class OtherOrder {
 public:
  OtherOrder(const ClaimSheet& sheet, SheetDates& dates, const RuleSet& rules, const Profile& profile)
      : sheet_(sheet), dates_(dates), rules_(rules), profile_(profile) {}

  std::uint32_t reading_of(std::uint32_t wording) {
    const auto [entry, is_new] =
        known_.try_emplace(wording, static_cast<std::uint32_t>(dates_.readings.size()));
    if (is_new) {
      const ClaimSheet::Wording& words = sheet_.wordings[wording];
      dates_.readings.push_back(
          read_date(words.date, dates_.publications[wording], !profile_.day_first, rules_, profile_));
    }
    return entry->second;
  }

  // Most of the open dates lie nearer to their publication when read so.
  bool is_nearer(const std::vector<std::size_t>& rows) {
    std::size_t nearer = 0;
    std::size_t farther = 0;
    for (const std::size_t row : rows) {
      const auto& published = dates_.publications[sheet_.rows[row].wording];
      const std::uint32_t other =
          reading_of(sheet_.rows[row].wording);  // before any reference: readings may grow
      const auto& here = dates_.timex_of(row);
      const auto& there = dates_.readings[other].timex;
      if (!published || !here || !there) continue;
      const std::int64_t a = days_apart(*here->range, *published);
      const std::int64_t b = days_apart(*there->range, *published);
      nearer += b < a;
      farther += a < b;
    }
    return nearer > farther;
  }

 private:
  const ClaimSheet& sheet_;
  SheetDates& dates_;
  const RuleSet& rules_;
  const Profile& profile_;
  std::map<std::uint32_t, std::uint32_t> known_;
};

void settle_orders(const ClaimSheet& sheet, SheetDates& dates, const RuleSet& rules, const Profile& profile) {
  OtherOrder other(sheet, dates, rules, profile);
  for (const auto& [source, evidence] : evidence_of(sheet, dates)) {
    const std::size_t as_profile = profile.day_first ? evidence.day_first : evidence.month_first;
    const std::size_t against = profile.day_first ? evidence.month_first : evidence.day_first;
    if (against == as_profile ? !other.is_nearer(evidence.open) : against < as_profile) continue;
    for (const std::size_t row : evidence.open)
      dates.reading_of_row[row] = other.reading_of(sheet.rows[row].wording);
  }
}

float weight_of_row(const ClaimSheet::Row& row, const Timex& timex) {
  double weight = row.weight;
  if (timex.range->approximate) weight *= left_of_an_approximate_date;
  if (timex.weekday_disagrees) weight *= left_of_a_wrong_weekday;
  return static_cast<float>(weight);
}

}  // namespace

SheetDates read_dates(const ClaimSheet& sheet, const RuleSet& rules, const Profile& profile,
                      unsigned threads) {
  SheetDates dates;
  dates.publications = read_publications(sheet, rules, profile);
  dates.readings.resize(sheet.wordings.size());
  in_parallel(sheet.wordings.size(), threads, [&](std::size_t i) {
    dates.readings[i] =
        read_date(sheet.wordings[i].date, dates.publications[i], std::nullopt, rules, profile);
  });
  for (const ClaimSheet::Row& row : sheet.rows) dates.reading_of_row.push_back(row.wording);
  settle_orders(sheet, dates, rules, profile);
  dates.first_row.assign(sheet.events.size() + 1, 0);
  for (const ClaimSheet::Row& row : sheet.rows) ++dates.first_row[row.event + 1];
  for (std::size_t e = 1; e < dates.first_row.size(); ++e) dates.first_row[e] += dates.first_row[e - 1];
  return dates;
}

std::vector<Statement> statements_of(const ClaimSheet& sheet, const SheetDates& dates, std::uint32_t event) {
  std::vector<Statement> statements;
  for (std::size_t row = dates.first_row[event]; row < dates.first_row[event + 1]; ++row)
    if (const auto& timex = dates.timex_of(row))
      statements.push_back({sheet.rows[row].source, *timex->range, weight_of_row(sheet.rows[row], *timex)});
  return statements;
}

Event event_of(const ClaimSheet& sheet, const SheetDates& dates, std::uint32_t event) {
  Event result;
  result.id = sheet.events[event];
  result.label = sheet.events[event];
  result.type = sheet.kinds[sheet.kind_of_event[event]];
  for (std::size_t row = dates.first_row[event]; row < dates.first_row[event + 1]; ++row) {
    const auto& timex = dates.timex_of(row);
    if (!timex) continue;
    const std::string& source = sheet.sources[sheet.rows[row].source];
    const bool known = std::any_of(result.claims.begin(), result.claims.end(), [&](const Claim& claim) {
      return claim.doc == source && *claim.range == *timex->range;
    });
    if (known) continue;
    Claim claim;
    claim.doc = source;
    claim.quote = sheet.wordings[sheet.rows[row].wording].date;
    claim.mention.type = result.type;
    claim.timex = timex;
    claim.range = timex->range;
    result.claims.push_back(std::move(claim));
  }
  std::stable_sort(result.claims.begin(), result.claims.end(),
                   [](const Claim& a, const Claim& b) { return a.range->earliest < b.range->earliest; });
  return result;
}

Ballots ballots_of(const ClaimSheet& sheet, const SheetDates& dates) {
  Ballots ballots{sheet.sources, sheet.kinds, {}};
  for (std::uint32_t event = 0; event < sheet.events.size(); ++event)
    ballots.events.push_back(ballot_of(statements_of(sheet, dates, event), sheet.kind_of_event[event]));
  return ballots;
}

}  // namespace fasti
