// Everything that the rule files of a language say, checked and compiled. A value that is never changed after
// loading; all stages read it, none of them knows a word of the language otherwise.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "calendar/holiday.h"
#include "calendar/timex_type.h"
#include "calendar/wording.h"
#include "rules/clues.h"
#include "rules/lexicon.h"
#include "rules/phrases.h"
#include "rules/program.h"
#include "rules/template.h"
#include "rules/text_map.h"
#include "rules/words.h"
#include "text/segment.h"

namespace fasti {

// A sentence beside a rule that says what the rule finds in it; [brackets] in the file mark the expression.
struct Example {
  std::string text;           // without the brackets
  std::optional<Span> found;  // none for a negative example
  std::string expected;       // value of the expression, or type of the event
  std::string published;      // what relative values are counted from; may be empty
  Place place;
};

// From where an incomplete value is counted.
enum class Anchor {
  context,      // whatever the text around offers: narrative, then publication (resolve.h)
  publication,  // "last week", "two years ago": the time of writing
  narrative,    // "two days later": the last date told
  day,          // "at 10 a.m.", "that evening": the day that the sentence names, or the last one told
  period,       // "the quarter", "a year earlier" in business reports: the quarter told last, else the last
                // complete one
  now,          // "a year on": counted from the last date told, and says that this is the time of writing
};

struct Capture {
  std::string name;
  std::vector<std::string> classes;  // the lexicon classes that it may come from
};

// Patterns that must, or must not, touch a match from the left or the right.
struct ContextPattern {
  std::uint32_t number = 0;  // in RuleSet::timex_program; see objection_to
  bool left = false;
  bool wanted = true;
  std::string text;  // as its author wrote it
};

// What a rule makes of a match, or of some of its words: "May 5 and 7" is two expressions.
struct TimexPart {
  std::vector<std::string> words;  // captures from the first to the last of which it reaches; none: all words
  TimexType type = TimexType::date;
  std::vector<ValueTemplate> values;     // the first of which all holes can be filled is taken
  std::optional<ValueTemplate> weekday;  // 1 to 7, to be checked against the date
  std::optional<ValueTemplate> mod;      // TIMEX3: START, APPROX …
};

struct TimexRule {
  std::string id;
  Place place;
  bool negative = false;         // what it finds is no time expression
  std::vector<TimexPart> parts;  // in the order of the text; one for most rules
  Anchor anchor = Anchor::context;
  std::vector<std::string> profiles;  // in which it holds; none: in all
  std::vector<Capture> captures;      // by slot
  std::vector<std::shared_ptr<const ContextPattern>> contexts;
  std::vector<PatternNode> patterns;  // what timex_program was compiled from, for progress.h
  std::vector<Example> examples;
};

struct EventRule {
  std::string id;
  Place place;
  std::string type;
  std::vector<std::string> is;  // wider types, nearest first: miscarriage is a loss
  std::string role;             // "occurrence", "announcement" …
  std::string head;             // the lemma that stands for all its patterns
  bool once = false;            // it happens to the same people or things only once, as a rule
  std::vector<std::string> before,
      after;  // types: to the same people or things, it comes before (after) those
  std::vector<Capture> captures;
  std::vector<Example> examples;
};

// One reading of a word form: "lost" is the past and the participle of the verb "lose".
struct WordForm {
  std::string lemma;
  std::string part_of_speech;  // "v", "n"
  std::string form;            // "past", "plural" …
};

// Words that look like a part of a date, wherever they stand; `fasti rules gaps` tells of those that no rule
// took.
struct DateWord {
  std::string text;  // the pattern as its author wrote it: "{^month}"
  Place place;
};

// Words that tell, in a line of its own, what the date behind them is to the article: "Published", "Last
// updated on".
struct ByLineRule {
  enum class Says { published, modified, author };
  std::string id;
  Place place;
  Says says = Says::published;
  std::vector<Example> examples;
};

// How a duration and a date that stand together date a start: "70 days … since 26 September".
struct SpanRule {
  std::string id;
  std::string word;          // lexicon class of the word before the date
  std::uint32_t within = 6;  // tokens between the two
};

struct Profile {
  std::string name;
  bool narrative_first = false;  // an incomplete date follows the story before it follows the publication
  bool past_first = true;        // of two equally near readings the past one wins
  bool day_first = false;        // 03/04/2020 is 3 April, where the text itself does not tell
};

// What comes before what, to the same people or things: an arrest before a trial.
struct TypeOrder {
  std::string earlier, later;
  auto operator<=>(const TypeOrder&) const = default;
};

struct RuleSet {
  std::vector<Diagnostic> warnings;  // what is odd about the rules but does no harm, for `fasti rules check`
  std::string language;
  Lexicon lexicon;
  Orthography orthography;
  DateWording wording;
  Phrases phrases;
  std::map<std::string, HolidayFormula, std::less<>> holidays;
  std::map<std::string, Profile, std::less<>> profiles;
  std::vector<TimexRule> timexes;
  std::vector<EventRule> events;
  std::vector<TypeOrder> order;  // of types, with all that follows: a < b and b < c make a < c; sorted
  std::vector<SpanRule> spans;
  std::vector<ByLineRule> by_lines;
  std::vector<DateWord> date_words;
  Program timex_program;      // pattern numbers are indices into timexes
  Program event_program;      // … into events
  Program date_word_program;  // … into date_words
  Program by_line_program;    // … into by_lines
  Clues clues;                // what a text must hold for timex_program to find anything but not-dates
  TextMap<std::vector<WordForm>> forms;  // folded word → readings

  // The value of a word or phrase in a class: value_in("month", "sept") == "09".
  const std::string* value_in(std::string_view class_name, std::string_view folded_phrase) const;
  bool is_in(std::string_view class_name, std::string_view folded_phrase) const {
    return value_in(class_name, folded_phrase) != nullptr;
  }
  // Can the word be this form of anything? has_form("lost", "v", "past") is true.
  bool has_form(std::string_view folded_word, std::string_view part_of_speech, std::string_view form) const;

  // A verb in a form of the past: one that the rules know, or a word with the ending of such a form
  // ("headed"). A form that can also be the present ("put") is none.
  bool looks_like_past(std::string_view folded_word) const;

  // Filled on loading, from the above.
  std::map<std::string, TextMap<std::string>, std::less<>> class_values;
  WordTable words;                    // all words that the rules know, see words.h
  std::vector<WordFacts> word_facts;  // by number
  std::vector<std::string> genders;   // the values of the class "gender", sorted
  std::set<std::string> past_endings;
};

// looks_like_past for a word that the rules do not list.
bool ends_like_past(std::string_view folded_word, const RuleSet&);

// The first of the rule's contexts that does not allow a match of these tokens, or nullptr. The symbols are
// those of timex_program, so that nothing is looked up again.
const ContextPattern* objection_to(const RuleSet&, const TimexRule&, const Symbols&, TokenRange match);

// The values of a hit's captures, by name.
std::vector<CaptureValue> capture_values(const RuleSet&, const std::vector<Capture>&, const Hit&,
                                         const Symbols&);

}  // namespace fasti
