// The automaton that is built while it runs finds what the plain run finds, also where threads share a
// program.
#include <random>
#include <thread>

#include "catch.h"
#include "claim/english.h"

using namespace fasti;
using fasti::test::english;

namespace {

const char* const pieces[] = {"the",  "of",   "May",  "may", "3",     "27",     "2020",    "first",
                              "last", "year", "week", ",",   ".",     "\n\n",   "two",     "ago",
                              "19",   "Sept", "-",    "/",   ":",     "Sunday", "in",      "past",
                              "days", "'s",   "é",    "000", "early", "next",   "quarter", "%"};

std::string random_text(unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += pieces[random() % std::size(pieces)];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

// Where and by which rules, with captures.
std::string told(const std::vector<Hit>& hits) {
  std::string text;
  for (const Hit& hit : hits) {
    text += std::to_string(hit.pattern) + ":" + std::to_string(hit.tokens.end);
    for (const TokenRange capture : hit.captures)
      text += "," + std::to_string(capture.begin) + "-" + std::to_string(capture.end);
    text += ' ';
  }
  return text;
}

// Empty where both find the same at every token.
std::string difference(const Program& program, const std::string& text) {
  const Segmented segmented = segment(text, {0, text.size()}, {});
  const Symbols symbols = program.symbols_of(text, segmented.tokens);
  for (std::uint32_t t = 0; t < segmented.tokens.size(); ++t) {
    const std::string quick = told(program.hits_at(symbols, t));
    const std::string plain = told(program.hits_by_plain_run(symbols, t));
    if (quick != plain) return "at " + std::to_string(t) + ": " + quick + "but " + plain + "in " + text;
  }
  return "";
}

}  // namespace

TEST_CASE("A program finds the same by its lazy automaton as by the plain run", "[program]") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CHECK(difference(english().timex_program, random_text(seed)).empty());
    CHECK(difference(english().event_program, random_text(seed)).empty());
  }
}

TEST_CASE("Threads may share programs", "[program]") {
  std::vector<std::string> differences(4);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < differences.size(); ++i)
    threads.emplace_back([i, &differences] {
      differences[i] = difference(english().timex_program, random_text(i)) +
                       difference(english().event_program, random_text(i));
    });
  for (std::thread& one : threads) one.join();
  for (const std::string& one : differences) CHECK(one.empty());
}

TEST_CASE("Where a pattern matches, its rule's clues let the text pass", "[clues]") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const std::string text = random_text(seed).substr(0, 30);
    const Segmented segmented = segment(text, {0, text.size()}, {});
    const auto found = match_timexes(text, segmented, english(), english().profiles.at("news"));
    if (!found.empty()) CHECK(english().clues.may_match(text, {0, text.size()}));
  }
}
