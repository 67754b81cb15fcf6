// fasti decide: what a person decides about a date goes into decisions.yaml, which the next build heeds.
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <tuple>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "calendar/edtf.h"
#include "cli/command.h"
#include "cli/decide_list.h"
#include "cli/decisions_file.h"
#include "cli/streams.h"
#include "timeline/past_timeline.h"

namespace fasti::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_told = 8;

struct DecideOptions : Options {
  std::string timeline, event;
  std::string accept, merge, distrust;
  std::vector<std::string> reject, split;
  bool undo = false, list = false;
  std::string why, who, when;
};

[[noreturn]] void refuse(std::string code, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  throw InputError(d);
}

PastTimeline timeline_for(const DecideOptions& options) {
  fs::path path = options.timeline;
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) path /= "timeline.json";
  return read_past_timeline(path.string(), read_file(path));
}

// ---- events and claims by the words of the call

// "e-184c0eab The ferry Wren sank: 12 June 2021 (courier) or 14 June 2021 (echo)"
std::string conflict_line(const PastConflict& conflict) {
  return fmt::format("{} {}: {}", conflict.event, conflict.label, fmt::join(conflict.dates, " or "));
}

std::string open_conflicts_in_words(const PastTimeline& timeline) {
  std::string text;
  std::size_t told = 0;
  for (const PastConflict& conflict : timeline.conflicts) {
    if (conflict.decided) continue;
    if (++told > most_told) return text + "\n    …";
    text += "\n    " + conflict_line(conflict);
  }
  return text.empty() ? "no conflict is open" : "open conflicts are" + text;
}

[[noreturn]] void no_such_event(const std::string& id, const PastTimeline& timeline) {
  std::vector<std::string> ids;
  for (const PastEvent& event : timeline.events) ids.push_back(event.event.id);
  const auto nearest = nearest_word(id, ids);
  refuse("no-such-event", fmt::format("no event has the id \"{}\"", id),
         (nearest ? fmt::format("did you mean {}? ", *nearest) : "") + open_conflicts_in_words(timeline));
}

// By its id, or by the first letters of one.
const PastEvent& event_named(const std::string& id, const PastTimeline& timeline) {
  std::vector<const PastEvent*> found;
  for (const PastEvent& event : timeline.events) {
    if (event.event.id == id) return event;
    if (event.event.id.starts_with(id)) found.push_back(&event);
  }
  if (found.empty() || id.empty()) no_such_event(id, timeline);
  if (found.size() > 1)
    refuse("no-such-event", fmt::format("the ids of {} events begin with \"{}\"", found.size(), id),
           fmt::format("{} {}, {} {} …", found[0]->event.id, found[0]->event.label, found[1]->event.id,
                       found[1]->event.label));
  return *found.front();
}

std::string claim_line(const Claim& claim) {
  return fmt::format("{}:{} or {}@{}  {}  {}", claim.doc, claim.line, claim.doc, claim.span.begin,
                     to_edtf(*claim.range), key_of(claim).quote);
}

std::string claims_in_words(const std::vector<const Claim*>& claims) {
  std::string text;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (i == most_told) return text + "\n    …";
    text += "\n    " + claim_line(*claims[i]);
  }
  return text;
}

std::optional<std::size_t> number_behind(const std::string& text, char sign) {
  const std::size_t at = text.rfind(sign);
  if (at == text.npos || at + 1 == text.size()) return std::nullopt;
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + at + 1, end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

bool is_called(const Claim& claim, const std::string& text) {
  if (claim.doc == text) return true;
  if (const auto line = number_behind(text, ':'); line && claim.line == *line)
    return text.substr(0, text.rfind(':')) == claim.doc;
  if (const auto begin = number_behind(text, '@'); begin && claim.span.begin == *begin)
    return text.substr(0, text.rfind('@')) == claim.doc;
  return false;
}

// "echo:4", the claim on that line; "echo@41", the one that begins at that byte; "echo", the only one of it.
ClaimKey claim_called(const std::string& text, const Event& event) {
  std::vector<const Claim*> found, all;
  for (const Claim& claim : event.claims) {
    all.push_back(&claim);
    if (is_called(claim, text)) found.push_back(&claim);
  }
  if (found.size() == 1) return key_of(*found.front());
  if (found.empty())
    refuse("no-such-claim", fmt::format("{} has no claim \"{}\"", event.id, text),
           "its claims are" + claims_in_words(all));
  refuse("no-such-claim", fmt::format("{} claims of {} are called \"{}\"", found.size(), event.id, text),
         "say which one by its byte:" + claims_in_words(found));
}

std::vector<ClaimKey> claims_called(const std::vector<std::string>& texts, const Event& event) {
  std::vector<ClaimKey> keys;
  for (const std::string& text : texts) keys.push_back(claim_called(text, event));
  return keys;
}

// The founding claim first.
std::vector<ClaimKey> keys_of(const Event& event) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : event.claims) claims.push_back(&claim);
  std::sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return std::tie(a->doc, a->span) < std::tie(b->doc, b->span);
  });
  std::vector<ClaimKey> keys;
  for (const Claim* claim : claims) keys.push_back(key_of(*claim));
  return keys;
}

// ---- who and when

std::string who_decides(const DecideOptions& options) {
  const char* user = std::getenv("USER");
  const std::string who = one_line(!options.who.empty() ? options.who : user != nullptr ? user : "");
  if (who.empty()) refuse("wrong-call", "it is not known who decides", "say so: --who NAME");
  return who;
}

// The only clock of the program.
std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm here{};
  ::localtime_r(&now, &here);
  return fmt::format("{:04}-{:02}-{:02}", here.tm_year + 1900, here.tm_mon + 1, here.tm_mday);
}

DateRange date_of(const std::string& option, const std::string& text) {
  if (const auto range = from_edtf(text)) return *range;
  refuse("wrong-call", fmt::format("{} \"{}\" is no date", option, text),
         "write it as 2021-09-29, 2021-09 or 2021");
}

// ---- the decisions

void warn_of_unclaimed(const Decision& decision, const Event& event, const Options& options) {
  const auto allows = [&](const Claim& claim) { return meet(*claim.range, *decision.date); };
  if (std::any_of(event.claims.begin(), event.claims.end(), allows)) return;
  Diagnostic d;
  d.code = "unclaimed-date";
  d.message = fmt::format("no source gives {} for this event", to_edtf(*decision.date));
  d.hint = "it is accepted all the same; to take it back: --undo";
  tell(d, options);
}

void decide_on_event(const DecideOptions& options, const PastTimeline& timeline, Decision& decision) {
  if (options.event.empty())
    refuse("wrong-call", "it is not said which event this is about",
           "name it behind the timeline, as in fasti decide out e-3f2a91c0 …; " +
               open_conflicts_in_words(timeline));
  const Event& event = event_named(options.event, timeline).event;
  decision.event = event.id;
  decision.seen = keys_of(event);
  if (!options.accept.empty()) {
    decision.kind = DecisionKind::accept_date;
    decision.date = date_of("--accept", options.accept);
    warn_of_unclaimed(decision, event, options);
  } else if (!options.reject.empty()) {
    decision.kind = DecisionKind::reject_claim;
    decision.claims = claims_called(options.reject, event);
  } else if (!options.split.empty()) {
    decision.kind = DecisionKind::split;
    decision.claims = claims_called(options.split, event);
    if (decision.claims.size() >= event.claims.size())
      refuse("wrong-call", fmt::format("these are all claims of {}, so there is nothing to split", event.id),
             "name those that tell another event");
  } else {
    decision.kind = DecisionKind::merge;
    const Event& other = event_named(options.merge, timeline).event;
    if (other.id == event.id)
      refuse("wrong-call", fmt::format("{} cannot be merged with itself", event.id), "name another event");
    decision.with = other.id;
    decision.claims = keys_of(other);
  }
}

void distrust(const DecideOptions& options, const PastTimeline& timeline, Decision& decision) {
  if (!options.event.empty())
    refuse("wrong-call", "a source is trusted or not whatever the event",
           "leave the event out, or reject its claims: --reject CLAIM");
  decision.kind = DecisionKind::distrust_source;
  decision.source = one_line(options.distrust);
  std::vector<std::string> names;
  for (const PastSource& source : timeline.sources) names.push_back(source.source);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (std::find(names.begin(), names.end(), decision.source) != names.end()) return;
  const auto nearest = nearest_word(decision.source, names);
  refuse("no-such-source", fmt::format("no article is of the source \"{}\"", decision.source),
         nearest ? fmt::format("did you mean \"{}\"?", *nearest)
                 : fmt::format("sources are: {}", fmt::join(names, ", ")));
}

// A withdrawal of the last decision on the event or the source that is not withdrawn yet.
void undo(const DecideOptions& options, const PastTimeline& timeline, const Decisions& made,
          Decision& decision) {
  std::string event;
  if (options.distrust.empty()) event = event_to_undo(options.event, timeline, made);
  const auto last = last_decision_on(event, one_line(options.distrust), timeline, made);
  if (!last)
    refuse("nothing-to-undo",
           fmt::format("nothing is decided on {}", event.empty() ? "\"" + options.distrust + "\"" : event),
           "fasti decide DIR --list tells what is decided");
  decision.kind = DecisionKind::withdraw;
  decision.takes_back = last->kind;
  decision.event = last->event;
  decision.claims = last->claims;
  decision.with = last->with;
  decision.source = last->source;
}

fs::path file_for(const DecideOptions& options, const PastTimeline& timeline) {
  if (!options.decisions.empty()) return options.decisions;
  for (const PastDecision& decision : timeline.decisions)
    if (!decision.path.empty()) return decision.path;
  std::vector<std::string> paths;
  for (const PastSource& source : timeline.sources) paths.push_back(source.path);
  const DecisionPlaces places = decision_places(paths);
  if (!places.there.empty()) return places.there.front();
  if (!places.missing.empty()) return places.missing.front();
  refuse("wrong-call", "the articles came from no file, so there is no folder for decisions",
         "name a file, and name it for fasti build, too: --decisions FILE");
}

std::string in_words(const Decision& decision) {
  std::string text(to_string(decision.takes_back ? *decision.takes_back : decision.kind));
  if (decision.takes_back) text = "taken back: " + text;
  for (const std::string& part :
       {decision.event, decision.date ? to_edtf(*decision.date) : "", decision.with, decision.source})
    if (!part.empty()) text += " " + part;
  return text;
}

int decide(const DecideOptions& options) {
  const PastTimeline timeline = timeline_for(options);
  const fs::path file = file_for(options, timeline);
  const Decisions made = read_decisions_file(file);
  if (options.list) {
    print_out(list_of_decisions(timeline, made));
    return all_well;
  }
  Decision decision;
  if (options.undo)
    undo(options, timeline, made, decision);
  else if (!options.distrust.empty())
    distrust(options, timeline, decision);
  else
    decide_on_event(options, timeline, decision);
  decision.who = who_decides(options);
  decision.when = date_of("--when", options.when.empty() ? today() : options.when);
  decision.why = one_line(options.why);
  add_to_file(file, decision);
  if (!options.quiet)
    print_out(
        fmt::format("{}\n  {}  {} by now; fasti build heeds them\n", in_words(decision), file.string(),
                    made.list.empty() ? "1 decision" : fmt::format("{} decisions", made.list.size() + 1)));
  return all_well;
}

// Just one thing at a time. What --undo takes back may be a source.
void check_actions(const DecideOptions& options) {
  const int actions = int{!options.accept.empty()} + int{!options.reject.empty()} +
                      int{!options.split.empty()} + int{!options.merge.empty()} + int{options.list} +
                      int{!options.distrust.empty() && !options.undo} + int{options.undo};
  if (actions == 1) return;
  refuse(
      "wrong-call", actions == 0 ? "it is not said what to decide" : "this is more than one decision",
      "one of --accept DATE, --reject CLAIM…, --split CLAIM…, --merge EVENT, --distrust SOURCE, --undo; or "
      "--list");
}

}  // namespace

void set_up_decide(CLI::App& app, int& exit_code) {
  app.description(
      "Write down what a person decided: the date of an event, a claim that is wrong, what is one event and "
      "what is not, a source that is not to be trusted");
  app.footer(
      "Example:\n  fasti decide out --list\n  fasti decide out e-3f2a91c0 --accept 2020-09-28 --why \"the "
      "parish register\"\n  fasti build articles/ -o out");
  const auto options = std::make_shared<DecideOptions>();
  app.add_option("TIMELINE", options->timeline, "The folder that fasti build wrote, or its timeline.json")
      ->required()
      ->type_name("");
  app.add_option("EVENT", options->event, "The event's id, or the first letters of it")->type_name("");
  app.add_option("--accept", options->accept, "The date of the event is this one")->type_name("DATE");
  app.add_option("--reject", options->reject,
                 "This claim does not count: DOC:LINE, DOC@BYTE, or DOC where it has one. May be several")
      ->type_name("CLAIM");
  app.add_option("--split", options->split, "These claims are an event of their own")->type_name("CLAIM");
  app.add_option("--merge", options->merge, "That event is the same one")->type_name("EVENT");
  app.add_option("--distrust", options->distrust, "Nothing that this source says counts, whatever the event")
      ->type_name("SOURCE");
  app.add_flag("--undo", options->undo,
               "Take back the last decision on EVENT, or with --distrust the one on that source");
  app.add_flag("--list", options->list, "Print the open conflicts and the decisions made");
  app.add_option("--why", options->why, "The reason, for those who read it later")->type_name("TEXT");
  app.add_option("--who", options->who, "Who decides; by default $USER")->type_name("NAME");
  app.add_option("--when", options->when, "The day of the decision; by default today")->type_name("DATE");
  app.add_option("--decisions", options->decisions,
                 "The file to add to; by default decisions.yaml beside the articles")
      ->type_name("FILE");
  app.add_flag("--quiet", options->quiet, "Print errors only");
  app.callback([options, &exit_code] {
    check_actions(*options);
    exit_code = decide(*options);
  });
}

}  // namespace fasti::cli
