#include "timeline/context.h"

#include "catch.h"
#include "text/segment.h"

using namespace fasti;

namespace {

struct Around {
  std::string before, after;
};

// What stands around `quote` in the text, if its event is disputed.
Around around(const std::string& text, const std::string& quote, bool disputed = true) {
  Document document;
  document.article.id = "a";
  document.article.text = text;
  document.segmented = segment(text, {0, text.size()}, {});
  Claim claim;
  claim.doc = "a";
  claim.span.begin = text.find(quote);
  claim.span.end = claim.span.begin + quote.size();
  Timeline timeline;
  timeline.events.push_back({{"e", "", "", {claim}, {}, {}}, {}});
  if (disputed) {
    timeline.conflicts.emplace_back();
    timeline.conflicts.back().event = "e";
  }
  add_context(timeline, {document});
  return {timeline.events[0].event.claims[0].before, timeline.events[0].event.claims[0].after};
}

void check(const std::string& text, const std::string& quote, const std::string& before,
           const std::string& after) {
  INFO(text << "\n" << quote);
  const Around found = around(text, quote);
  CHECK(found.before == before);
  CHECK(found.after == after);
}

const std::string storm =
    "First. The storm came at noon. The ferry sank on June 14, said Orr. Two died. Last.";

}  // namespace

TEST_CASE("context: the rest of the sentence and its neighbours") {
  check(storm, "The ferry sank on June 14", "The storm came at noon. ", ", said Orr. Two died.");
  check(storm, "First.", "", " The storm came at noon.");
  check(storm, "Last.", "Two died. ", "");
  check("The ferry sank.", "The ferry sank.", "", "");
  check("Head\n\nThe ferry sank.\n\nFoot", "The ferry sank.", "Head\n\n", "\n\nFoot");
}

TEST_CASE("context: it is bounded and cut between words") {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "wörter ";
  const Around found = around(words + "The ferry sank " + words + "now.", "The ferry sank");
  CHECK(found.before.starts_with("…wörter "));
  CHECK(found.before.ends_with("wörter "));
  CHECK(found.before.size() <= 203);
  CHECK(found.after.starts_with(" wörter"));
  CHECK(found.after.ends_with("wörter…"));
  CHECK(found.after.size() <= 203);
}

TEST_CASE("context: an endless word is cut between characters") {
  std::string endless;
  for (int i = 0; i < 300; ++i) endless += "ö";
  const Around found = around(endless + " sank " + endless, "sank");
  CHECK(found.before.size() <= 203);
  CHECK(found.before.starts_with("…ö"));
  CHECK(found.after.ends_with("ö…"));
}

TEST_CASE("context: only the claims of a dispute have it") {
  CHECK(around(storm, "The ferry sank on June 14", false).before.empty());
}
