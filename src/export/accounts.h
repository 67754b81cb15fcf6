// A timeline as most other programs see it: a list of events, each with the dates that are told for it. What
// the exporters share is worked out here once; each of them then only writes.
//
//   a dispute over 28 and 30 September, the 28th preferred
//     -> dates {28 September, preferred, 0.78, courier and observer}, {30 September, rival, 0.22, mercury}
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace fasti {

// How a date stands to the others of its event. The names are part of the formats.
enum class DateRank {
  only,       // nobody gives a date that excludes it
  decided,    // a person chose it
  preferred,  // the evidence does
  rival,      // another one is chosen or preferred
  open,       // one of several, none of which is preferred
};
std::string_view to_string(DateRank);

struct ToldDate {
  DateRange range;
  DateRank rank = DateRank::only;
  double share = 1;                  // of the evidence, as in a conflict's candidates
  std::vector<std::string> sources;  // names, each once
  std::size_t claims = 0;            // how many say just this, or of an undisputed event, how many count
};

// The label is on one line, without control characters, and never empty ("?"). The dates: what is chosen or
// preferred comes first; none for an undated event.
struct Account {
  const TimelineEvent* told = nullptr;
  const Conflict* conflict = nullptr;
  std::string label;
  std::vector<ToldDate> dates;
  std::vector<std::string> sources;  // of all claims that count, each once, in their order

  // The dates under which a program shows the event that can show one only: what is chosen, else each of
  // those among which nobody chose.
  std::vector<const ToldDate*> main_dates() const;
  std::vector<const ToldDate*> rivals() const;
};

// Lives no longer than its timeline.
struct Accounts {
  const Timeline* timeline = nullptr;
  std::string title;
  std::map<std::string, const Source*, std::less<>> sources;  // by document
  std::vector<Account> events;                                // all, also those that pictures leave out
};

// Without a title it is called after what it holds: "12 events from 5 sources".
Accounts accounts_of(const Timeline&, std::string_view title);

// The name under which a document speaks; its id where the timeline does not know it.
std::string source_name(const Accounts&, std::string_view doc);

// What a reader should know beside the label, a line each, in the timeline's language: the date in words and
// how it stands, its rivals with those who give them, the sources, the reason.
std::vector<std::string> remarks(const Account&, const ToldDate*, const Timeline&);

// Why a claim does not count, in words, where a person took it out of the weighing ("set aside by Ann Berg, 5
// October 2021"); else empty.
std::string why_set_aside(const TimelineEvent&, std::size_t claim, const Timeline&);

std::string status_word(const Account&, const Timeline&);  // "disputed"
std::string joined(const std::vector<std::string>&, std::string_view between);

}  // namespace fasti
