// A time expression found in a text, and what it means once it is resolved.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "calendar/date_range.h"
#include "calendar/timex_type.h"
#include "text/segment.h"

namespace fasti {

// How the value was got.
enum class Basis {
  explicit_,                // the words say it all: "28 September 2020"
  year_from_context,        // the year comes from another expression of the text
  relative_to_publication,  // "last week", "14 years ago"
  relative_to_text,         // "a year later", "the next day"
  heading,                  // a dated heading
  holiday,                  // a named day, its year from the context
  inferred,                 // the anchor itself was inferred
};
std::string_view to_string(Basis);  // "explicit", "year-from-context" …

// A reading that was possible and lost.
struct Alternative {
  std::string value;
  std::string reason;  // why it lost: "26 September 2020 was a Saturday, not a Sunday"
};

struct Timex {
  std::string doc;
  Span span;
  TokenRange tokens;
  std::string text;  // the source's words
  TimexType type = TimexType::date;
  std::string
      partial;  // what the words alone say, before resolution: "XXXX-09-28", "@-14Y" (docs/writing-rules.md)
  std::string value;  // TIMEX3
  std::string mod;    // TIMEX3: START MID END APPROX …, or empty
  std::string rule;
  std::optional<DateRange> range;  // none for durations, sets and what could not be resolved
  Basis basis = Basis::explicit_;
  std::string
      anchor;  // what it was counted from: "publication 2021-09-29", "article-000:1725 «Sept. 27, 2020»"
  std::optional<DateRange> counted_from;  // the anchor's own date, where there is one
  int named_weekday = 0;                  // 1 Monday to 7 Sunday, where the words name one beside a day
  bool weekday_disagrees = false;         // the date does not fall on it
  std::vector<Alternative> alternatives;
};

}  // namespace fasti
