#include "timeline/read_timeline.h"

#include <initializer_list>
#include <stdexcept>

#include "base/utf8.h"
#include "calendar/edtf.h"
#include "timeline/date_json.h"

namespace fasti {

namespace {

using Json = OrderedJson;

InputError no_timeline(const std::string& path, std::string message) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "timeline-file";
  d.message = std::move(message);
  d.hint = "name the folder or the timeline.json that fasti build wrote, or build it again";
  d.place.path = path;
  return InputError(d);
}

// ---- values ----

std::string text_at(const Json& json, const char* key) { return json.value(key, ""); }

// The value that is called so. All that the program may write must be among `values`.
template <class Enum>
Enum named(const Json& name, std::initializer_list<Enum> values) {
  const auto text = name.get<std::string>();
  for (const Enum value : values)
    if (to_string(value) == text) return value;
  throw std::domain_error("a name is not known");
}

DateRange day_from(const Json& edtf) {
  const auto range = from_edtf(edtf.get<std::string>());
  if (!range) throw std::domain_error("a date is none");
  return *range;
}

std::optional<DateRange> date_or_none(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return date_from_json(json);
}

Span span_from(const Json& json) {
  const Span span{json.at("begin").get<std::size_t>(), json.at("end").get<std::size_t>()};
  if (span.end < span.begin) throw std::domain_error("a stretch of text ends before it begins");
  return span;
}

template <class Value>
std::vector<Value> list_at(const Json& json, const char* key, Value (*read)(const Json&)) {
  std::vector<Value> list;
  if (const auto items = json.find(key); items != json.end())
    for (const Json& item : *items) list.push_back(read(item));
  return list;
}

std::vector<std::string> texts_at(const Json& json, const char* key) {
  return json.at(key).get<std::vector<std::string>>();
}

// ---- sources ----

Published::Basis basis_from(const Json& json) {
  using Basis = Published::Basis;
  return named(json.at("basis"), {Basis::stated, Basis::metadata, Basis::by_line, Basis::dateline,
                                  Basis::address, Basis::file_name, Basis::inferred, Basis::unknown});
}

DateStatement statement_from(const Json& json) {
  using What = DateStatement::What;
  return {date_from_json(json), basis_from(json),
          named(json.at("what"), {What::published, What::modified, What::fetched}), json.at("where")};
}

Published published_from(const Json& json) {
  Published published;
  published.basis = basis_from(json);
  if (published.known()) published.range = date_from_json(json);
  published.reason = json.at("reason");
  return published;
}

Source source_from(const Json& json) {
  return {json.at("id"),
          json.at("source"),
          json.at("title"),
          json.at("url"),
          json.at("path"),
          published_from(json.at("published")),
          list_at(json.at("published"), "candidates", statement_from)};
}

// ---- what they have from each other ----

FamilyMember member_from(const Json& json) {
  return {json.at("doc"), named(json.at("how"), {Borrowing::copy, Borrowing::borrows}),
          json.at("resemblance"), json.at("borrowed"), json.at("words")};
}

Family family_from(const Json& json) {
  return {json.at("origin"), list_at(json, "members", member_from), json.at("reason")};
}

CommonQuotation::Place quoted_place_from(const Json& json) { return {json.at("doc"), span_from(json)}; }

CommonQuotation quotation_from(const Json& json) {
  return {json.at("text"), list_at(json, "places", quoted_place_from)};
}

// ---- claims ----

Attribution attribution_from(const Json& json) {
  using Kind = Attribution::Kind;
  return {named(json.at("kind"), {Kind::speaker, Kind::outlet}), json.at("name"), span_from(json)};
}

Alternative alternative_from(const Json& json) { return {json.at("value"), json.at("reason")}; }

Timex timex_from(const Json& json, const std::string& doc) {
  Timex timex;
  timex.doc = doc;
  timex.span = span_from(json);
  timex.text = json.at("text");
  timex.value = json.at("value");
  timex.rule = json.at("rule");
  timex.basis =
      named(json.at("basis"), {Basis::explicit_, Basis::year_from_context, Basis::relative_to_publication,
                               Basis::relative_to_text, Basis::heading, Basis::holiday, Basis::inferred});
  timex.anchor = text_at(json, "anchor");
  timex.alternatives = list_at(json, "alternatives", alternative_from);
  return timex;
}

Claim claim_from(const Json& json) {
  Claim claim;
  claim.doc = json.at("doc");
  claim.span = span_from(json);
  claim.line = json.at("line");
  claim.quote = json.at("quote");
  claim.label = json.at("label");
  claim.mention.type = json.at("type");
  claim.mention.head = json.at("head");
  claim.mention.span = span_from(json.at("mention"));
  claim.mention.participants = texts_at(json, "participants");
  if (json.contains("kinds")) claim.mention.kinds = texts_at(json, "kinds");
  claim.role = named(json.at("role"),
                     {Role::occurrence, Role::announcement, Role::plan, Role::anniversary, Role::background});
  claim.range = date_or_none(json.at("date"));
  claim.before = text_at(json, "before");
  claim.after = text_at(json, "after");
  claim.told_with = text_at(json, "told_with");
  claim.rule = text_at(json, "rule");
  claim.copy_of = text_at(json, "copy_of");
  claim.certainty = text_at(json, "certainty");
  if (const auto who = json.find("attributed_to"); who != json.end())
    claim.attributed_to = attribution_from(*who);
  if (const auto timex = json.find("timex"); timex != json.end()) claim.timex = timex_from(*timex, claim.doc);
  return claim;
}

// ---- events ----

Bond bond_from(const Json& json) {
  return {json.at("doc"),   span_from(json),   json.at("strength"),     json.at("alike"),
          json.at("dates"), json.at("others"), texts_at(json, "shared")};
}

NearEvent near_from(const Json& json) {
  return {json.at("event"), json.at("strength"), json.at("excluded"), bond_from(json.at("closest"))};
}

DecidedBy decider_from(const Json& json) {
  return {json.at("who"), day_from(json.at("when")), text_at(json, "why")};
}

// Which of the event's claims stands there.
std::size_t claim_at(const Json& place, const std::vector<Claim>& claims) {
  const auto doc = place.at("doc").get<std::string>();
  const Span span = span_from(place);
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (claims[i].doc == doc && claims[i].span == span) return i;
  throw std::domain_error("a claim is not among those of its event");
}

// Several claims of an event can stand in one place, each with a date of its own; they come in their order.
std::vector<std::size_t> claims_at(const Json& places, const std::vector<Claim>& claims) {
  std::vector<std::size_t> list;
  for (const Json& place : places) {
    std::size_t claim = claim_at(place, claims);
    while (std::find(list.begin(), list.end(), claim) != list.end() && claim + 1 < claims.size() &&
           claims[claim + 1].doc == claims[claim].doc && claims[claim + 1].span == claims[claim].span)
      ++claim;
    list.push_back(claim);
  }
  return list;
}

Decided decided_from(const Json& json, const std::vector<Claim>& claims) {
  Decided decided{day_from(json.at("date")), decider_from(json), json.at("claimed"), {}};
  if (const auto unseen = json.find("new"); unseen != json.end()) decided.unseen = claims_at(*unseen, claims);
  return decided;
}

std::vector<SetAside> set_aside_from(const Json& claims) {
  std::vector<SetAside> all;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const auto mark = claims[i].find("set_aside");
    if (mark == claims[i].end()) continue;
    const auto by = named(mark->at("by"), {DecisionKind::distrust_source, DecisionKind::reject_claim});
    all.push_back({i, by == DecisionKind::distrust_source, decider_from(*mark)});
  }
  return all;
}

Verdict verdict_from(const Json& json, const std::vector<Claim>& claims) {
  Verdict verdict;
  verdict.status = named(json.at("status"), {Status::agreed, Status::single, Status::refined,
                                             Status::disputed, Status::decided, Status::undated});
  verdict.date = date_or_none(json.at("date"));
  verdict.confidence = json.at("confidence");
  verdict.reason = json.at("reason");
  verdict.set_aside = set_aside_from(json.at("claims"));
  if (const auto decided = json.find("decided"); decided != json.end())
    verdict.decided = decided_from(*decided, claims);
  if (const auto bounds = json.find("bounds"); bounds != json.end())
    verdict.bounds = Bounds{date_from_json(*bounds), bounds->at("reason")};
  return verdict;
}

Event event_from(const Json& json) {
  Event event;
  event.id = json.at("id");
  event.label = json.at("label");
  event.type = json.at("type");
  event.claims = list_at(json, "claims", claim_from);
  if (event.claims.empty()) throw std::domain_error("an event has no claims");
  for (const Claim& claim : event.claims)
    if (!claim.range) throw std::domain_error("a claim has no date");
  for (const Json& claim : json.at("claims"))
    event.bonds.push_back(claim.contains("bond") ? bond_from(claim.at("bond")) : Bond());
  if (const auto near = json.find("near"); near != json.end()) event.near = near_from(*near);
  return event;
}

TimelineEvent timeline_event_from(const Json& json) {
  TimelineEvent told{event_from(json), {}, {}};
  told.verdict = verdict_from(json, told.event.claims);
  told.rank = {json.at("weight"), json.at("place"), json.at("level")};
  return told;
}

// ---- what stands between events ----

Relation relation_from(const Json& json) {
  return {
      named(json.at("kind"), {Relation::Kind::part_of, Relation::Kind::same_day, Relation::Kind::recurring}),
      json.at("event"), json.at("of"), text_at(json, "every")};
}

OtherCause other_cause_from(const Json& json) { return {json.at("cause"), json.at("cause_reason")}; }

Conflict conflict_from(const Json& json, const std::vector<Claim>& claims) {
  Conflict conflict;
  conflict.id = json.at("id");
  conflict.event = json.at("event");
  conflict.cause = json.at("cause");
  conflict.cause_reason = json.at("cause_reason");
  conflict.also_possible = list_at(json, "also_possible", other_cause_from);
  for (const Json& candidate : json.at("candidates"))
    conflict.candidates.push_back({date_from_json(candidate), candidate.at("weight"),
                                   claims_at(candidate.at("claims"), claims),
                                   texts_at(candidate, "sources")});
  conflict.compatible = claims_at(json.at("compatible"), claims);
  const Json& preferred = json.at("preferred");
  for (std::size_t i = 0; i < conflict.candidates.size() && !preferred.is_null(); ++i)
    if (!conflict.preferred && to_edtf(conflict.candidates[i].range) == preferred.get<std::string>())
      conflict.preferred = i;
  conflict.margin = json.at("margin");
  conflict.importance = json.at("importance");
  conflict.reason = json.at("reason");
  conflict.would_change = text_at(json, "would_change");
  return conflict;
}

std::vector<Conflict> conflicts_from(const Json& list, const std::vector<TimelineEvent>& events) {
  std::map<std::string, const Event*> by_id;
  for (const TimelineEvent& told : events) by_id[told.event.id] = &told.event;
  std::vector<Conflict> conflicts;
  for (const Json& json : list) {
    const auto event = by_id.find(json.at("event").get<std::string>());
    if (event == by_id.end()) throw std::domain_error("a conflict is about no event");
    conflicts.push_back(conflict_from(json, event->second->claims));
  }
  return conflicts;
}

// ---- decisions ----

ClaimKey key_from(const Json& json) {
  ClaimKey key;
  key.doc = json.at("doc");
  if (json.contains("begin")) key.begin = json.at("begin").get<std::size_t>();
  key.date = text_at(json, "date");
  key.quote = json.at("quote");
  return key;
}

DecisionKind kind_from(const Json& json) {
  using K = DecisionKind;
  return named(json, {K::accept_date, K::reject_claim, K::split, K::merge, K::distrust_source, K::withdraw});
}

Precedent precedent_from(const Json& json) {
  Precedent precedent;
  Decision& decision = precedent.decision;
  decision.kind = kind_from(json.at("kind"));
  if (json.contains("takes_back")) decision.takes_back = kind_from(json.at("takes_back"));
  decision.event = precedent.event = text_at(json, "event");
  if (json.contains("date")) decision.date = day_from(json.at("date"));
  decision.claims = list_at(json, "claims", key_from);
  decision.with = text_at(json, "with");
  decision.source = text_at(json, "source");
  const DecidedBy by = decider_from(json);
  decision.who = by.who;
  decision.when = by.when;
  decision.why = by.why;
  precedent.force =
      named(json.at("force"), {Force::holds, Force::stale, Force::superseded, Force::withdrawn, Force::lost});
  precedent.unseen = list_at(json, "new", key_from);
  precedent.place = {text_at(json, "path"), json.value("line", std::size_t{0}), 0};
  return precedent;
}

Diagnostic diagnostic_from(const Json& json) {
  Diagnostic d;
  d.severity = named(json.at("severity"), {Severity::note, Severity::warning, Severity::error});
  d.code = json.at("code");
  d.message = json.at("message");
  d.hint = text_at(json, "hint");
  d.doc = text_at(json, "doc");
  d.place = {text_at(json, "path"), json.value("line", std::size_t{0}), 0};
  if (json.contains("begin")) d.span = span_from(json);
  return d;
}

Timeline timeline_from(const Json& json) {
  Timeline timeline;
  timeline.title = text_at(json, "title");
  timeline.language = text_at(json, "language");
  timeline.sources = list_at(json, "sources", source_from);
  timeline.families = list_at(json, "families", family_from);
  timeline.quotations = list_at(json, "quotations", quotation_from);
  timeline.events = list_at(json, "events", timeline_event_from);
  timeline.relations = list_at(json, "relations", relation_from);
  timeline.conflicts = conflicts_from(json.at("conflicts"), timeline.events);
  timeline.decisions = list_at(json, "decisions", precedent_from);
  timeline.undated = list_at(json, "undated", claim_from);
  timeline.background = list_at(json, "background", claim_from);
  timeline.diagnostics = list_at(json, "diagnostics", diagnostic_from);
  return timeline;
}

}  // namespace

Timeline read_timeline(const std::string& path, const std::string& bytes) {
  constexpr const char* incomplete = "this timeline lacks something that fasti build writes";
  try {
    const Json json = Json::parse(bytes);
    if (!json.is_object() || !json.contains("version") || !json.contains("events"))
      throw no_timeline(path, "this is JSON, but no timeline of fasti's");
    if (json.at("version") != 1) throw no_timeline(path, "this timeline is of another version than 1");
    for (const char* key : {"sources", "events", "conflicts"})
      if (!json.contains(key) || !json.at(key).is_array()) throw no_timeline(path, incomplete);
    return timeline_from(json);
  } catch (const Json::parse_error& error) {
    const LineColumn at = line_column(bytes, error.byte > 0 ? error.byte - 1 : 0);
    InputError wrong = no_timeline(path, "this is not valid JSON, so it is no timeline of fasti's");
    wrong.diagnostics.front().place.line = at.line;
    wrong.diagnostics.front().place.column = at.column;
    throw wrong;
  } catch (const Json::exception&) {
    throw no_timeline(path, incomplete);
  } catch (const std::domain_error&) {
    throw no_timeline(path, incomplete);
  }
}

}  // namespace fasti
