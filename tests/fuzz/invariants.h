// What must hold of every output, whatever went in. A broken promise is told and ends the program, so that a
// fuzzer keeps the input, and so does a replay of old findings.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.h"
#include "timex/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fasti::fuzz {

inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  require(file.is_open(), "the file is there");
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void check_range(const DateRange& range) {
  require(range.open_start || range.open_end || range.earliest <= range.latest, "a range is ordered");
}

inline void check_span(const Span& span, std::size_t& reached, std::string_view text) {
  require(span.begin < span.end && span.end <= text.size(), "a span lies in the text and is not empty");
  require(span.begin >= reached, "spans ascend and do not overlap");
  reached = span.end;
}

inline void check_segmented(const Segmented& segmented, std::string_view text) {
  std::size_t reached = 0;
  for (const Token& token : segmented.tokens) check_span(token.span, reached, text);
  std::uint32_t next = 0;
  for (const Sentence& sentence : segmented.sentences) {
    require(sentence.tokens.begin == next && sentence.tokens.end > next, "sentences follow each other");
    require(sentence.block < segmented.blocks.size(), "a sentence is in a block");
    next = sentence.tokens.end;
  }
  require(next == segmented.tokens.size(), "every token is in a sentence");
}

// The automaton that is fast finds what the plain one finds.
inline void check_hits(const Program& program, const Segmented& segmented, std::string_view text) {
  const auto same = [](const TokenRange& a, const TokenRange& b) {
    return a.begin == b.begin && a.end == b.end;
  };
  const Symbols symbols = program.symbols_of(text, segmented.tokens);
  for (std::uint32_t t = 0; t < segmented.tokens.size(); ++t) {
    const std::vector<Hit> fast = program.hits_at(symbols, t);
    const std::vector<Hit> plain = program.hits_by_plain_run(symbols, t);
    require(std::equal(fast.begin(), fast.end(), plain.begin(), plain.end(),
                       [&](const Hit& a, const Hit& b) {
                         return a.pattern == b.pattern && same(a.tokens, b.tokens) &&
                                std::equal(a.captures.begin(), a.captures.end(), b.captures.begin(), same);
                       }),
            "both automata find the same");
  }
}

inline void check_partials(const std::vector<PartialTimex>& partials, std::string_view text) {
  std::size_t reached = 0;
  for (const PartialTimex& partial : partials) check_span(partial.span, reached, text);
}

inline void check_timexes(const Document& document) {
  const std::string& text = document.article.text;
  std::size_t reached = document.article.body.begin;
  require(document.timexes.size() == document.partials.size(), "each expression is resolved");
  for (const Timex& timex : document.timexes) {
    check_span(timex.span, reached, text);
    require(timex.text == text.substr(timex.span.begin, timex.span.size()), "the text is the bytes there");
    require(!timex.value.empty(), "an expression has a value");
    if (timex.range) check_range(*timex.range);
  }
}

inline void check_claims(const std::vector<Claim>& claims, const Document& document) {
  const std::string& text = document.article.text;
  for (const Claim& claim : claims) {
    require(claim.span.begin <= claim.span.end && claim.span.end <= text.size(), "a claim lies in the text");
    require(claim.quote == text.substr(claim.span.begin, claim.span.size()), "the quote is the bytes there");
    require(claim.line >= 1, "a claim has a line");
    if (claim.range) check_range(*claim.range);
  }
}

}  // namespace fasti::fuzz
