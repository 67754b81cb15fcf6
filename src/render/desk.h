// What the reports share, whatever they are written in: the words of the report's language, and who said
// what. All that is returned is escaped by the desk's function, unless it says otherwise.
//
//   Desk desk(timeline, escape_xml);   told_number(desk, "events", 12) == "12 events"
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/phrases.h"
#include "timeline/review.h"
#include "timeline/timeline.h"

namespace fasti {

struct Desk {
  const Timeline& timeline;
  Escape escape;
  std::map<std::string_view, const Source*> sources;  // by document
  struct Lent {
    const std::string& origin;
    Borrowing how;
  };
  std::multimap<std::string_view, Lent> lent;  // what a document has from others

  Desk(const Timeline&, Escape);
};

// ---- phrases; what is filled in must be escaped already

std::string told(const Desk&, std::string_view phrase, const Holes& = {});
std::string told_number(const Desk&, std::string_view phrase, std::size_t n, const Holes& = {});
// "cause" and "typing-slip" -> the phrase cause-typing-slip; "" where there is none.
std::string told_of(const Desk&, std::string_view family, std::string_view member);

// ---- dates and numbers

std::string worded(const Desk&, const DateRange&);
std::string weekday_in(const Desk&, const DateRange&);  // "Saturday"; "" for what is longer than a day
long hundredths(double share);                          // 0.83 -> 83

// ---- sources

const Source* source_of(const Desk&, const std::string& doc);  // nullptr where it is not known
std::string name_of(const Source&);                            // not escaped
std::string name_of(const Desk&, const std::string& doc);      // not escaped
std::string place_of(const Desk&, const Claim&);               // "samples/courier.txt:4", not escaped
std::string place_of(const Diagnostic&);  // "samples/courier.txt:3", or the document; not escaped
// "citing the coroner, told as alleged": who says it and how surely; "" where the publisher does, plainly.
std::string said_by(const Desk&, const Claim&);
// "copied from gazette: no voice of its own"; "" where the claim speaks for itself.
std::string copied_from(const Desk&, const Claim&);
// "copies gazette, borrows from echo"; "" where the document is in no family, or the origin of one.
std::string copied_from(const Desk&, const std::string& doc);
// Documents of the claims, one for each name of a source, in their order.
std::vector<std::string> voices_of(const Desk&, const Event&, const std::vector<std::size_t>& claims);
std::vector<std::size_t> all_claims(const Event&);

// ---- sentences

std::string label_of(const Case&);                                     // not escaped, of bearable length
std::string shortened(std::string_view text, std::size_t most_bytes);  // at a word's end, with an ellipsis

// "20 events from 5 sources: 2 disputed (1 with a preferred date), 4 agreed, 14 told by one source only"
std::string summary_of(const Desk&);

// "28 September 2020 is preferred", "No date is preferred …", "A person decided for …", without full stop.
std::string verdict_of(const Desk&, const Case&);
std::string short_verdict_of(const Desk&, const Case&);
// "with 78 % of the evidence against 22 %, a lead of 56 points"; "" where a person decided.
std::string lead_of(const Desk&, const Case&);

// "“Sept. 28” leaves the year open; it is taken from the day of publication, 29 September 2021"
std::string how_dated(const Desk&, const Claim&);

// The candidate that a person decided for, else the one that is preferred.
bool is_preferred(const Case&, std::size_t candidate);

// The evidence for the cause as a sentence, not escaped; "" where it says no more than what stands there
// already: the verdict's reason, or that nothing explains a plain contradiction.
std::string evidence_of(const Case&);

// What a person could look for; "" where a person decided.
std::string what_would_settle(const Desk&, const Case&);

// "set aside by N.N., 3 May 2026": claims that people took out of the weighing; "" for all others.
std::string set_aside_of(const Desk&, const Verdict&, std::size_t claim);

// What a decision is about: the date, the source, or the first claim.
std::string matter_of(const Desk&, const Decision&);
std::string label_of(const Desk&, const Precedent&);  // of its event, not escaped

// Other people's sentences, which may or may not bring their full stop. Not escaped.
std::string as_sentence(std::string text);

}  // namespace fasti
