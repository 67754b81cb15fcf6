// What decisions do to events and verdicts.
#include <algorithm>
#include <random>
#include <set>

#include "claim/english.h"
#include "decisions/decisions_at_hand.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

const ToldBy courier{"courier", "2020-09-28", 10};
const ToldBy echo{"echo", "2020-09-30", 20};
const ToldBy echo_too{"echo", "2020-09-30", 90, "The whole town mourned him."};
const ToldBy post{"post", "2020-09-30", 30};

std::vector<Voice> voices_of(const std::vector<Event>& events) {
  std::vector<Voice> voices;
  for (const Event& event : events)
    for (const Claim& claim : event.claims)
      if (std::none_of(voices.begin(), voices.end(), [&](const Voice& v) { return v.doc == claim.doc; }))
        voices.push_back({claim.doc, claim.doc.substr(0, claim.doc.find('/')), {}});
  return voices;
}

Decisions decisions_of(std::vector<Decision> list) { return {"decisions.yaml", std::move(list), {}}; }

Applied applied(const std::vector<Event>& events, const std::vector<Decision>& list) {
  return apply_decisions(events, decisions_of(list), voices_of(events));
}

std::string claims_text(const Event& event) {
  std::string text;
  for (const Claim& claim : event.claims) text += (text.empty() ? "" : "+") + claim.doc;
  return text;
}

// "courier+echo decided 2020-09-28": each event with what is said of it; "~" before claims set aside.
std::string shown(const Applied& result, const std::vector<Voice>& voices) {
  const Reconciled reconciled = reconcile(result, voices, english().wording);
  std::vector<std::string> lines;
  for (std::size_t e = 0; e < result.events.size(); ++e) {
    const Verdict& verdict = reconciled.verdicts[e];
    std::string line = claims_text(result.events[e]);
    for (const SetAside& aside : verdict.set_aside) line += "~" + result.events[e].claims[aside.claim].doc;
    line +=
        " " + std::string(to_string(verdict.status)) + " " + (verdict.date ? to_edtf(*verdict.date) : "none");
    if (verdict.decided && !verdict.decided->unseen.empty()) line += " stale";
    if (verdict.decided && !verdict.decided->claimed) line += " unclaimed";
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "; ") + line;
  text += " |";
  for (const Precedent& one : result.precedents) text += " " + std::string(to_string(one.force));
  return text;
}

void check(const std::vector<Event>& events, const std::vector<Decision>& list, const std::string& expected) {
  const Applied result = applied(events, list);
  CHECK(shown(result, voices_of(events)) == expected);
}

// The claims that are there now, as the events that the grouping makes of them.
const Event disputed = event_of({courier, echo});
const Event alone = event_of({post});

}  // namespace

TEST_CASE("without decisions nothing changes", "[decide]") {
  check({disputed, alone}, {}, "courier+echo disputed none; post single 2020-09-30 |");
}

TEST_CASE("an accepted date is the verdict", "[decide]") {
  check({disputed}, {accept(disputed, "2020-09-28")}, "courier+echo decided 2020-09-28 | holds");
  check({disputed}, {accept(disputed, "2020-09")}, "courier+echo decided 2020-09 | holds");
  check({disputed}, {accept(disputed, "2020-10-05")}, "courier+echo decided 2020-10-05 unclaimed | holds");
  // Also where nobody disagrees.
  check({alone}, {accept(alone, "2020-09-29")}, "post decided 2020-09-29 unclaimed | holds");
}

TEST_CASE("the conflict stays, with the accepted date as the preferred one", "[decide]") {
  const auto preferred = [](const std::string& date) {
    const std::vector<Event> events{disputed};
    const Reconciled result =
        reconcile(applied(events, {accept(disputed, date)}), voices_of(events), english().wording);
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts.front().reason == result.verdicts.front().reason);
    const auto& conflict = result.conflicts.front();
    return conflict.preferred ? to_edtf(conflict.candidates[*conflict.preferred].range) : "none";
  };
  CHECK(preferred("2020-09-30") == "2020-09-30");
  CHECK(preferred("2020-09-28") == "2020-09-28");
  CHECK(preferred("2020-09-30T14:30") == "2020-09-30");  // finer than any source
  CHECK(preferred("2020-09") == "none");                 // leaves it open
  CHECK(preferred("2020-10-01") == "none");
}

TEST_CASE("the reason says who decided, when and why", "[decide]") {
  const auto reason = [](Decision made, const std::vector<Event>& events, const std::string& why = "") {
    made.why = why;
    return reconcile(applied(events, {made}), voices_of(events), english().wording).verdicts.front().reason;
  };
  CHECK(reason(accept(disputed, "2020-09-28"), {disputed}) == "Ann decided on 1 July 2021.");
  CHECK(reason(accept(disputed, "2020-09-28"), {disputed}, "The parish register.") ==
        "Ann decided on 1 July 2021: The parish register.");
  CHECK(reason(accept(disputed, "2020-10-28"), {disputed}, "a letter") ==
        "Ann decided on 1 July 2021: a letter; no source gives this date.");
  CHECK(reason(accept(disputed, "2020-09-28"), {event_of({courier, echo, post})}, "a letter") ==
        "Ann decided on 1 July 2021: a letter; 1 claim of the event is new since the decision.");
  CHECK(
      reason(reject(disputed, {echo}), {disputed}, "copied") ==
      "Only courier gives a date: 28 September 2020; 1 claim set aside: Ann decided on 1 July 2021: copied.");
  CHECK(reason(distrust("post"), {alone}) ==
        "Only post gives a date: 30 September 2020; nobody else tells of it, and that source is not trusted: "
        "Ann decided on 1 July 2021.");
  CHECK(reason(reject(alone, {post}), {alone}) ==
        "Every claim of it was rejected: Ann decided on 1 July 2021.");
}

TEST_CASE("rejected claims stay in the event and count for nothing", "[decide]") {
  check({disputed}, {reject(disputed, {echo})}, "courier+echo~echo single 2020-09-28 | holds");
  check({disputed}, {reject(disputed, {courier})}, "courier+echo~courier single 2020-09-30 | holds");
  check({disputed}, {reject(disputed, {courier, echo})}, "courier+echo~courier~echo undated none | holds");
  const Event three = event_of({courier, echo, post});
  check({three}, {reject(three, {courier})}, "courier+echo+post~courier agreed 2020-09-30 | holds");
}

TEST_CASE("claims of a conflict point into the whole event", "[decide]") {
  // courier (28th), echo and post (30th) and herald (2 October): without courier, two candidates are left.
  const ToldBy herald{"herald", "2020-10-02", 40};
  const std::vector<Event> events{event_of({courier, echo, post, herald})};
  const Reconciled result =
      reconcile(applied(events, {reject(events[0], {courier})}), voices_of(events), english().wording);
  REQUIRE(result.conflicts.size() == 1);
  for (const Candidate& candidate : result.conflicts.front().candidates)
    for (const std::size_t i : candidate.claims) CHECK(meet(*events[0].claims[i].range, candidate.range));
}

TEST_CASE("the claims of a source that nobody trusts have no weight", "[decide]") {
  check({disputed, alone}, {distrust("echo")},
        "courier+echo~echo single 2020-09-28; post single 2020-09-30 | holds");
  // Nobody else tells of it: the date stays, for what it is worth.
  const std::vector<Event> events{alone};
  const Reconciled result =
      reconcile(applied(events, {distrust("post")}), voices_of(events), english().wording);
  CHECK(result.verdicts.front().date == from_edtf("2020-09-30"));
  CHECK(result.verdicts.front().confidence == 0);
  check({disputed}, {distrust("ecko")}, "courier+echo disputed none | lost");
}

TEST_CASE("events are split and merged", "[decide]") {
  check({disputed, alone}, {split(disputed, {echo})},
        "courier single 2020-09-28; echo single 2020-09-30; post single 2020-09-30 | holds");
  // The founding claim may be the one that goes.
  check({disputed}, {split(disputed, {courier})},
        "courier single 2020-09-28; echo single 2020-09-30 | holds");
  check({disputed, alone}, {merge(disputed, alone)}, "courier+echo+post disputed 2020-09-30 | holds");
  const Event mourned = event_of({echo_too});
  check({disputed, alone, mourned}, {split(disputed, {echo}), merge(alone, event_of({echo}))},
        "courier single 2020-09-28; echo single 2020-09-30; echo+post agreed 2020-09-30 | holds holds");
}

TEST_CASE("splits and merges that a person wrote down without what was seen", "[decide]") {
  const auto by_hand = [](Decision made) {
    made.seen.clear();
    if (made.kind == DecisionKind::merge) made.claims.clear();
    return made;
  };
  check({disputed}, {by_hand(split(disputed, {courier}))},
        "courier single 2020-09-28; echo single 2020-09-30 | holds");
  // Whichever of the two keeps its id.
  for (const Decision& made : {by_hand(merge(disputed, alone)), by_hand(merge(alone, disputed))}) {
    check({disputed, alone}, {made}, "courier+echo+post disputed 2020-09-30 | holds");
    const Applied result = applied({disputed, alone}, {made});
    CHECK(result.precedents.front().event == result.events.front().id);
  }
}

TEST_CASE("decisions on what comes of a split find it", "[decide]") {
  const Event left = event_of({courier});
  const Event gone = event_of({echo});
  check({disputed}, {split(disputed, {echo}), accept(gone, "2020-10-01"), accept(left, "2020-09-28")},
        "courier decided 2020-09-28; echo decided 2020-10-01 unclaimed | holds holds holds");
}

TEST_CASE("the later decision on a matter wins", "[decide]") {
  check({disputed}, {accept(disputed, "2020-09-28"), accept(disputed, "2020-09-30")},
        "courier+echo decided 2020-09-30 | superseded holds");
  check({disputed}, {reject(disputed, {echo}), reject(disputed, {echo})},
        "courier+echo~echo single 2020-09-28 | superseded holds");
  check({disputed}, {reject(disputed, {echo}), reject(disputed, {courier, echo})},
        "courier+echo~courier~echo undated none | superseded holds");
  check({disputed}, {distrust("echo"), distrust("echo")},
        "courier+echo~echo single 2020-09-28 | superseded holds");
  check({disputed}, {split(disputed, {echo}), merge(event_of({courier}), event_of({echo}))},
        "courier+echo disputed none | superseded holds");
  const Event both = event_of({courier, echo, post});
  check({disputed, alone}, {merge(disputed, alone), split(both, {post})},
        "courier+echo disputed none; post single 2020-09-30 | superseded holds");
  // Two events that each had a date accepted, and then were found to be one.
  check({disputed, alone},
        {accept(disputed, "2020-09-28"), accept(alone, "2020-09-30"), merge(disputed, alone)},
        "courier+echo+post decided 2020-09-30 stale | superseded stale holds");
}

TEST_CASE("what is taken back does not hold, and what it replaced does", "[decide]") {
  const Decision first = accept(disputed, "2020-09-28");
  const Decision second = accept(disputed, "2020-09-30");
  check({disputed}, {first, take_back(first)}, "courier+echo disputed none | withdrawn holds");
  check({disputed}, {first, second, take_back(second)},
        "courier+echo decided 2020-09-28 | holds withdrawn holds");
  check({disputed}, {first, second, take_back(second), take_back(first)},
        "courier+echo disputed none | withdrawn withdrawn holds holds");
  check({disputed}, {take_back(first), first}, "courier+echo decided 2020-09-28 | lost holds");
  check({disputed},
        {reject(disputed, {echo}), reject(disputed, {courier}), take_back(reject(disputed, {echo}))},
        "courier+echo~courier single 2020-09-30 | withdrawn holds holds");
  check({disputed}, {split(disputed, {echo}), take_back(split(disputed, {echo}))},
        "courier+echo disputed none | withdrawn holds");
  check({disputed}, {distrust("echo"), take_back(distrust("echo"))},
        "courier+echo disputed none | withdrawn holds");
}

TEST_CASE("a decision is stale where the event has got claims", "[decide]") {
  const Event more = event_of({courier, echo, post});
  check({more}, {accept(disputed, "2020-09-28")}, "courier+echo+post decided 2020-09-28 stale | stale");
  check({more}, {reject(disputed, {echo})}, "courier+echo+post~echo disputed none | stale");
  // Fewer claims are no new ones; and a decision that does not say what it saw is never stale.
  check({event_of({courier})}, {accept(disputed, "2020-09-28")}, "courier decided 2020-09-28 | holds");
  Decision by_hand = accept(disputed, "2020-09-28");
  by_hand.seen.clear();
  check({more}, {by_hand}, "courier+echo+post decided 2020-09-28 | holds");
  // A claim that is read otherwise now, because a rule was changed, is a new one.
  const ToldBy reread{"echo", "2020-09-29", 20};
  check({event_of({courier, reread})}, {accept(disputed, "2020-09-28")},
        "courier+echo decided 2020-09-28 stale | stale");
}

TEST_CASE("a decision finds its event after edits", "[decide]") {
  const auto edited = [](const ToldBy& a, const ToldBy& b) {
    const std::vector<Event> events{event_of({a, b}), alone};
    return shown(applied(events, {accept(disputed, "2020-09-28"), reject(disputed, {echo})}),
                 voices_of(events));
  };
  const std::string same = "courier+echo~echo decided 2020-09-28; post single 2020-09-30 | holds holds";
  ToldBy moved = courier;
  moved.begin = 500;  // a paragraph was put before it
  CHECK(edited(moved, echo) == same);
  ToldBy corrected = courier;
  corrected.quote = "Ned Orr died in the house.";  // which changes the event's id
  CHECK(edited(corrected, echo) == same);
  corrected.begin = 77;
  CHECK(edited(corrected, echo) == same);
  ToldBy longer = courier;
  longer.quote = "Ned Orr died in his house. It was late.";
  CHECK(edited(longer, echo) == same);
  // An article of that name came from another folder, so that both are told apart now.
  ToldBy in_folder = echo;
  in_folder.doc = "north/echo";
  const std::vector<Event> events{event_of({courier, in_folder})};
  CHECK(shown(applied(events, {reject(disputed, {echo})}), voices_of(events)) ==
        "courier+north/echo~north/echo single 2020-09-28 | holds");
}

TEST_CASE("a decision is found by the founding claim where a new one founds the event", "[decide]") {
  const ToldBy argus{"argus", "2020-09-28", 5};  // comes before "courier"
  const Event now = event_of({argus, courier, echo});
  REQUIRE(now.id != disputed.id);
  check({now, alone}, {accept(disputed, "2020-09-28")},
        "argus+courier+echo decided 2020-09-28 stale; post single 2020-09-30 | stale");
}

TEST_CASE("what is not there any more is kept and told", "[decide]") {
  const auto told = [](const Decision& made, const std::vector<Event>& events) {
    const Applied result = applied(events, {made});
    REQUIRE(result.precedents.size() == 1);
    CHECK(result.precedents.front().decision == made);
    CHECK(result.precedents.front().force == Force::lost);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics.front().severity == Severity::warning);
    return result.diagnostics.front().message;
  };
  CHECK(told(accept(disputed, "2020-09-28"), {alone}) ==
        "the event " + disputed.id + " of this decision is not there");
  CHECK(told(reject(disputed, {echo}), {event_of({courier})}) ==
        "the claim that this decision rejects is not there: echo «Ned Orr died in his house.»");
  CHECK(told(merge(disputed, alone), {disputed}) ==
        "the event " + alone.id + " of this decision is not there");
  CHECK(told(distrust("pots"), {alone}) == "no article is of the source \"pots\"; there is \"post\"");
  CHECK(told(take_back(distrust("post")), {alone}) ==
        "there is no decision before this one that it could take back");
}

TEST_CASE("two claims with the same words are told apart", "[decide]") {
  const ToldBy headline{"echo", "2020-09-30", 0};
  const ToldBy body{"echo", "2020-09-29", 0 + 300};
  const Event event = event_of({headline, body});
  const Applied result = applied({event}, {reject(event, {body})});
  REQUIRE(result.judged.front().set_aside.size() == 1);
  CHECK(event.claims[result.judged.front().set_aside.front().claim].span.begin == 300);
}

TEST_CASE("a split event keeps the bonds within it and finds its near one", "[decide]") {
  Event event = event_of({courier, echo, post});
  for (const Claim& claim : event.claims) {
    const Claim& other = event.claims[claim.doc == "courier" ? 1 : 0];
    event.bonds.push_back({other.doc, other.span, 1, 1, 1, 1, {}});
  }
  Event other = event_of({echo_too});
  other.near = NearEvent{event.id, 0.05, false, {"post", event.claims[2].span, 0.05, 1, 1, 1, {}}};
  const Applied result = applied({event, other}, {split(event, {post})});
  REQUIRE(result.events.size() == 3);
  for (const Event& one : result.events) {
    REQUIRE(one.bonds.size() == (one.id == other.id ? 0 : one.claims.size()));
    for (const Bond& bond : one.bonds)
      CHECK((claims_text(one) == "courier+echo" ? !bond.doc.empty() : bond.doc.empty()));
    if (one.near) CHECK(one.near->id == event_of({post}).id);
  }
}

TEST_CASE("accepted dates teach whom to believe about the others", "[decide]") {
  std::vector<Event> events;
  std::vector<Decision> made;
  for (std::size_t e = 0; e < 9; ++e) {
    const std::string month = "2020-0" + std::to_string(e + 1);
    const std::string words = "Event " + std::to_string(e) + " was told in its own way.";
    events.push_back(
        event_of({{"courier", month + "-12", 100 * e, words}, {"echo", month + "-14", 100 * e, words}}));
    if (e < 8) made.push_back(accept(events.back(), month + "-12"));
  }
  const auto last = [&](const std::vector<Decision>& list) {
    const Reconciled result = reconcile(applied(events, list), voices_of(events), english().wording);
    const Verdict& verdict = result.verdicts.back();
    return std::string(to_string(verdict.status)) + " " + (verdict.date ? to_edtf(*verdict.date) : "none");
  };
  CHECK(last({}) == "disputed none");
  CHECK(last(made) == "disputed 2020-09-12");
}

// ---- properties

namespace {

using Random = std::mt19937;

std::size_t upto(Random& random, std::size_t most) {
  return std::uniform_int_distribution<std::size_t>(0, most)(random);
}

std::vector<Event> random_events(Random& random) {
  std::vector<Event> events;
  const std::size_t count = 1 + upto(random, 4);
  for (std::size_t e = 0; e < count; ++e) {
    std::vector<ToldBy> claims;
    const std::size_t size = 1 + upto(random, 3);
    for (std::size_t c = 0; c < size; ++c) {
      static const char* docs[] = {"argus", "courier", "echo", "post", "herald"};
      ToldBy told{docs[upto(random, 4)], "2020-09-2" + std::to_string(upto(random, 9)), 100 * e + 10 * c};
      if (upto(random, 2) > 0)
        told.quote = "Event " + std::to_string(e) + " told " + std::to_string(c) + " times.";
      claims.push_back(told);
    }
    events.push_back(event_of(claims));
    // As group_events does it.
    for (std::size_t before = 0; before < e; ++before)
      if (events[before].id == events[e].id) events[e].id += "-2" + std::to_string(e);
  }
  return events;
}

Decision random_decision(Random& random, const std::vector<Event>& events,
                         const std::vector<Decision>& made) {
  const Event& event = events[upto(random, events.size() - 1)];
  const Event& other = events[upto(random, events.size() - 1)];
  Decision decision = accept(event, "2020-09-2" + std::to_string(upto(random, 9)));
  switch (upto(random, 6)) {
    case 0:
    case 1:
      return decision;
    case 2:
    case 3:
      decision = reject(event, {});
      decision.claims = {key_of(event.claims[upto(random, event.claims.size() - 1)])};
      if (upto(random, 1) == 0) decision.kind = DecisionKind::split;
      return decision;
    case 4:
      return merge(event, other);
    case 5:
      return distrust(event.claims.front().doc);
    default:
      return made.empty() || made.back().kind == DecisionKind::withdraw
                 ? decision
                 : take_back(made[upto(random, made.size() - 1)]);
  }
}

// Events in any order.
std::set<std::string> all_of(const Applied& result) {
  std::set<std::string> lines;
  for (std::size_t e = 0; e < result.events.size(); ++e) {
    const Judged& judged = result.judged[e];
    std::string text = result.events[e].id + " " + claims_text(result.events[e]);
    if (judged.accepted) text += " accepted " + std::to_string(*judged.accepted);
    for (const SetAside& aside : judged.set_aside) text += " aside " + std::to_string(aside.claim);
    for (const std::size_t unseen : judged.unseen) text += " unseen " + std::to_string(unseen);
    lines.insert(text);
  }
  return lines;
}

// The last split or merge in force is what came of it, whatever stands before it.
void check_last_on_groups(const Applied& result) {
  const auto last =
      std::find_if(result.precedents.rbegin(), result.precedents.rend(), [](const Precedent& one) {
        const bool on_groups =
            one.decision.kind == DecisionKind::split || one.decision.kind == DecisionKind::merge;
        return on_groups && one.force != Force::withdrawn && one.force != Force::lost;
      });
  if (last == result.precedents.rend()) return;
  const Decision& decision = last->decision;
  const auto holds = [](const Event& event, const ClaimKey& key) {
    return std::any_of(event.claims.begin(), event.claims.end(),
                       [&](const Claim& claim) { return key_of(claim) == key; });
  };
  std::size_t together = 0;
  for (const Event& event : result.events) {
    const auto here = [&](const ClaimKey& key) { return holds(event, key); };
    const auto other = [&](const ClaimKey& key) {
      return here(key) &&
             std::find(decision.claims.begin(), decision.claims.end(), key) == decision.claims.end();
    };
    const bool claims = std::any_of(decision.claims.begin(), decision.claims.end(), here);
    const bool others = std::any_of(decision.seen.begin(), decision.seen.end(), other);
    if (decision.kind == DecisionKind::split) REQUIRE(!(claims && others));
    together += claims || others ? 1 : 0;
  }
  if (decision.kind == DecisionKind::merge) REQUIRE(together == 1);
}

}  // namespace

TEST_CASE("applied twice, decisions change nothing; none and no claim disappears", "[decide]") {
  Random random(7);
  for (int round = 0; round < 3000; ++round) {
    const std::vector<Event> events = random_events(random);
    std::vector<Decision> made;
    const std::size_t count = upto(random, 6);
    for (std::size_t i = 0; i < count; ++i) {
      // A person decides on what the decisions before have made of the events.
      const std::vector<Event> seen = applied(events, made).events;
      Decision next = random_decision(random, seen, made);
      if (next.kind == DecisionKind::withdraw && next.takes_back == DecisionKind::withdraw) continue;
      made.push_back(next);
    }
    const Applied once = applied(events, made);
    const Applied twice = applied(once.events, made);
    CAPTURE(round);
    std::string told = "version: 1\ndecisions:\n";
    for (const Decision& one : made) told += decision_yaml(one);
    for (const Event& event : events) {
      told += event.id;
      for (const ClaimKey& key : keys_of(event))
        told += " " + in_words(key) + "@" + std::to_string(*key.begin);
      told += "\n";
    }
    CAPTURE(told);
    REQUIRE(all_of(twice) == all_of(once));

    REQUIRE(once.precedents.size() == made.size());
    for (std::size_t i = 0; i < made.size(); ++i) REQUIRE(once.precedents[i].decision == made[i]);

    std::size_t before = 0, after = 0;
    std::set<std::string> ids;
    for (const Event& event : events) before += event.claims.size();
    for (const Event& event : once.events) {
      after += event.claims.size();
      REQUIRE(!event.claims.empty());
      REQUIRE(ids.insert(event.id).second);
    }
    REQUIRE(before == after);

    check_last_on_groups(once);

    const auto voices = voices_of(events);
    const Reconciled result = reconcile(once, voices, english().wording);
    REQUIRE(result.verdicts.size() == once.events.size());
    for (std::size_t e = 0; e < once.events.size(); ++e)
      REQUIRE((result.verdicts[e].status == Status::decided) == once.judged[e].accepted.has_value());
  }
}
