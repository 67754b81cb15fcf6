// TimelineJS 3, the newsrooms' timeline: https://timeline.knightlab.com/docs/json-format.html
//
//   {"unique_id": "e-04", "start_date": {"year": 2020, "month": 9, "day": 1}, "end_date": {…, "day": 30},
//    "display_date": "September 2020", "text": {"headline": "…", "text": "<p>…</p>"}}
//
// A month is written by its first and last day, as a month alone would be drawn as a point; the reader sees
// the words. A dispute that nobody has won is a slide for each date. Headline and text are HTML there.
#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "export/formats.h"
#include "export/time_slot.h"
#include "export/web_json.h"

namespace fasti {

namespace {

using Json = nlohmann::ordered_json;

// The years before the first are 0, -1 …, as JavaScript counts them.
Json date_json(Moment moment, bool clock) {
  const Day day = day_of_moment(moment);
  const Civil civil = civil_of(day);
  Json json{{"year", civil.year}, {"month", civil.month}, {"day", civil.day}};
  if (!clock) return json;
  const Moment second = moment - start_of(day);
  json["hour"] = second / 3600;
  json["minute"] = second / 60 % 60;
  json["second"] = second % 60;
  return json;
}

void put_dates(Json& slide, const DateRange& range) {
  const TimeSlot slot = slot_of(range);
  slide["start_date"] = date_json(slot.begin, slot.clock);
  const bool a_point = slot.clock ? slot.end - slot.begin <= 60 : days_covered(range) == 1;
  if (!a_point) slide["end_date"] = date_json(slot.end - 1, slot.clock);
}

std::string paragraphs(const std::vector<std::string>& lines) {
  std::string html;
  for (const std::string& line : lines) html += fmt::format("<p>{}</p>", escape_xml(line));
  return html;
}

// The sources that a reader can follow.
std::string links(const Account& account, const Accounts& all) {
  std::vector<std::string> found;
  std::string last;
  for (const Claim& claim : account.told->event.claims) {
    const auto source = all.sources.find(claim.doc);
    const std::string link = source == all.sources.end() ? "" : safe_link(source->second->url);
    if (link.empty() || link == last) continue;
    last = link;
    std::string html =
        fmt::format("<a href=\"{}\">{}</a>", escape_xml(link), escape_xml(source_name(all, claim.doc)));
    if (std::find(found.begin(), found.end(), html) == found.end()) found.push_back(std::move(html));
  }
  return found.empty() ? "" : fmt::format("<p>{}</p>", joined(found, ", "));
}

Json slide_of(const Account& account, const ToldDate& date, const DateRange& range, const Accounts& all) {
  const Timeline& timeline = *all.timeline;
  const std::string& id = account.told->event.id;
  Json slide{{"unique_id", date.rank == DateRank::open ? fmt::format("{}-{}", id, to_edtf(date.range)) : id}};
  put_dates(slide, range);
  slide["display_date"] = in_words(date.range, timeline.wording);
  slide["text"] = {{"headline", escape_xml(account.label)},
                   {"text", paragraphs(remarks(account, &date, timeline)) + links(account, all)}};
  slide["edtf"] = to_edtf(date.range);
  slide["status"] = to_string(account.told->verdict.status);
  return slide;
}

void add_slides(Json& slides, const Account& account, const Accounts& all, Losses& losses) {
  if (account.dates.empty()) losses.add(Loss::undated);
  for (const ToldDate* date : account.main_dates()) {
    if (const auto range = closed(date->range, losses))
      slides.push_back(slide_of(account, *date, *range, all));
    else
      losses.add(Loss::undated);
  }
  if (!account.rivals().empty()) losses.add(Loss::conflict);
}

}  // namespace

std::string to_timelinejs(const Accounts& all, Losses& losses) {
  losses.add(Loss::statement, all.timeline->undated.size());
  Json slides = Json::array();
  for (const Account& account : all.events) add_slides(slides, account, all, losses);
  Json whole = Json::object();
  if (losses.any()) whole["note"] = loss_note(losses, all.timeline->phrases);
  whole["title"] = {{"text", {{"headline", escape_xml(all.title)}}}};
  whole["events"] = std::move(slides);
  return web_json(whole) + "\n";
}

}  // namespace fasti
