// Who says it: the publisher, or whoever the article says it is from.
//
//   "The pier collapsed on Monday, the harbour master said."       speaker "the harbour master"
//   "According to the Tolbury Echo, it had been closed since May."  outlet "the Tolbury Echo"
//   "TOLBURY (Reuters) - The pier collapsed on Monday."             outlet "Reuters", for the whole article
//   "The pier collapsed on Monday."                                 publisher
//
// That somebody said something is the publisher's to tell: "police said on Tuesday" is no word of the police.
// The words by which all this is known are data: rules/*/attribution.yaml.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/sentence_view.h"

namespace fasti {

// In whose words a stretch of a sentence is told.
struct Credit {
  Attribution who;
  std::uint32_t word = 0;         // the verb or the preposition that says so
  std::vector<TokenRange> holds;  // what is told so
  std::string certainty;          // that comes with the verb: "alleged"
};

// What a mention's sentence says of it; the view must live as long.
class Attributions {
 public:
  explicit Attributions(const SentenceView&);

  Attribution of(const EventMention&);
  // "alleged", "denied", "threatened", "planned" or whatever the rules call it; empty where it is plainly
  // stated.
  std::string certainty_of(const EventMention&);

 private:
  const Credit* around(const EventMention&);
  const std::vector<Credit>& of_sentence(std::size_t);

  const SentenceView& view_;
  std::optional<Attribution> of_article_;  // as its dateline credits
  std::map<std::size_t, std::vector<Credit>> known_;
};

// Speakers that bear the name of one of these sources are outlets.
void recognise_outlets(const std::vector<Claim*>&, const std::vector<std::string>& sources);

}  // namespace fasti
