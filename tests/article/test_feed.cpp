#include "article/feed.h"

#include "calendar/edtf.h"
#include "catch.h"

using namespace fasti;

namespace {

// "number title | url | source | dates | text" of each item, then what is wrong with the feed.
std::string items_of(const std::string& bytes) {
  std::string lines;
  const auto fault = read_feed(bytes, [&](const HtmlText& page, std::size_t number) {
    lines += std::to_string(number) + " " + page.title + " | " + page.url + " | " + page.source + " |";
    for (const DateStatement& one : page.dates)
      lines += " " + to_edtf(one.range) + " " + std::string(to_string(one.what));
    lines += " | " + page.text + "\n";
  });
  if (fault) lines += "line " + std::to_string(fault->line) + ": broken";
  return lines;
}

}  // namespace

TEST_CASE("an item of a feed is an article", "[article][feed]") {
  CHECK(
      items_of(
          "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Anselm "
          "Courier</title><item><title>Pier "
          "&amp; storm</title><link>https://courier.example/pier</link><pubDate>Wed, 29 Sep 2021 10:31:00 "
          "+0100</pubDate><description><![CDATA[<p>The pier collapsed.</p><p>Nobody was "
          "hurt.</p>]]></description>"
          "</item><item><title>Wren sold</title><guid>https://courier.example/wren</guid>"
          "<description>She goes to a brewer.</description></item></channel></rss>") ==
      "1 Pier & storm | https://courier.example/pier | The Anselm Courier | 2021-09-29 published | The pier "
      "collapsed.\n\nNobody was hurt.\n"
      "2 Wren sold | https://courier.example/wren | The Anselm Courier | | She goes to a brewer.\n");
  CHECK(
      items_of(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Harbour Notes</title><entry><title>Wren</title>"
          "<link rel=\"self\" href=\"https://n.example/a.atom\"/><link href=\"https://n.example/a\"/>"
          "<published>2021-09-29T10:31:00Z</published><updated>2021-10-02T08:00:00Z</updated>"
          "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>She is "
          "<b>home</b>.</p></div>"
          "</content><summary>Short.</summary></entry></feed>") ==
      "1 Wren | https://n.example/a | Harbour Notes | 2021-09-29 published 2021-10-02 modified | She is "
      "home.\n");
}

TEST_CASE("what stands before a feed's fault is read", "[article][feed]") {
  CHECK(items_of("<rss><channel>\n<item><title>A</title><description>One.</description></"
                 "item>\n<item><title>B</ti") == "1 A |  |  | | One.\nline 3: broken");
  const std::string bomb =
      "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss><channel><item><description>&c;&c;</description></item></"
      "channel></rss>";
  CHECK(items_of(bomb).size() < 10'000);
}

TEST_CASE("a feed is told by its root", "[article][feed]") {
  CHECK(looks_like_feed("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">"));
  CHECK(looks_like_feed("<feed xmlns=\"http://www.w3.org/2005/Atom\">"));
  CHECK_FALSE(looks_like_feed("<html><body><rss>"));
  CHECK_FALSE(looks_like_feed("The tag <rss version=\"2.0\">"));
}
