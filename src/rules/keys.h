// The keys that a rule file may have, level by level, and the words among which some of their values are
// chosen. The loader takes them from here, and a test holds docs/rules.schema.json against them; so a key
// that is added to one and not to the other does not pass.
#pragma once

#include <string>
#include <vector>

namespace fasti::rule_keys {

using Names = std::vector<std::string>;

inline const Names file{"language",   "abbreviations", "sentence-starters", "wording", "profiles",
                        "lexicon",    "digits",        "inflection",        "lemmas",  "holidays",
                        "fragments",  "rules",         "not-dates",         "spans",   "events",
                        "date-words", "without",       "extends",           "phrases", "by-lines"};
inline const Names rule{"id",        "pattern", "type",     "value",   "weekday",   "mod",
                        "anchor",    "left",    "not-left", "right",   "not-right", "examples",
                        "published", "note",    "finds",    "profiles"};
inline const Names negative_rule{"id",        "pattern",  "left",      "not-left", "right",
                                 "not-right", "examples", "published", "note",     "profiles"};
inline const Names find{"words", "value", "type", "mod", "weekday"};
inline const Names example{"value", "published"};
inline const Names event{"id",     "type",  "is",      "role",     "head", "once",
                         "before", "after", "pattern", "examples", "note"};
inline const Names span{"id", "word", "within", "note"};
inline const Names by_line{"id", "says", "pattern", "examples", "note"};
inline const Names holiday{"on", "words"};
inline const Names profile{"year-from", "nearest", "numeric-order"};
inline const Names digits{"length", "range", "pad"};
inline const Names inflection{"endings", "irregular"};
inline const Names ending{"when", "strip"};  // all others are forms
inline const Names wording{"months", "months-short", "weekdays", "seasons", "patterns"};
// The patterns of calendar/wording.h; a number and -short may follow.
inline const Names wording_patterns{
    "day",         "month",         "year",         "minute",        "second",    "hour",
    "week",        "weekend",       "season",       "quarter",       "half-year", "decade",
    "century",     "millennium",    "span",         "about",         "since",     "span-in-day",
    "day-in-year", "span-in-month", "span-in-year", "season-across", "until",     "bc"};

// Choices in the order of the enumerations that they stand for.
inline const Names types{"DATE", "TIME", "DURATION", "SET"};
inline const Names anchors{"context", "publication", "narrative", "day", "period", "now"};
inline const Names roles{"occurrence", "announcement", "plan", "anniversary", "background"};
inline const Names once{"false", "true"};
inline const Names says{"published", "modified", "author"};
inline const Names year_from{"publication", "narrative"};
inline const Names nearest{"future", "past"};
inline const Names numeric_order{"month-first", "day-first"};

// TIMEX3's modifiers.
inline const Names mods{"START",     "MID",           "END",           "APPROX",
                        "BEFORE",    "AFTER",         "ON_OR_BEFORE",  "ON_OR_AFTER",
                        "LESS_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "MORE_THAN"};

}  // namespace fasti::rule_keys
