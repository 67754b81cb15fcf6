#include "render/report_words.h"

#include <algorithm>
#include <array>

namespace fasti::words {

namespace {

struct Cause {
  std::string_view name, meaning, settled_by;
};

constexpr std::array<Cause, 13> causes = {{
    {"contradiction", "The sources contradict each other, and nothing in their words explains it.",
     "A record made at the time, or a source that says how it knows the date."},
    {"announcement-for-occurrence",
     "The day on which it was announced may have been taken for the day on which it happened.",
     "The announcement itself: does it say when the event happened?"},
    {"anniversary-for-occurrence",
     "The day on which the event was remembered may have been taken for the day on which it happened.",
     "Any source that wrote before that anniversary."},
    {"publication-for-occurrence",
     "The day on which an article appeared may have been taken for the day of the event.",
     "An earlier article: if one tells of the event, the later day is wrong."},
    {"overnight-or-timezone",
     "It may have happened at night or in another time zone, so that both days have a case.",
     "The hour and the place of the event."},
    {"weekday-mismatch",
     "One source names a weekday that its date did not fall on, so one of the two is a slip.",
     "A second text of the same source, or a calendar of the week concerned."},
    {"day-month-order", "Day and month may have changed places: 3/5 can be 3 May or 5 March.",
     "Another date of the same source whose day is above twelve: it shows the order that it uses."},
    {"wrong-year", "The dates differ in the year alone; the wrong year may have been filled in.",
     "Any source that writes the year out."},
    {"relative-misreading",
     "One date was counted from words such as “last week” and may have been counted from the wrong day.",
     "The day on which that article was written."},
    {"typing-slip", "The dates differ in one digit; one of them may be mistyped.",
     "The original of the source that stands alone."},
    {"old-style-calendar", "One source may use the Julian calendar, the others the Gregorian.",
     "The calendar in use at the place and time of the event."},
    {"maybe-two-events", "The sources may speak of two different events.",
     "A detail (place, person, number) that tells the two apart, or one source that tells both."},
    {"order-violated", "With one of the dates, events would have happened in an impossible order.",
     "The dates of the events just before and after."},
}};

const Cause* find(std::string_view name) {
  const auto found =
      std::find_if(causes.begin(), causes.end(), [&](const Cause& one) { return one.name == name; });
  return found == causes.end() ? nullptr : &*found;
}

}  // namespace

std::string_view cause(std::string_view name) {
  const Cause* found = find(name);
  return found ? found->meaning : "";
}

std::string_view would_settle(std::string_view name) {
  const Cause* found = find(name);
  return found ? found->settled_by : causes.front().settled_by;
}

std::string_view basis(Basis basis) {
  switch (basis) {
    case Basis::explicit_:
      return "the words give the whole date";
    case Basis::year_from_context:
      return "the words leave the year open; it comes from the text around them";
    case Basis::relative_to_publication:
      return "counted from the day of publication";
    case Basis::relative_to_text:
      return "counted from another date in the text";
    case Basis::heading:
      return "the date stands in the heading above";
    case Basis::holiday:
      return "a day that has a name; its year comes from the text around it";
    case Basis::inferred:
      return "counted from a day of publication that is itself inferred";
  }
  return "";
}

std::string_view basis(Published::Basis basis) {
  switch (basis) {
    case Published::Basis::stated:
      return "stated in the text";
    case Published::Basis::metadata:
      return "in the file's metadata";
    case Published::Basis::file_name:
      return "in the file's name";
    case Published::Basis::inferred:
      return "inferred from what the text says";
    case Published::Basis::unknown:
      return "not known";
  }
  return "";
}

std::string_view role(Role role) {
  switch (role) {
    case Role::occurrence:
      return "";
    case Role::announcement:
      return "told as an announcement";
    case Role::plan:
      return "told as a plan";
    case Role::anniversary:
      return "told as an anniversary";
    case Role::background:
      return "told as background";
  }
  return "";
}

}  // namespace fasti::words
