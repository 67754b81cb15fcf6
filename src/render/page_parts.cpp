#include "render/page_parts.h"

#include "base/escape.h"
#include "render/marked_quote.h"

namespace fasti::page {

namespace {

constexpr std::string_view reasons_are_in = "en";  // the language of the sentences that stages write

// The signs of the picture.
std::string_view sign_of(Status status) {
  switch (status) {
    case Status::agreed:
      return "<circle cx=\"8\" cy=\"8\" r=\"6\"/>";
    case Status::single:
    case Status::undated:
      return "<circle class=\"hollow\" cx=\"8\" cy=\"8\" r=\"6\"/>";
    case Status::refined:
      return "<path d=\"M8 2L14.5 13.5H1.5Z\"/>";
    case Status::disputed:
      return "<path d=\"M8 1L15 8L8 15L1 8Z\"/>";
    case Status::decided:
      return "<rect x=\"2.5\" y=\"2.5\" width=\"11\" height=\"11\"/>";
  }
  return "";
}

}  // namespace

void write_document_head(Page& page, const std::string& title, std::string_view style,
                         std::string_view script_hash) {
  write(page,
        "<!DOCTYPE html>\n<html lang=\"{}\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
        "<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\"/>\n"
        "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>{}</title>\n<style>{}</style>\n</head>\n",
        escape_xml(page.desk.timeline.phrases.language), script_hash, title, style);
}

std::string isolated(std::string_view text) { return fmt::format("<bdi>{}</bdi>", escape_xml(text)); }

bool is_in_english(const Page& page) {
  const std::string& language = page.desk.timeline.phrases.language;
  return language.empty() || language == reasons_are_in;
}

std::string in_english(const Page& page, const std::string& text) {
  if (is_in_english(page)) return isolated(text);
  return fmt::format("<bdi lang=\"{}\">{}</bdi>", reasons_are_in, escape_xml(text));
}

std::string state_html(const Page& page, Status status) {
  return fmt::format(
      "<span class=\"state {0}\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">{1}</svg>{2}</span>",
      to_string(status), sign_of(status), told_of(page.desk, "status", to_string(status)));
}

std::string source_html(const Page& page, const std::string& doc) {
  const Source* source = source_of(page.desk, doc);
  const std::string name = isolated(one_line(name_of(page.desk, doc)));
  const std::string address = source == nullptr ? "" : safe_link(source->url);
  return address.empty() ? name
                         : fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape_xml(address), name);
}

std::string sources_html(const Page& page, const std::vector<std::string>& docs) {
  std::string html;
  for (const std::string& doc : docs) html += (html.empty() ? "" : ", ") + source_html(page, doc);
  return html;
}

std::string id_of(const Case& one) { return dot_name(one.conflict->id); }

namespace {

// ", published 28 September 2021 (stated in the text)"
std::string published_html(const Page& page, const Source& source) {
  const Published& published = source.published;
  if (!published.known()) return told(page.desk, "published-unknown");
  const std::string how = told_of(page.desk, "published-by", to_string(published.basis));
  return told(page.desk, "published", {{"date", worded(page.desk, published.range)}}) +
         (how.empty() ? "" : " " + told(page.desk, "known-by", {{"how", how}}));
}

// What this claim and the one that it is bound to most both tell of.
std::string bond_html(const Page& page, const Event& event, std::size_t index) {
  if (!page.tells_bonds || index >= event.bonds.size()) return "";
  const Bond& bond = event.bonds[index];
  if (bond.doc.empty() || bond.shared.empty()) return "";
  std::string words;
  for (const std::string& word : bond.shared) words += (words.empty() ? "" : ", ") + one_line(word);
  return told(page.desk, "bond",
              {{"source", isolated(one_line(name_of(page.desk, bond.doc)))}, {"words", isolated(words)}});
}

}  // namespace

void write_claim(Page& page, const TimelineEvent& event, std::size_t index) {
  if (index >= event.event.claims.size()) return;
  const Claim& claim = event.event.claims[index];
  const Desk& desk = page.desk;
  write(page, "<figure><blockquote><p dir=\"auto\">{}</p></blockquote>\n", quotation_html(claim));
  write(page, "<figcaption><span>{}", source_html(page, claim.doc));
  if (const Source* source = source_of(desk, claim.doc)) write(page, ", {}", published_html(page, *source));
  write(page, ", <code>{}</code>", isolated(one_line(place_of(desk, claim))));
  if (const std::string role = told_of(desk, "role", to_string(claim.role)); !role.empty())
    write(page, ", {}", role);
  if (const std::string who = said_by(desk, claim); !who.empty()) write(page, ", {}", who);
  if (const std::string from = copied_from(desk, claim); !from.empty()) write(page, ", {}", from);
  if (const std::string aside = set_aside_of(desk, event.verdict, index); !aside.empty())
    write(page, ", <strong class=\"decided\">{}</strong>", aside);
  write(page, "</span><span class=\"derived\">{}.</span>", how_dated(desk, claim));
  if (const std::string bond = bond_html(page, event.event, index); !bond.empty())
    write(page, "<span class=\"derived\">{}.</span>", bond);
  write(page, "</figcaption></figure>\n");
}

}  // namespace fasti::page
