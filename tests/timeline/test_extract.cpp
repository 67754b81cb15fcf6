// What extract prints is what the stages find one after the other over the whole text, however it takes its
// ways.
#include "timeline/extract.h"

#include <random>

#include "article/read.h"
#include "catch.h"
#include "claim/english.h"
#include "claim/find_claims.h"
#include "text/parts.h"
#include "timeline/build.h"

using namespace fasti;
using fasti::test::english;

namespace {

const Profile& news() { return english().profiles.at("news"); }

std::string extracted(const std::string& text, LineKinds kinds = {}) {
  std::string lines;
  extract({article_from_text("a.txt", text)}, {english(), news(), std::nullopt, kinds},
          [&](std::string_view one) { lines += one; });
  return lines;
}

std::string by_stages(const std::string& text, LineKinds kinds = {}) {
  const auto documents = date_articles({article_from_text("a.txt", text)}, english(), news());
  return extract_lines(documents.front(), find_claims(documents.front(), english()).dated, kinds);
}

const char* const pieces[] = {
    "On",   "the",  "May",    "may",  "3",      "27",  "2020",      "first", "of",  "last",      "year",
    "week", ",",    ".",      "\n\n", "\n",     "“",   "”",         "Ned",   "Orr", "died",      "he",
    "said", "that", "it",     "two",  "days",   "ago", "1990s",     "Sept.", "-",   "sank",      "é",
    "and",  "left", "Sunday", "in",   "autumn", "'s",  "announced", "quay",  "’s",  "2020-05-03"};

std::string random_text(std::mt19937& random, std::size_t words) {
  std::string text = random() % 2 == 0 ? "date 2021-09-29\n\nIt was so. " : "It was so. ";
  for (std::size_t i = 0; i < words; ++i) {
    text += pieces[random() % std::size(pieces)];
    if (random() % 6 != 0) text += ' ';
  }
  return text;
}

}  // namespace

TEST_CASE("extract finds what the stages find", "[extract]") {
  std::mt19937 random(7);
  for (int round = 0; round < 150; ++round) {
    const std::string text = random_text(random, 20 + random() % 200);
    INFO(text);
    CHECK(extracted(text) == by_stages(text));
    CHECK(extracted(text, {true, false, false}) == by_stages(text, {true, false, false}));
  }
}

TEST_CASE("A date among much text without one is found, and the rest is left alone", "[extract]") {
  std::string text = "date 2021-09-29\n\n";
  for (int i = 0; i < 200; ++i) text += "The owner painted the quay, and nobody seemed surprised.\n\n";
  text += "Ned Orr died on May 3, 2020.\n\n";
  for (int i = 0; i < 200; ++i) text += "The owner painted the quay, and nobody seemed surprised.\n\n";
  CHECK(extracted(text) == by_stages(text));
  CHECK_FALSE(extracted(text).empty());
}

TEST_CASE("Parts hold every byte, end between characters and are not too long", "[extract]") {
  const auto check = [](const std::string& text) {
    std::size_t next = 0;
    for (const Span part : parts_of(text, {0, text.size()})) {
      CHECK(part.begin == next);
      CHECK(part.size() <= longest_part);
      CHECK((part.end == text.size() || (static_cast<unsigned char>(text[part.end]) & 0xC0U) != 0x80U));
      next = part.end;
    }
    CHECK(next == text.size());
  };
  std::string euros, lines, words(3 * longest_part, 'x');
  while (euros.size() < 2 * longest_part) euros += "€";
  while (lines.size() < 2 * longest_part) lines += "It was so.\n\n";
  check(euros), check(lines), check(words), check(""), check("x");
}

TEST_CASE("A date in a late part is found at its place in the file", "[extract]") {
  std::string text = "date 2021-09-29\n\n";
  while (text.size() < 2 * longest_part)
    text += "The owner painted the quay, and nobody seemed surprised.\n\n";
  const std::size_t at = text.size() + 3;
  text += "On May 3, 2020 it ended.\n";
  CHECK(extracted(text).find("\"begin\":" + std::to_string(at)) != std::string::npos);
}
