#include "timeline/past_timeline.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "calendar/edtf.h"

namespace fasti {

namespace {

using Json = nlohmann::json;

InputError no_timeline(const std::string& path, std::string message) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "timeline-file";
  d.message = std::move(message);
  d.hint = "name the folder or the timeline.json that fasti build wrote, or build it again";
  d.place.path = path;
  return InputError(d);
}

std::string text_at(const Json& json, const char* key) { return json.value(key, ""); }

Claim claim_from(const Json& json) {
  Claim claim;
  claim.doc = json.at("doc");
  claim.span = {json.at("begin"), json.at("end")};
  claim.line = json.at("line");
  claim.quote = json.at("quote");
  claim.range = from_edtf(json.at("date").at("edtf").get<std::string>());
  if (!claim.range) throw std::domain_error("a claim has no date");
  return claim;
}

PastEvent event_from(const Json& json) {
  PastEvent event;
  event.event.id = json.at("id");
  event.event.label = json.at("label");
  event.status = json.at("status");
  for (const Json& claim : json.at("claims")) event.event.claims.push_back(claim_from(claim));
  if (event.event.claims.empty()) throw std::domain_error("an event has no claims");
  return event;
}

PastConflict conflict_from(const Json& json) {
  PastConflict conflict{json.at("event"), json.at("label"), {}, json.contains("decided")};
  for (const Json& candidate : json.at("candidates"))
    conflict.dates.push_back(
        fmt::format("{} ({})", candidate.at("words").get<std::string>(),
                    fmt::join(candidate.at("sources").get<std::vector<std::string>>(), ", ")));
  return conflict;
}

PastDecision decision_from(const Json& json) {
  PastDecision decision{json.at("kind"),  text_at(json, "event"), text_at(json, "date"),
                        json.at("who"),   json.at("when"),        text_at(json, "source"),
                        json.at("force"), text_at(json, "path"),  0};
  if (json.contains("new")) decision.unseen = json.at("new").size();
  return decision;
}

PastTimeline timeline_from(const Json& json) {
  PastTimeline timeline;
  for (const Json& source : json.at("sources"))
    timeline.sources.push_back({source.at("id"), source.at("source"), source.at("path")});
  for (const Json& event : json.at("events")) timeline.events.push_back(event_from(event));
  for (const Json& conflict : json.at("conflicts")) timeline.conflicts.push_back(conflict_from(conflict));
  for (const Json& decision : json.value("decisions", Json::array()))
    timeline.decisions.push_back(decision_from(decision));
  return timeline;
}

}  // namespace

PastTimeline read_past_timeline(const std::string& path, const std::string& bytes) {
  try {
    const Json json = Json::parse(bytes);
    if (!json.is_object() || !json.contains("version") || !json.contains("events"))
      throw no_timeline(path, "this is JSON, but no timeline of fasti's");
    if (json.at("version") != 1) throw no_timeline(path, "this timeline is of another version than 1");
    return timeline_from(json);
  } catch (const Json::parse_error& error) {
    const LineColumn at = line_column(bytes, error.byte > 0 ? error.byte - 1 : 0);
    InputError wrong = no_timeline(path, "this is not valid JSON, so it is no timeline of fasti's");
    wrong.diagnostics.front().place.line = at.line;
    wrong.diagnostics.front().place.column = at.column;
    throw wrong;
  } catch (const Json::exception&) {
    throw no_timeline(path, "this timeline lacks something that fasti build writes");
  } catch (const std::domain_error&) {
    throw no_timeline(path, "this timeline lacks something that fasti build writes");
  }
}

}  // namespace fasti
