// Pattern and text → how far it got, and what it wanted.
#include "rules/progress.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "rules/load.h"
#include "rules/small_lexicon.h"

using namespace fasti;

namespace {

// "Sept 5 | {year}": what was taken, and what could have followed.
void check(const std::string& pattern, const std::string& text, const std::string& expected) {
  CAPTURE(pattern, text);
  const Lexicon lexicon = test::small_lexicon();
  const PatternNode node = parse_pattern(pattern, {lexicon, [](std::string_view) { return nullptr; },
                                                   [] { return std::vector<std::string>(); }});
  const Segmented segmented = segment(text, {0, text.size()}, {});
  Program program;
  program.finish();
  const Progress progress = progress_of(node, lexicon, folded_text(text, segmented.tokens, program), 0);
  std::string found =
      progress.reached == 0 ? "" : text.substr(0, segmented.tokens[progress.reached - 1].span.end);
  found += " |";
  for (const std::string& part : progress.wanted) found += "'" + part + "'";
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("progress: the last word taken, and all that could have followed") {
  check("{month} {day}", "May we", "May |' {day}'");
  check("{^month}.? {day}(st|nd)?,? {year}", "Sept. 5 was", "Sept. 5 |'st''nd'','' {year}'");
  check("{^month} {day}", "may 5", " |'{^month}'");
  check("(the|a) year", "the month", "the |' year'");
  check("{day}th", "5 th", "5 |'th'");
  check("lose/v {Name}", "lost it", "lost |' {Name}'");
  check("in _[1..2] {year}", "in the old house", "in the old |' {year}'");
  check("{feast} {year}", "New Year's Eve was", "New Year's Eve |' {year}'");
  check("no more", "no", "no |' more'");
}

TEST_CASE("progress: what a block ends, no pattern goes on behind") {
  check("{month} {day}", "May\n\n5 men", "May |' {day}'");
}

TEST_CASE("progress: its matches are those of the compiled rules") {
  const RuleSet rules = load_rules({std::string(FASTI_SOURCE_DIR) + "/rules"}, "en");
  std::size_t matches = 0;
  const auto check_text = [&](const std::string& text) {
    const Segmented segmented = segment(text, {0, text.size()}, rules.orthography);
    const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
    const FoldedText folded = folded_text(text, segmented.tokens, rules.timex_program);
    for (std::uint32_t t = 0; t < segmented.tokens.size(); ++t) {
      std::set<std::pair<std::size_t, std::uint32_t>> compiled, walked;
      for (const Hit& hit : rules.timex_program.hits_at(symbols, t))
        compiled.insert({hit.pattern, hit.tokens.end});
      for (std::size_t r = 0; r < rules.timexes.size(); ++r)
        for (const PatternNode& pattern : rules.timexes[r].patterns)
          for (const std::uint32_t end : progress_of(pattern, rules.lexicon, folded, t).ends)
            walked.insert({r, end});
      CAPTURE(text, t);
      REQUIRE(walked == compiled);
      matches += walked.size();
    }
  };
  for (const TimexRule& rule : rules.timexes)
    for (const Example& example : rule.examples) check_text(example.text);
  CHECK(matches > 100);
}
