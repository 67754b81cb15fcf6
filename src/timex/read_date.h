// A date that stands by itself, such as a cell of a table, → what it means.
//
//   "4:22pDec 5", published 2011-12-05   ->  2011-12-05T16:22, year-from-context
//   "03/04/2020"                         ->  the third of April or the fourth of March, by `day_first`
//   "not available"                      ->  nothing
#pragma once

#include <optional>
#include <string>

#include "rules/rule_set.h"
#include "timex/timex.h"

namespace fasti {

// What a cell tells of the order in which its source writes day and month.
enum class CellOrder { none, either, day_first, month_first };

struct CellDate {
  std::optional<Timex> timex;  // always with a range
  CellOrder order = CellOrder::none;
};

// `published` anchors what is incomplete; without it only complete dates are read. `day_first` holds for what
// can be read in either order; without it the profile decides. EDTF ("1850~", "2011-12-XX") is understood in
// any language; else, of several expressions in the cell the finest one counts.
CellDate read_date(const std::string& cell, const std::optional<DateRange>& published,
                   std::optional<bool> day_first, const RuleSet&, const Profile&);

}  // namespace fasti
