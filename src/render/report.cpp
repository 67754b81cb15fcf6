#include "render/report.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "render/report_words.h"
#include "timeline/choose.h"

namespace fasti {

namespace {

// What is looked up again and again while the page is written.
struct Desk {
  const Timeline& timeline;
  std::map<std::string_view, const Source*> sources;
  std::map<std::string_view, const TimelineEvent*> events;
  std::string page;

  explicit Desk(const Timeline& t) : timeline(t) {
    for (const Source& source : t.sources) sources.emplace(source.id, &source);
    for (const TimelineEvent& told : t.events) events.emplace(told.event.id, &told);
  }
};

template <typename... Arguments>
void write(Desk& desk, fmt::format_string<Arguments...> text, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(desk.page), text, std::forward<Arguments>(arguments)...);
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string worded(const Desk& desk, const DateRange& range) {
  return escape_markdown(in_words(range, desk.timeline.wording));
}

std::string in_digits(const DateRange& range) { return "`" + to_edtf(range) + "`"; }

std::string name_of(const Source& source) { return source.source.empty() ? source.id : source.source; }

std::string linked(const std::string& name, const std::string& url) {
  const std::string safe = safe_link(url);
  return safe.empty() ? escape_markdown(name) : fmt::format("[{}](<{}>)", escape_markdown(name), safe);
}

std::string named(const Desk& desk, const std::string& doc) {
  const auto found = desk.sources.find(doc);
  return found == desk.sources.end() ? escape_markdown(doc)
                                     : linked(name_of(*found->second), found->second->url);
}

// "samples/courier.txt:4"
std::string place_of(const Desk& desk, const Claim& claim) {
  const auto found = desk.sources.find(claim.doc);
  const std::string path =
      found == desk.sources.end() || found->second->path.empty() ? claim.doc : found->second->path;
  return escape_markdown(claim.line > 0 ? fmt::format("{}:{}", path, claim.line) : path);
}

template <typename Things, typename Text>
std::string listed(const Things& things, Text text, std::string_view last_joint = ", ") {
  std::string list;
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (i > 0) list += i + 1 == things.size() ? last_joint : ", ";
    list += text(things[i]);
  }
  return list;
}

// ---- the head of the page

void write_summary(Desk& desk) {
  const Timeline& t = desk.timeline;
  write(desk, "# Date conflicts\n\n{} from {}. ", counted(t.events.size(), "event", "events"),
        counted(t.sources.size(), "source", "sources"));
  if (const std::size_t left_out = events_left_out(t); left_out > 0)
    write(desk, "{} not shown in the picture; `{}` shows all. ",
          left_out == 1 ? "1 smaller event is" : fmt::format("{} smaller events are", left_out), t.shows_all);
  if (t.conflicts.empty()) {
    write(desk, "**No two sources contradict each other on a date.**\n\n");
    return;
  }
  const auto decided = std::count_if(t.conflicts.begin(), t.conflicts.end(), [&](const Conflict& conflict) {
    const auto found = desk.events.find(conflict.event);
    return found != desk.events.end() && found->second->verdict.status == Status::decided;
  });
  const auto open =
      std::count_if(t.conflicts.begin(), t.conflicts.end(), [](const Conflict& c) { return !c.preferred; });
  write(desk, "**The sources contradict each other on the date of {}**",
        counted(t.conflicts.size(), "event", "events"));
  if (decided > 0) write(desk, "; {} decided by a person", decided);
  if (open > 0) write(desk, "; in {} the evidence is too close to prefer a date", open);
  write(desk,
        ".\n\nWeight is the share of the evidence that speaks for a date; the dates of one event add up to "
        "100 %. Several articles of one source count once.\n\n");
}

void write_sources(Desk& desk) {
  if (desk.timeline.sources.empty()) return;
  write(desk, "## Sources\n\n| Source | Published | How that is known | Evidence |\n|---|---|---|---|\n");
  for (const Source& source : desk.timeline.sources) {
    const Published& published = source.published;
    const std::string date = published.known() ? worded(desk, published.range) : "not known";
    write(desk, "| {} | {} | {} | {} |\n", linked(name_of(source), source.url), date,
          words::basis(published.basis), escape_markdown(published.reason));
  }
  write(desk, "\n");
}

// ---- one conflict

bool is_preferred(const Conflict& conflict, std::size_t candidate) { return conflict.preferred == candidate; }

// Names of those who say a date: of its claims, where they are at hand.
std::string who_says(const Desk& desk, const Candidate& candidate, const Event& event) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& doc) {
    const std::string name = named(desk, doc);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const std::size_t index : candidate.claims)
    if (index < event.claims.size()) add(event.claims[index].doc);
  if (names.empty()) std::for_each(candidate.sources.begin(), candidate.sources.end(), add);
  return listed(names, [](const std::string& name) { return name; });
}

void write_disagreement(Desk& desk, const Conflict& conflict) {
  const auto& candidates = conflict.candidates;
  if (candidates.empty()) return;
  write(desk, "The sources give {} that cannot all be right: {}.",
        counted(candidates.size(), "date", "dates"),
        listed(
            candidates, [&](const Candidate& one) { return worded(desk, one.range); }, " and "));
  std::int64_t widest = 0;
  for (const Candidate& one : candidates)
    widest = std::max(widest, days_apart(candidates.front().range, one.range));
  if (candidates.size() == 2 && widest > 0)
    write(desk, " They lie {} apart.", counted(static_cast<std::size_t>(widest), "day", "days"));
  write(desk, "\n\n");
}

void write_candidates(Desk& desk, const Conflict& conflict, const Event& event) {
  write(desk, "| Date | In digits | Weight | Who says so |\n|---|---|---|---|\n");
  for (std::size_t i = 0; i < conflict.candidates.size(); ++i) {
    const Candidate& candidate = conflict.candidates[i];
    const std::string date = worded(desk, candidate.range);
    write(desk, "| {} | {} | {} % | {} |\n",
          is_preferred(conflict, i) ? fmt::format("**{}** (preferred)", date) : date,
          in_digits(candidate.range), std::lround(candidate.weight * 100), who_says(desk, candidate, event));
  }
  write(desk, "\n");
}

// A sentence of someone else's that may or may not bring its full stop.
std::string sentence(const std::string& text) {
  std::string out = escape_markdown(text);
  if (!out.empty() && std::string_view(".!?").find(out.back()) == std::string_view::npos) out += '.';
  return out;
}

void write_reasons(Desk& desk, const Conflict& conflict, const Verdict& verdict) {
  const std::string_view meaning = words::cause(conflict.cause);
  std::string why = meaning.empty() ? sentence(conflict.cause) : std::string(meaning);
  if (!conflict.cause_reason.empty())
    why += (why.empty() ? "" : " Evidence: ") + sentence(conflict.cause_reason);
  if (!why.empty()) write(desk, "**Why they may differ.** {}\n\n", why);

  const std::string& reason = conflict.reason.empty() ? verdict.reason : conflict.reason;
  const std::string date = verdict.date ? worded(desk, *verdict.date) : "";
  const bool decided = verdict.status == Status::decided && !date.empty();
  const std::string outcome = decided ? fmt::format("A person decided for {}. ", date) : "";
  write(desk, "**Verdict.** {}{}\n\n", outcome, sentence(reason));
}

// "(“a year ago”: counted from the day of publication – publication 2021-09-28)"
std::string how_dated(const Claim& claim) {
  if (!claim.timex) return "no date stands in the words";
  const Timex& timex = *claim.timex;
  std::string text = fmt::format("“{}”: {}", escape_markdown(timex.text), words::basis(timex.basis));
  if (!timex.anchor.empty()) text += fmt::format(" ({})", escape_markdown(timex.anchor));
  return text;
}

void write_claim(Desk& desk, const Claim& claim) {
  const std::string quote = escape_markdown(claim.quote);
  write(desk, "> {}\n>\n> — {}, {}", quote.empty() ? "…" : quote, named(desk, claim.doc),
        place_of(desk, claim));
  if (const std::string_view role = words::role(claim.role); !role.empty()) write(desk, ", {}", role);
  write(desk, ".\n> {}.\n\n", how_dated(claim));
}

// What has come in since a person decided: is the decision still right?
void write_unseen(Desk& desk, const Verdict& verdict, const Event& event) {
  if (!verdict.decided || verdict.decided->unseen.empty()) return;
  write(desk, "**New since the decision:** {}. Is it still right?\n\n",
        listed(verdict.decided->unseen, [&](std::size_t index) {
          const Claim& claim = event.claims[index];
          return fmt::format("{} ({}, {})", worded(desk, *claim.range), named(desk, claim.doc),
                             place_of(desk, claim));
        }));
}

void write_evidence(Desk& desk, const Conflict& conflict, const Event& event) {
  for (const Candidate& candidate : conflict.candidates) {
    write(desk, "### Who says {}\n\n", worded(desk, candidate.range));
    for (const std::size_t index : candidate.claims)
      if (index < event.claims.size()) write_claim(desk, event.claims[index]);
    if (candidate.claims.empty()) write(desk, "{}\n\n", who_says(desk, candidate, event));
  }
  if (conflict.compatible.empty()) return;
  write(desk, "### Less precise, and right with any of these dates\n\n");
  for (const std::size_t index : conflict.compatible)
    if (index < event.claims.size()) write_claim(desk, event.claims[index]);
}

void write_conflict(Desk& desk, const Conflict& conflict, std::size_t number) {
  const auto found = desk.events.find(conflict.event);
  static const TimelineEvent unknown;
  const TimelineEvent& told = found == desk.events.end() ? unknown : *found->second;
  const std::string label = escape_markdown(told.event.label.empty() ? conflict.event : told.event.label);
  write(desk, "## {}. {}\n\n", number, label);
  write_disagreement(desk, conflict);
  write_candidates(desk, conflict, told.event);
  write_reasons(desk, conflict, told.verdict);
  write_unseen(desk, told.verdict, told.event);
  write_evidence(desk, conflict, told.event);
  if (told.verdict.status != Status::decided)
    write(desk, "**What would settle it.** {}\n\n", words::would_settle(conflict.cause));
}

bool is_shown(const Desk& desk, const Conflict& conflict) {
  const auto found = desk.events.find(conflict.event);
  return found == desk.events.end() || found->second->shown;
}

// Those of events that the picture leaves out get a line each, so that no dispute is passed over in silence.
void write_smaller(Desk& desk, const std::vector<const Conflict*>& smaller) {
  if (smaller.empty()) return;
  write(desk, "## Smaller events\n\n");
  for (const Conflict* conflict : smaller)
    write(desk, "- {}: {}\n", escape_markdown(desk.events.at(conflict->event)->event.label),
          listed(
              conflict->candidates, [&](const Candidate& one) { return worded(desk, one.range); }, " or "));
  write(desk, "\nThe picture does not show these; `{}` shows all. `conflicts.json` has them in full.\n\n",
        desk.timeline.shows_all);
}

void write_conflicts(Desk& desk) {
  std::size_t number = 0;
  std::vector<const Conflict*> smaller;
  for (const Conflict& conflict : desk.timeline.conflicts)
    if (is_shown(desk, conflict))
      write_conflict(desk, conflict, ++number);
    else
      smaller.push_back(&conflict);
  write_smaller(desk, smaller);
}

// ---- the foot of the page

// "accept-date", about what: the date, the source, or the first claim
std::string matter_of(const Decision& decision) {
  if (decision.date) return in_digits(*decision.date);
  if (!decision.source.empty()) return escape_markdown(decision.source);
  if (decision.takes_back) return std::string(to_string(*decision.takes_back));
  return decision.claims.empty() ? "" : escape_markdown(in_words(decision.claims.front()));
}

void write_decisions(Desk& desk) {
  if (desk.timeline.decisions.empty()) return;
  write(desk,
        "## Decisions\n\n| Event | Decision | On | Who and when | Why | Now |\n|---|---|---|---|---|---|\n");
  for (const Precedent& one : desk.timeline.decisions) {
    const Decision& decision = one.decision;
    const auto found = desk.events.find(one.event);
    write(desk, "| {} | {} | {} | {}, {} | {} | {} |\n",
          escape_markdown(found == desk.events.end() ? one.event : found->second->event.label),
          to_string(decision.kind), matter_of(decision), escape_markdown(decision.who),
          worded(desk, decision.when), escape_markdown(decision.why), to_string(one.force));
  }
  write(desk, "\n");
}

void write_undated(Desk& desk) {
  const auto& sources = desk.timeline.sources;
  const auto is_undated = [](const Source& source) { return !source.published.known(); };
  if (std::none_of(sources.begin(), sources.end(), is_undated)) return;
  write(
      desk,
      "## Sources without a date\n\nWords such as “yesterday” cannot be counted from anything in these:\n\n");
  for (const Source& source : sources)
    if (is_undated(source))
      write(desk, "- {} ({})\n", linked(name_of(source), source.url), escape_markdown(source.path));
  write(desk, "\n");
}

void write_diagnostics(Desk& desk) {
  const auto& all = desk.timeline.diagnostics;
  const auto matters = [](const Diagnostic& d) { return d.severity >= Severity::warning; };
  if (std::none_of(all.begin(), all.end(), matters)) return;
  write(desk, "## What went wrong or looked odd\n\n");
  for (const Diagnostic& d : all) {
    if (!matters(d)) continue;
    const std::string where = !d.place.path.empty() && d.place.line > 0
                                  ? fmt::format("{}:{}", d.place.path, d.place.line)
                              : !d.place.path.empty() ? d.place.path
                                                      : d.doc;
    write(desk, "- **{}**{}: {}", to_string(d.severity), where.empty() ? "" : " in " + escape_markdown(where),
          escape_markdown(d.message));
    if (!d.hint.empty()) write(desk, " ({})", escape_markdown(d.hint));
    write(desk, "\n");
  }
  write(desk, "\n");
}

}  // namespace

std::string conflicts_markdown(const Timeline& timeline) {
  Desk desk(timeline);
  write_summary(desk);
  write_sources(desk);
  write_conflicts(desk);
  write_decisions(desk);
  write_undated(desk);
  write_diagnostics(desk);
  desk.page.pop_back();  // the page ends with one line break
  return std::move(desk.page);
}

}  // namespace fasti
