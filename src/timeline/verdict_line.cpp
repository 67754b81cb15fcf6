#include "timeline/verdict_line.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "calendar/edtf.h"

namespace fasti {

namespace {

using Json = nlohmann::ordered_json;

Json date_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

// The date as such: of a month or a year the words of EDTF, "2020-09"; of what has no such word its first
// day.
std::string iso_date(const DateRange& range) {
  const std::string edtf = to_edtf(range);
  const bool plain = edtf.find_first_not_of("0123456789-T:") == edtf.npos && !edtf.empty();
  return plain ? edtf : earliest_text(range);
}

Json candidates_json(const Event& event, const Judgement& judgement) {
  Json list = Json::array();
  if (judgement.conflict) {
    for (const Candidate& candidate : judgement.conflict->candidates)
      list.push_back({{"date", date_or_null(iso_date(candidate.range))},
                      {"weight", candidate.weight},
                      {"sources", candidate.sources}});
    return list;
  }
  if (!judgement.verdict.date) return list;
  std::vector<std::string> sources;
  for (const Claim& claim : event.claims) sources.push_back(claim.doc);
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  list.push_back(
      {{"date", date_or_null(iso_date(*judgement.verdict.date))}, {"weight", 1.0}, {"sources", sources}});
  return list;
}

}  // namespace

std::string verdict_line(const Event& event, const Judgement& judgement) {
  const Verdict& verdict = judgement.verdict;
  const auto of_date = [&](std::string (*text)(const DateRange&)) {
    return verdict.date ? date_or_null(text(*verdict.date)) : Json(nullptr);
  };
  Json line = {{"event", event.id},
               {"status", to_string(verdict.status)},
               {"date", of_date(iso_date)},
               {"earliest", of_date(earliest_text)},
               {"latest", of_date(latest_text)},
               {"confidence", verdict.confidence}};
  if (judgement.conflict) {
    line["margin"] = judgement.conflict->margin;
    line["cause"] = judgement.conflict->cause;
    line["cause_reason"] = judgement.conflict->cause_reason;
  }
  line["reason"] = verdict.reason;
  if (judgement.conflict) line["would_change"] = judgement.conflict->would_change;
  line["candidates"] = candidates_json(event, judgement);
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string question_line(const std::string& event, const Question& question, const Ballots& ballots,
                          const Learned& learned) {
  const Ballot& ballot = ballots.events[question.event];
  Json candidates = Json::array();
  for (std::uint32_t c = 0; c < ballot.candidates.size(); ++c) {
    Json sources = Json::array();
    for (const Say& say : ballot.says)
      if (say.candidate == c) sources.push_back(ballots.sources[say.source]);
    candidates.push_back(
        {{"date", date_or_null(iso_date(ballot.candidates[c]))}, {"sources", std::move(sources)}});
  }
  const auto name = [&](std::uint32_t ring) { return ballots.sources[learned.rings.members[ring].front()]; };
  const Json line = {
      {"event", event},
      {"kind", ballots.kinds[ballot.kind]},
      {"reason", fmt::format("{} and {} differ here, and in {} open events of this kind",
                             name(question.ring_a), name(question.ring_b), question.open_between)},
      {"candidates", std::move(candidates)}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace fasti
