// Timesketch's JSON lines: message, datetime and timestamp_desc, which it asks for, and keys of our own.
//
// It knows points in time only. A date of several days is therefore two of them, its first and its last
// second; a day, or what lies within one, is its first second, which is told as a loss unless it is exact.
// All dates of an event have lines. What is left out is told in the first line ("note").
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "base/rounded.h"
#include "calendar/edtf.h"
#include "calendar/iso_text.h"
#include "export/formats.h"
#include "export/time_slot.h"

namespace fasti {

namespace {

using Json = nlohmann::ordered_json;

struct Lines {
  const Accounts& all;
  Losses& losses;
  std::vector<Json> list = {};
};

Json line_of(const Account& account, const ToldDate& date, Moment moment, std::string what,
             const Accounts& all) {
  const TimelineEvent& told = *account.told;
  const std::string status(to_string(told.verdict.status));
  return {{"message", account.label},
          {"datetime", iso_second(moment) + "+00:00"},
          {"timestamp_desc", std::move(what)},
          {"data_type", "fasti:event"},
          {"tag", Json::array({status})},
          {"event", told.event.id},
          {"event_type", told.event.type},
          {"status", status},
          {"rank", to_string(date.rank)},
          {"date", in_words(date.range, all.timeline->wording)},
          {"edtf", to_edtf(date.range)},
          {"earliest", earliest_text(date.range)},
          {"latest", latest_text(date.range)},
          {"granularity", to_string(date.range.granularity)},
          {"share", rounded(date.share)},
          {"sources", joined(date.sources, "; ")},
          {"reason", one_line(told.verdict.reason)}};
}

void add_line(Lines& lines, const Account& account, const ToldDate& date, Moment moment, std::string what) {
  if (moment < start_of(day_of({1, 1, 1})))
    lines.losses.add(Loss::before_era);
  else
    lines.list.push_back(line_of(account, date, moment, std::move(what), lines.all));
}

// An open end has no moment; the other one has.
void add_date(Lines& lines, const Account& account, const ToldDate& date) {
  const Timeline& timeline = *lines.all.timeline;
  const DateRange& range = date.range;
  const std::string words = in_words(range, timeline.wording);
  if (range.open_start && range.open_end) {
    lines.losses.add(Loss::undated);
  } else if (!range.open_start && !range.open_end && days_covered(range) == 1) {
    if (range.latest > range.earliest && slot_of(range).begin >= start_of(day_of({1, 1, 1})))
      lines.losses.add(Loss::as_point);
    add_line(lines, account, date, slot_of(range).begin, words);
  } else {
    const TimeSlot slot = slot_of(range);
    if (!range.open_start)
      add_line(lines, account, date, slot.begin, say(timeline.phrases, "not-before", {{"date", words}}));
    if (!range.open_end)
      add_line(lines, account, date, slot.end - 1, say(timeline.phrases, "not-after", {{"date", words}}));
  }
}

}  // namespace

std::string to_timesketch(const Accounts& all, Losses& losses) {
  Lines lines{all, losses};
  losses.add(Loss::statement, all.timeline->undated.size());
  for (const Account& account : all.events) {
    if (account.dates.empty()) losses.add(Loss::undated);
    for (const ToldDate& date : account.dates) add_date(lines, account, date);
  }
  if (const std::string note = loss_note(losses, all.timeline->phrases); !note.empty() && !lines.list.empty())
    lines.list.front()["note"] = note;
  std::string text;
  for (const Json& line : lines.list)
    text += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  return text;
}

}  // namespace fasti
