// That the page is well-formed, links where it should and can be read by everybody is the test page-…
// (tests/render/check_page.py); here is what stands in it.
#include "render/page.h"

#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "catch.h"
#include "fixtures.h"
#include "render/check_holds.h"
#include "render/marked_quote.h"
#include "render/time_strip.h"
#include "shared_data.h"

using namespace fasti;
using namespace fasti::test;

namespace {

void check_marked(std::string_view text, std::size_t offset, const std::vector<Marking>& markings,
                  const std::string& expected) {
  INFO(text);
  CHECK(marked_html(text, offset, markings) == expected);
}

// Elements are opened and closed in order; the page has no other tags without an end than those with "/>".
void check_balanced(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    REQUIRE(end != html.npos);
    const std::string tag = html.substr(at + 1, end - at - 1);
    if (tag.starts_with('!') || tag.ends_with('/')) continue;
    const std::string name = tag.substr(tag.starts_with('/') ? 1 : 0, tag.find(' '));
    if (!tag.starts_with('/')) {
      open.push_back(name);
      continue;
    }
    REQUIRE(!open.empty());
    CHECK(open.back() == name);
    open.pop_back();
  }
  CHECK(open.empty());
}

Timeline hostile(const std::string& text) {
  Timeline t = fixtures::story();
  for (Source& source : t.sources) source.source = source.title = source.path = source.url = text;
  for (TimelineEvent& told : t.events) {
    told.event.label = told.verdict.reason = text;
    for (Claim& claim : told.event.claims) {
      claim.quote = claim.before = claim.after = text;
      claim.span = {text.size(), 2 * text.size()};
      claim.mention.span = {text.size(), text.size() + 3};
      claim.timex->text = claim.timex->anchor = text;
      claim.timex->span = {text.size() + 1, text.size() + 5};
    }
  }
  for (Conflict& conflict : t.conflicts)
    conflict.cause = conflict.cause_reason = conflict.reason = conflict.id = text;
  Diagnostic d;
  d.message = d.hint = d.doc = text;
  t.diagnostics = {d};
  t.undated = t.events[0].event.claims;
  t.shows_all = text;
  return t;
}

}  // namespace

TEST_CASE("page: a conflict has its verdict, its strip and its candidates side by side", "[render][page]") {
  check_holds(
      review_page(fixtures::story()),
      {"<html lang=\"en\"",
       "<p class=\"summary\">10 events from 5 sources: 1 disputed (1 with a preferred",
       "<a href=\"#c-e-04\"><bdi>The harbour lost the ship Jane",
       "<article class=\"conflict\" id=\"c-e-04\"",
       "<strong>28 September 2020 is preferred</strong>, with 78 %",
       "<svg class=\"strip\" role=\"img\"",
       "A: 28 September 2020, 78 %; B: 30 September 2020, 22 %",
       "<div class=\"candidate preferred\"",
       "28 September 2020</h4>",
       "preferred</span>",
       "<p>Monday · <code>2020-09-28</code></p>",
       "style=\"width:78%\"",
       "78 % of the evidence",
       "<blockquote>",
       "A year ago to the day they lost the ship.",
       "<a href=\"https://observer.example/story\" rel=\"noreferrer\"><bdi>observer</bdi></a>, published 28 "
       "September 2021 (stated in the text), <code><bdi>samples/observer.txt:2</bdi></code>",
       "“@-1Y” is counted from the day of publication, 28 September 2021.",
       "<div class=\"candidate\"",
       "Less precise, and right with any of these dates",
       "What would settle it:",
       "<section id=\"agreed\">",
       "<details id=\"single\">",
       "<section id=\"sources\">",
       "<section id=\"how-to-read\">"});
}

TEST_CASE("page: a person's decision and a tie are told", "[render][page]") {
  Timeline t = fixtures::story();
  t.events[3].verdict.status = Status::decided;
  check_holds(review_page(t), {"<article class=\"conflict is-decided\"", "A person decided for 28 September",
                               "<div class=\"candidate preferred\""});
  const std::string tie = review_page(fixtures::undecided());
  check_holds(tie, {"No date is preferred"});
  CHECK(tie.find("candidate preferred") == std::string::npos);
}

TEST_CASE("page: marked words nest, however they overlap", "[render][page]") {
  check_marked("lost on May 3.", 10, {{{10, 14}, "u"}, {{18, 23}, "mark"}},
               "<u>lost</u> on <mark>May 3</mark>.");
  check_marked("abcdef", 0, {{{0, 4}, "u"}, {{2, 6}, "mark"}},
               "<u>ab</u><mark><u>cd</u></mark><mark>ef</mark>");
  check_marked("a<b", 0, {{{1, 2}, "u"}}, "a<u>&lt;</u>b");
  check_marked("abc", 100, {{{0, 50}, "u"}, {{200, 300}, "mark"}}, "abc");
  check_marked("abc", 100, {{{0, 300}, "mark"}}, "<mark>abc</mark>");
  check_marked("", 0, {{{0, 1}, "u"}}, "");
}

TEST_CASE("page: what stands around a quotation is set back", "[render][page]") {
  Claim claim;
  claim.before = "…end of it.\n\nHe said ";
  claim.quote = "she left on May 3";
  claim.after = ", at noon…";
  claim.span = {100, 117};
  claim.mention.span = {104, 108};
  claim.timex = Timex{};
  claim.timex->span = {112, 117};
  CHECK(quotation_html(claim) ==
        "<span class=\"context\">…</span><span class=\"context\">end of it.<br/>\nHe said </span>"
        "<span class=\"said\">she <u>left</u> on <mark>May 3</mark></span>"
        "<span class=\"context\">, at noon</span><span class=\"context\">…</span>");
}

TEST_CASE("page: strips of any stretch of time", "[render][page]") {
  const auto of = [](const DateRange& a, const DateRange& b) {
    Timeline t = fixtures::story();
    t.conflicts[0].candidates[0].range = a;
    t.conflicts[0].candidates[1].range = b;
    return time_strip(Desk(t, escape_xml), cases_by_importance(t)[0]).size();
  };
  const DateRange may = range_of_month(2020, 5);
  CHECK(of(may, range_of_year(2021)) > 500);
  CHECK(of(range_of_year(-9999), range_of_year(9999)) > 500);
  CHECK(of(since(may), until(may)) > 500);
  DateRange all = may;
  all.open_start = all.open_end = true;
  all.earliest = least_moment;
  all.latest = greatest_moment;
  CHECK(of(all, all) < 30'000);
  DateRange second = may;
  second.latest = second.earliest;
  CHECK(of(second, second) < 30'000);
}

TEST_CASE("page: what the sources wrote stays text", "[render][page][hostile]") {
  const std::string plain = review_page(hostile("plain words"));
  const auto count = [](const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
    return n;
  };
  for (const std::string& text :
       {std::string("<script>alert(1)</script>"), std::string("\"><img src=x onerror=alert(1)>"),
        std::string("' onclick='x"), std::string("</style></script></title>--><!-- <![CDATA["),
        std::string("a\0b\x01\x1B", 5), std::string("\u202Ereversed\u2066 \u200F"),
        std::string("javascript:alert(1)"), std::string("java&#115;cript:x"), std::string("//host/path"),
        std::string("{date} {n} {"), std::string("\xFF\xC3"), std::string(10'000, 'x'),
        std::string(10'000, '<')}) {
    const std::string html = review_page(hostile(text));
    INFO(text.substr(0, 40));
    check_balanced(html);
    CHECK(count(html, "<script") == 1);
    CHECK(count(html, "<img") == 0);
    CHECK(count(html, "onclick='") == 0);
    CHECK(count(html, "<article") == count(plain, "<article"));
    CHECK(html.find("href=\"java") == html.npos);
    CHECK(html.find("href=\"//") == html.npos);
    CHECK(html.find('\0') == html.npos);
    CHECK(html.find("\u202E") == html.npos);
  }
}

TEST_CASE("page: naughty strings stay text", "[render][page][hostile]") {
  const auto strings = shared_file("corpora/hostile/naughty-strings/blns.json");
  if (!strings) return;
  for (const auto& naughty : nlohmann::json::parse(*strings).get<std::vector<std::string>>()) {
    INFO(naughty);
    check_balanced(review_page(hostile(naughty)));
  }
}

TEST_CASE("page: an empty timeline and one with holes have a page", "[render][page][hostile]") {
  check_balanced(review_page(Timeline{}));
  Timeline t = fixtures::story();
  t.conflicts[0].candidates[0].claims = {77};
  t.conflicts[0].compatible = {78};
  check_balanced(review_page(t));
  t.conflicts[0].event = "gone";
  t.conflicts[0].candidates.clear();
  check_holds(review_page(t), {"<bdi>gone</bdi>"});
}
