// A table of the events (RFC 4180), a row for each date that is told for one, so that nothing is lost: who
// wants a row an event leaves out those with the rank "rival". Undated events and statements have a row
// without a date.
//
//   event,label,type,status,date,rank,edtf,earliest,latest,granularity,share,sources,claims,confidence,reason
//   e-04,The ferry sank,sinking,disputed,12 June 2021,preferred,2021-06-12,2021-06-12,2021-06-12,day,0.83,…
#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "export/formats.h"

namespace fasti {

namespace {

constexpr std::string_view line_end = "\r\n";

std::string event_cells(const Account& account) {
  const TimelineEvent& told = *account.told;
  return fmt::format("{},{},{},{}", csv_words(told.event.id), csv_words(account.label),
                     csv_words(told.event.type), to_string(told.verdict.status));
}

std::string date_cells(const DateRange& range, std::string_view rank, const Timeline& timeline) {
  return fmt::format("{},{},{},{},{},{}", escape_csv(in_words(range, timeline.wording)), rank,
                     escape_csv(to_edtf(range)), earliest_text(range), latest_text(range),
                     to_string(range.granularity));
}

std::string row(const Account& account, const ToldDate& date, const Timeline& timeline) {
  const Verdict& verdict = account.told->verdict;
  return fmt::format("{},{},{:.2f},{},{},{:.2f},{}{}", event_cells(account),
                     date_cells(date.range, to_string(date.rank), timeline), date.share,
                     csv_words(joined(date.sources, "; ")), date.claims, verdict.confidence,
                     csv_words(one_line(verdict.reason)), line_end);
}

std::string undated_row(const Account& account) {
  return fmt::format("{},,,,,,,,{},{},,{}{}", event_cells(account), csv_words(joined(account.sources, "; ")),
                     account.told->event.claims.size(), csv_words(one_line(account.told->verdict.reason)),
                     line_end);
}

std::string statement_row(const Claim& claim, const Accounts& all) {
  return fmt::format(",{},{},{},,,,,,,,{},1,,{}", csv_words(one_line(claim.label)),
                     csv_words(claim.mention.type), to_string(Status::undated),
                     csv_words(source_name(all, claim.doc)), line_end);
}

}  // namespace

std::string to_event_csv(const Accounts& all, Losses&) {
  std::string table = fmt::format(
      "event,label,type,status,date,rank,edtf,earliest,latest,granularity,share,sources,claims,confidence,"
      "reason{}",
      line_end);
  for (const Account& account : all.events) {
    for (const ToldDate& date : account.dates) table += row(account, date, *all.timeline);
    if (account.dates.empty()) table += undated_row(account);
  }
  for (const Claim& claim : all.timeline->undated) table += statement_row(claim, all);
  return table;
}

}  // namespace fasti
