#include "render/page.h"

#include "base/escape.h"
#include "render/page_parts.h"
#include "render/page_style.h"
#include "timeline/choose.h"

namespace fasti {

namespace {

using namespace page;

void write_summary(Page& page) {
  const Timeline& t = page.desk.timeline;
  write(page, "<header><h1>{}</h1>\n<p class=\"summary\">{}.</p>\n", told(page.desk, "title"),
        summary_of(page.desk));
  if (t.conflicts.empty()) write(page, "<p><strong>{}</strong></p>\n", told(page.desk, "no-conflict"));
  if (const std::size_t left_out = events_left_out(t); left_out > 0)
    write(page, "<p class=\"muted\">{}</p>\n",
          told_number(page.desk, "not-in-picture", left_out,
                      {{"option", fmt::format("<code>{}</code>", escape_xml(t.shows_all))}}));
  write(page, "</header>\n");
}

std::string dates_html(const Page& page, const Conflict& conflict) {
  std::string html;
  for (const Candidate& candidate : conflict.candidates)
    html += fmt::format("{}{} <span class=\"muted\">{} %</span>", html.empty() ? "" : "<br/>",
                        worded(page.desk, candidate.range), hundredths(candidate.weight));
  return html;
}

void write_row(Page& page, const Case& one, std::size_t number) {
  write(page,
        "<tr data-of=\"{0}\"><td class=\"number\">{1}</td><th scope=\"row\"><a href=\"#{0}\">{2}</a></th>",
        id_of(one), number, isolated(label_of(one)));
  const auto cell = [&](std::string_view style, std::string_view column, const std::string& html) {
    write(page, "<td class=\"{}\" data-label=\"{}\">{}</td>", style, told(page.desk, column), html);
  };
  cell("date", "column-dates", dates_html(page, *one.conflict));
  cell("date", "column-verdict", short_verdict_of(page.desk, one));
  cell("cause", "column-cause", told_of(page.desk, "cause", one.conflict->cause));
  write(page, "</tr>\n");
}

void write_contents(Page& page, const std::vector<Case>& cases) {
  if (cases.empty()) return;
  const Desk& desk = page.desk;
  write(page, "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">{}</h2>\n", told(desk, "contents"));
  write(page,
        "<p id=\"filter\" hidden=\"hidden\"><label>{} <input type=\"search\"/></label> "
        "<output aria-live=\"polite\"></output></p>\n",
        told(desk, "filter"));
  write(page, "<table><thead><tr><th scope=\"col\" class=\"number\">{}</th>", told(desk, "column-number"));
  for (const char* column : {"column-event", "column-dates", "column-verdict", "column-cause"})
    write(page, "<th scope=\"col\">{}</th>", told(desk, column));
  write(page, "</tr></thead><tbody>\n");
  for (std::size_t i = 0; i < cases.size(); ++i) write_row(page, cases[i], i + 1);
  write(page, "</tbody></table></nav>\n");
}

void write_conflicts(Page& page, const std::vector<Case>& cases) {
  if (cases.empty()) return;
  write(page, "<section id=\"conflicts\"><h2>{}</h2>\n", told(page.desk, "conflicts"));
  for (std::size_t i = 0; i < cases.size(); ++i) write_conflict(page, cases[i], i + 1);
  write(page, "</section>\n");
}

}  // namespace

std::string review_page(const Timeline& timeline) {
  Page page{Desk(timeline, escape_xml), ""};
  const std::vector<Case> cases = cases_by_importance(timeline);
  write_document_head(page, told(page.desk, "title"), page_style, page_script_hash);
  write(page, "<body>\n");
  if (!cases.empty()) write(page, "<a class=\"skip\" href=\"#conflicts\">{}</a>\n", told(page.desk, "skip"));
  write_summary(page);
  write_contents(page, cases);
  write(page, "<main>\n");
  write_conflicts(page, cases);
  write_decisions(page);
  write_agreed(page);
  write_single(page);
  write_undated(page);
  write_sources(page);
  write_diagnostics(page);
  write_how_to_read(page, {"read-share", "read-order", "read-marks", "read-strip"}, "read-keys");
  write(page, "</main>\n<script>{}</script>\n</body>\n</html>\n", page_script);
  return std::move(page.html);
}

}  // namespace fasti
