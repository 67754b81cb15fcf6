// The whole result as one value: all that a picture, a report or another program needs, and nothing else.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "calendar/wording.h"
#include "claim/claim.h"
#include "copies/families.h"
#include "decisions/decide.h"
#include "event/event.h"
#include "event/rank.h"
#include "event/relations.h"
#include "reconcile/verdict.h"
#include "rules/phrases.h"

namespace fasti {

// An article without its text.
struct Source {
  std::string id;
  std::string source;
  std::string title;
  std::string url;
  std::string path;
  Published published;
  std::vector<DateStatement> dates = {};  // all that is said of its publication
};

// Words that several articles quote, none of them a copy of another.
struct CommonQuotation {
  std::string text;  // as the first has it
  struct Place {
    std::string doc;
    Span span;
  };
  std::vector<Place> places;  // by document
};

struct TimelineEvent {
  Event event;
  Verdict verdict;
  Rank rank = {};
  bool asked = true;  // by those who draw (choose.h)
  bool shown = true;  // in pictures and reports: asked for, and weighty enough
};

struct Timeline {
  std::string title;             // the subject; may be empty
  std::string language;          // of the rules it was built by: "en"
  std::vector<Source> sources;   // by id
  std::vector<Family> families;  // articles that are copies of others, by origin
  std::vector<CommonQuotation> quotations;
  std::vector<TimelineEvent> events;  // by date, then id
  std::vector<Relation> relations;    // by time
  std::vector<Conflict> conflicts;    // in the order of the events
  std::vector<Precedent> decisions;   // what people decided, in their order, and what has become of it
  std::vector<Claim> undated;         // events that are told without a date
  std::vector<Claim> background;      // dated statements that are no event of their own
  std::vector<Diagnostic> diagnostics;
  DateWording wording;
  Phrases phrases;
  std::string shows_all;  // the options that show every event; empty where all are shown by themselves
};

}  // namespace fasti
