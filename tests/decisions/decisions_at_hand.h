// Decisions and claims in a few words, for the tests of this room.
#pragma once

#include <string>
#include <vector>

#include "calendar/edtf.h"
#include "decisions/decide.h"
#include "event/make_event.h"

namespace fasti::test {

// A claim of the document "gazette" that begins at this byte: "gazette 2020-09-28 @5 Ned Orr died."
struct ToldBy {
  std::string doc;
  std::string date;
  std::size_t begin = 0;
  std::string quote = "Ned Orr died in his house.";
};

inline Claim claim_of(const ToldBy& told) {
  Claim claim;
  claim.doc = told.doc;
  claim.span = {told.begin, told.begin + told.quote.size()};
  claim.line = 1;
  claim.quote = told.quote;
  claim.label = told.quote;
  claim.mention.type = "death";
  claim.mention.kinds = {"death"};
  claim.range = from_edtf(told.date);
  claim.timex = Timex{};
  claim.timex->range = claim.range;
  return claim;
}

inline Event event_of(const std::vector<ToldBy>& list) {
  std::vector<Claim> claims;
  for (const ToldBy& told : list) claims.push_back(claim_of(told));
  return make_event(std::move(claims));
}

inline std::vector<ClaimKey> keys_of(const Event& event) {
  std::vector<ClaimKey> keys;
  for (const Claim& claim : event.claims) keys.push_back(key_of(claim));
  return keys;
}

inline Decision decision(DecisionKind kind, const std::string& who = "Ann") {
  Decision made;
  made.kind = kind;
  made.who = who;
  made.when = *from_edtf("2021-07-01");
  return made;
}

inline Decision accept(const Event& event, const std::string& date, const std::string& who = "Ann") {
  Decision made = decision(DecisionKind::accept_date, who);
  made.event = event.id;
  made.date = from_edtf(date);
  made.seen = keys_of(event);
  return made;
}

inline Decision reject(const Event& event, const std::vector<ToldBy>& claims) {
  Decision made = decision(DecisionKind::reject_claim);
  made.event = event.id;
  for (const ToldBy& told : claims) made.claims.push_back(key_of(claim_of(told)));
  made.seen = keys_of(event);
  return made;
}

inline Decision split(const Event& event, const std::vector<ToldBy>& claims) {
  Decision made = reject(event, claims);
  made.kind = DecisionKind::split;
  return made;
}

inline Decision merge(const Event& event, const Event& other) {
  Decision made = decision(DecisionKind::merge);
  made.event = event.id;
  made.with = other.id;
  made.claims = keys_of(other);
  made.seen = keys_of(event);
  return made;
}

inline Decision distrust(const std::string& source) {
  Decision made = decision(DecisionKind::distrust_source);
  made.source = source;
  return made;
}

inline Decision take_back(const Decision& other) {
  Decision made = other;
  made.kind = DecisionKind::withdraw;
  made.takes_back = other.kind;
  made.date.reset();
  made.seen.clear();
  made.who = "Bo";
  return made;
}

}  // namespace fasti::test
