// fasti decide: what a person decides about a date goes into decisions.yaml, which the next build heeds.
#include <algorithm>
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/escape.h"
#include "calendar/edtf.h"
#include "cli/command.h"
#include "cli/decide_list.h"
#include "cli/decide_names.h"
#include "cli/decisions_file.h"
#include "cli/streams.h"
#include "cli/timeline_file.h"

namespace fasti::cli {

namespace fs = std::filesystem;

namespace {

struct DecideOptions : Options {
  std::string timeline, event;
  std::string accept, merge, distrust;
  std::vector<std::string> reject, split;
  bool undo = false, list = false;
  std::string why, who, when;
};

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

void decide_on_event(const DecideOptions& options, const Timeline& timeline, Decision& decision) {
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

void distrust(const DecideOptions& options, const Timeline& timeline, Decision& decision) {
  if (!options.event.empty())
    refuse("wrong-call", "a source is trusted or not whatever the event",
           "leave the event out, or reject its claims: --reject CLAIM");
  decision.kind = DecisionKind::distrust_source;
  decision.source = one_line(options.distrust);
  std::vector<std::string> names;
  for (const Source& source : timeline.sources) names.push_back(source.source);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (std::find(names.begin(), names.end(), decision.source) != names.end()) return;
  const auto nearest = nearest_word(decision.source, names);
  refuse("no-such-source", fmt::format("no article is of the source \"{}\"", decision.source),
         nearest ? fmt::format("did you mean \"{}\"?", *nearest)
                 : fmt::format("sources are: {}", fmt::join(names, ", ")));
}

// A withdrawal of the last decision on the event or the source that is not withdrawn yet.
void undo(const DecideOptions& options, const Timeline& timeline, const Decisions& made, Decision& decision) {
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

fs::path file_for(const DecideOptions& options, const Timeline& timeline) {
  if (!options.decisions.empty()) return options.decisions;
  for (const Precedent& decision : timeline.decisions)
    if (!decision.place.path.empty()) return decision.place.path;
  std::vector<std::string> paths;
  for (const Source& source : timeline.sources) paths.push_back(source.path);
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
  const Timeline timeline = timeline_named(options.timeline, options);
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
  options->language.clear();  // that of the timeline
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
