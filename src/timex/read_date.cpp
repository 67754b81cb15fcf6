#include "timex/read_date.h"

#include <algorithm>

#include "base/utf8.h"
#include "calendar/digits.h"
#include "calendar/edtf.h"
#include "text/segment.h"
#include "timex/document.h"
#include "timex/resolve.h"
#include "timex/settle_order.h"

namespace fasti {

namespace {

// Without any rule.
Timex of_figures(const std::string& cell, const DateRange& range) {
  Timex timex;
  timex.span = {0, cell.size()};
  timex.text = cell;
  timex.value = cell;
  timex.range = range;
  return timex;
}

// "3 May 1912 - 5 May 1912": nothing but marks around two dates of one granularity, the earlier one first.
bool from_one_to_the_other(std::string_view cell, const std::vector<Timex>& timexes) {
  if (timexes.size() != 2) return false;
  const DateRange& first = *timexes[0].range;
  const DateRange& last = *timexes[1].range;
  const std::string_view between =
      cell.substr(timexes[0].span.end, timexes[1].span.begin - timexes[0].span.end);
  const bool marks_only = std::none_of(between.begin(), between.end(), [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return marks_only && first.granularity == last.granularity && first.granularity >= Granularity::day &&
         first.latest < last.earliest;
}

Timex stretch(const std::string& cell, const std::vector<Timex>& ends) {
  Timex timex = ends.front();
  timex.span.end = ends.back().span.end;
  timex.text = cell.substr(timex.span.begin, timex.span.size());
  timex.range = hull(*ends.front().range, *ends.back().range);
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
  if (trimmed(cell).empty()) return {};
  auto range = from_digits(cell);
  if (!range) range = from_edtf(cell);
  if (range) return {of_figures(cell, *range), CellOrder::none};
  Profile profile = given_profile;
  if (day_first) profile.day_first = *day_first;
  Document document;
  document.article.text = cell;
  document.article.body = {0, cell.size()};
  if (published) document.published = {*published, Published::Basis::stated, ""};
  document.segmented = segment_blocks(cell, {{0, cell.size()}}, rules.orthography);
  if (document.segmented.tokens.empty()) return {};
  document.partials = match_timexes(cell, document.segmented, rules, profile);
  if (document.partials.empty()) return {};
  std::vector<Timex> timexes = resolve(document, rules, profile).timexes;
  std::erase_if(timexes, [](const Timex& timex) { return !timex.range; });
  CellDate read;
  read.order = order_told(document, profile);
  if (from_one_to_the_other(cell, timexes))
    read.timex = stretch(cell, timexes);
  else
    for (Timex& timex : timexes)
      if (!read.timex || finer(*timex.range, *read.timex->range)) read.timex = std::move(timex);
  return read;
}

}  // namespace fasti
