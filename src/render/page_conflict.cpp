// A conflict on the review page: verdict, cause, strip of time, the candidates side by side.
#include <algorithm>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "render/page_parts.h"
#include "render/time_strip.h"

namespace fasti::page {

namespace {

void write_head(Page& page, const Case& one, std::size_t number) {
  const std::string id = id_of(one);
  write(page,
        "<header class=\"head\"><h3 id=\"{0}-title\"><a class=\"number\" href=\"#{0}\">{1}</a> {2}</h3>\n",
        id, number, isolated(label_of(one)));
  write(page, "<p>{} <span class=\"muted\">{}, {}</span></p></header>\n",
        state_html(page, one.told->verdict.status),
        told_number(page.desk, "margin", static_cast<std::size_t>(hundredths(one.conflict->margin))),
        told(page.desk, "importance", {{"n", fmt::format("{:.1f}", one.conflict->importance)}}));
}

void write_verdict(Page& page, const Case& one) {
  const std::string lead = lead_of(page.desk, one);
  const std::string& reason = one.conflict->reason.empty() ? one.told->verdict.reason : one.conflict->reason;
  write(page, "<p class=\"verdict\"><strong>{}</strong>{}.", verdict_of(page.desk, one),
        lead.empty() ? "" : ", " + lead);
  if (!reason.empty()) {
    // A sentence of another language does not stand among those of the page.
    if (!is_in_english(page)) write(page, "</p>\n<p class=\"muted\">");
    write(page, " {}", in_english(page, as_sentence(reason)));
  }
  write(page, "</p>\n");
}

void write_cause(Page& page, const Case& one) {
  const std::string meaning = told_of(page.desk, "meaning", one.conflict->cause);
  write(page, "<p><strong>{}:</strong> {}", told(page.desk, "why-differ"),
        meaning.empty() ? escape_xml(as_sentence(one.conflict->cause)) : meaning);
  if (const std::string evidence = evidence_of(one); !evidence.empty())
    write(page, " <span class=\"muted\">{} {}</span>", told(page.desk, "evidence"),
          in_english(page, evidence));
  write(page, "</p>\n");
}

void write_share(Page& page, long points, bool preferred) {
  write(page,
        "<div class=\"share\"><div class=\"track\" aria-hidden=\"true\"><span class=\"fill{}\" "
        "style=\"width:{}%\"></span></div><span>{}</span></div>\n",
        preferred ? " preferred" : "", std::clamp(points, 0L, 100L),
        told(page.desk, "share", {{"n", fmt::format("{}", points)}}));
}

void write_candidate(Page& page, const Case& one, std::size_t number) {
  const Candidate& candidate = one.conflict->candidates[number];
  const bool preferred = is_preferred(one, number);
  const std::string id = fmt::format("{}-{}", id_of(one), letter_of(number));
  write(page, "<div class=\"candidate{}\" role=\"group\" aria-labelledby=\"{}\"><div class=\"of\">",
        preferred ? " preferred" : "", id);
  write(page, "<span class=\"letter\">{}</span><h4 id=\"{}\">{}</h4>", letter_of(number), id,
        worded(page.desk, candidate.range));
  write(page, "<span class=\"tag {}\">{}</span>", preferred ? to_string(one.told->verdict.status) : "muted",
        !preferred      ? ""
        : one.decided() ? told(page.desk, "status-decided")
                        : told(page.desk, "preferred"));
  const std::string weekday = weekday_in(page.desk, candidate.range);
  write(page, "<p>{}{}<code>{}</code></p></div>\n", weekday, weekday.empty() ? "" : " · ",
        to_edtf(candidate.range));
  write_share(page, hundredths(candidate.weight), preferred);
  for (const std::size_t index : candidate.claims) write_claim(page, *one.told, index);
  if (candidate.claims.empty()) write(page, "<p>{}</p>\n", sources_html(page, candidate.sources));
  write(page, "</div>\n");
}

void write_compatible(Page& page, const Case& one) {
  if (one.conflict->compatible.empty()) return;
  write(page, "<section class=\"fits\"><h4>{}</h4><div class=\"candidates\">\n", told(page.desk, "fits-all"));
  for (const std::size_t index : one.conflict->compatible) write_claim(page, *one.told, index);
  write(page, "</div></section>\n");
}

// What has come in since a person decided: is the decision still right?
void write_unseen(Page& page, const Case& one) {
  const std::optional<Decided>& decided = one.told->verdict.decided;
  if (!decided || decided->unseen.empty()) return;
  write(page, "<div class=\"fits\"><h4>{}</h4><div class=\"candidates\">\n", told(page.desk, "new-since"));
  for (const std::size_t index : decided->unseen) write_claim(page, *one.told, index);
  write(page, "</div></div>\n");
}

// The place for all that would change the verdict, and for the runners-up.
void write_what_would_change(Page& page, const Case& one) {
  const std::string where = what_would_settle(page.desk, one);
  const std::string change = one.decided() ? "" : one.conflict->would_change;
  if (where.empty() && change.empty()) return;
  write(page, "<div class=\"settle\">");
  if (!change.empty())
    write(page, "<p><strong>{}:</strong> {}</p>\n", told(page.desk, "would-change"),
          in_english(page, as_sentence(change)));
  if (!where.empty()) write(page, "<p><strong>{}:</strong> {}</p>\n", told(page.desk, "would-settle"), where);
  write(page, "</div>\n");
}

}  // namespace

void write_dispute(Page& page, const Case& one) {
  write_verdict(page, one);
  write_cause(page, one);
  page.html += time_strip(page.desk, one);
}

void write_rival_dates(Page& page, const Case& one) {
  write_unseen(page, one);
  write(page, "<div class=\"candidates\">\n");
  for (std::size_t i = 0; i < one.conflict->candidates.size(); ++i) write_candidate(page, one, i);
  write(page, "</div>\n");
  write_compatible(page, one);
  write_what_would_change(page, one);
}

void write_conflict(Page& page, const Case& one, std::size_t number) {
  write(page, "<article class=\"conflict{}\" id=\"{}\" tabindex=\"-1\" aria-labelledby=\"{}-title\">\n",
        one.decided() ? " is-decided" : "", id_of(one), id_of(one));
  write(page, "<div class=\"lead\">");
  write_head(page, one, number);
  write_dispute(page, one);
  write(page, "</div>\n");
  write_rival_dates(page, one);
  write(page, "</article>\n");
}

}  // namespace fasti::page
