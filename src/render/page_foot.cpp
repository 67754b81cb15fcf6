// The foot of the pages: all that is not disputed, where it comes from, and how to read the page.
#include <algorithm>

#include "base/escape.h"
#include "render/marked_quote.h"
#include "render/page_parts.h"

namespace fasti::page {

namespace {

using Events = std::vector<const TimelineEvent*>;

Events events_of(const Page& page, const std::vector<Status>& statuses) {
  Events events;
  for (const TimelineEvent& told : page.desk.timeline.events)
    if (std::find(statuses.begin(), statuses.end(), told.verdict.status) != statuses.end())
      events.push_back(&told);
  return events;
}

void write_columns(Page& page, const std::vector<std::string_view>& columns) {
  write(page, "<table><thead><tr>");
  for (const std::string_view column : columns)
    write(page, "<th scope=\"col\">{}</th>", told(page.desk, column));
  write(page, "</tr></thead><tbody>\n");
}

void write_events(Page& page, const Events& events) {
  write_columns(page, {"column-date", "column-event", "column-sources", "column-status"});
  for (const TimelineEvent* event : events) {
    const std::string date = event->verdict.date ? worded(page.desk, *event->verdict.date) : "";
    write(page, "<tr><td class=\"date\">{}</td><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", date,
          isolated(shortened(event->event.label, 240)),
          sources_html(page, voices_of(page.desk, event->event, all_claims(event->event))),
          state_html(page, event->verdict.status));
  }
  write(page, "</tbody></table>\n");
}

void begin_folded(Page& page, std::string_view id, std::string_view heading, std::size_t n) {
  write(page, "<details id=\"{0}\"><summary><h2>{1} ({2})</h2></summary>\n", id, told(page.desk, heading), n);
}

std::string place_html(const Diagnostic& d) {
  const std::string where = place_of(d);
  return where.empty() ? "" : fmt::format(" <code>{}</code>", isolated(one_line(where)));
}

}  // namespace

void write_decisions(Page& page) {
  if (page.desk.timeline.decisions.empty()) return;
  write(page, "<section id=\"decisions\"><h2>{}</h2>\n", told(page.desk, "decisions"));
  write_columns(
      page, {"column-event", "column-decision", "column-matter", "column-by", "column-why", "column-force"});
  for (const Precedent& one : page.desk.timeline.decisions) {
    const Decision& decision = one.decision;
    write(page, "<tr><th scope=\"row\">{}</th><td>{}</td><td><bdi>{}</bdi></td><td>{}, {}</td>",
          isolated(label_of(page.desk, one)), told_of(page.desk, "decision", to_string(decision.kind)),
          matter_of(page.desk, decision), isolated(one_line(decision.who)), worded(page.desk, decision.when));
    write(page, "<td>{}</td><td>{}</td></tr>\n", isolated(one_line(decision.why)),
          told_of(page.desk, "force", to_string(one.force)));
  }
  write(page, "</tbody></table></section>\n");
}

void write_agreed(Page& page) {
  const Events events = events_of(page, {Status::agreed, Status::refined, Status::decided});
  if (events.empty()) return;
  write(page, "<section id=\"agreed\"><h2>{}</h2>\n", told(page.desk, "agreed-events"));
  write_events(page, events);
  write(page, "</section>\n");
}

void write_single(Page& page) {
  const Events events = events_of(page, {Status::single, Status::undated});
  if (events.empty()) return;
  begin_folded(page, "single", "single-events", events.size());
  write_events(page, events);
  write(page, "</details>\n");
}

void write_undated(Page& page) {
  const auto& claims = page.desk.timeline.undated;
  if (claims.empty()) return;
  begin_folded(page, "undated", "undated-statements", claims.size());
  write(page, "<p>{}</p>\n<ul class=\"plain\">\n", told(page.desk, "undated-statements-note"));
  for (const Claim& claim : claims)
    write(page, "<li>{} <span class=\"muted\">— {}, <code>{}</code></span></li>\n", quotation_html(claim),
          source_html(page, claim.doc), isolated(one_line(place_of(page.desk, claim))));
  write(page, "</ul></details>\n");
}

void write_sources(Page& page) {
  if (page.desk.timeline.sources.empty()) return;
  write(page, "<section id=\"sources\"><h2>{}</h2>\n", told(page.desk, "all-sources"));
  write_columns(page, {"column-source", "column-published", "column-known-by", "column-evidence"});
  for (const Source& source : page.desk.timeline.sources) {
    const Published& published = source.published;
    const std::string from = copied_from(page.desk, source.id);
    write(page, "<tr><th scope=\"row\">{}{}{}</th><td class=\"date\">{}</td><td>{}</td><td>{}</td></tr>\n",
          source_html(page, source.id),
          source.title.empty() ? "" : "<br/>" + isolated(shortened(source.title, 240)),
          from.empty() ? "" : "<br/><span class=\"muted\">" + from + "</span>",
          published.known() ? worded(page.desk, published.range) : told(page.desk, "published-by-unknown"),
          told_of(page.desk, "published-by", to_string(published.basis)), in_english(page, published.reason));
  }
  write(page, "</tbody></table></section>\n");
}

void write_diagnostics(Page& page) {
  const auto& all = page.desk.timeline.diagnostics;
  const auto matters = [](const Diagnostic& d) { return d.severity >= Severity::warning; };
  if (std::none_of(all.begin(), all.end(), matters)) return;
  write(page, "<section id=\"diagnostics\"><h2>{}</h2><ul class=\"plain\">\n",
        told(page.desk, "diagnostics"));
  for (const Diagnostic& d : all) {
    if (!matters(d)) continue;
    write(page, "<li><strong>{}</strong>{}: {}", told_of(page.desk, "severity", to_string(d.severity)),
          place_html(d), in_english(page, d.message));
    if (!d.hint.empty()) write(page, " ({})", in_english(page, d.hint));
    write(page, "</li>\n");
  }
  write(page, "</ul></section>\n");
}

void write_how_to_read(Page& page, std::initializer_list<std::string_view> phrases, std::string_view keys) {
  write(page, "<section id=\"how-to-read\"><h2>{}</h2>\n", told(page.desk, "how-to-read"));
  for (const std::string_view phrase : phrases) write(page, "<p>{}</p>\n", told(page.desk, phrase));
  write(page, "<p class=\"keys\">{}</p>\n<dl>\n", told(page.desk, keys));
  for (const Status status :
       {Status::disputed, Status::decided, Status::agreed, Status::refined, Status::single})
    write(page, "<dt>{}</dt><dd>{}</dd>\n", state_html(page, status),
          told_of(page.desk, "about", to_string(status)));
  write(page, "</dl></section>\n");
}

}  // namespace fasti::page
