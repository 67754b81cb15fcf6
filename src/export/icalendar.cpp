// iCalendar (RFC 5545; NAME and DESCRIPTION of a calendar: RFC 7986).
//
//   BEGIN:VEVENT
//   UID:e-04@fasti
//   DTSTAMP:20210930T000000Z        the day of the latest article, since nothing here knows a clock
//   DTSTART;VALUE=DATE:20200901     September 2020: all its days
//   DTEND;VALUE=DATE:20201001       exclusive
//   SUMMARY:The bridge was closed (September 2020)
//
// Clock times are written without a zone ("floating"): civil time where it happened. A dispute that nobody
// has won is an event for each date, tentative.
#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "calendar/edtf.h"
#include "calendar/iso_text.h"
#include "calendar/units.h"
#include "export/formats.h"
#include "export/time_slot.h"

namespace fasti {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t line_octets = 75;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text)) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ';' || c == ',')
      (out += '\\') += c;
    else if (c != '\r')
      out += c;
  }
  return out;
}

// Lines of 75 octets at most; those that go on begin with a blank. Characters are not cut.
std::string folded(std::string_view line) {
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = decode(line, at).length;
    if (used + length > line_octets) {
      (out += line_end) += ' ';
      used = 1;
    }
    out += line.substr(at, length);
    used += length;
    at += length;
  }
  return (out += line_end);
}

void put(std::string& calendar, std::string_view name, std::string_view value) {
  calendar += folded(fmt::format("{}:{}", name, value));
}

void put_text(std::string& calendar, std::string_view name, std::string_view text) {
  if (!text.empty()) put(calendar, name, escaped(text));
}

// "2020-09-28T14:30:00" -> "20200928T143000"
std::string basic(std::string iso) {
  iso.erase(std::remove_if(iso.begin(), iso.end(), [](char c) { return c == '-' || c == ':'; }), iso.end());
  return iso;
}

std::string stamp_of(const Timeline& timeline) {
  const DateRange* latest = nullptr;
  for (const Source& source : timeline.sources)
    if (source.published.known() && first_day(source.published.range) >= day_of({1, 1, 1}) &&
        (!latest || source.published.range.latest > latest->latest))
      latest = &source.published.range;
  return basic(iso_day(latest ? last_day(*latest) : 0)) + "T000000Z";
}

// The day behind the calendar's last has no name here; a duration says the same.
void put_time(std::string& calendar, const TimeSlot& slot) {
  if (slot.clock) {
    put(calendar, "DTSTART", basic(iso_second(slot.begin)));
    if (slot.end > greatest_moment)
      put(calendar, "DURATION", fmt::format("PT{}S", slot.end - slot.begin));
    else
      put(calendar, "DTEND", basic(iso_second(slot.end)));
    return;
  }
  const Day first = day_of_moment(slot.begin);
  const Day last = day_of_moment(slot.end - 1);
  put(calendar, "DTSTART;VALUE=DATE", basic(iso_day(first)));
  if (last == greatest_day)
    put(calendar, "DURATION", fmt::format("P{}D", last - first + 1));
  else
    put(calendar, "DTEND;VALUE=DATE", basic(iso_day(last + 1)));
}

bool is_plain(const DateRange& range) {
  return !range.approximate && !range.open_start && !range.open_end && days_covered(range) == 1;
}

// The words of the date where the place in the calendar alone would claim more than the sources do.
std::string summary_of(const Account& account, const ToldDate& date, const Timeline& timeline) {
  if (is_plain(date.range)) return account.label;
  return fmt::format("{} ({})", account.label, in_words(date.range, timeline.wording));
}

std::string first_link(const Account& account, const Accounts& all) {
  for (const Claim& claim : account.told->event.claims)
    if (const auto found = all.sources.find(claim.doc); found != all.sources.end())
      if (std::string link = safe_link(found->second->url); !link.empty()) return link;
  return "";
}

std::string uid_of(const Account& account, const ToldDate& date) {
  const std::string& id = account.told->event.id;
  if (date.rank != DateRank::open) return id + "@fasti";
  return fmt::format("{}-{}@fasti", id, to_edtf(date.range));
}

void put_event(std::string& calendar, const Account& account, const ToldDate& date, const TimeSlot& slot,
               const Accounts& all, const std::string& stamp) {
  const Timeline& timeline = *all.timeline;
  put(calendar, "BEGIN", "VEVENT");
  put_text(calendar, "UID", uid_of(account, date));
  put(calendar, "DTSTAMP", stamp);
  put_time(calendar, slot);
  put_text(calendar, "SUMMARY", summary_of(account, date, timeline));
  put_text(calendar, "DESCRIPTION", joined(remarks(account, &date, timeline), "\n"));
  put_text(calendar, "CATEGORIES", status_word(account, timeline));
  put(calendar, "STATUS", date.rank == DateRank::open ? "TENTATIVE" : "CONFIRMED");
  put(calendar, "TRANSP", "TRANSPARENT");
  if (const std::string link = first_link(account, all); !link.empty()) put(calendar, "URL", one_line(link));
  put_text(calendar, "X-FASTI-EDTF", to_edtf(date.range));
  put_text(calendar, "X-FASTI-STATUS", to_string(account.told->verdict.status));
  put(calendar, "END", "VEVENT");
}

bool begins_before_era(const DateRange& range) {
  return (range.open_start ? last_day(range) : first_day(range)) < day_of({1, 1, 1});
}

// Where the date stands; nowhere if the format has no place for it, which is then told.
std::optional<TimeSlot> place_of(const DateRange& range, Losses& losses) {
  if (begins_before_era(range)) {
    losses.add(Loss::before_era);
    return std::nullopt;
  }
  const auto whole = closed(range, losses);
  if (!whole) losses.add(Loss::undated);
  return whole ? std::optional(slot_of(*whole)) : std::nullopt;
}

void put_dates(std::string& calendar, const Account& account, const Accounts& all, const std::string& stamp,
               Losses& losses) {
  if (account.dates.empty()) losses.add(Loss::undated);
  if (!account.rivals().empty()) losses.add(Loss::conflict);
  for (const ToldDate* date : account.main_dates())
    if (const auto slot = place_of(date->range, losses))
      put_event(calendar, account, *date, *slot, all, stamp);
}

}  // namespace

std::string to_icalendar(const Accounts& all, Losses& losses) {
  const std::string stamp = stamp_of(*all.timeline);
  losses.add(Loss::statement, all.timeline->undated.size());
  std::string events;
  for (const Account& account : all.events) put_dates(events, account, all, stamp, losses);
  std::string calendar;
  put(calendar, "BEGIN", "VCALENDAR");
  put(calendar, "VERSION", "2.0");
  put(calendar, "PRODID", "-//fasti//timeline//EN");
  put(calendar, "CALSCALE", "GREGORIAN");
  put_text(calendar, "NAME", all.title);
  put_text(calendar, "X-WR-CALNAME", all.title);
  put_text(calendar, "DESCRIPTION", loss_note(losses, all.timeline->phrases));
  calendar += events;
  put(calendar, "END", "VCALENDAR");
  return calendar;
}

}  // namespace fasti
