// What header lines and front matter give, as one line of text:
//   2021-09-29 | source | title | url | first words of the body      then the warnings' places and codes
#include <chrono>

#include <fmt/format.h>

#include "article/read.h"
#include "calendar/date_range.h"
#include "catch.h"

using namespace fasti;

namespace {

std::string date_text(const Published& published) {
  if (!published.known()) return "-";
  const std::string first = earliest_text(published.range);
  return first == latest_text(published.range) ? first : first + ".." + latest_text(published.range);
}

std::string shown(const std::string& text) { return text.empty() ? "-" : text; }

std::string summary(const Article& a) {
  std::string text =
      fmt::format("{} | {} | {} | {} | {}", date_text(a.published), shown(a.source == a.id ? "" : a.source),
                  shown(a.title), shown(a.url), a.text.substr(a.body.begin, 12));
  for (const Diagnostic& d : a.diagnostics)
    text += fmt::format(" [{}:{} {}]", d.place.line, d.place.column, d.code);
  return text;
}

void check(const std::string& bytes, const std::string& expected) {
  INFO(bytes);
  CHECK(summary(article_from_text("stories/a.txt", bytes)) == expected);
}

}  // namespace

TEST_CASE("header lines state the date, the source, the title and the address", "[article]") {
  check("date 2021-09-29\nBody.", "2021-09-29 | - | - | - | Body.");
  check("date: 2021-09-29\nsource: Reuters\ntitle: Storm: the end\nurl: https://a.example/b?c=d\n\nBody.",
        "2021-09-29 | Reuters | Storm: the end | https://a.example/b?c=d | Body.");
  check("\n\n  Title : A storm \r\nDATE:2021-09-29\r\n\r\nBody.", "2021-09-29 | - | A storm | - | Body.");
  check(
      "\xEF\xBB\xBF"
      "date: 2021-09-29\nBody.",
      "2021-09-29 | - | - | - | Body.");
  check("Body only.\ndate: 2021-09-29", "- | - | - | - | Body only.\nd");
  check("date: 2021-09-29\n\nsource: the body", "2021-09-29 | - | - | - | source: the ");
}

TEST_CASE("the body may begin on the date's line", "[article]") {
  check(" date 2021-09-29 Anna Berg opened the door.", "2021-09-29 | - | - | - | Anna Berg op");
  check("source: Reuters\n date: 2021-09-29\u00A0 Anna Berg\nsource: x",
        "2021-09-29 | Reuters | - | - | Anna Berg\nso");
  check("date 2021-09-29 10:31 was the hour.", "2021-09-29 | - | - | - | 10:31 was th");
  const Article a = article_from_text("a.txt", "\n date 2021-09-29 Anna Berg");
  CHECK(a.published.reason == "header line 2: date 2021-09-29");
  CHECK(a.published.basis == Published::Basis::stated);
  CHECK(a.body == Span{18, 27});
}

TEST_CASE("a header's date is ISO 8601, to the year, month or day, with or without a time", "[article]") {
  check("date: 2021\nB", "2021-01-01..2021-12-31 | - | - | - | B");
  check("date: 2021-09\nB", "2021-09-01..2021-09-30 | - | - | - | B");
  for (const char* date : {"2021-09-29T10:31", "2021-09-29T10:31Z", "2021-09-29T10:31:05+01:00",
                           "2021-09-29T23:59:60.5-0500", "2021-09-29 10:31", "2021-09-29 10:31:00 +0000"}) {
    check(fmt::format("date: {}\nB", date), "2021-09-29 | - | - | - | B");
  }
}

TEST_CASE("what wants to be a header and is not well formed is told and stays in the body", "[article]") {
  check("date: 2021-02-30\nBody.", "- | - | - | - | date: 2021-0 [1:7 invalid-date]");
  check("date: yesterday\nBody.", "- | - | - | - | date: yester [1:7 invalid-date]");
  check("source: Reuters\n date 29.9.2021 Body.", "- | Reuters | - | - | date 29.9.20 [2:7 invalid-date]");
  for (const char* date :
       {"2021-13-01", "2021-09-291", "2021-9-29", "2021-09-29T25:00", "2021-09-29, Berlin", "2021 was hard",
        "2021-09-29x", "202109291", "-2021-09-29", "2021-09--1", "0000-00-00"}) {
    check(fmt::format("date: {}\nB", date), fmt::format("- | - | - | - | {} [1:7 invalid-date]",
                                                        fmt::format("date: {}\nB", date).substr(0, 12)));
  }
  check("url: javascript:alert(1)\nB", "- | - | - | - | url: javascr [1:6 invalid-url]");
  check("url: http://\nB", "- | - | - | - | url: http:// [1:6 invalid-url]");
  check("url: https://a b\nB", "- | - | - | - | url: https:/ [1:6 invalid-url]");
  check("title:\nB", "- | - | - | - | title:\nB [1:7 empty-header]");
  check("date: 2021-09-29\ndate: 2021-09-30\nB",
        "2021-09-29 | - | - | - | date: 2021-0 [2:7 repeated-header]");
  // The values of later lines still count, though they stand in the body then.
  check("date: soon\nsource: Reuters\nB", "- | Reuters | - | - | date: soon\ns [1:7 invalid-date]");
}

TEST_CASE("a date in a header warns where it lies far ahead", "[article]") {
  check("date: 9998-01-01\nB", "9998-01-01 | - | - | - | B [1:7 future-date]");
  check("date: 0079-08-24\nB", "0079-08-24 | - | - | - | B");
}

TEST_CASE("prose that only resembles a header is body", "[article]") {
  check("dates 2021-09-29\nB", "- | - | - | - | dates 2021-0");
  check("date night was fun", "- | - | - | - | date night w");
  check("source Reuters", "- | - | - | - | source Reute");
  check("2021-09-29\nA dated line heads what follows.", "- | - | - | - | 2021-09-29\nA");
  check("Dateline: Berlin", "- | - | - | - | Dateline: Be");
}

TEST_CASE("front matter is read line by line", "[article]") {
  check(
      "---\ndate: 2021-09-29\nsource: \"The \\\"Post\\\"\"\ntitle: 'It''s over' # mine\nurl: "
      "https://a.example/#b\n---\nBody.",
      "2021-09-29 | The \"Post\" | It's over | https://a.example/#b | Body.");
  check("---\n# mine\n\npublished: 2021-09-29T10:00Z\r\n...\nBody.", "2021-09-29 | - | - | - | Body.");
  check("---\ntitle: A storm\n---\ndate: 2021-09-29\nBody.", "2021-09-29 | - | A storm | - | Body.");
  CHECK(article_from_text("a.txt", "---\ndate: 2021-09-29\n---\nB").published.reason ==
        "front matter line 2: date: 2021-09-29");
}

TEST_CASE("front matter tells what it does not understand, and is never body", "[article]") {
  check("---\nauthor: A\ntags: [a, b]\nlist:\n  - a\n- b\ndate: 2021-09-29\n---\nB",
        "2021-09-29 | - | - | - | B [1:1 front-matter-ignored]");
  check("---\ntitle: |\n  A storm\n---\nB", "- | - | - | - | B [2:8 front-matter] [3:1 front-matter]");
  check("---\ntitle: *a\nsource: \"open\nurl: &x [*x]\n---\nB",
        "- | - | - | - | B [2:8 front-matter] [3:9 front-matter] [4:6 front-matter]");
  check("---\ndate: 2021-02-30\nwhat is this\n---\nB",
        "- | - | - | - | B [2:7 invalid-date] [3:1 front-matter]");
  check("---\ndate: 2021-09-29 today\n---\nB", "- | - | - | - | B [2:7 invalid-date]");
}

TEST_CASE("a rule of dashes is no front matter", "[article]") {
  check("---\nOnly prose here.\n---\nB", "- | - | - | - | ---\nOnly pro");
  check("---\ndate: 2021-09-29\nB", "- | - | - | - | ---\ndate: 20 [1:1 front-matter]");
}

TEST_CASE("endless headers are read in no time", "[article][hostile]") {
  std::string lines = "---\nkey: x\n";
  while (lines.size() < 2'000'000) lines += "what is this\n";
  CHECK(article_from_text("a.txt", lines + "---\nB").diagnostics.size() == 1);
  std::string repeated;
  while (repeated.size() < 2'000'000) repeated += "title: x\n";
  CHECK(article_from_text("a.txt", repeated).diagnostics.size() < 20);
  std::string blank(2'000'000, '\n');
  CHECK(article_from_text("a.txt", blank + "B").body.begin == 2'000'000);
}
