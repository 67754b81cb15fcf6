#include "render/report.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "render/desk.h"
#include "timeline/choose.h"

namespace fasti {

namespace {

constexpr std::size_t most_undated = 20;  // the page and timeline.json have all

// escape_markdown for words that stand behind others on their line: "17. Mai" begins no list there, and
// blanks at the ends stay.
std::string markdown_words(std::string_view text) {
  if (text.empty()) return "";
  const std::string line = escape_markdown(fmt::format("x{}x", text));
  return line.substr(1, line.size() - 2);
}

struct Page {
  Desk desk;
  std::string text;
};

template <typename... Arguments>
void write(Page& page, fmt::format_string<Arguments...> text, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(page.text), text, std::forward<Arguments>(arguments)...);
}

std::string in_digits(const DateRange& range) { return "`" + to_edtf(range) + "`"; }

std::string linked(const Page& page, const std::string& doc) {
  const Source* source = source_of(page.desk, doc);
  const std::string name = escape_markdown(name_of(page.desk, doc));
  const std::string safe = source == nullptr ? "" : safe_link(source->url);
  return safe.empty() ? name : fmt::format("[{}](<{}>)", name, safe);
}

std::string linked(const Page& page, const std::vector<std::string>& docs) {
  std::string list;
  for (const std::string& doc : docs) list += (list.empty() ? "" : ", ") + linked(page, doc);
  return list;
}

void write_heading(Page& page, std::string_view phrase) { write(page, "## {}\n\n", told(page.desk, phrase)); }

void write_columns(Page& page, const std::vector<std::string_view>& columns) {
  std::string rule = "|";
  write(page, "|");
  for (const std::string_view column : columns) {
    write(page, " {} |", told(page.desk, column));
    rule += "---|";
  }
  write(page, "\n{}\n", rule);
}

// ---- the head of the page

void write_summary(Page& page) {
  const Timeline& t = page.desk.timeline;
  write(page, "# {}\n\n{}.\n\n", told(page.desk, "title"), summary_of(page.desk));
  if (t.conflicts.empty()) write(page, "**{}**\n\n", told(page.desk, "no-conflict"));
  if (const std::size_t left_out = events_left_out(t); left_out > 0)
    write(page, "{}\n\n",
          told_number(page.desk, "not-in-picture", left_out, {{"option", fmt::format("`{}`", t.shows_all)}}));
}

void write_contents(Page& page, const std::vector<Case>& cases) {
  if (cases.size() < 2) return;
  write_columns(page, {"column-number", "column-event", "column-verdict", "column-cause"});
  for (std::size_t i = 0; i < cases.size(); ++i)
    write(page, "| {} | {} | {} | {} |\n", i + 1, escape_markdown(label_of(cases[i])),
          short_verdict_of(page.desk, cases[i]), told_of(page.desk, "cause", cases[i].conflict->cause));
  write(page, "\n");
}

// ---- one conflict

void write_verdict(Page& page, const Case& one) {
  const std::string lead = lead_of(page.desk, one);
  const std::string& reason = one.conflict->reason.empty() ? one.told->verdict.reason : one.conflict->reason;
  write(page, "**{}**{}.", verdict_of(page.desk, one), lead.empty() ? "" : ", " + lead);
  if (!reason.empty()) write(page, " {}", escape_markdown(as_sentence(reason)));
  write(page, "\n\n");
}

void write_candidates(Page& page, const Case& one) {
  write_columns(page, {"column-date", "column-share", "column-who"});
  for (std::size_t i = 0; i < one.conflict->candidates.size(); ++i) {
    const Candidate& candidate = one.conflict->candidates[i];
    const std::string date = worded(page.desk, candidate.range);
    const bool preferred = is_preferred(one, i);
    const std::string weekday = weekday_in(page.desk, candidate.range);
    std::string who = linked(page, voices_of(page.desk, one.told->event, candidate.claims));
    if (who.empty()) who = linked(page, candidate.sources);
    write(page, "| {}{}{} {} | {} % | {} |\n", preferred ? fmt::format("**{}**", date) : date,
          weekday.empty() ? "" : ", ", weekday, in_digits(candidate.range), hundredths(candidate.weight),
          who);
  }
  write(page, "\n");
}

void write_cause(Page& page, const Case& one) {
  const std::string meaning = told_of(page.desk, "meaning", one.conflict->cause);
  std::string why = meaning.empty() ? escape_markdown(as_sentence(one.conflict->cause)) : meaning;
  if (const std::string evidence = evidence_of(one); !evidence.empty())
    why += fmt::format("{}{} {}", why.empty() ? "" : " ", told(page.desk, "evidence"),
                       escape_markdown(evidence));
  if (!why.empty()) write(page, "**{}.** {}\n\n", told(page.desk, "why-differ"), why);
}

void write_claim(Page& page, const TimelineEvent& event, std::size_t index) {
  if (index >= event.event.claims.size()) return;
  const Claim& claim = event.event.claims[index];
  const std::string quote = escape_markdown(claim.quote);
  write(page, "> {}\n>\n> — {}, {}", quote.empty() ? "…" : quote, linked(page, claim.doc),
        escape_markdown(place_of(page.desk, claim)));
  for (const std::string& more :
       {told_of(page.desk, "role", to_string(claim.role)), said_by(page.desk, claim),
        copied_from(page.desk, claim), set_aside_of(page.desk, event.verdict, index)})
    if (!more.empty()) write(page, ", {}", more);
  write(page, ".\n> {}.\n\n", how_dated(page.desk, claim));
}

void write_claims(Page& page, const TimelineEvent& event, const std::vector<std::size_t>& claims) {
  for (const std::size_t index : claims) write_claim(page, event, index);
}

// What has come in since a person decided: is the decision still right?
void write_unseen(Page& page, const Case& one) {
  const std::optional<Decided>& decided = one.told->verdict.decided;
  if (!decided || decided->unseen.empty()) return;
  write(page, "**{}**\n\n", told(page.desk, "new-since"));
  write_claims(page, *one.told, decided->unseen);
}

void write_evidence(Page& page, const Case& one) {
  for (const Candidate& candidate : one.conflict->candidates) {
    write(page, "### {}\n\n", worded(page.desk, candidate.range));
    write_claims(page, *one.told, candidate.claims);
  }
  if (one.conflict->compatible.empty()) return;
  write(page, "### {}\n\n", told(page.desk, "fits-all"));
  write_claims(page, *one.told, one.conflict->compatible);
}

// The place for all that would change the verdict, and for the runners-up.
void write_what_would_change(Page& page, const Case& one) {
  if (!one.decided() && !one.conflict->would_change.empty())
    write(page, "**{}.** {}\n\n", told(page.desk, "would-change"),
          escape_markdown(as_sentence(one.conflict->would_change)));
  if (const std::string where = what_would_settle(page.desk, one); !where.empty())
    write(page, "**{}.** {}\n\n", told(page.desk, "would-settle"), where);
}

void write_conflict(Page& page, const Case& one, std::size_t number) {
  write(page, "## {}. {}\n\n", number, escape_markdown(label_of(one)));
  write_verdict(page, one);
  write_unseen(page, one);
  write_candidates(page, one);
  write_cause(page, one);
  write_evidence(page, one);
  write_what_would_change(page, one);
}

bool is_shown(const Case& one) { return one.told->shown; }

// Those of events that the picture leaves out get a line each, so that no dispute is passed over in silence.
void write_smaller(Page& page, const std::vector<Case>& cases) {
  if (std::all_of(cases.begin(), cases.end(), is_shown)) return;
  write_heading(page, "smaller-events");
  for (const Case& one : cases) {
    if (is_shown(one)) continue;
    std::string dates;
    for (const Candidate& candidate : one.conflict->candidates)
      dates += (dates.empty() ? "" : told(page.desk, "or")) + worded(page.desk, candidate.range);
    write(page, "- {}: {}\n", escape_markdown(label_of(one)), dates);
  }
  write(page, "\n{}\n\n",
        told(page.desk, "smaller-note", {{"option", fmt::format("`{}`", page.desk.timeline.shows_all)}}));
}

// ---- the foot of the page

void write_agreed(Page& page) {
  const auto& events = page.desk.timeline.events;
  const auto is_agreed = [](const TimelineEvent& told) {
    const Status status = told.verdict.status;
    return told.shown && (status == Status::agreed || status == Status::refined || status == Status::decided);
  };
  if (std::none_of(events.begin(), events.end(), is_agreed)) return;
  write_heading(page, "agreed-events");
  write_columns(page, {"column-date", "column-event", "column-sources", "column-status"});
  for (const TimelineEvent& event : events) {
    if (!is_agreed(event)) continue;
    write(page, "| {} | {} | {} | {} |\n", event.verdict.date ? worded(page.desk, *event.verdict.date) : "",
          escape_markdown(shortened(event.event.label, 240)),
          linked(page, voices_of(page.desk, event.event, all_claims(event.event))),
          told_of(page.desk, "status", to_string(event.verdict.status)));
  }
  write(page, "\n");
}

void write_decisions(Page& page) {
  if (page.desk.timeline.decisions.empty()) return;
  write_heading(page, "decisions");
  write_columns(
      page, {"column-event", "column-decision", "column-matter", "column-by", "column-why", "column-force"});
  for (const Precedent& one : page.desk.timeline.decisions) {
    const Decision& decision = one.decision;
    write(page, "| {} | {} | {} | {}, {} | {} | {} |\n", escape_markdown(label_of(page.desk, one)),
          told_of(page.desk, "decision", to_string(decision.kind)), matter_of(page.desk, decision),
          escape_markdown(decision.who), worded(page.desk, decision.when), escape_markdown(decision.why),
          told_of(page.desk, "force", to_string(one.force)));
  }
  write(page, "\n");
}

void write_undated(Page& page) {
  const auto& claims = page.desk.timeline.undated;
  if (claims.empty()) return;
  write_heading(page, "undated-statements");
  for (std::size_t i = 0; i < std::min(claims.size(), most_undated); ++i)
    write(page, "- {} ({}, {})\n", escape_markdown(claims[i].quote), linked(page, claims[i].doc),
          escape_markdown(place_of(page.desk, claims[i])));
  if (claims.size() > most_undated)
    write(page, "- … {}\n", told_number(page.desk, "and-more", claims.size() - most_undated));
  write(page, "\n");
}

void write_undated_sources(Page& page) {
  const auto& sources = page.desk.timeline.sources;
  const auto is_undated = [](const Source& source) { return !source.published.known(); };
  if (std::none_of(sources.begin(), sources.end(), is_undated)) return;
  write_heading(page, "undated-sources");
  write(page, "{}\n\n", told(page.desk, "undated-sources-note"));
  for (const Source& source : sources)
    if (is_undated(source)) write(page, "- {} ({})\n", linked(page, source.id), escape_markdown(source.path));
  write(page, "\n");
}

void write_sources(Page& page) {
  if (page.desk.timeline.sources.empty()) return;
  write_heading(page, "all-sources");
  write_columns(page, {"column-source", "column-published", "column-known-by", "column-evidence"});
  for (const Source& source : page.desk.timeline.sources) {
    const Published& published = source.published;
    const std::string from = copied_from(page.desk, source.id);
    write(page, "| {}{}{} | {} | {} | {} |\n", linked(page, source.id), from.empty() ? "" : ", ", from,
          published.known() ? worded(page.desk, published.range) : told(page.desk, "published-by-unknown"),
          told_of(page.desk, "published-by", to_string(published.basis)), escape_markdown(published.reason));
  }
  write(page, "\n");
}

void write_diagnostics(Page& page) {
  const auto& all = page.desk.timeline.diagnostics;
  const auto matters = [](const Diagnostic& d) { return d.severity >= Severity::warning; };
  if (std::none_of(all.begin(), all.end(), matters)) return;
  write_heading(page, "diagnostics");
  for (const Diagnostic& d : all) {
    if (!matters(d)) continue;
    const std::string where = escape_markdown(place_of(d));
    write(page, "- **{}**{}{}: {}", told_of(page.desk, "severity", to_string(d.severity)),
          where.empty() ? "" : " ", where, escape_markdown(d.message));
    if (!d.hint.empty()) write(page, " ({})", escape_markdown(d.hint));
    write(page, "\n");
  }
  write(page, "\n");
}

void write_how_to_read(Page& page) {
  if (page.desk.timeline.conflicts.empty()) return;
  write_heading(page, "how-to-read");
  write(page, "{}\n\n{}\n\n", told(page.desk, "read-share"), told(page.desk, "read-order"));
}

}  // namespace

std::string conflicts_markdown(const Timeline& timeline) {
  Page page{Desk(timeline, markdown_words), ""};
  const std::vector<Case> cases = cases_by_importance(timeline);
  std::vector<Case> shown;
  std::copy_if(cases.begin(), cases.end(), std::back_inserter(shown), is_shown);
  write_summary(page);
  write_contents(page, shown);
  for (std::size_t i = 0; i < shown.size(); ++i) write_conflict(page, shown[i], i + 1);
  write_smaller(page, cases);
  write_decisions(page);
  write_agreed(page);
  write_undated(page);
  write_undated_sources(page);
  write_sources(page);
  write_diagnostics(page);
  write_how_to_read(page);
  page.text.pop_back();  // the page ends with one line break
  return std::move(page.text);
}

}  // namespace fasti
