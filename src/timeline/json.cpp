#include "timeline/json.h"

#include <nlohmann/json.hpp>

#include "base/rounded.h"
#include "calendar/edtf.h"
#include "timeline/date_json.h"

namespace fasti {

namespace {

using Json = OrderedJson;

constexpr int format_version = 1;

// Text from files is valid UTF-8 already; should a slip of ours cut a character, it is replaced, not thrown
// at.
std::string text_of(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json date_or_null(const std::optional<DateRange>& range) { return range ? date_json(*range) : Json(nullptr); }

Json dated_in_words(const DateRange& range, const DateWording& wording) {
  Json json = date_json(range);
  json["words"] = in_words(range, wording);
  return json;
}

void put_unless_empty(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

// All that was said, unless it is no more than the date itself.
Json candidates_json(const Source& source) {
  Json list = Json::array();
  for (const DateStatement& one : source.dates) {
    Json json = date_json(one.range);
    json["basis"] = to_string(one.basis);
    json["what"] = to_string(one.what);
    json["where"] = one.where;
    list.push_back(std::move(json));
  }
  return list;
}

bool says_more(const Source& source) {
  return source.dates.size() > 1 ||
         (source.dates.size() == 1 && source.dates.front().where != source.published.reason);
}

Json published_json(const Source& source) {
  const Published& published = source.published;
  Json json = Json::object();
  if (published.known()) json = date_json(published.range);
  json["basis"] = to_string(published.basis);
  json["reason"] = published.reason;
  if (says_more(source)) json["candidates"] = candidates_json(source);
  return json;
}

Json source_json(const Source& source) {
  return {{"id", source.id},   {"source", source.source}, {"title", source.title},
          {"url", source.url}, {"path", source.path},     {"published", published_json(source)}};
}

Json family_json(const Family& family) {
  Json members = Json::array();
  for (const FamilyMember& member : family.members)
    members.push_back({{"doc", member.doc},
                       {"how", to_string(member.how)},
                       {"resemblance", rounded(member.resemblance)},
                       {"borrowed", rounded(member.borrowed)},
                       {"words", member.words}});
  return {{"origin", family.origin}, {"members", members}, {"reason", family.reason}};
}

Json families_json(const std::vector<Family>& families) {
  Json list = Json::array();
  for (const Family& family : families) list.push_back(family_json(family));
  return list;
}

Json quotations_json(const std::vector<CommonQuotation>& quotations) {
  Json list = Json::array();
  for (const CommonQuotation& quotation : quotations) {
    Json places = Json::array();
    for (const auto& [doc, span] : quotation.places)
      places.push_back({{"doc", doc}, {"begin", span.begin}, {"end", span.end}});
    list.push_back({{"text", quotation.text}, {"places", places}});
  }
  return list;
}

Json alternatives_json(const std::vector<Alternative>& alternatives) {
  Json list = Json::array();
  for (const Alternative& alternative : alternatives)
    list.push_back({{"value", alternative.value}, {"reason", alternative.reason}});
  return list;
}

Json claim_timex_json(const Timex& timex) {
  Json json{{"begin", timex.span.begin}, {"end", timex.span.end}, {"text", timex.text},
            {"value", timex.value},      {"rule", timex.rule},    {"basis", to_string(timex.basis)}};
  put_unless_empty(json, "anchor", timex.anchor);
  if (!timex.alternatives.empty()) json["alternatives"] = alternatives_json(timex.alternatives);
  return json;
}

Json claim_json(const Claim& claim) {
  Json json{{"doc", claim.doc},
            {"begin", claim.span.begin},
            {"end", claim.span.end},
            {"line", claim.line},
            {"quote", claim.quote},
            {"label", claim.label},
            {"type", claim.mention.type},
            {"head", claim.mention.head},
            {"mention", {{"begin", claim.mention.span.begin}, {"end", claim.mention.span.end}}},
            {"participants", claim.mention.participants},
            {"role", to_string(claim.role)},
            {"date", date_or_null(claim.range)}};
  if (claim.mention.kinds.size() > 1) json["kinds"] = claim.mention.kinds;
  put_unless_empty(json, "before", claim.before);
  put_unless_empty(json, "after", claim.after);
  put_unless_empty(json, "told_with", claim.told_with);
  put_unless_empty(json, "copy_of", claim.copy_of);
  if (claim.attributed_to.kind != Attribution::Kind::publisher)
    json["attributed_to"] = {{"kind", to_string(claim.attributed_to.kind)},
                             {"name", claim.attributed_to.name},
                             {"begin", claim.attributed_to.span.begin},
                             {"end", claim.attributed_to.span.end}};
  put_unless_empty(json, "certainty", claim.certainty);
  put_unless_empty(json, "rule", claim.rule);
  if (claim.timex) json["timex"] = claim_timex_json(*claim.timex);
  return json;
}

Json claims_json(const std::vector<Claim>& claims) {
  Json list = Json::array();
  for (const Claim& claim : claims) list.push_back(claim_json(claim));
  return list;
}

Json bond_json(const Bond& bond) {
  return {{"doc", bond.doc},
          {"begin", bond.place.begin},
          {"end", bond.place.end},
          {"strength", rounded(bond.strength)},
          {"alike", rounded(bond.alike)},
          {"dates", rounded(bond.dates)},
          {"others", rounded(bond.others)},
          {"shared", bond.shared}};
}

// The claims of an event, each with what binds it to another of them.
Json bound_claims_json(const Event& event) {
  Json list = claims_json(event.claims);
  for (std::size_t i = 0; i < event.bonds.size(); ++i)
    if (!event.bonds[i].doc.empty()) list[i]["bond"] = bond_json(event.bonds[i]);
  return list;
}

Json near_json(const NearEvent& near) {
  return {{"event", near.id},
          {"strength", rounded(near.strength)},
          {"excluded", near.excluded},
          {"closest", bond_json(near.closest)}};
}

// Where a claim stands, so that it can be found among the event's claims and in the article.
Json place_json(const Claim& claim) {
  return {{"doc", claim.doc},
          {"begin", claim.span.begin},
          {"end", claim.span.end},
          {"line", claim.line},
          {"quote", claim.quote}};
}

Json places_json(const Event& event, const std::vector<std::size_t>& claims) {
  Json list = Json::array();
  for (const std::size_t i : claims) list.push_back(place_json(event.claims[i]));
  return list;
}

void put_decider(Json& json, const DecidedBy& by) {
  json["who"] = by.who;
  json["when"] = to_edtf(by.when);
  put_unless_empty(json, "why", by.why);
}

Json decided_json(const Decided& decided, const Event& event) {
  Json json{{"date", to_edtf(decided.date)}};
  put_decider(json, decided.by);
  json["claimed"] = decided.claimed;
  json["stale"] = !decided.unseen.empty();
  if (!decided.unseen.empty()) json["new"] = places_json(event, decided.unseen);
  return json;
}

// The claims that people took out of the weighing say so.
void mark_set_aside(Json& claims, const std::vector<SetAside>& all) {
  for (const SetAside& one : all) {
    Json& mark = claims[one.claim]["set_aside"];
    mark["by"] = to_string(one.distrusted ? DecisionKind::distrust_source : DecisionKind::reject_claim);
    put_decider(mark, one.by);
  }
}

Json event_json(const TimelineEvent& entry, const DateWording& wording) {
  const Verdict& verdict = entry.verdict;
  Json json{{"id", entry.event.id},
            {"label", entry.event.label},
            {"type", entry.event.type},
            {"status", to_string(verdict.status)},
            {"date", verdict.date ? dated_in_words(*verdict.date, wording) : Json(nullptr)},
            {"confidence", verdict.confidence},
            {"reason", verdict.reason},
            {"weight", entry.rank.weight},
            {"place", entry.rank.place},
            {"level", entry.rank.level},
            {"claims", bound_claims_json(entry.event)}};
  mark_set_aside(json["claims"], verdict.set_aside);
  if (verdict.decided) json["decided"] = decided_json(*verdict.decided, entry.event);
  if (entry.event.near) json["near"] = near_json(*entry.event.near);
  if (verdict.bounds) {
    json["bounds"] = dated_in_words(verdict.bounds->range, wording);
    json["bounds"]["reason"] = verdict.bounds->reason;
  }
  return json;
}

Json relations_json(const std::vector<Relation>& relations) {
  Json list = Json::array();
  for (const Relation& relation : relations) {
    list.push_back({{"kind", to_string(relation.kind)}, {"event", relation.event}, {"of", relation.of}});
    put_unless_empty(list.back(), "every", relation.every);
  }
  return list;
}

const TimelineEvent* event_named(const Timeline& timeline, const std::string& id) {
  for (const TimelineEvent& entry : timeline.events)
    if (entry.event.id == id) return &entry;
  return nullptr;
}

Json other_causes(const Conflict& conflict) {
  Json list = Json::array();
  for (const OtherCause& other : conflict.also_possible)
    list.push_back({{"cause", other.cause}, {"cause_reason", other.reason}});
  return list;
}

Json candidate_json(const Candidate& candidate, const Event& event, const DateWording& wording) {
  Json json = dated_in_words(candidate.range, wording);
  json["weight"] = candidate.weight;
  json["claims"] = places_json(event, candidate.claims);
  json["sources"] = candidate.sources;
  return json;
}

Json conflict_json(const Conflict& conflict, const TimelineEvent& told, const DateWording& wording) {
  const Event& event = told.event;
  Json candidates = Json::array();
  for (const Candidate& candidate : conflict.candidates)
    candidates.push_back(candidate_json(candidate, event, wording));
  Json json{{"id", conflict.id},
            {"event", conflict.event},
            {"label", event.label},
            {"cause", conflict.cause},
            {"cause_reason", conflict.cause_reason},
            {"also_possible", other_causes(conflict)},
            {"candidates", candidates},
            {"compatible", places_json(event, conflict.compatible)},
            {"preferred", conflict.preferred ? Json(to_edtf(conflict.candidates[*conflict.preferred].range))
                                             : Json(nullptr)},
            {"margin", conflict.margin},
            {"importance", conflict.importance},
            {"reason", conflict.reason}};
  put_unless_empty(json, "would_change", conflict.would_change);
  if (told.verdict.decided) json["decided"] = decided_json(*told.verdict.decided, event);
  return json;
}

Json all_conflicts(const Timeline& timeline) {
  Json list = Json::array();
  for (const Conflict& conflict : timeline.conflicts)
    if (const TimelineEvent* event = event_named(timeline, conflict.event))
      list.push_back(conflict_json(conflict, *event, timeline.wording));
  return list;
}

Json keys_json(const std::vector<ClaimKey>& keys) {
  Json list = Json::array();
  for (const ClaimKey& key : keys) {
    list.push_back({{"doc", key.doc}});
    if (key.begin) list.back()["begin"] = *key.begin;
    put_unless_empty(list.back(), "date", key.date);
    list.back()["quote"] = key.quote;
  }
  return list;
}

Json decision_json(const Precedent& precedent) {
  const Decision& decision = precedent.decision;
  Json json{{"kind", to_string(decision.kind)}, {"force", to_string(precedent.force)}};
  if (decision.takes_back) json["takes_back"] = to_string(*decision.takes_back);
  put_unless_empty(json, "event", precedent.event);
  if (decision.date) json["date"] = to_edtf(*decision.date);
  put_unless_empty(json, "with", decision.with);
  if (!decision.claims.empty()) json["claims"] = keys_json(decision.claims);
  put_unless_empty(json, "source", decision.source);
  put_decider(json, {decision.who, decision.when, decision.why});
  if (!precedent.unseen.empty()) json["new"] = keys_json(precedent.unseen);
  put_unless_empty(json, "path", precedent.place.path);
  if (precedent.place.line > 0) json["line"] = precedent.place.line;
  return json;
}

Json decisions_json(const std::vector<Precedent>& precedents) {
  Json list = Json::array();
  for (const Precedent& precedent : precedents) list.push_back(decision_json(precedent));
  return list;
}

Json diagnostic_json(const Diagnostic& d) {
  Json json{{"severity", to_string(d.severity)}, {"code", d.code}, {"message", d.message}};
  put_unless_empty(json, "hint", d.hint);
  put_unless_empty(json, "doc", d.doc);
  put_unless_empty(json, "path", d.place.path);
  if (d.place.line > 0) json["line"] = d.place.line;
  if (d.span) {
    json["begin"] = d.span->begin;
    json["end"] = d.span->end;
  }
  return json;
}

}  // namespace

std::string timeline_json(const Timeline& timeline) {
  Json sources = Json::array();
  for (const Source& source : timeline.sources) sources.push_back(source_json(source));
  Json events = Json::array();
  for (const TimelineEvent& entry : timeline.events) events.push_back(event_json(entry, timeline.wording));
  Json diagnostics = Json::array();
  for (const Diagnostic& d : timeline.diagnostics) diagnostics.push_back(diagnostic_json(d));
  Json whole{{"version", format_version}, {"language", timeline.language}};
  put_unless_empty(whole, "title", timeline.title);
  whole.update({{"sources", sources},
                {"families", families_json(timeline.families)},
                {"quotations", quotations_json(timeline.quotations)},
                {"events", events},
                {"relations", relations_json(timeline.relations)},
                {"conflicts", all_conflicts(timeline)},
                {"decisions", decisions_json(timeline.decisions)},
                {"undated", claims_json(timeline.undated)},
                {"background", claims_json(timeline.background)},
                {"diagnostics", diagnostics}});
  return text_of(whole, 1) + "\n";
}

std::string conflicts_json(const Timeline& timeline) {
  return text_of({{"version", format_version}, {"conflicts", all_conflicts(timeline)}}, 1) + "\n";
}

}  // namespace fasti
