// Pattern and text → what is found, and what is captured.
#include "rules/program.h"

#include <chrono>
#include <set>
#include <thread>

#include "catch.h"
#include "rules/small_lexicon.h"

using namespace fasti;

namespace {

void collect_names(const PatternNode& node, std::set<std::string>& names) {
  if (!node.capture.empty()) names.insert(node.capture);
  for (const PatternNode& part : node.parts) collect_names(part, names);
}

struct Compiled {
  Lexicon lexicon = test::small_lexicon();
  Program program;
  std::vector<std::string> names;

  explicit Compiled(const std::vector<std::string>& patterns) {
    std::vector<PatternNode> nodes;
    std::set<std::string> known;
    for (const std::string& pattern : patterns) {
      nodes.push_back(node_of(pattern));
      collect_names(nodes.back(), known);
    }
    names.assign(known.begin(), known.end());
    for (std::size_t i = 0; i < nodes.size(); ++i)
      program.add(static_cast<std::uint32_t>(i), nodes[i], names, lexicon);
  }

  PatternNode node_of(const std::string& pattern) const {
    return parse_pattern(pattern, {lexicon, [](std::string_view) { return nullptr; },
                                   [] { return std::vector<std::string>(); }});
  }
};

std::string words_of(const Symbols& symbols, TokenRange range) {
  if (range.size() == 0) return "";
  const auto& tokens = *symbols.tokens;
  const std::size_t begin = tokens[range.begin].span.begin;
  return std::string(symbols.text.substr(begin, tokens[range.end - 1].span.end - begin));
}

// All hits of all starts: "May 5 {month=May day=5}; 5 {day=5}"
std::string found_in(Compiled& compiled, const std::string& text) {
  const Segmented segmented = segment(text, {0, text.size()}, {});
  const Symbols symbols = compiled.program.symbols_of(text, segmented.tokens);
  std::string found;
  for (std::uint32_t t = 0; t < segmented.tokens.size(); ++t)
    for (const Hit& hit : compiled.program.hits_at(symbols, t)) {
      found += (found.empty() ? "" : "; ") + words_of(symbols, hit.tokens);
      if (hit.pattern > 0) found += "#" + std::to_string(hit.pattern);
      for (std::size_t slot = 0; slot < compiled.names.size(); ++slot)
        if (hit.captures[slot].size() > 0)
          found += " " + compiled.names[slot] + "=" + words_of(symbols, hit.captures[slot]);
    }
  return found;
}

void check_all(const std::vector<std::string>& patterns, const std::string& text,
               const std::string& expected) {
  Compiled compiled(patterns);
  compiled.program.finish();
  INFO(patterns.front().substr(0, 200) << "\n" << text.substr(0, 200));
  CHECK(found_in(compiled, text) == expected);
}

void check(const std::string& pattern, const std::string& text, const std::string& expected) {
  check_all({pattern}, text, expected);
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("program: words and captures") {
  check("{^month} {day}", "On May 5 and may 6 and May 32.", "May 5 day=5 month=May");
  check("{m:month}.? {day},? {year}", "Sept. 27, 2020", "Sept. 27, 2020 day=27 m=Sept year=2020");
  check("{m:month}.? {day},? {year}", "SEPTEMBER 27 2020", "SEPTEMBER 27 2020 day=27 m=SEPTEMBER year=2020");
  check("hello", "Hello, HELLO hellos", "Hello; HELLO");
  check("lose/v it", "he lost it and they lose it, losing it", "lost it; lose it");
  check("{Name} died", "Ann died. Then he died.", "Ann died Name=Ann");
  check("the _ sank", "the ship sank, the sank, the 9 sank, the big ship sank, the - sank",
        "the ship sank; the 9 sank");
  check("März", "MÄRZ und märz", "MÄRZ; märz");
}

TEST_CASE("program: digits of a class by length and range") {
  check("{year}", "999 1000 02020 2020 3000 20201", "1000 year=1000; 2020 year=2020");
  check("{day}", "0 00 1 01 001 31 32", "1 day=1; 01 day=01; 31 day=31");
  check("{day}", "٣ ²", "");
  check("{day}", repeated("9", 1000), "");
}

TEST_CASE("program: a blank asks for a blank, and none for none") {
  check("a b", "a b", "a b");
  check("a b", "ab", "");
  check("a-b", "a-b a - b a -b", "a-b");
  check("a -b", "a-b a -b", "a -b");
  check("a b", repeated("x ", 40) + "a\nb" + repeated(" y", 40), "a\nb");  // a wrapped line
  check("a b", "a \t\u00A0 b", "a \t\u00A0 b");
  check("{day}th", "5th 5 th", "5th day=5");
  // No match goes over the end of a block.
  check("a b", "a\n\nb", "");
  check("a,? b", "a,\n\nb", "");
  // Tokenised texts set these apart.
  check("sept. {day}, {year}", "Sept . 5 , 2020", "Sept . 5 , 2020 day=5 year=2020");
  check("son's day", "son 's day", "son 's day");
  check("{year}'s", "2010 's 2010 ’s", "2010 's year=2010; 2010 ’s year=2010");
  check("a;b", "a ;b", "");
}

TEST_CASE("program: a blank before an optional part outlives the part") {
  check("a (x-)?b", "a b, a x-b, ab, ax-b, a x- b", "a b; a x-b");
  check("a x? b", "a b, a x b, ab", "a b; a x b");
  check("a( x)? b", "a b, a x b, ax b", "a b; a x b");
  check("a x?", "a, a x, ax", "a; a x; a");
}

TEST_CASE("program: the whole pattern may begin with an optional part") {
  check("{part}? {month}", "early May", "early May month=May part=early; May month=May");
  check("{part}?{month}", "the beginning of May", "May month=May");
}

TEST_CASE("program: repetition") {
  check("a _[1..3] z", "a b z; a b c z; a b c d z; a b c d e z; a z", "a b z; a b c z; a b c d z");
  check("a[2..3]", "aaa a-a", "");
  check("( a)[2..3]", "a a a", "a a a; a a; a a");
  check("x( a| b)[0..2] y", "x y x a y x a b y x a b a y", "x y; x a y; x a b y");
  check("{n:day}( {n:day})[0..3]", "1 2", "1 2 n=2; 1 n=1; 2 n=2");
}

TEST_CASE("program: alternatives") {
  check("(st|nd|rd)", "st nd rd th", "st; nd; rd");
  check("({day}|{month}) x", "5 x May x y x", "5 x day=5; May x month=May");
  check("(a|a b|a b c)", "a b c", "a b c; a b; a");
  check("(a b|son's) c", "a b c, son's c, sons c, sons' c", "a b c; son's c; sons c; sons' c");
  // What was written first wins the captures.
  check("({x:day}|{y:day})", "5", "5 x=5");
}

TEST_CASE("program: phrases of a class") {
  check("{part} {month}", "the beginning of May, the beginning May",
        "the beginning of May month=May part=the beginning of");
  check("{^part} x", "The beginning of x, the beginning of x", "The beginning of x part=The beginning of");
  check("{feast}", "New Year’s Eve, new years eve, new years' eve, New Year 's Eve",
        "New Year’s Eve feast=New Year’s Eve; new years eve feast=new years eve; "
        "new years' eve feast=new years' eve; New Year 's Eve feast=New Year 's Eve");
  // A class without words finds nothing, not everything.
  check("{nothing}", "a b", "");
  check("a {nothing}", "a b", "");
}

TEST_CASE("program: longest first, then the pattern that was added first") {
  check_all({"may", "may {day}", "may {day}, {year}", "{month}"}, "May 5, 2020",
            "May 5, 2020#2 day=5 year=2020; May 5#1 day=5; May; May#3 month=May");
}

TEST_CASE("program: contexts") {
  Compiled compiled({"x"});
  const auto context = [&](const char* pattern) {
    return compiled.program.add_context(compiled.node_of(pattern), compiled.lexicon);
  };
  const auto old = context("(-old| old)");
  const auto since = context("(in|since the)");
  const auto month = context("{^month}");
  const auto percent = context("%");
  const auto far_percent = context("( %|old)");
  compiled.program.finish();
  const auto sides = [&](std::uint32_t number, const std::string& text) {
    const Segmented segmented = segment(text, {0, text.size()}, {});
    const Symbols symbols = compiled.program.symbols_of(text, segmented.tokens);
    std::string found;
    const auto size = static_cast<std::uint32_t>(segmented.tokens.size());
    for (std::uint32_t t = 0; t < size; ++t) {
      if (text_of(text, segmented.tokens[t]) != "x") continue;
      if (compiled.program.stands_before(number, symbols, t)) found += "before";
      if (compiled.program.stands_behind(number, symbols, t + 1)) found += "behind";
    }
    return found;
  };
  CHECK(sides(old, "x old") == "behind");
  CHECK(sides(old, "x-old") == "behind");
  CHECK(sides(old, "x - old") == "");
  CHECK(sides(old, "- old x-y") == "before");
  CHECK(sides(old, "x\n\nold") == "");
  CHECK(sides(since, "since the x") == "before");
  CHECK(sides(since, "since x") == "");
  CHECK(sides(since, "since the\n\nx") == "");
  CHECK(sides(since, "In x") == "before");
  CHECK(sides(month, "May x may") == "before");
  CHECK(sides(month, "x") == "");
  // A blank that is written counts; none allows both.
  CHECK(sides(percent, "x%, x %") == "behindbehind");
  CHECK(sides(far_percent, "x% y") == "");
  CHECK(sides(far_percent, "x %, x old, x-old") == "behindbehind");
  // Contexts are not found by themselves.
  CHECK(found_in(compiled, "in May old x") == "x");
}

TEST_CASE("program: nothing to find in") {
  check("a", "", "");
  Compiled none({});
  none.program.finish();
  CHECK(found_in(none, "a b") == "");
}

TEST_CASE("program: ten thousand alternatives are one instruction") {
  std::string words = "(";
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'z'; ++b)
      for (char c = 'a'; c <= 'o'; ++c) words += std::string(words.size() > 1 ? "|" : "") + a + b + c;
  Compiled compiled({words + ") z"});
  compiled.program.finish();
  CHECK(compiled.program.size() < 10);
  CHECK(found_in(compiled, "azo z aao zzb z aa z") == "azo z; zzb z");
  check_all({"(" + repeated("a b|", 10'000) + "c)"}, "a b c", "a b; c");
}

TEST_CASE("program: time grows with the text, whatever the pattern") {
  for (const char* pattern : {"(a|a)?[0..20] z", "a (a|a a|a a a)?[0..20] z", "( a?)[1..20]( a?)[1..20] z",
                              "_ (_|_ _)[0..20] z", "a[0..20][0..20] z", "( {Name}|( _)[0..9])[1..9] z"}) {
    Compiled compiled({pattern});
    compiled.program.finish();
    const auto seconds = [&](std::size_t words) {
      const auto begin = std::chrono::steady_clock::now();
      found_in(compiled, repeated("a ", words));
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    INFO(pattern);
    seconds(100);
    const double little = seconds(500), much = seconds(4000);
    CHECK(much < 8 * little * 4 + 0.2);  // eight times the words; loosely, for the machine is not ours alone
    CHECK(much < 20);
  }
}

TEST_CASE("program: threads share one program") {
  Compiled compiled({"{month} {day},? {year}", "{Name} (_)[0..3] died"});
  compiled.program.finish();
  const std::string text = repeated("On May 5, 2020 Ann of the hill died and Bo died. ", 50);
  const std::string expected = found_in(compiled, text);
  REQUIRE(expected.size() > 1000);
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& one : found) threads.emplace_back([&] { one = found_in(compiled, text); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : found) CHECK(one == expected);
}

TEST_CASE("program: programs of different size take turns") {
  Compiled small({"a"}), large({"(a|b|c) (a|b|c) (a b|c)", "{month} {day}"});
  small.program.finish();
  large.program.finish();
  for (int i = 0; i < 3; ++i) {
    CHECK(found_in(small, "a b") == "a");
    CHECK(found_in(large, "c a a b, May 5") == "c a a b; May 5#1 day=5 month=May");
  }
}
