// Events of schema.org as JSON-LD: what search engines and linked-data stores read.
//
//   {"@type": "Event", "@id": "#e-04", "name": "The ferry sank",
//    "startDate": "2021-06", "endDate": "2021-06", "temporal": "2021-06",
//    "subjectOf": [{"@type": "Claim", "text": "…", "temporalCoverage": "2021-06-14",
//                   "appearance": {"@id": "#source-mercury"}}]}
//
// startDate and endDate are as fine as the date was meant ("2021-06" is all of June); `temporal` (Dublin
// Core) is the date in EDTF, uncertainty and open ends included. What a source says is a Claim with its own
// date, so that a dispute stays one; where none of the dates is preferred, the event has none.
#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "calendar/iso_text.h"
#include "calendar/units.h"
#include "export/formats.h"
#include "export/web_json.h"

namespace fasti {

namespace {

using Json = nlohmann::ordered_json;

// "a b/c" -> "a%20b%2Fc", so that any id can be part of an address.
std::string address_part(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string source_id(std::string_view doc) { return "#source-" + address_part(doc); }

std::string end_text(Moment end, Granularity unit) {
  const Civil civil = civil_of(day_of_moment(end));
  switch (unit) {
    case Granularity::year:
      return iso_year(civil.year);
    case Granularity::month:
      return iso_month(civil.year, civil.month);
    case Granularity::day:
      return iso_day(day_of_moment(end));
    case Granularity::minute:
      return iso_minute(end);
    default:
      return iso_second(end);
  }
}

void put_date(Json& event, const DateRange& range) {
  const Granularity unit = end_unit(range);
  if (!range.open_start) event["startDate"] = end_text(range.earliest, unit);
  if (!range.open_end) event["endDate"] = end_text(range.latest, unit);
  event["temporal"] = to_edtf(range);
}

// One that a person took out of the weighing says so.
Json claim_json(const TimelineEvent& told, std::size_t number, const Timeline& timeline) {
  const Claim& claim = told.event.claims[number];
  Json json{{"@type", "Claim"}, {"text", clean_text(claim.quote)}};
  if (claim.range) json["temporalCoverage"] = to_edtf(*claim.range);
  json["appearance"] = {{"@id", source_id(claim.doc)}};
  json["identifier"] = fmt::format("{}:{}-{}", clean_text(claim.doc), claim.span.begin, claim.span.end);
  if (const std::string why = why_set_aside(told, number, timeline); !why.empty()) json["description"] = why;
  return json;
}

Json event_json(const Account& account, const Timeline& timeline) {
  const TimelineEvent& told = *account.told;
  const bool chosen = told.verdict.date && !account.dates.empty();
  const ToldDate* date = chosen ? &account.dates.front() : nullptr;
  Json event{{"@type", "Event"}, {"@id", "#" + address_part(told.event.id)}, {"name", account.label}};
  if (date) put_date(event, date->range);
  event["description"] = joined(remarks(account, date, timeline), "\n");
  event["keywords"] = {told.event.type, to_string(told.verdict.status)};
  Json claims = Json::array();
  for (std::size_t i = 0; i < told.event.claims.size(); ++i) claims.push_back(claim_json(told, i, timeline));
  event["subjectOf"] = std::move(claims);
  return event;
}

Json source_json(const Source& source, const Accounts& all) {
  Json json{{"@type", "CreativeWork"},
            {"@id", source_id(source.id)},
            {"name", one_line(source.title.empty() ? source.id : source.title)},
            {"publisher", {{"@type", "Organization"}, {"name", source_name(all, source.id)}}}};
  if (const std::string link = safe_link(source.url); !link.empty()) json["url"] = link;
  const Published& published = source.published;
  if (published.known() && !published.range.open_start && !published.range.open_end &&
      days_covered(published.range) == 1)
    json["datePublished"] = iso_day(first_day(published.range));
  return json;
}

Json context() {
  return Json::array({"https://schema.org",
                      {{"dcterms", "http://purl.org/dc/terms/"},
                       {"edtf", "http://id.loc.gov/datatypes/edtf/"},
                       {"temporal", {{"@id", "dcterms:temporal"}, {"@type", "edtf:EDTF"}}}}});
}

}  // namespace

std::string to_json_ld(const Accounts& all, Losses& losses) {
  losses.add(Loss::statement, all.timeline->undated.size());
  Json events = Json::array();
  for (const Account& account : all.events) events.push_back(event_json(account, *all.timeline));
  Json list{{"@type", "ItemList"}, {"name", all.title}};
  if (losses.any()) list["description"] = loss_note(losses, all.timeline->phrases);
  list["numberOfItems"] = events.size();
  list["itemListElement"] = std::move(events);
  Json graph = Json::array({std::move(list)});
  for (const Source& source : all.timeline->sources) graph.push_back(source_json(source, all));
  return web_json({{"@context", context()}, {"@graph", std::move(graph)}}) + "\n";
}

}  // namespace fasti
