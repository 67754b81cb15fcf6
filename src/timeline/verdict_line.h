// A verdict as one line of JSON: what `fasti reconcile` prints.
//
//   {"event":"sinking","status":"disputed","date":"1912-04-15","earliest":…,"latest":…,"confidence":0.53,"margin":0.33,
//    "reason":"…","cause":"contradiction","cause_reason":"…","would_change":"…",
//    "candidates":[{"date":"1912-04-15","weight":0.667,"sources":["echo","post"]},…]}
#pragma once

#include <string>

#include "event/event.h"
#include "reconcile/judge.h"
#include "trust/ask.h"

namespace fasti {

// With its newline. "date" is ISO 8601, to the minute where the claims are; of a longer stretch it is the
// first day, and null where none is preferred; "edtf" tells the whole. margin, cause and would_change stand
// there for a dispute only.
std::string verdict_line(const Event&, const Judgement&);

// A dispute that a person might settle, and why this one:
//   {"event":"sinking","kind":"sinking","reason":"…","candidates":[{"date":"1912-04-15","sources":["post"]},…]}
std::string question_line(const std::string& event, const Question&, const Ballots&, const Learned&);

}  // namespace fasti
