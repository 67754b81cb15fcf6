// A claim: this source says that this happened then. The atom of everything that follows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "calendar/date_range.h"
#include "timex/timex.h"

namespace fasti {

// What the statement does with the event.
enum class Role { occurrence, announcement, plan, anniversary, background };
std::string_view to_string(Role);

// The words that tell the event.
struct Mention {
  std::string
      type;  // of the event rule that found it: "death"; "event" where only the clause's verb is known
  std::string head;                       // the verb or noun, as a lemma: "die"
  Span span;                              // the head's words in the text
  std::vector<std::string> participants;  // names, the fullest form known in the article: "Nora Brill"
  std::vector<std::string>
      kinds;             // the type and the wider ones it belongs to: miscarriage, bereavement, death
  bool by_name = false;  // the subject is a name: "Ned Orr", not "a court in Tolbury"
  bool once = false;     // such a thing happens to the same people or things only once, as a rule
  // For an announcement, the type of what it announces and the wider ones; else empty.
  std::vector<std::string> topic_kinds;
};

// A word by its stem ("explos"), or a number ("#11").
struct Term {
  std::string text;
  float part = 1;  // below 1 for what is told around the event
};

// Who says it, as the article tells.
struct Attribution {
  enum class Kind {
    publisher,  // whoever printed the article; the rest is empty then
    speaker,    // a person or a body, quoted or reported: "the coroner"
    outlet,     // another house of news: "Reuters"
  };
  Kind kind = Kind::publisher;
  std::string name;
  Span span;  // of the name
};
std::string_view to_string(Attribution::Kind);

struct Claim {
  std::string doc;
  Span span;                  // of the clause, or of the sentence
  std::size_t line = 0;       // one-based, in the article's file
  std::string quote;          // the text at span
  std::string before, after;  // what stands around it, of the claims of a dispute (timeline/context.h)
  Mention mention;
  std::string label;               // what happened, short: "Nora Brill died"
  bool names_subject = false;      // the label begins with somebody's or something's name
  std::optional<Timex> timex;      // the expression that dates it; none for an undated claim
  std::optional<DateRange> range;  // the date claimed: the timex's range, or one counted from it
  Role role = Role::occurrence;
  std::string
      told_with;  // type of the announcement in whose words the claim stands ("announced that …"); else empty
  std::string rule;  // id of the event rule; empty for the general case
  Attribution attributed_to;
  std::string certainty;  // "alleged", "denied" … (certainty.h); empty where it is plainly stated
  std::string
      copy_of;  // the document whose sentence this is (copied_claims.h); empty where it speaks for itself
  bool entry = false;       // of a chronicle: its sentence stands under a dated heading (headings.h)
  std::vector<Term> terms;  // what it is told in, see terms.h
};

}  // namespace fasti
