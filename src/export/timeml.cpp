#include "export/timeml.h"

#include <cassert>

#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/timex_value.h"

namespace fasti {

namespace {

// The finest unit of TIMEX3's calendar that holds all of it; empty where it spans years.
std::string value_of_publication(const DateRange& range) {
  if (range.open_start || range.open_end) return "";
  const Civil first = civil_of(first_day(range));
  const Civil last = civil_of(last_day(range));
  if (first == last) return value_of_day(first_day(range));
  if (first.year != last.year) return "";
  return first.month == last.month ? value_of_month(first.year, first.month) : value_of_year(first.year);
}

std::string publication(const Document& document) {
  const std::string value = document.published.known() ? value_of_publication(document.published.range) : "";
  if (value.empty()) return "";
  return fmt::format(
      "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{}\" "
      "functionInDocument=\"CREATION_TIME\">{}</TIMEX3></DCT>\n",
      value, value);
}

bool counts_from_publication(const Timex& timex, bool has_publication) {
  return has_publication && timex.basis == Basis::relative_to_publication;
}

std::string opening_tag(const Timex& timex, std::size_t number, bool has_publication) {
  std::string tag = fmt::format("<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"", number, to_string(timex.type),
                                escape_xml(timex.value));
  if (!timex.mod.empty()) tag += fmt::format(" mod=\"{}\"", escape_xml(timex.mod));
  if (counts_from_publication(timex, has_publication))
    tag += " temporalFunction=\"true\" anchorTimeID=\"t0\"";
  return tag + ">";
}

// Escapes, and counts what XML could not hold.
struct Exact {
  std::size_t replaced = 0;

  std::string operator()(std::string_view text) {
    ExactXml exact = exact_xml(text);
    replaced += exact.replaced;
    return std::move(exact.text);
  }
};

std::string marked_text(const Document& document, bool has_publication, Exact& exact) {
  const std::string_view text = document.article.text;
  const Span body = document.article.body;
  std::string xml;
  std::size_t at = body.begin;
  std::size_t number = 0;
  for (const Timex& timex : document.timexes) {
    assert(timex.span.begin >= at && timex.span.end <= body.end);  // expressions never overlap
    xml += exact(text.substr(at, timex.span.begin - at));
    xml += opening_tag(timex, ++number, has_publication);
    xml += exact(text.substr(timex.span.begin, timex.span.size())) + "</TIMEX3>";
    at = timex.span.end;
  }
  return xml + exact(text.substr(at, body.end - at));
}

Diagnostic replaced_in(const Article& article, std::size_t count) {
  Diagnostic d;
  d.code = "not-in-xml";
  d.message = count == 1 ? "one character that XML forbids became U+FFFD"
                         : fmt::format("{} characters that XML forbids became U+FFFD", count);
  d.place.path = article.path;
  d.doc = article.id;
  return d;
}

}  // namespace

TimeMl timeml_of(const Document& document) {
  Exact exact;
  const std::string dct = publication(document);
  TimeMl result;
  result.xml = fmt::format("<TimeML>\n<DOCID>{}</DOCID>\n{}", exact(document.article.id), dct);
  if (!document.article.title.empty())
    result.xml += fmt::format("<TITLE>{}</TITLE>\n", exact(document.article.title));
  result.xml += fmt::format("<TEXT>{}</TEXT>\n</TimeML>\n", marked_text(document, !dct.empty(), exact));
  if (exact.replaced > 0) result.replaced.push_back(replaced_in(document.article, exact.replaced));
  return result;
}

std::string timeml_begin(std::size_t documents) {
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  return documents == 1 ? declaration : declaration + "<TimeMLCorpus>\n";
}

std::string timeml_end(std::size_t documents) { return documents == 1 ? "" : "</TimeMLCorpus>\n"; }

}  // namespace fasti
