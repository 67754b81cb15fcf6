// Items and groups for vis-timeline: new vis.Timeline(element, data.items, data.groups, {}).
//
//   {"id": "e-04", "group": "disputed", "content": "…",
//    "start": "2020-09-01T00:00:00", "end": "2020-10-01T00:00:00", "type": "range",
//    "className": "fasti-disputed fasti-preferred", "title": "…"}
//
// A group for each status. Every date of an event is an item of its own, so that rivals are seen in their
// places; style sheets tell them apart by class. What lies within a day is a box with a line to the axis,
// since a bar of its length has no room for a label; its end is there all the same. Content and title are
// HTML there. Ends are exclusive, times civil ones.
#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "calendar/iso_text.h"
#include "export/formats.h"
#include "export/time_slot.h"
#include "export/web_json.h"

namespace fasti {

namespace {

using Json = nlohmann::ordered_json;

// As JavaScript reads it: years outside 0 to 9999 have a sign and six digits. The day behind the calendar's
// end is the first of the year 10000.
std::string moment_text(Moment moment) {
  if (moment > greatest_moment) return "+010000-01-01T00:00:00";
  const std::string text = iso_second(moment);
  return text.front() == '-' ? "-00" + text.substr(1) : text;
}

std::string html_lines(const std::vector<std::string>& lines) {
  std::vector<std::string> escaped;
  for (const std::string& line : lines) escaped.push_back(escape_xml(line));
  return joined(escaped, "<br>");
}

Json item_of(const Account& account, std::size_t number, const DateRange& range, const Accounts& all) {
  const ToldDate& date = account.dates[number];
  const std::string status(to_string(account.told->verdict.status));
  const TimeSlot slot = slot_of(range);
  Json item{
      {"id", number == 0 ? account.told->event.id : fmt::format("{}/{}", account.told->event.id, number + 1)},
      {"event", account.told->event.id},
      {"group", status},
      {"content", escape_xml(account.label)},
      {"start", moment_text(slot.begin)},
      {"end", moment_text(slot.end)},
      {"type", days_covered(range) == 1 ? "box" : "range"}};
  item["className"] = fmt::format("fasti-{} fasti-{}", status, to_string(date.rank));
  item["title"] = html_lines(remarks(account, &date, *all.timeline));
  item["edtf"] = to_edtf(date.range);
  item["rank"] = to_string(date.rank);
  item["sources"] = date.sources;
  return item;
}

void add_items(Json& items, const Account& account, const Accounts& all, Losses& losses) {
  if (account.dates.empty()) losses.add(Loss::undated);
  for (std::size_t i = 0; i < account.dates.size(); ++i) {
    if (const auto range = closed(account.dates[i].range, losses))
      items.push_back(item_of(account, i, *range, all));
    else
      losses.add(Loss::undated);
  }
}

Json groups_of(const Json& items, const Timeline& timeline) {
  Json groups = Json::array();
  for (const Status status :
       {Status::agreed, Status::refined, Status::single, Status::decided, Status::disputed}) {
    const std::string name(to_string(status));
    const bool used =
        std::any_of(items.begin(), items.end(), [&](const Json& item) { return item["group"] == name; });
    if (used)
      groups.push_back({{"id", name}, {"content", escape_xml(say(timeline.phrases, "status-" + name))}});
  }
  return groups;
}

}  // namespace

std::string to_vis(const Accounts& all, Losses& losses) {
  losses.add(Loss::statement, all.timeline->undated.size());
  Json items = Json::array();
  for (const Account& account : all.events) add_items(items, account, all, losses);
  Json whole{{"title", all.title}};
  if (losses.any()) whole["note"] = loss_note(losses, all.timeline->phrases);
  whole["groups"] = groups_of(items, *all.timeline);
  whole["items"] = std::move(items);
  return web_json(whole) + "\n";
}

}  // namespace fasti
