// Files as other programs write them (files/README.md), read whole.
#include <fstream>

#include <fmt/format.h>

#include "article/read.h"
#include "base/atomic_file.h"
#include "calendar/edtf.h"
#include "catch.h"
#include "scratch_folder.h"

using namespace fasti;
using namespace std::string_literals;
using test::ScratchFolder;

namespace {

std::string file_named(const std::string& name) {
  return std::string(FASTI_SOURCE_DIR) + "/tests/article/files/" + name;
}

Reading reading_of(const std::string& name) {
  Reading reading = read_articles({file_named(name)});
  for (const Diagnostic& d : reading.failed) FAIL_CHECK(to_string(d));
  return reading;
}

Article only_article(const std::string& name) {
  Reading reading = reading_of(name);
  REQUIRE(reading.articles.size() == 1);
  return std::move(reading.articles.front());
}

// "id | source | title | published, basis"
std::string facts(const Article& article) {
  const std::string date = article.published.known() ? to_edtf(article.published.range) : "-";
  return fmt::format("{} | {} | {} | {} {}", article.id, article.source, article.title, date,
                     to_string(article.published.basis));
}

std::string body(const Article& article) {
  return article.text.substr(article.body.begin, article.body.size());
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("an e-mail's plain text is read, what it quotes too, attachments are not", "[article]") {
  const Article mail = only_article("wren.eml");
  CHECK(facts(mail) ==
        "wren | Kaj Lindqvist, Tolbury Gazette | Re: The ferry Wren – »ein Schiff« | 2020-09-30 metadata");
  CHECK(body(mail) ==
        "The Wren sank the day before yesterday – Jörg saw it.\n\n"
        "On Tuesday, Ann Berg wrote:\n> The inquiry begins on 5 October 2020.\n");
}

TEST_CASE("an e-mail in another charset becomes UTF-8", "[article]") {
  const Article mail = only_article("latin.eml");
  CHECK(facts(mail) == "latin | desk@example.org | Fähre | 2020-10-01 metadata");
  CHECK(body(mail) == "Die Fähre „Wren“ sank vorgestern – für 3 €.\n");
}

TEST_CASE("an e-mail from a mail program is read", "[article]") {
  const Article mail = only_article("snail.eml");
  CHECK(mail.source == "Kaj Lind");
  CHECK(mail.title == "The Wren – raised");
  CHECK(mail.published.basis == Published::Basis::metadata);
  CHECK(body(mail).starts_with("The Wren was raised yesterday.\n"));
}

TEST_CASE("an e-mail of HTML alone is read as a page", "[article]") {
  const ScratchFolder folder;
  write_file(
      folder / "a.eml",
      "From: a@example.org\r\nSubject: Bell\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
      "<html><body><p>The bell was rung on 12 June 2022, to the delight of all.</p></body></html>\r\n");
  const Reading reading = read_articles({(folder / "a.eml").string()});
  REQUIRE(reading.articles.size() == 1);
  CHECK(body(reading.articles[0]) == "The bell was rung on 12 June 2022, to the delight of all.");
}

TEST_CASE("header lines of our own are no e-mail", "[article]") {
  const Article text = article_from_text("a.txt", "date: 2021-09-29\nsource: From here\n\nWords.");
  CHECK(text.published.basis == Published::Basis::stated);
}

TEST_CASE("documents of word processors are read paragraph by paragraph", "[article]") {
  for (const std::string name : {"wren.docx", "wren.odt"}) {
    const Article document = only_article(name);
    CHECK(document.title == "The ferry Wren sinks off Tolbury");
    CHECK(document.source == "Ann Berg");
    const std::string text = body(document);
    INFO(text);
    CHECK(count(text, "The ferry Wren sank off Tolbury on 28 September 2020, and all") == 1);
    CHECK(count(text, "\n\nThe vessel had been built in 1911.") == 1);
    CHECK(count(text, "the money – “not a penny”, as the mayor put it.\n\nWhat comes next\n\n") == 1);
    CHECK(count(text, "\n\nThe wreck will be raised in spring.\n\n") == 1);
    CHECK(count(text, "3 May 2019\n\nThe Wren is sold") == 1);  // cells of a table
  }
}

TEST_CASE("a PDF's lines become paragraphs", "[article]") {
  const Article pdf = only_article("wren.pdf");
  CHECK(pdf.title == "The ferry Wren sinks off Tolbury");
  CHECK(pdf.published.basis == Published::Basis::metadata);
  const std::string text = body(pdf);
  INFO(text);
  CHECK(count(text,
              "\n\nThe ferry Wren sank off Tolbury on 28 September 2020, and all of the people who were on "
              "board were taken to the harbour by the lifeboats of the town, the harbour master said on "
              "Tuesday.\n\nThe vessel had been built in 1911.") == 1);
  CHECK(count(text, "\n\nWhat comes next\n\n") == 1);
}

TEST_CASE("of a crawl the pages and texts are read, with address and day of fetching", "[article]") {
  const Reading reading = reading_of("wren.warc.gz");
  REQUIRE(reading.articles.size() == 3);
  std::string urls;
  for (const Article& article : reading.articles) {
    urls += article.url.substr(article.url.rfind('/')) + " ";
    CHECK(std::any_of(article.dates.begin(), article.dates.end(), [](const DateStatement& date) {
      return date.what == DateStatement::What::fetched && to_edtf(date.range) == "2026-11-30";
    }));
    CHECK(article.source != article.id);
  }
  CHECK(urls == "/index.html /old.html /bell.txt ");
  CHECK(count(reading.articles[0].text, "<") == 0);
  CHECK(count(reading.articles[0].text, "The ferry Wren sank off Tolbury on 28 September 2020") == 1);
  CHECK(body(reading.articles[2]) == "The bell of the Wren was rung on 12 June 2022.\n");
  CHECK(reading.articles[2].path == file_named("wren.warc.gz") + "#7");
  CHECK_FALSE(reading.articles[2].published.known());  // to be fetched is not to be published
}

TEST_CASE("any format may come in any ending, and on standard input", "[article]") {
  const ScratchFolder folder;
  const std::string path = (folder / "story.txt").string();
  write_file(path, read_file(file_named("wren.docx")));
  const Reading reading = read_articles({path});
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].source == "Ann Berg");
}
