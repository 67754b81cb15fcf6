#include "timex/read_date.h"

#include <algorithm>

#include "calendar/edtf.h"
#include "text/segment.h"
#include "timex/document.h"
#include "timex/resolve.h"
#include "timex/settle_order.h"

namespace fasti {

namespace {

Timex of_edtf(const std::string& cell, const DateRange& range) {
  Timex timex;
  timex.span = {0, cell.size()};
  timex.text = cell;
  timex.value = cell;
  timex.range = range;
  return timex;
}

CellOrder order_told(const Document& document, const Profile& profile) {
  const DateOrder order = order_of(document.partials, document.article.text, profile);
  if (!order.from_profile) return order.day_first ? CellOrder::day_first : CellOrder::month_first;
  const bool either =
      std::any_of(document.partials.begin(), document.partials.end(),
                  [](const PartialTimex& t) { return !in_order(t.partial, false).other.empty(); });
  return either ? CellOrder::either : CellOrder::none;
}

}  // namespace

CellDate read_date(const std::string& cell, const std::optional<DateRange>& published,
                   std::optional<bool> day_first, const RuleSet& rules, const Profile& given_profile) {
  if (const auto range = from_edtf(cell)) return {of_edtf(cell, *range), CellOrder::none};
  Profile profile = given_profile;
  if (day_first) profile.day_first = *day_first;
  Document document;
  document.article.text = cell;
  document.article.body = {0, cell.size()};
  if (published) document.published = {*published, Published::Basis::stated, ""};
  document.segmented = segment_blocks(cell, {{0, cell.size()}}, rules.orthography);
  document.partials = match_timexes(cell, document.segmented, rules, profile);
  if (document.partials.empty()) return {};
  CellDate read;
  read.order = order_told(document, profile);
  for (Timex& timex : resolve(document, rules, profile).timexes) {
    if (!timex.range) continue;
    if (!read.timex || finer(*timex.range, *read.timex->range)) read.timex = std::move(timex);
  }
  return read;
}

}  // namespace fasti
