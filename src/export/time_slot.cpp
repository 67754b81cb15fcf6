#include "export/time_slot.h"

#include <string>

#include "calendar/edtf.h"
#include "calendar/units.h"

namespace fasti {

namespace {

// The end that is written: "2010" of "2010/..".
std::optional<DateRange> written_end(const DateRange& range) {
  const std::string text = to_edtf(range);
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  return from_edtf(range.open_end ? text.substr(0, slash) : text.substr(slash + 1));
}

}  // namespace

std::optional<DateRange> closed(const DateRange& range, Losses& losses) {
  if (!range.open_start && !range.open_end) return range;
  if (range.open_start && range.open_end) return std::nullopt;
  losses.add(Loss::open_end);
  if (const auto end = written_end(range)) return end;
  return range_of_day(range.open_end ? first_day(range) : last_day(range));
}

TimeSlot slot_of(const DateRange& range) {
  if (has_clock(range)) return {range.earliest, range.latest + 1, true};
  return {start_of(first_day(range)), end_of(last_day(range)) + 1, false};
}

}  // namespace fasti
