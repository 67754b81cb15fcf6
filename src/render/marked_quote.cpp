#include "render/marked_quote.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/escape.h"

namespace fasti {

namespace {

constexpr std::string_view ellipsis = "…";

std::vector<Marking> markings_of(const Claim& claim) {
  std::vector<Marking> markings;
  if (claim.mention.span.size() > 0) markings.push_back({claim.mention.span, "u"});
  if (claim.timex && claim.timex->span.size() > 0) markings.push_back({claim.timex->span, "mark"});
  return markings;
}

// A blank line between paragraphs is shown as the end of a line.
std::string with_paragraphs(const std::string& html) {
  std::string out;
  for (std::size_t at = 0; at < html.size(); ++at) {
    const std::size_t next = html[at] == '\n' ? html.find_first_not_of(" \t\n", at) : at;
    const std::size_t end = std::min(next, html.size());
    if (std::count(html.begin() + static_cast<std::ptrdiff_t>(at),
                   html.begin() + static_cast<std::ptrdiff_t>(end), '\n') > 1) {
      out += "<br/>\n";
      at = end - 1;
    } else {
      out += html[at];
    }
  }
  return out;
}

std::string context_html(std::string_view text, std::size_t offset, const std::vector<Marking>& markings) {
  if (text.empty()) return "";
  return fmt::format("<span class=\"context\">{}</span>",
                     with_paragraphs(marked_html(text, offset, markings)));
}

}  // namespace

std::string marked_html(std::string_view text, std::size_t offset, const std::vector<Marking>& markings) {
  // Between two neighbouring cuts the same markings hold throughout.
  std::set<std::size_t> cuts = {0, text.size()};
  for (const Marking& marking : markings)
    for (const std::size_t at : {marking.span.begin, marking.span.end})
      if (at > offset && at - offset < text.size()) cuts.insert(at - offset);
  std::string out;
  for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
    const std::size_t begin = *cut, end = *std::next(cut);
    std::string piece = escape_xml(text.substr(begin, end - begin));
    for (const Marking& marking : markings)
      if (marking.span.begin <= offset + begin && offset + end <= marking.span.end)
        piece = fmt::format("<{0}>{1}</{0}>", marking.element, piece);
    out += piece;
  }
  return out;
}

std::string quotation_html(const Claim& claim) {
  const std::vector<Marking> markings = markings_of(claim);
  std::string_view before = claim.before, after = claim.after;
  const bool cut_before = before.starts_with(ellipsis), cut_after = after.ends_with(ellipsis);
  if (cut_before) before.remove_prefix(ellipsis.size());
  if (cut_after) after.remove_suffix(ellipsis.size());
  const std::size_t begin = claim.span.begin - std::min(claim.span.begin, before.size());
  std::string out = cut_before ? "<span class=\"context\">…</span>" : "";
  out += context_html(before, begin, markings);
  out += fmt::format("<span class=\"said\">{}</span>",
                     claim.quote.empty() ? "…" : marked_html(claim.quote, claim.span.begin, markings));
  out += context_html(after, claim.span.end, markings);
  return out + (cut_after ? "<span class=\"context\">…</span>" : "");
}

}  // namespace fasti
