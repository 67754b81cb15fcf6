// Who says it: of each claim "label < who", with "(outlet)" and "[alleged]" where it is so; a claim of the
// publisher stands alone.
#include "claim/attribution.h"

#include "catch.h"
#include "claim/english.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::string told(const Claim& claim) {
  std::string line = claim.mention.head;
  if (claim.attributed_to.kind != Attribution::Kind::publisher) line += " < " + claim.attributed_to.name;
  if (claim.attributed_to.kind == Attribution::Kind::outlet) line += " (outlet)";
  if (!claim.certainty.empty()) line += " [" + claim.certainty + "]";
  return line;
}

std::string said(const std::string& text) {
  std::string all;
  for (const Claim& claim : find_claims(document_of({text}), english()).dated) {
    all += (all.empty() ? "" : ", ") + told(claim);
    if (claim.attributed_to.kind != Attribution::Kind::publisher) {
      const Span span = claim.attributed_to.span;
      CHECK(span.size() > 0);
      CHECK(span.end <= text.size());
    }
  }
  return all;
}

}  // namespace

TEST_CASE("what nobody is named for is the publisher's", "[claim]") {
  CHECK(said("The pier collapsed on Monday.") == "collapse");
  CHECK(said("The pier collapsed on Monday. The mayor said nothing.") == "collapse");
}

TEST_CASE("a speaker before, behind and between", "[claim]") {
  CHECK(said("The pier collapsed on Monday, the harbour master said.") == "collapse < the harbour master");
  CHECK(said("The pier collapsed on Monday, said the harbour master.") == "collapse < the harbour master");
  CHECK(said("The pier collapsed on Monday, said Ned Orr.") == "collapse < Ned Orr");
  CHECK(said("The harbour master said the pier collapsed on Monday.") == "collapse < The harbour master");
  CHECK(said("The harbour master said that the pier had collapsed on Monday.") ==
        "collapse < The harbour master");
  CHECK(said("The pier, Ned Orr said, collapsed on Monday.") == "collapse < Ned Orr");
  CHECK(said("Ned Orr, the owner, said the pier collapsed on Monday.") == "collapse < Ned Orr");
  CHECK(said("Ned Orr owns it. He said the pier collapsed on Monday.") == "collapse < Ned Orr");
}

TEST_CASE("what stands beside a speaker's words is not his", "[claim]") {
  CHECK(said("The barge sank on Sunday, and the owner said that the pier collapsed on Monday.") ==
        "sink, collapse < the owner");
  CHECK(said("She was said to be ill when the pier collapsed on Monday.") == "collapse");
}

TEST_CASE("houses of news, by name and by kind", "[claim]") {
  CHECK(said("According to the Tolbury Echo, the pier collapsed on Monday.") ==
        "collapse < the Tolbury Echo (outlet)");
  CHECK(said("The pier collapsed on Monday, Reuters reported.") == "collapse < Reuters (outlet)");
  CHECK(said("The pier collapsed on Monday, according to a local newspaper.") ==
        "collapse < a local newspaper (outlet)");
  CHECK(said("The pier collapsed on Monday, according to the coroner.") == "collapse < the coroner");
  CHECK(said("TOLBURY (AP) - The pier collapsed on Monday.") == "collapse < AP (outlet)");
  CHECK(said("TOLBURY (Reuters) - The pier collapsed on Monday, Ned Orr said.") == "collapse < Ned Orr");
  CHECK(said("The pier (built in oak) collapsed on Monday.") == "collapse");
}

TEST_CASE("how sure it is", "[claim]") {
  CHECK(said("The owner allegedly burned the mill on Monday.") == "burn [alleged]");
  CHECK(said("Ned Orr claimed that the pier collapsed on Monday.") == "collapse < Ned Orr [alleged]");
  CHECK(said("Ned Orr denied that the pier collapsed on Monday.") == "collapse < Ned Orr [denied]");
}

TEST_CASE("a speaker with the name of a source is an outlet", "[claim]") {
  Claim claim;
  claim.attributed_to = {Attribution::Kind::speaker, "the Lake Lantern", {0, 16}};
  recognise_outlets({&claim}, {"Post", "Lake Lantern"});
  CHECK(claim.attributed_to.kind == Attribution::Kind::outlet);
  claim.attributed_to = {Attribution::Kind::speaker, "the lamp maker", {0, 14}};
  recognise_outlets({&claim}, {"Post", "Lake Lantern"});
  CHECK(claim.attributed_to.kind == Attribution::Kind::speaker);
}

TEST_CASE("a sentence of a thousand speakers costs no more than it is long", "[claim]") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "Ned Orr said it sank on Monday, ";
  CHECK(find_claims(document_of({text}), english()).dated.size() > 10);
}
