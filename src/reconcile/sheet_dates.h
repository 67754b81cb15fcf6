// A sheet's wordings → dates; then its events, as ballots and one at a time with their claims.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "event/event.h"
#include "reconcile/ballots.h"
#include "reconcile/claim_sheet.h"
#include "rules/rule_set.h"
#include "timex/read_date.h"

namespace fasti {

struct SheetDates {
  std::vector<std::optional<DateRange>> publications;  // of wordings: the day, or what is coarser
  std::vector<CellDate> readings;             // of wordings; some stand there in both orders of day and month
  std::vector<std::uint32_t> reading_of_row;  // a place in readings, for each row of the sheet
  std::vector<std::uint32_t> first_row;       // of each event, and one past the last row at the end

  const std::optional<Timex>& timex_of(std::size_t row) const { return readings[reading_of_row[row]].timex; }
};

// Each wording is read once, on so many threads, and counted from its publication, where that is a complete
// date. Where day and month can be told apart in two ways, a source is read in the order in which it writes
// dates that leave no choice; else so that most of its dates lie nearer to their publication; else by the
// profile.
SheetDates read_dates(const ClaimSheet&, const RuleSet&, const Profile&, unsigned threads);

// The statements of an event that have a date; the claims are by date, then source, and the same claim stands
// there once. A claim's document is its source.
std::vector<Statement> statements_of(const ClaimSheet&, const SheetDates&, std::uint32_t event);
Event event_of(const ClaimSheet&, const SheetDates&, std::uint32_t event);

Ballots ballots_of(const ClaimSheet&, const SheetDates&);

}  // namespace fasti
