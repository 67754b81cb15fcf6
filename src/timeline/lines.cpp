#include "calendar/edtf.h"
#include "timeline/json.h"
#include "timeline/line_writer.h"

namespace fasti {

namespace {

void put_span(LineWriter& line, Span span) {
  line.number("begin", span.begin);
  line.number("end", span.end);
}

void put_alternatives(LineWriter& line, const std::vector<Alternative>& alternatives) {
  if (alternatives.empty()) return;
  line.open_list("alternatives");
  for (const Alternative& alternative : alternatives) {
    line.open_item();
    line.text("value", alternative.value);
    line.text("reason", alternative.reason);
    line.close();
  }
  line.close_list();
}

void put_timex(LineWriter& line, const Timex& timex) {
  line.text("kind", "timex");
  line.text("doc", timex.doc);
  put_span(line, timex.span);
  line.text("text", timex.text);
  line.text("type", to_string(timex.type));
  line.text("value", timex.value);
  line.text_unless_empty("mod", timex.mod);
  if (timex.range) {
    line.text("earliest", earliest_text(*timex.range));
    line.text("latest", latest_text(*timex.range));
    line.text("granularity", to_string(timex.range->granularity));
  }
  line.text("basis", to_string(timex.basis));
  line.text_unless_empty("anchor", timex.anchor);
  line.text("rule", timex.rule);
  put_alternatives(line, timex.alternatives);
}

void put_date(LineWriter& line, const std::optional<DateRange>& range) {
  if (!range) return line.nothing("date");
  line.open("date");
  line.text("edtf", to_edtf(*range));
  line.text("earliest", earliest_text(*range));
  line.text("latest", latest_text(*range));
  line.text("granularity", to_string(range->granularity));
  line.close();
}

void put_claim(LineWriter& line, const Claim& claim) {
  line.text("kind", "claim");
  line.text("doc", claim.doc);
  put_span(line, claim.span);
  line.text("quote", claim.quote);
  line.open("event");
  line.text("type", claim.mention.type);
  line.text("head", claim.mention.head);
  line.open_list("participants");
  for (const std::string& name : claim.mention.participants) line.item(name);
  line.close_list();
  line.close();
  line.text("role", to_string(claim.role));
  put_date(line, claim.range);
  if (claim.timex) {
    line.open("timex");
    put_span(line, claim.timex->span);
    line.close();
  }
  line.text_unless_empty("rule", claim.rule);
  if (claim.attributed_to.kind != Attribution::Kind::publisher) {
    line.open("attributed_to");
    line.text("kind", to_string(claim.attributed_to.kind));
    line.text("name", claim.attributed_to.name);
    put_span(line, claim.attributed_to.span);
    line.close();
  }
  line.text_unless_empty("certainty", claim.certainty);
}

void put_diagnostic(LineWriter& line, const Diagnostic& d, const std::string& doc) {
  line.text("kind", "diagnostic");
  line.text("doc", doc);
  if (d.span) put_span(line, *d.span);
  line.text("severity", to_string(d.severity));
  line.text("code", d.code);
  line.text("message", d.message);
}

template <class Put>
void add_line(std::string& lines, const Put& put) {
  LineWriter line(lines);
  line.open();
  put(line);
  line.close();
  lines += '\n';
}

}  // namespace

std::string timex_line(const Timex& timex) {
  std::string text;
  add_line(text, [&](LineWriter& line) { put_timex(line, timex); });
  return text;
}

std::string extract_lines(const Document& document, const std::vector<Claim>& dated, LineKinds kinds) {
  std::string lines;
  if (kinds.timexes)
    for (const Timex& timex : document.timexes)
      add_line(lines, [&](LineWriter& line) { put_timex(line, timex); });
  if (kinds.claims)
    for (const Claim& claim : dated) add_line(lines, [&](LineWriter& line) { put_claim(line, claim); });
  if (!kinds.diagnostics) return lines;
  for (const auto* diagnostics : {&document.article.diagnostics, &document.diagnostics})
    for (const Diagnostic& d : *diagnostics)
      add_line(lines, [&](LineWriter& line) { put_diagnostic(line, d, document.article.id); });
  return lines;
}

}  // namespace fasti
