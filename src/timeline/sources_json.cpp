#include "timeline/sources_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "base/rounded.h"
namespace fasti {

namespace {

using Json = nlohmann::ordered_json;

Json names_of(const std::vector<std::uint32_t>& sources, const Ballots& ballots) {
  Json names = Json::array();
  for (const std::uint32_t source : sources) names.push_back(ballots.sources[source]);
  return names;
}

Json kinds_json(std::uint32_t ring, const Ballots& ballots, const Learned& learned) {
  Json kinds = Json::array();
  for (std::uint32_t kind = 0; kind < ballots.kinds.size(); ++kind) {
    const Record& record = learned.record(ring, kind);
    if (record.settled == 0 && record.compared == 0) continue;
    kinds.push_back({{"kind", ballots.kinds[kind]},
                     {"trust", rounded(trust_in(learned, ring, kind))},
                     {"settled", record.settled},
                     {"right", rounded(record.right)},
                     {"compared", record.compared},
                     {"backed", rounded(record.backed)}});
  }
  return kinds;
}

Json source_json(std::uint32_t source, const Ballots& ballots, const Learned& learned) {
  const std::uint32_t ring = learned.rings.of_source[source];
  Json json = {{"source", ballots.sources[source]}};
  if (learned.rings.members[ring].size() > 1) json["ring"] = names_of(learned.rings.members[ring], ballots);
  json["kinds"] = kinds_json(ring, ballots, learned);
  return json;
}

Json camp_json(const Camp& camp, const Ballots& ballots, const Learned& learned) {
  std::vector<std::uint32_t> sources;
  for (const std::uint32_t ring : camp.rings)
    sources.insert(sources.end(), learned.rings.members[ring].begin(), learned.rings.members[ring].end());
  std::sort(sources.begin(), sources.end());
  return {{"sources", names_of(sources, ballots)},
          {"minutes_after_first", std::llround(static_cast<double>(camp.after_first) / 60)}};
}

}  // namespace

std::string sources_json(const Ballots& ballots, const Learned& learned) {
  Json sources = Json::array();
  for (std::uint32_t source = 0; source < ballots.sources.size(); ++source)
    sources.push_back(source_json(source, ballots, learned));
  Json rings = Json::array();
  for (const auto& members : learned.rings.members)
    if (members.size() > 1) rings.push_back(names_of(members, ballots));
  Json camps = Json::array();
  for (std::size_t kind = 0; kind < ballots.kinds.size(); ++kind) {
    if (!divided(learned.camps[kind])) continue;
    Json list = Json::array();
    for (const Camp& camp : learned.camps[kind]) list.push_back(camp_json(camp, ballots, learned));
    camps.push_back({{"kind", ballots.kinds[kind]}, {"camps", std::move(list)}});
  }
  const Json all = {{"method", to_string(learned.method)},
                    {"settled", learned.settled},
                    {"sources", std::move(sources)},
                    {"rings", std::move(rings)},
                    {"camps", std::move(camps)}};
  return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace fasti
