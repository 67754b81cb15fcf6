#include "article/html.h"

#include <fstream>
#include <map>
#include <sstream>

#include "article/html_charset.h"
#include "catch.h"
#include "sections.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::vector<Section> layouts() { return sections_of("tests/article/pages/main-text.txt"); }

std::string captions_of(const HtmlText& page) {
  std::string all;
  for (const Span caption : page.captions)
    all += (all.empty() ? "" : "\n") + page.text.substr(caption.begin, caption.size());
  return all;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("the text of an article is found in pages of all sorts", "[article][html]") {
  const std::vector<Section> all = layouts();
  CHECK(all.size() >= 20);
  for (const Section& layout : all) {
    INFO(layout.name);
    const HtmlText page = html_text(layout.page);
    CHECK(page.text == layout.expected.at("text"));
    if (layout.expected.contains("title")) CHECK(page.title == layout.expected.at("title"));
    if (layout.expected.contains("source")) CHECK(page.source == layout.expected.at("source"));
    if (layout.expected.contains("captions")) CHECK(captions_of(page) == layout.expected.at("captions"));
  }
}

TEST_CASE("a page is read in its charset", "[article][html]") {
  const auto text = [](const std::string& bytes, const std::string& charset = "") {
    const HtmlText page = html_text(bytes, charset);
    return page.text + " (" + page.charset + ")";
  };
  CHECK(text("<p>M\xC3\xBChle") == "Mühle (utf-8)");
  CHECK(text("\xEF\xBB\xBF<p>M\xC3\xBChle") == "Mühle (utf-8)");
  CHECK(text("<meta charset=iso-8859-1><p>M\xFChle \x80 5") == "Mühle € 5 (windows-1252)");
  CHECK(text("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\"><p>\xCD\xCF\xD3\xD4") ==
        "мост (koi8-r)");
  CHECK(text("<p>\xCD\xCF\xD3\xD4", "koi8-r") == "мост (koi8-r)");
  CHECK(text("<?xml version='1.0' encoding='windows-1252'?><p>caf\xE9") == "café (windows-1252)");
  CHECK(text(std::string("\xFF\xFE<\0p\0>\0\xFC\0", 10)) == "ü (utf-16)");
  // Nothing declares it: what the bytes look like.
  CHECK(text("<p>Die M\xFChle am Flu\xDF geh\xF6rt dem M\xFCller, und der Bäcker kauft dort das Mehl.")
            .starts_with("Die Mühle am Fluß gehört"));
  // A declaration that is wrong in a byte or two.
  const HtmlText mended = html_text("<meta charset=utf-8><p>" + repeated("\xC3\xBC\xC3\xB6 ", 300) + "\xFF");
  CHECK(mended.replaced == 1);
  CHECK(mended.text.ends_with("üö \uFFFD"));
}

TEST_CASE("a page is told by its first tags", "[article][html]") {
  CHECK(looks_like_html("<!DOCTYPE html><p>"));
  CHECK(looks_like_html("\xEF\xBB\xBF\n <!-- saved from url=(0011)http://x.y/ -->\n<HTML>"));
  CHECK(looks_like_html("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"));
  CHECK_FALSE(looks_like_html("Some text with a <b> in it"));
  CHECK_FALSE(looks_like_html("<?xml version=\"1.0\"?><rss version=\"2.0\">"));
  CHECK_FALSE(looks_like_html(""));
}

TEST_CASE("hostile pages cost time linear in their size", "[article][html]") {
  const std::string end = "<p>The pier of Tolbury collapsed on Monday night, and nobody was on it then.</p>";
  struct Case {
    std::string name, page, last;
  };
  const std::vector<Case> cases = {
      {"deep", repeated("<div>", 100'000) + end, "nobody was on it then."},
      {"deep, and ends that fit nothing", repeated("<b>", 200'000) + repeated("</i>", 100'000) + end,
       "nobody was on it then."},
      {"deep tables", repeated("<table><tr><td>", 50'000) + end, "nobody was on it then."},
      {"a tag with many attributes", "<div " + repeated("a=\"1\" b ", 300'000) + ">" + end,
       "nobody was on it then."},
      {"a picture of some megabytes", "<img src=\"data:," + std::string(3'000'000, 'A') + "\">" + end,
       "nobody was on it then."},
      {"a tag that never ends", end + "<div " + repeated("x=\"", 700'000), "nobody was on it then."},
      {"nothing but signs", end + std::string(2'000'000, '<'), ""},
      {"a comment that never ends", end + "<!-- " + std::string(2'000'000, '-'), "nobody was on it then."},
      {"a script that never ends", end + "<script>" + repeated("if(a<b){}", 200'000),
       "nobody was on it then."},
      {"a class of megabytes", "<div class=\"" + repeated("with-sidebar ", 200'000) + "\">" + end + "</div>",
       "nobody was on it then."},
      {"brackets of JSON",
       "<script type=\"application/ld+json\">" + std::string(500'000, '[') + "</script>" + end,
       "nobody was on it then."},
      {"times in times", repeated("<time>", 50'000) + end, "nobody was on it then."},
      {"many articles with by-lines",
       repeated("<article><p class=date>3 May</p><p>It was so dark that nobody saw the pier, or the lock, or "
                "the sea.</p></article>",
                30'000) +
           end,
       "nobody saw the pier, or the lock, or the sea."},
      {"NUL bytes", std::string("<p>A\0B</p>", 10) + end, "nobody was on it then."},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    const HtmlText page = html_text(one.page);
    CHECK((one.last.empty() || page.text.ends_with(one.last)));
  }
}
