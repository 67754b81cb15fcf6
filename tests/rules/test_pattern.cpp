// Patterns: what they capture or, where they are wrong, what is told and at which offset.
#include "rules/pattern.h"

#include <map>

#include "catch.h"
#include "rules/small_lexicon.h"

using namespace fasti;

namespace {

std::map<std::string, PatternNode> fragments(const Lexicon& lexicon) {
  const PatternContext context{lexicon, [](std::string_view) { return nullptr; },
                               [] { return std::vector<std::string>(); }};
  return {{"dom", parse_pattern("{day}(st|nd)?", context)}};
}

PatternNode parsed(const std::string& text) {
  static const Lexicon lexicon = test::small_lexicon();
  static const auto known = fragments(lexicon);
  const auto find = [](std::string_view name) {
    const auto found = known.find(std::string(name));
    return found == known.end() ? nullptr : &found->second;
  };
  return parse_pattern(text, {lexicon, find, [] { return std::vector<std::string>{"dom"}; }});
}

// The parts in prefix form, so that a table can show how a pattern was understood; a blank is written as +.
std::string shape(const PatternNode& node) {
  std::string text = node.spaced ? "+" : "";
  const auto parts = [&] {
    std::string inner;
    for (const PatternNode& part : node.parts) inner += (inner.empty() ? "" : " ") + shape(part);
    return inner;
  };
  const std::string capital = node.capital ? "^" : "";
  switch (node.kind) {
    case PatternNode::Kind::sequence:
      return text + "seq(" + parts() + ")";
    case PatternNode::Kind::choice:
      return text + "or(" + parts() + ")";
    case PatternNode::Kind::repeat:
      return text + std::to_string(node.least) + ".." + std::to_string(node.most) + "(" + parts() + ")";
    case PatternNode::Kind::phrase:
      return text + test::text_of_phrases(node.spellings);
    case PatternNode::Kind::word_class:
      return text + "{" + capital + node.capture + ":" + node.class_name + "}";
    case PatternNode::Kind::any_word:
      return text + "_";
    case PatternNode::Kind::any_name:
      return text + "Name:" + node.capture;
  }
  return text;
}

void check(const std::string& text, const std::string& expected) {
  INFO(text.substr(0, 200));
  std::string found;
  try {
    found = shape(parsed(text));
  } catch (const PatternError& error) {
    found = std::to_string(error.offset) + ": " + error.message;
  }
  CHECK(found == expected);
}

std::string hint_of(const std::string& text) {
  try {
    parsed(text);
  } catch (const PatternError& error) {
    return error.hint;
  }
  return "no error";
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

const std::string bounds = "a repetition must read [least..most]";
const std::string too_deep = "the pattern is nested too deeply";
const std::string too_large = "the pattern is too large";

}  // namespace

TEST_CASE("pattern: parts") {
  check("Hello", "hello");
  check("{month}", "{month:month}");
  check("{^month}", "{^month:month}");
  check("{m:month}", "{m:month}");
  check("{^m:month}", "{^m:month}");
  check("{Name}", "Name:Name");
  check("{who:Name}", "Name:who");
  check("_", "_");
  check("a|b", "or(a b)");
  check("(a|b c)d", "seq(or(a seq(b +c)) d)");
  check("a?", "0..1(a)");
  check("a[2..3]", "2..3(a)");
  check("(a b)[0..20]", "0..20(seq(a +b))");
  check("a?[1..2]", "1..2(0..1(a))");
  check("<dom>", "seq(seq({day:day} 0..1(or(st nd))))");
  check("lose/v", "lose, lost");
  check("Lose/v", "lose, lost");
  check("9/11", "seq(9 / 11)");
}

TEST_CASE("pattern: blanks") {
  check("a b", "seq(a +b)");
  check("a,b", "seq(a , b)");
  check("a (b|c)", "seq(a +or(b c))");
  check("a( b|c)", "seq(a or(+b c))");
  check("a (x-)?b", "seq(a +0..1(seq(x -)) b)");
  check("  a   b", "seq(+a +b)");
  check("a\tb", "seq(a +b)");
  check("a\u00A0{month}", "seq(a +{month:month})");
  check("a \u202F b", "seq(a +b)");
}

TEST_CASE("pattern: words and signs") {
  check("May–June", "seq(may – june)");
  check("son’s", "son~'s, sons, sons~', son~'~s");
  check("{month}'s", "seq({month:month} 's, '~s)");
  check("\\?\\[\\_\\\\", "seq(? [ _ \\)");
  check("w\\/e", "seq(w / e)");
  check("$5%", "seq($ 5 %)");
  check("März", "märz");
}

TEST_CASE("pattern: mistakes and where they stand") {
  check("", "0: the pattern is empty");
  check(" ", "1: an empty alternative finds nothing");
  check("a|", "2: an empty alternative finds nothing");
  check("(a|)", "3: an empty alternative finds nothing");
  check("()", "1: an empty alternative finds nothing");
  check("a ", "1: a blank at the end of a pattern or group counts for nothing");
  check("(a )b", "2: a blank at the end of a pattern or group counts for nothing");
  check("(a", "0: \"(\" is never closed");
  check("a)b", "1: \")\" has no partner before it");
  check("a}", "1: \"}\" has no partner before it");
  check("a>", "1: \">\" has no partner before it");
  check("a]", "1: \"]\" has no partner before it");
  check("?a", "0: nothing stands before \"?\" to be repeated");
  check("a|[1..2]", "2: nothing stands before \"[\" to be repeated");
  check("{month", "0: \"{\" is never closed");
  check("{}", "0: the name of the lexicon class is missing");
  check("{:month}", "0: the name before the colon is missing");
  check("a {m:}", "5: unknown lexicon class \"\"");
  check("é {mnth}", "4: unknown lexicon class \"mnth\"");
  check("{^m:mnth}", "4: unknown lexicon class \"mnth\"");
  check("a <dm>", "3: unknown fragment \"dm\"");
  check("<>", "0: the name of the fragment is missing");
  check("<dom", "0: \"<\" is never closed");
  check("a\\", "1: a lone backslash");
  check("a\\ b", "1: nothing that can be seen stands here");
  check("lose/x", "5: there is no inflection \"x\"");
  check("lose/verb on", "5: there is no inflection \"verb\"");
  CHECK(hint_of("{mnth}") == "did you mean \"month\"?");
  CHECK(hint_of("<dm>") == "did you mean \"dom\"?");
  CHECK(hint_of("{zzzzzz}") == "known are: day, feast, month, nothing, part, year");
}

TEST_CASE("pattern: repetition is bounded") {
  check("a[0..20]", "0..20(a)");
  for (const std::string wrong : {"[0..21]", "[3..2]", "[0..0]", "[..2]", "[2..]", "[2]", "[]", "[",
                                  "[-1..2]", "[0..2", "[0..99999999999]", "[ 0..2]", "[0...2]", "[a..b]"})
    check("a" + wrong, "1: " + bounds);
}

TEST_CASE("pattern: neither depth nor size can do harm") {
  check(repeated("(", 100'000) + "a" + repeated(")", 100'000), "50: " + too_deep);
  check(repeated("(", 100'000), "50: " + too_deep);
  check("a" + repeated("?", 100'000), "0: " + too_deep);
  check("a" + repeated("[0..20]", 10), "0: " + too_large);
  check(repeated("a ", 1'000'000) + "a", "400000: " + too_large);
  // A word of a megabyte is odd, but a word.
  CHECK(parsed(repeated("a", 1'000'000)).kind == PatternNode::Kind::phrase);
  CHECK(parsed(repeated("(", 40) + "a|b" + repeated(")", 40)).kind == PatternNode::Kind::choice);
}
