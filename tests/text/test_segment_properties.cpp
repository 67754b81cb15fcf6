// What holds of every segmentation, whatever the bytes: tried on hostile corpora and on texts made of signs
// that break things.
#include <random>

#include "catch.h"
#include "shared_data.h"
#include "text/characters.h"
#include "text/segment.h"

using namespace fasti;

namespace {

const Orthography english{{"sept", "mr", "u.s"}, {"the"}};

bool is_seen(std::string_view text, std::size_t at) { return !is_void(kind_of(decode(text, at).value)); }

// Offsets of seen characters between two offsets: must be none between tokens.
bool has_seen(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; at += decode(text, at).length) {
    if (is_seen(text, at)) return true;
  }
  return false;
}

bool has_blank(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; at += decode(text, at).length) {
    if (kind_of(decode(text, at).value) != CharacterKind::invisible) return true;
  }
  return false;
}

// The first broken property in words, or "".
std::string broken_tokens(std::string_view text, const Segmented& s) {
  std::size_t end = 0;
  for (const Token& token : s.tokens) {
    if (token.span.empty() || token.span.begin < end || token.span.end > text.size())
      return "tokens do not ascend";
    if (has_seen(text, end, token.span.begin)) return "a visible byte is in no token";
    if (!is_seen(text, token.span.begin)) return "a token begins invisibly";
    const bool first = &token == s.tokens.data();
    if (!first && (token.gap != Gap::none) != has_blank(text, end, token.span.begin)) return "a gap lies";
    end = token.span.end;
  }
  return has_seen(text, end, text.size()) ? "a visible byte at the end is in no token" : "";
}

// Ranges must follow each other without hole and cover [0, count).
std::string broken_ranges(const auto& items, auto range_of, std::size_t count, const Segmented& s) {
  std::uint32_t next = 0;
  for (const auto& item : items) {
    const TokenRange range = range_of(item);
    if (range.begin != next || range.end <= range.begin) return "ranges have a hole or are empty";
    next = range.end;
    const TokenRange tokens = item.tokens;
    if (item.span != Span{s.tokens[tokens.begin].span.begin, s.tokens[tokens.end - 1].span.end})
      return "span differs";
  }
  return next == count ? "" : "ranges do not cover everything";
}

std::string broken(std::string_view text, const Segmented& s) {
  std::string wrong = broken_tokens(text, s);
  const auto tokens_of = [](const auto& item) { return item.tokens; };
  if (wrong.empty()) wrong = broken_ranges(s.sentences, tokens_of, s.tokens.size(), s);
  if (wrong.empty()) wrong = broken_ranges(s.blocks, tokens_of, s.tokens.size(), s);
  const auto sentences_of = [](const Block& block) { return block.sentences; };
  if (wrong.empty()) wrong = broken_ranges(s.blocks, sentences_of, s.sentences.size(), s);
  for (const Sentence& one : s.sentences) {
    if (!contains(s.blocks.at(one.block).span, one.span)) return "a sentence leaves its block";
  }
  for (const Quotation& one : s.quotations) {
    if (one.tokens.size() < 1 || one.tokens.end > s.tokens.size()) return "a quotation has no tokens";
  }
  return wrong;
}

std::string check_properties(std::string_view text) {
  return broken(text, segment(text, {0, text.size()}, english));
}

}  // namespace

TEST_CASE("segments of hostile files keep every visible byte", "[text][hostile]") {
  for (const char* name : {"utf8/utf8tests.bin", "utf8/utf8tests.txt", "naughty-strings/blns.txt"}) {
    const auto text = test::shared_file(std::string("corpora/hostile/") + name);
    if (!text) return;
    INFO(name);
    CHECK(check_properties(*text) == "");
  }
}

TEST_CASE("segments of random signs keep every visible byte", "[text][hostile]") {
  const std::vector<std::string> pieces = {
      "a",      "B",   "is",  ".",  "...",    "!",    "?",      "“",    "”",  "\"",      "'",      "‘",
      "’",      "«",   "»",   "„",  " ",      "\n",   "\n\n",   "\r\n", "\t", "\u00A0",  "\u200B", "\u00AD",
      "\u0308", "é",   "Ж",   "日", "1",      "2020", "\xFF",   "\xE2", "[",  "]",       "(",      ")",
      "U.S.",   "the", "The", "-",  "\u2028", "😀",    "\u3164", "Mr",   "。", "\xF0\x9F"};
  std::mt19937 random(20200928);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t length = random() % 60; length > 0; --length) text += pieces[random() % pieces.size()];
    const std::string wrong = check_properties(text);
    if (!wrong.empty()) FAIL(wrong << " in: " << text);
  }
  SUCCEED();
}

// Each would take minutes if some loop looked back or ahead over all of it for each token.
TEST_CASE("long runs of signs are read in linear time", "[text][hostile]") {
  for (const std::string piece : {".", "“", "‘a ", "\"", "a.", ". * ", "\u200B", "a\u00AD", "U.S. “ ", "a\n",
                                  "\u0308", "'", "[1]", ". ”", "a’"}) {
    std::string text;
    while (text.size() < 400'000) text += piece;
    INFO(piece);
    CHECK(check_properties(text) == "");
  }
}
