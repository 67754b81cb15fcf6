#include "article/article_line.h"

#include <fstream>

#include <simdjson.h>

#include "article/read.h"
#include "base/atomic_file.h"
#include "calendar/edtf.h"
#include "catch.h"
#include "scratch_folder.h"

using namespace fasti;
using namespace std::string_literals;
using test::ScratchFolder;

namespace {

ArticleLine read_line(const std::string& line) {
  LineParser parser;
  const simdjson::padded_string padded(line);
  return read_article_line(parser, "docs.jsonl", {std::string_view(padded), 12, true});
}

// "id | published | source | title | url | text", then the codes of what was odd; or "line:column code:
// message".
std::string summary(const ArticleLine& read) {
  if (read.failed) {
    const Diagnostic& d = *read.failed;
    CHECK(d.severity == Severity::error);
    CHECK(d.place.path == "docs.jsonl");
    return std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code + ": " +
           d.message;
  }
  const Article& a = *read.article;
  CHECK(a.body == Span{0, a.text.size()});
  CHECK(a.path == "docs.jsonl:12");
  std::string text = a.id + " | " + (a.published.known() ? to_edtf(a.published.range) : "") + " | " +
                     a.source + " | " + a.title + " | " + a.url + " | " + a.text;
  for (const Diagnostic& d : a.diagnostics)
    text += "\n" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code;
  return text;
}

void check(const std::string& line, const std::string& expected) {
  INFO(line);
  CHECK(summary(read_line(line)) == expected);
}

std::string summary(const Reading& reading) {
  std::string text;
  for (const Article& article : reading.articles) text += article.id + " ";
  text += "|";
  for (const Diagnostic& d : reading.failed) text += " " + std::to_string(d.place.line) + d.code;
  return text;
}

Reading reading_of(const ScratchFolder& folder,
                   const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<std::string> paths;
  for (const auto& [name, bytes] : files) {
    write_file(folder / name, bytes);
    paths.push_back((folder / name).string());
  }
  return read_articles(paths);
}

void check_file(const std::string& name, const std::string& bytes, const std::string& expected) {
  const ScratchFolder folder;
  INFO(bytes);
  CHECK(summary(reading_of(folder, {{name, bytes}})) == expected);
}

}  // namespace

TEST_CASE("a line is an article", "[article][jsonl]") {
  check(R"({"text": "Words."})", " |  |  |  |  | Words.");
  check(
      R"({"id": "c/1", "published": "2021-09-29", "source": "S", "title": "T", "url": "https://a.org/", "text": "W"})",
      "c/1 | 2021-09-29 | S | T | https://a.org/ | W");
  check(R"({"id": 12.50, "more": [{"text": 1}, null], "text": "W"})", "12.5 |  |  |  |  | W");
  check(R"({"id": 12, "text": "W"})", "12 |  |  |  |  | W");
  check(R"({"id": null, "published": "", "source": null, "title": "", "text": "W"})", " |  |  |  |  | W");
  check(R"({"te\u0078t": "W"})", " |  |  |  |  | W");
}

TEST_CASE("dates of publication are those of header lines", "[article][jsonl]") {
  const auto published = [](const std::string& date) {
    const ArticleLine read = read_line(R"({"text": "W", "published": ")" + date + "\"}");
    return to_edtf(read.article->published.range) + " " + read.article->published.reason;
  };
  CHECK(published("2021-09") == "2021-09 line 12: published 2021-09");
  CHECK(published("2021") == "2021 line 12: published 2021");
  CHECK(published(" 2021-09-29T23:31:05+02:00 ") ==
        "2021-09-29 line 12: published 2021-09-29T23:31:05+02:00");
  check(R"({"published": "Sept. 29", "text": "W"})", " |  |  |  |  | W\n12:15 invalid-date");
  check(R"({"published": "2021-02-29", "text": "W"})", " |  |  |  |  | W\n12:15 invalid-date");
  check(R"({"published": "2021-09-29 and more", "text": "W"})", " |  |  |  |  | W\n12:15 invalid-date");
  check(R"({"text": "W", "published": "9021-09-29"})", " | 9021-09-29 |  |  |  | W\n12:28 future-date");
}

TEST_CASE("all of the text is the body, byte for byte", "[article][jsonl]") {
  check(R"({"text": "date 2021-09-29\nsource: x\n\nW"})", " |  |  |  |  | date 2021-09-29\nsource: x\n\nW");
  check(R"({"text": "---\ndate: 2021-09-29\n---\n# W"})", " |  |  |  |  | ---\ndate: 2021-09-29\n---\n# W");
  check(R"({"text": " \r\n\ufeff\"\\\/\b\t\u00e9\ud83d\ude00 "})",
        " |  |  |  |  |  \r\n\xEF\xBB\xBF\"\\/\b\té\xF0\x9F\x98\x80 ");
  check(R"({"text": "a\u0000b"})", " |  |  |  |  | a\0b"s);
}

TEST_CASE("a bad line is told with its place and cause", "[article][jsonl]") {
  check(R"({"text": "é" "id": 1})",
        "12:17 broken-json: this line is no JSON: unexpected string literal; expected '}'");
  check(R"({"text": "a)", "12:12 broken-json: this line is no JSON: invalid string: missing closing quote");
  check(R"({"text": "a"} {"text": "b"})",
        "12:15 broken-json: this line is no JSON: unexpected '{'; expected end of input");
  check(R"({"id": "a"})", "12:1 no-text: this article has no \"text\"");
  check("{}", "12:1 no-text: this article has no \"text\"");
  check(R"({"id": "a", "text": null})", "12:21 empty-text: the text of this article is empty");
  check(R"({"id": "a", "text": " \n\u00a0"})", "12:21 empty-text: the text of this article is empty");
  check(R"({"id": "é", "text": ["a"]})", "12:21 wrong-type: the value of \"text\" must be a string");
  check(R"({"id": true, "text": "a"})", "12:8 wrong-type: the value of \"id\" must be a string or a number");
  check(R"({"published": 20210929, "text": "a"})",
        "12:15 wrong-type: the value of \"published\" must be a string");
  check(R"( ["a"])", "12:2 broken-json: this line is no JSON object");
  check(R"("text")", "12:1 broken-json: this line is no JSON object");
  check(R"({"kind": "timex", "doc": "a", "text": "May 2020"})",
        "12:1 not-an-article: this is a line that fasti extract printed, no article");
}

TEST_CASE("odd lines are read, with a warning", "[article][jsonl]") {
  check(R"({"text": "a", "text": "b", "url": "ftp://x"})",
        " |  |  |  |  | a\n12:35 invalid-url\n12:23 repeated-header");
  check("{\"text\": \"caf\xE9\"}", " |  |  |  |  | caf?\n12:14 invalid-utf8");
}

TEST_CASE("whatever a line holds, the text is UTF-8 or the line is refused", "[article][jsonl][hostile]") {
  for (const char* text :
       {R"(\ud800)", R"(\udc00)", R"(\ud800\u0041)", R"(\ud800\ud800)", R"(\uD83D\uDE0)", R"(\ud800\\u0041)",
        R"(\u00)", R"(\x41)", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\x80"}) {
    INFO(text);
    const ArticleLine read =
        read_line(R"({"id": ")"s + text + R"(", "title": ")" + text + R"(", "text": "a)" + text + "\"}");
    CHECK(read.article.has_value() != read.failed.has_value());
    if (read.article)
      CHECK(simdjson::validate_utf8(read.article->text + read.article->id + read.article->title));
  }
  const std::string deep(100'000, '[');
  CHECK(read_line("{\"text\": \"a\", \"x\": " + deep).failed->code == "broken-json");
  CHECK(read_line("{\"text\": \"a\", \"x\": " + deep + std::string(deep.size(), ']') + "}").failed->code ==
        "broken-json");
}

TEST_CASE("a file of lines is read, the bad ones left", "[article][jsonl]") {
  const std::string a = R"({"id": "a", "text": "A."})";
  const std::string b = R"({"id": "b", "text": "B."})";
  check_file("docs.jsonl", a + "\n" + b, "a b |");
  check_file("docs.NDJSON", "\xEF\xBB\xBF" + a + "\r\n\r\n  \n" + b + "\r\n", "a b |");
  check_file("docs.jsonl", a + "\n{\n" + b + "\n{\"id\": 1}\n", "a b | 2broken-json 4no-text");
  check_file("docs.jsonl", "{\"text\": \"A.\"}\n\n{\"text\": \"B.\"}", "docs-1 docs-3 |");
  check_file("docs.jsonl", "", "| 0empty-file");
  check_file("docs.jsonl", " \n\n", "| 0empty-file");
  check_file("docs.jsonl", "\xFF\xFE{\0"s, "| 0not-utf8");
  check_file("docs.jsonl", "\x1F\x8B\x08", "| 0broken-archive");
  const std::string printed = R"({"kind": "timex", "doc": "a", "text": "May"})";
  check_file("found.jsonl", printed + "\n" + printed + "\n", "| 1not-an-article");
  check_file("docs.jsonl", a + "\n" + printed + "\n" + b, "a b | 2not-an-article");
}

TEST_CASE("lines are known by the first one where the name does not tell", "[article][jsonl]") {
  const std::string a = R"({"id": "a", "text": "A."})";
  check_file("docs.json", a + "\n" + a, "a a-2 |");
  check_file("docs", "\xEF\xBB\xBF\n \n" + a, "a |");
  check_file("docs.txt", "{braces} are text\n" + a, "docs |");
  check_file("docs.txt", R"({"id": "a"})", "docs |");
  check_file("docs.txt", "[" + a + "]", "a |");
}

TEST_CASE("ids that clash are told apart, whatever the order", "[article][jsonl]") {
  const ScratchFolder folder;
  const auto line = [](const std::string& id) { return R"({"id": ")" + id + R"(", "text": "A."})" + "\n"; };
  Reading reading = reading_of(folder, {{"z.jsonl", line("a") + line("b") + line("b-2")},
                                        {"b.txt", "Text."},
                                        {"y.jsonl", line("a") + line("b") + line("b")}});
  CHECK(summary(reading) == "a a-2 b b-2 b-2-2 b-3 b-4 |");
  CHECK(reading.articles[0].path.ends_with("y.jsonl:1"));
  CHECK(reading.articles[0].diagnostics.empty());
  CHECK(reading.articles[1].path.ends_with("z.jsonl:1"));
  REQUIRE(reading.articles[1].diagnostics.size() == 1);
  CHECK(reading.articles[1].diagnostics[0].severity == Severity::note);
  CHECK(reading.articles[1].diagnostics[0].doc == "a-2");
  CHECK(reading.articles[1].diagnostics[0].message ==
        "the id \"a\" is another article's, so this one is called \"a-2\"");
  CHECK(reading.articles[2].path.ends_with("b.txt"));
  CHECK(reading.articles[1].source == "a-2");
}

TEST_CASE("many lines of one id take no more time than others", "[article][jsonl]") {
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += R"({"id": "a", "text": "A."})"
             "\n";
  const ScratchFolder folder;
  const Reading reading = reading_of(folder, {{"docs.jsonl", lines}});
  CHECK(reading.articles.size() == 20'000);
}

TEST_CASE("lines cross the pieces in which a file is read", "[article][jsonl]") {
  for (const std::size_t size : {262'100, 262'144, 262'150, 600'000}) {
    std::string lines;
    for (int i = 0; i < 5; ++i)
      lines += R"({"id": ")" + std::to_string(i) + R"(", "text": ")" + std::string(size, 'a') + "\"}\n";
    const ScratchFolder folder;
    const Reading reading = reading_of(folder, {{"docs.jsonl", lines}});
    CHECK(summary(reading) == "0 1 2 3 4 |");
    for (const Article& article : reading.articles) CHECK(article.text == std::string(size, 'a'));
  }
}

TEST_CASE("a line without end is passed over, not kept", "[article][jsonl]") {
  const ScratchFolder folder;
  std::ofstream file(folder / "docs.jsonl");
  file << R"({"id": "a", "text": "A."})"
       << "\n{\"text\": \"";
  file.seekp(static_cast<std::streamoff>(2 * ReadLimits().file + 1'000'000),
             std::ios::cur);  // a hole: takes no room
  file << "\"}\n"
       << R"({"id": "b", "text": "B."})"
       << "\n";
  file.close();
  const Reading reading = read_articles({(folder / "docs.jsonl").string()});
  CHECK(summary(reading) == "a b | 2line-too-long");
}
