#include "reconcile/voice.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "reconcile/candidates.h"
#include "text/segment.h"

namespace fasti {

namespace {

constexpr std::size_t most_steps = 8;

using ByName = std::map<std::string, std::vector<std::size_t>>;

std::size_t best_of(const std::vector<std::size_t>& claims, const Claim& repeated, const Event& event) {
  for (const std::size_t i : claims)
    if (event.claims[i].range == repeated.range) return i;
  return claims.front();
}

// Without the small words before it, case folded.
std::string name_of_house(std::string_view name) {
  std::size_t begin = 0;
  while (begin < name.size() && is_lower(decode(name, begin).value)) {
    const std::size_t blank = name.find(' ', begin);
    begin = blank == std::string_view::npos ? name.size() : skip_blanks(name, blank);
  }
  return folded(name.substr(begin));
}

}  // namespace

bool speaks_for_itself(const Claim& claim) {
  return claim.copy_of.empty() && claim.attributed_to.kind != Attribution::Kind::outlet;
}

std::string cited_house(const Claim& claim) {
  return claim.attributed_to.kind == Attribution::Kind::outlet ? name_of_house(claim.attributed_to.name) : "";
}

std::vector<ClaimTeller> tellers_of(const Event& event, const std::vector<Voice>& voices) {
  std::vector<ClaimTeller> tellers;
  for (std::size_t i = 0; i < event.claims.size(); ++i) tellers.push_back({i});
  if (std::all_of(event.claims.begin(), event.claims.end(), speaks_for_itself)) return tellers;
  ByName by_document, by_origin, by_house, by_cited;
  for (std::size_t i = 0; i < event.claims.size(); ++i) {
    const Claim& claim = event.claims[i];
    by_document[claim.doc].push_back(i);
    if (!claim.copy_of.empty()) by_origin[claim.copy_of].push_back(i);
    by_house[name_of_house(source_of(claim.doc, voices))].push_back(i);
    if (const std::string house = cited_house(claim); !house.empty()) by_cited[house].push_back(i);
  }
  const auto choose = [&](std::size_t i, const ByName& own, const ByName& repeating,
                          const std::string& name) {
    const auto there = own.find(name);
    return best_of(there != own.end() ? there->second : repeating.at(name), event.claims[i], event);
  };
  for (std::size_t i = 0; i < event.claims.size(); ++i) {
    const Claim& claim = event.claims[i];
    if (!claim.copy_of.empty())
      tellers[i] = {choose(i, by_document, by_origin, claim.copy_of), by_document.contains(claim.copy_of)};
    else if (const std::string house = cited_house(claim); !house.empty())
      tellers[i] = {choose(i, by_house, by_cited, house)};
  }
  // The teller may have it from another in turn. Two that cite each other end somewhere.
  for (ClaimTeller& teller : tellers)
    for (std::size_t step = 0; step < most_steps && tellers[teller.claim].claim != teller.claim; ++step)
      teller.claim = tellers[teller.claim].claim;
  return tellers;
}

}  // namespace fasti
