#include "event/make_event.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"
#include "event/choose_label.h"

namespace fasti {

bool comes_before(const Claim& a, const Claim& b) {
  return std::tie(a.range->earliest, a.range->latest, a.doc, a.span, a.mention.span) <
         std::tie(b.range->earliest, b.range->latest, b.doc, b.span, b.mention.span);
}

std::string event_id(const std::vector<const Claim*>& claims) {
  const Claim& founding = **std::min_element(
      claims.begin(), claims.end(),
      [](const Claim* a, const Claim* b) { return std::tie(a->doc, a->span) < std::tie(b->doc, b->span); });
  const std::uint64_t hash = hash_on(hash_on(hash_seed, founding.doc), founding.quote);
  return fmt::format("e-{:08x}", static_cast<std::uint32_t>(hash));
}

Event make_event(std::vector<Claim> claims) {
  std::stable_sort(claims.begin(), claims.end(), comes_before);
  std::vector<const Claim*> all;
  for (const Claim& claim : claims) all.push_back(&claim);
  Event event;
  event.id = event_id(all);
  const Claim& best = best_labelled(claims);
  event.label = best.label;
  event.type = best.mention.type;
  event.claims = std::move(claims);
  return event;
}

}  // namespace fasti
