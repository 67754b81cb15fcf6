// What stays true for any text: samples, and seeded mixes of words, dates and marks.
#include <filesystem>
#include <random>

#include "article/read.h"
#include "base/utf8.h"
#include "claim/english.h"
#include "claim/label.h"
#include "timeline/build.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

const std::vector<std::string> words{"Ned",
                                     "Orr",
                                     "Ann Fell",
                                     "Mr",
                                     "Mrs Fell",
                                     "he",
                                     "she",
                                     "it",
                                     "who",
                                     "which",
                                     "that",
                                     "and",
                                     "but",
                                     "when",
                                     "after",
                                     "since",
                                     "the",
                                     "a",
                                     "of",
                                     "in",
                                     "on",
                                     "was",
                                     "has been",
                                     "will",
                                     "may",
                                     "not",
                                     "died",
                                     "sank",
                                     "resigned",
                                     "announced",
                                     "said",
                                     "shared a",
                                     "post",
                                     "born",
                                     "crash",
                                     "death",
                                     "mill",
                                     "ferry",
                                     "open",
                                     "singing",
                                     "May 3",
                                     "2019",
                                     "last week",
                                     "June 9, 2020",
                                     "a year later",
                                     "Thanksgiving",
                                     "ago",
                                     "Sunday",
                                     "12-6",
                                     "$2.3",
                                     ",",
                                     ".",
                                     ". ",
                                     ";",
                                     ":",
                                     "(",
                                     ")",
                                     "\"",
                                     "“",
                                     "”",
                                     "—",
                                     "-",
                                     "'s",
                                     "'",
                                     "\n\n",
                                     "\n",
                                     "!",
                                     "J.",
                                     "é",
                                     "\u0301",
                                     "王",
                                     "\xff",
                                     "\xc3",
                                     "\t",
                                     "O'Neil",
                                     "de la",
                                     "🎺",
                                     "\u200b",
                                     "I"};

std::string soup(std::mt19937& random, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += words[random() % words.size()];
    if (random() % 8 != 0) text += ' ';
  }
  return repair_utf8(text).text;
}

std::string last_word(const std::string& label) { return label.substr(label.find_last_of(' ') + 1); }

bool ends_within_word(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (end == text.size() || !std::isalpha(static_cast<unsigned char>(text[end]))) return false;
  }
  return text.find(word) != std::string::npos;
}

// Whole words, and no more of them than fit.
void check_label(const Claim& claim, const std::string& text) {
  CHECK_FALSE(ends_within_word(text, last_word(claim.label)));
  CHECK(is_valid_utf8(claim.label));
  CHECK_FALSE(claim.label.empty());
  CHECK(claim.label.size() <= longest_label);
}

void check_claims(const Document& document) {
  const Claims claims = find_claims(document, english());
  for (const auto* list : {&claims.dated, &claims.undated, &claims.background})
    for (const Claim& claim : *list) {
      CAPTURE(claim.quote, claim.label);
      REQUIRE(claim.span.begin < claim.span.end);
      REQUIRE(claim.span.end <= document.article.text.size());
      CHECK(claim.quote == document.article.text.substr(claim.span.begin, claim.span.size()));
      CHECK(is_valid_utf8(claim.quote));
      CHECK(claim.mention.span.begin < claim.mention.span.end);
      CHECK_FALSE(claim.mention.kinds.empty());
      check_label(claim, document.article.text);
    }
  for (const Claim& claim : claims.dated) CHECK((claim.range && claim.timex));
  for (const Claim& claim : claims.undated) CHECK_FALSE(claim.range);
}

void check_clauses(const Document& document) {
  const auto clauses = find_clauses(word_view_of(document, english()));
  std::uint32_t next = 0;
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    CHECK(clauses[c].tokens.begin == next);
    CHECK(clauses[c].tokens.size() > 0);
    CHECK((clauses[c].parent == Clause::no_parent || clauses[c].parent < c));
    next = clauses[c].tokens.end;
  }
  CHECK(next == document.segmented.tokens.size());
}

}  // namespace

TEST_CASE("claims of the samples are true to their text", "[claim]") {
  for (const char* sample : {"bandleader", "ferry"}) {
    auto read = read_articles({std::string(FASTI_SOURCE_DIR "/samples/") + sample});
    REQUIRE(read.articles.size() == 5);
    for (const Document& document :
         date_articles(std::move(read.articles), english(), english().profiles.at("news"))) {
      check_claims(document);
      check_clauses(document);
      for (const Claim& claim : find_claims(document, english()).dated) {
        CAPTURE(claim.label);
        CHECK_FALSE(english().is_in("article", folded(last_word(claim.label))));
        CHECK_FALSE(english().is_in("coordinator", folded(last_word(claim.label))));
      }
    }
  }
}

TEST_CASE("claims of any text are true to it", "[claim]") {
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    const std::string text = soup(random, 1 + random() % 120);
    CAPTURE(i, text);
    const Document document = document_of({text});
    check_claims(document);
    check_clauses(document);
  }
}
