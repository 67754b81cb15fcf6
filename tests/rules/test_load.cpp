// Broken rule files → every mistake with its place, message and hint; and which of several folders has the
// say.
#include "rules/load.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <tuple>

#include "catch.h"
#include "scratch_folder.h"

using namespace fasti;

namespace {

const std::string words = R"(
lexicon:
  month: {"05": [may], "09": [september, sept]}
  since: [since]
digits:
  day: {length: 1-2, range: 1-31, pad: 2}
  year: {length: 4}
inflection:
  v:
    endings: [{base: "", past: ed}, {when: e, strip: 1, base: e, past: ed}]
    irregular:
      lose: {past: lost}
)";

std::string told(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) {
    text += d.place.path + ":" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + ": " +
            d.message;
    text += (d.hint.empty() ? "" : " | " + d.hint) + "\n";
  }
  return text;
}

// In the order of their places, so that a table shows them as the file does.
std::string told_by_place(std::vector<Diagnostic> diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.path, a.place.line, a.place.column) <
           std::tie(b.place.path, b.place.line, b.place.column);
  });
  return told(diagnostics);
}

std::string problems(const std::vector<RuleFileText>& files) {
  try {
    return told(load_rules_from(files).warnings);
  } catch (const InputError& error) {
    return told_by_place(error.diagnostics);
  }
}

// The mistakes of a file f, beside one that has the words above.
void check(const std::string& text, const std::string& expected) {
  INFO(text.substr(0, 500));
  CHECK(problems({{"f", text}, {"words", words}}) == expected);
}

// A rule with the given lines in it, and an example; its first line is line 2.
std::string rule(const std::string& lines) {
  return "rules:\n  - " + lines + "\n    examples: {\"[May 5] it was\": 2020-05-05}\n";
}

std::string value_of(const RuleSet& rules, const char* name, const char* word) {
  const std::string* value = rules.value_in(name, word);
  return value == nullptr ? "none" : *value;
}

}  // namespace

TEST_CASE("load: what is right loads") {
  check("", "");
  check("# a comment\n", "");
  check("rules:\nlexicon:\nevents:\nfragments:\n", "");
  check(rule("id: a\n    pattern: \"{month} {day}\"\n    value: \"XXXX-{month}-{day}\""), "");
  check("events:\n  - {id: a, pattern: \"lose/v\", examples: {\"he [lost]\": a}}\n", "");
}

TEST_CASE("load: sections and keys") {
  check("[a]\n",
        "f:1:1: a rule file must be keys with values | known are: language, abbreviations, "
        "sentence-starters, wording, profiles, lexicon, digits, inflection, lemmas, holidays, fragments, "
        "rules, not-dates, spans, events, date-words, without, extends, phrases, by-lines\n");
  check("rulse: []\n", "f:1:1: unknown key \"rulse\" in a rule file | did you mean \"rules\"?\n");
  check("rules: {a: b}\n", "f:1:8: \"rules\" must be a list | begin each item with a hyphen and a blank\n");
  check("not-dates: x\n",
        "f:1:12: \"not-dates\" must be a list | begin each item with a hyphen and a blank\n");
  check("events: x\n", "f:1:9: \"events\" must be a list | begin each item with a hyphen and a blank\n");
  check("spans: x\n", "f:1:8: \"spans\" must be a list | begin each item with a hyphen and a blank\n");
  for (const std::string section :
       {"lexicon", "digits", "inflection", "lemmas", "holidays", "profiles", "fragments"})
    check(section + ": [a]\n", "f:1:" + std::to_string(section.size() + 3) + ": \"" + section +
                                   "\" must be keys with values | write each on a line: key: value\n");
  check("wording: [a]\n",
        "f:1:10: wording must be keys with values | known are: months, months-short, weekdays, "
        "seasons, patterns\n");
  check("language: [a]\n", "f:1:11: \"language\" must be a single text\n");
  check("language:\n",
        "f:1:1: \"language\" must be a single text | nothing stands here; put null and ~ in quotes "
        "where they are meant as words\n");
}

TEST_CASE("load: words") {
  check("lexicon:\n  a: b\n",
        "f:2:6: the lexicon class \"a\" must map values to words | write \"09\": [september, "
        "sept]\n");
  check("lexicon:\n  a: []\n", "f:2:3: the lexicon class \"a\" has no words\n");
  check("lexicon: {a: {x: []}}\n", "f:1:15: the value \"x\" has no words\n");
  check("lexicon: {a: {x: {y: z}}}\n", "f:1:18: a must be a word or a list of words [a, b]\n");
  check("lexicon: {a: [b, [c]]}\n", "f:1:18: a word of a must be a single text\n");
  check("lexicon: {a: [b, , c]}\n",
        "f:1:18: a word of a must be a single text | nothing stands here; put null and ~ in quotes where "
        "they are "
        "meant as words\n");
  check("lexicon: {a: [\"\", b]}\n", "f:1:16: a word is empty | write the word or remove it\n");
  check("lexicon: {Name: [b]}\n",
        "f:1:11: \"Name\" stands for any capitalised word already | take another name\n");
  check("lexicon: {a b: [c]}\n",
        "f:1:12: \"a b\" cannot be the name of a lexicon class | use letters, digits and "
        "hyphens\n");
  check("lexicon: {\"a:b\": [c]}\n",
        "f:1:13: \"a:b\" cannot be the name of a lexicon class | use letters, digits and "
        "hyphens\n");
  check("lexicon:\n  a: {x: [b], y: [\"B\"]}\n",
        "f:2:20: \"B\" has the value \"x\" already | one word of a class can "
        "have one value only\n");
  check("abbreviations: [mr, dr., \"\"]\n",
        "f:1:23: the last full stop is not to be written | it is what makes the question\n"
        "f:1:27: a word is empty | write the word or remove it\n");
  check("sentence-starters: [the, of the]\n", "f:1:28: \"sentence-starters\" lists single words\n");
  check("abbreviations: {a: b}\n", "f:1:16: \"abbreviations\" must be a word or a list of words [a, b]\n");
}

TEST_CASE("load: digits") {
  const auto digits = [](const std::string& spec) { return "digits: {n: " + spec + "}\n"; };
  const std::string length = "a length must be a number of digits up to 9, or two such as 1-2\n";
  const std::string range = "a range must be two numbers of at most 9 digits such as 1-31\n";
  const std::string pad = "\"pad\" must be a number from 0 to 9\n";
  check(digits("{length: 4, range: 0-9999, pad: 9}"), "");
  check(digits("{}"), "");
  for (const std::string wrong :
       {"0", "0-2", "10", "1-10", "2-1", "-1", "x", "1-", "1--2", "1 - 2", "+1", "99999999999999999999"})
    check(digits("{length: " + wrong + "}"), "f:1:22: " + length);
  for (const std::string wrong :
       {"1-1000000000", "5-1", "x", "1-x", "-3", "99999999999999999999-999999999999999999999"})
    check(digits("{range: " + wrong + "}"), "f:1:21: " + range);
  for (const std::string wrong : {"-1", "10", "x", "2147483648", "99999999999999999999", "1.5"})
    check(digits("{pad: " + wrong + "}"), "f:1:19: " + pad);
  check(digits("{pad: [1]}"), "f:1:19: \"pad\" must be a single text\n");
  check(digits("{lenght: 4}"),
        "f:1:14: unknown key \"lenght\" in a class of digits | did you mean \"length\"?\n");
  check(digits("4"), "f:1:13: a class of digits must be keys with values | known are: length, range, pad\n");
}

TEST_CASE("load: inflection and lemmas") {
  const auto endings = [](const std::string& ending) {
    return "inflection: {n: {endings: [" + ending + "]}}\n";
  };
  check(endings("{plural: s}"), "");
  check(endings("[plural]"), "f:1:28: an ending must be a map such as {when: e, strip: 1, past: ed}\n");
  check(endings("{wehn: s, plural: es}"),
        "f:1:29: unknown key \"wehn\" in an ending | did you mean \"when\"?\n");
  check(endings("{when: s}"), "f:1:28: the ending gives no form | add one such as past: ed\n");
  check(endings("{plural: [s]}"), "f:1:37: \"plural\" must be a single text\n");
  for (const std::string wrong : {"-1", "x", "21", "99999999999"})
    check(endings("{plural: s, strip: " + wrong + "}"), "f:1:47: \"strip\" must be a number from 0 to 20\n");
  check("inflection: {n: {endings: {plural: s}}}\n",
        "f:1:27: \"endings\" must be a list | begin each item with a hyphen and a blank\n");
  check("inflection: {n: {irregular: [child]}}\n",
        "f:1:29: \"irregular\" must be keys with values | write each on a line: key: value\n");
  check("inflection: {n: {irregular: {child: [children]}}}\n",
        "f:1:37: \"child\" must be keys with values | write each on a line: key: value\n");
  check("inflection: {n: {irregular: {child: {plural: {a: b}}}}}\n",
        "f:1:46: \"plural\" must be a word or a list of words [a, b]\n");
  check("inflection: {v: {irregular: {sink: {psat: sank}}}}\n",
        "f:1:37: no ending gives a form \"psat\" | did you mean \"past\"?\n");
  check("lemmas: {v: [walk]}\n", "");
  check("lemmas: {w: [walk]}\n", "f:1:10: there is no inflection \"w\" | did you mean \"v\"?\n");
  check("lemmas: {v: {a: b}}\n", "f:1:13: \"lemmas\" must be a word or a list of words [a, b]\n");
}

TEST_CASE("load: what a language says about dates") {
  check("wording: {months: [a, b]}\n", "f:1:19: \"months\" must list 12 words\n");
  check("wording: {patterns: [a]}\n",
        "f:1:21: \"patterns\" must be keys with values | write each on a line: key: "
        "value\n");
  check("wording: {patterns: {day: [a]}}\n", "f:1:27: \"day\" must be a single text\n");
  check(
      "wording: {patterns: {wekend: a, quarter-3: b, century-21: c, week-short: d, half-year-2-short: e}}\n",
      "f:1:22: no date is worded by a pattern \"wekend\" | did you mean \"weekend\"?\n");
  check("holidays: {noon: {on: 13-45}}\n",
        "f:1:23: the holiday \"noon\" has no day that is understood | write on: 12-25, on: 11/4/4 "
        "(month/weekday "
        "number/weekday) or on: easter-2; see docs/writing-rules.md\n");
  check("holidays: {noon: 12-25}\n", "f:1:18: a holiday must be keys with values | known are: on, words\n");
  check("profiles: {news: {nearest: pats}}\n",
        "f:1:28: \"nearest\" cannot be \"pats\" | did you mean \"past\"?\n");
  check("profiles: {news: [past]}\n",
        "f:1:18: a profile must be keys with values | known are: year-from, nearest, numeric-order\n");
}

TEST_CASE("load: keys of a rule") {
  check("rules: [x]\n",
        "f:1:9: a rule must be keys with values | known are: id, pattern, type, value, weekday, mod, "
        "anchor, left, not-left, right, not-right, examples, published, note, finds, profiles\n");
  check("rules: [{}]\n",
        "f:1:9: the rule has no id | add id: a-short-name\n"
        "f:1:9: the rule has no pattern | add pattern: \"…\"\n"
        "f:1:9: the rule has no value | add value: \"{year}-{month}-{day}\" or the like\n"
        "f:1:9: the rule has no examples | add examples: with lines such as \"on [May 5, 2020] he left\": "
        "2020-05-05\n");
  check(rule("id: a\n    patern: b\n    pattern: b\n    value: 2"),
        "f:3:5: unknown key \"patern\" in a rule | did you mean \"pattern\"?\n");
  check(rule("id: [a]\n    pattern: b\n    value: 2"), "f:2:9: \"id\" must be a single text\n");
  check(rule("id: a b\n    pattern: b\n    value: 2"),
        "f:2:10: \"a b\" cannot be the name of a rule | use letters, digits and hyphens\n");
  check(rule("id: a\n    pattern: []\n    value: 2"),
        "f:3:14: the rule has no pattern | add pattern: \"…\"\n");
  check(rule("id: a\n    pattern:\n    value: 2"),
        "f:3:5: a pattern must be a single text | nothing stands here; put null and ~ in quotes where they "
        "are meant "
        "as words\n");
  check(rule("id: a\n    pattern: b\n    value: \"\""), "f:4:13: \"value\" is empty\n");
  check(
      rule("id: a\n    pattern: b\n    value: 2\n    type: DAT\n    anchor: x"),
      "f:5:11: \"type\" cannot be \"DAT\" | did you mean \"DATE\"?\n"
      "f:6:13: \"anchor\" cannot be \"x\" | known are: context, publication, narrative, day, period, now\n");
  check(rule("id: a\n    pattern: b\n    value: 2\n    left: [d]"),
        "f:5:11: a pattern must be a single text\n");
  check(rule("id: a\n    pattern: b\n    value: 2\n    not-right: \"{mnth}\""),
        "f:5:18: unknown lexicon class \"mnth\" | did you mean \"month\"?\n");
  check(
      "not-dates:\n  - {id: a, pattern: b, value: 2, examples: {x: none}}\n",
      "f:2:25: unknown key \"value\" in a rule of not-dates | known are: id, pattern, left, not-left, right, "
      "not-right, examples, published, note, profiles\n");
}

TEST_CASE("load: patterns and values") {
  check(rule("id: a\n    pattern: \"é {mnth} {day}\"\n    value: \"{day}\""),
        "f:3:18: unknown lexicon class \"mnth\" | did you mean \"month\"?\n");
  check(rule("id: a\n    pattern: \"\\\\$ {mnth}\"\n    value: 2"),
        "f:3:20: unknown lexicon class \"mnth\" | did you mean \"month\"?\n");
  check(rule("id: a\n    pattern: [\"{mnth}\", \"(x\"]\n    value: 2"),
        "f:3:17: unknown lexicon class \"mnth\" | did you mean \"month\"?\n"
        "f:3:26: \"(\" is never closed | write a backslash before a character that is meant itself\n");
  check(rule("id: a\n    pattern: \"{month}? {day}[0..2]\"\n    value: \"{day}\""),
        "f:3:15: the pattern can match nothing at all | at least one part must not be optional\n");
  check(rule("id: a\n    pattern: \"{month} {day}\"\n    value: \"2020-{yea}-{day}\""),
        "f:4:19: the pattern captures nothing named \"yea\" | known are: month, day\n");
  check(rule("id: a\n    pattern: \"{month} {day}\"\n    value: \"{month}-{day\"\n    mod: \"{x}\""),
        "f:4:21: a brace has no partner | a hole is the name of a capture in braces: {year}\n"
        "f:5:12: the pattern captures nothing named \"x\" | known are: month, day\n");
  check(rule("id: a\n    pattern: b\n    value: \"{day}\""),
        "f:4:14: the pattern captures nothing named \"day\" | a class in the pattern captures: {year}\n");
  std::string many;
  for (char c = 'a'; c <= 'k'; ++c) many += std::string(" {") + c + ":day}";
  check("events:\n  - {id: a, pattern: \"x" + many + "\", examples: {y: none}}\n",
        "f:2:5: the rule has more than 10 captures | capture under the same name where only one of the "
        "alternatives "
        "takes part\n");
}

TEST_CASE("load: fragments") {
  const auto with = [](const std::string& fragments) {
    return "fragments:\n" + fragments + rule("id: a\n    pattern: \"<x> {day}\"\n    value: \"{day}\"");
  };
  check(with("  x: b\n"), "");
  check(with("  x: <y>\n  y: <z>\n  z: c\n"), "");  // in any order
  check(with("  x: <y>\n  y: <x>\n"),
        "f:3:6: the fragment \"x\" goes round in a circle | write one of them out\n");
  check(with("  x: <x>\n"), "f:2:6: the fragment \"x\" goes round in a circle | write one of them out\n");
  check(with("  x: <yy>\n  yyy: c\n"), "f:2:7: unknown fragment \"yy\" | did you mean \"yyy\"?\n");
  check(with("  x: b\n  y: \"(c\"\n"),
        "f:3:7: \"(\" is never closed | write a backslash before a character that is "
        "meant itself\n");
  check(with("  x: [b]\n"), "f:2:6: a pattern must be a single text\n");
  check(with("  x: b?\n"),
        "f:2:6: the pattern can match nothing at all | at least one part must not be optional\n");
  check(with("  x: b\n  a>b: c\n"),
        "f:3:4: \"a>b\" cannot be the name of a fragment | use letters, digits and "
        "hyphens\n");
  // Each holds the one before it ten times.
  std::string bomb = "  f0: a b\n";
  for (int i = 1; i < 12; ++i) {
    bomb += "  f" + std::to_string(i) + ": \"";
    for (int k = 0; k < 10; ++k) bomb += (k == 0 ? "<f" : " <f") + std::to_string(i - 1) + ">";
    bomb += "\"\n";
  }
  CHECK(problems({{"f", "fragments:\n" + bomb}, {"words", words}}).find("the pattern is too large") !=
        std::string::npos);
  std::string chain = "  f0: a\n";
  for (int i = 1; i < 2'000; ++i) chain += "  f" + std::to_string(i) + ": <f" + std::to_string(i - 1) + ">\n";
  const auto begin = std::chrono::steady_clock::now();
  CHECK(problems({{"f", "fragments:\n" + chain}, {"words", words}}).find("nested too deeply") !=
        std::string::npos);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("load: examples") {
  const auto with = [](const std::string& examples, const std::string& more = "") {
    return "rules:\n  - id: a\n    pattern: b\n    value: 2\n" + more + "    examples: " + examples + "\n";
  };
  const std::string none =
      "the rule has no examples | add examples: with lines such as \"on [May 5, 2020] he left\": "
      "2020-05-05\n";
  check(with("{\"[b]\": 2, \"d\": none, \"x [b]\": {value: 2, published: 2020-05}}"), "");
  check(with("{}"), "f:5:15: " + none);
  check(with("[b]"), "f:5:15: " + none);
  check(with(""), "f:5:5: " + none);
  const std::string unmatched =
      "the [brackets] that mark the expression do not match | write \"on [May 5], he …\"\n";
  check(with("{\"x [b\": 2}"), "f:5:19: " + unmatched);
  check(with("{\"b] x\": 2}"), "f:5:18: " + unmatched);
  check(with("{\"]b[\": 2}"), "f:5:17: " + unmatched);
  check(with("{\"b []\": 2}"), "f:5:19: the [brackets] mark nothing | write \"on [May 5], he …\"\n");
  check(with("{\"[b] [b]\": 2}"), "f:5:21: an example marks one expression only | write a line for each\n");
  check(with("{\"[[b]\": 2}"), "f:5:18: an example marks one expression only | write a line for each\n");
  check(with("{\"[b]\": none}"), "f:5:23: an example that finds nothing must mark nothing in [brackets]\n");
  check(with("{\"b\": 2}"),
        "f:5:21: the example does not say where the expression is | mark it with [brackets], or "
        "write none if nothing is to be found\n");
  check(with("{\"[b]\": }"),
        "f:5:16: the example does not say what is to be found | write the value after the colon\n");
  check(with("{\"[b]\": {published: 2020}}"),
        "f:5:23: the example does not say what is to be found | add its value\n");
  check(with("{\"[b]\": {value: 2, publihed: 2020}}"),
        "f:5:34: unknown key \"publihed\" in an example | did you mean \"published\"?\n");
  check(with("{\"[b]\": [2]}"),
        "f:5:23: an example must be keys with values | known are: value, published\n");
  const std::string no_date = "the day of publication is no date | write published: 2021-09-29\n";
  check(with("{\"[b]\": 2}", "    published: 2021-02-30\n"), "f:5:16: " + no_date);
  check(with("{\"[b]\": {value: 2, published: soon}}"), "f:5:45: " + no_date);
}

TEST_CASE("load: names that stand twice, in one file or several") {
  const std::string a = rule("id: a\n    pattern: \"{month} {day}\"\n    value: \"{day}\"");
  const std::string b = rule("id: a\n    pattern: \"{day} {month}\"\n    value: \"{day}\"");
  CHECK(problems({{"f", a}, {"g", b}, {"words", words}}) ==
        "g:2:9: the id \"a\" stands here for the second time | the other is at f:2\n");
  check("digits: {day: {}}\n",
        "words:6:3: the class of digits \"day\" stands here for the second time | the other is "
        "at f:1\n");
  check("fragments: {x: a}\n", "");
  CHECK(problems({{"f", "fragments: {x: a}\n"}, {"g", "fragments: {x: a}\n"}}) ==
        "g:1:13: the fragment \"x\" stands here for the second time | the other is at f:1\n");
  CHECK(problems({{"f", "language: en\n"}, {"g", "language: de\n"}}) ==
        "g:1:11: the language \"\" stands here for the second time | the other is at f:1\n");
}

TEST_CASE("load: a rule that another makes useless") {
  const std::string first =
      "rules:\n  - {id: a, pattern: \"{month} {day}\", value: 2, examples: {y: none}}\n";
  check(first + "  - {id: b, pattern: [\"{month}\", \"{month}   {day}\"], value: 2, examples: {y: none}}\n",
        "f:3:35: this pattern never finds anything: rule \"a\" has the same | it stands before it, at f:2\n");
  // The first leaves something over.
  check(
      "rules:\n  - {id: a, pattern: \"{month} {day}\", value: 2, right: y, examples: {y: none}}\n"
      "  - {id: b, pattern: \"{month} {day}\", value: 2, examples: {y: none}}\n",
      "");
  // A later folder's rule makes the built-in one useless: that may be meant.
  CHECK(problems({{"words", words},
                  {"f", first},
                  {"g",
                   "rules:\n  - {id: b, pattern: \"{month} {day}\", value: 2, "
                   "examples: {y: none}}\n",
                   1}}) == "");
}

TEST_CASE("load: captures that are named and not used are told as a warning") {
  const auto with = [](const std::string& pattern) {
    return "rules:\n  - {id: a, pattern: \"" + pattern + "\", value: \"{day}\", examples: {y: none}}\n";
  };
  check(with("{month} {day}"), "");
  check(with("{m:month} {day}"),
        "f:2:23: the capture \"m\" is never used | write {month}, or use it in the value\n");
}

TEST_CASE("load: all mistakes of all files in one run") {
  CHECK(problems({{"b", "rules: x\nlexicon: y\n"},
                  {"a", "y: [\n"},
                  {"c", rule("id: a\n    pattern: \"{x}\"\n    value: 2")}}) ==
        "a:2:1: not valid YAML: end of sequence flow not found | look for a missing colon, quote, bracket or "
        "indent on "
        "this line or just above\n"
        "b:1:8: \"rules\" must be a list | begin each item with a hyphen and a blank\n"
        "b:2:10: \"lexicon\" must be keys with values | write each on a line: key: value\n"
        "c:3:16: unknown lexicon class \"x\" | none are known\n");
}

TEST_CASE("load: spans") {
  check("spans: [{id: a, word: since, within: 3}]\n", "");
  check("spans: [{id: a}]\n", "f:1:9: the span rule has no word | add word: a-lexicon-class\n");
  check("spans: [{id: a, word: sinc}]\n",
        "f:1:23: unknown lexicon class \"sinc\" | did you mean \"since\"?\n");
  for (const std::string wrong : {"0", "-1", "x", "4294967296", "99999999999999999999"})
    check("spans: [{id: a, word: since, within: " + wrong + "}]\n",
          "f:1:38: \"within\" must be a number from 1 to 1000\n");
}

TEST_CASE("load: a later folder has the say") {
  const std::string built_in = R"(
language: en
lexicon: {season: {FA: [autumn, fall], SP: [spring]}}
digits: {year: {length: 4}}
inflection: {v: {endings: [{past: ed}], irregular: {sink: {past: sank}}}}
fragments: {when: in}
holidays: {founding: {on: 01-01, words: [founding day]}}
profiles: {news: {nearest: past}}
wording: {patterns: {day: built-in}}
rules:
  - {id: a, pattern: "<when> {season}", value: 1911, examples: {x: none}}
  - {id: b, pattern: "the {season}", value: 1911, examples: {x: none}}
spans: [{id: s, word: season, within: 3}]
)";
  const std::string own = R"(
language: en-GB
lexicon: {season: {WI: [fall], SU: [summer]}}
digits: {year: {length: 2}}
inflection: {v: {irregular: {sink: {past: sunk}}}}
fragments: {when: during, other: <when>}
holidays: {founding: {on: 02-02}}
profiles: {news: {nearest: future}}
wording: {patterns: {day: own}}
rules:
  - {id: a, pattern: "<when> {season}", value: 2020, examples: {x: none}}
spans: [{id: s, word: season, within: 7}]
)";
  const RuleSet rules = load_rules_from({{"built-in", built_in, 0}, {"own", own, 1}});
  CHECK(rules.language == "en-GB");
  CHECK(value_of(rules, "season", "autumn") == "FA");
  CHECK(value_of(rules, "season", "fall") == "WI");
  CHECK(value_of(rules, "season", "summer") == "SU");
  CHECK(rules.lexicon.classes.at("year").digits->most_length == 2);
  CHECK(rules.lexicon.inflections.at("v").irregular.at("sink").at("past") ==
        std::vector<std::string>{"sunk"});
  CHECK(value_of(rules, "holiday", "founding day") == "founding");
  CHECK(to_string(rules.profiles.at("news").past_first ? Severity::error : Severity::note) == "note");
  CHECK(rules.wording.patterns.at("day") == "own");
  REQUIRE(rules.spans.size() == 1);
  CHECK(rules.spans[0].within == 7);
  REQUIRE(rules.timexes.size() == 2);
  CHECK(rules.timexes[0].id == "a");
  CHECK(rules.timexes[0].parts[0].values[0].pieces[0].literal == "2020");
  CHECK(rules.timexes[1].id == "b");
  const std::string text = "in fall, during fall";
  const Segmented segmented = segment(text, {0, text.size()}, {});
  const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
  CHECK(rules.timex_program.hits_at(symbols, 0).empty());
  CHECK(rules.timex_program.hits_at(symbols, 3).size() == 1);
}

TEST_CASE("load: a later folder leaves rules out") {
  const auto a = [](const std::string& value) {
    return "rules: [{id: a, pattern: in, value: " + value + ", examples: {y: none}}]\n";
  };
  const std::string others =
      "not-dates: [{id: n, pattern: on, examples: {y: none}}]\n"
      "events: [{id: e, pattern: at, examples: {y: none}}]\nspans: [{id: s, word: w}]\nlexicon: {w: [w]}\n";
  const auto ids = [](const std::vector<RuleFileText>& files) {
    const RuleSet rules = load_rules_from(files);
    std::string list;
    for (const TimexRule& rule : rules.timexes) list += rule.id + "=" + std::to_string(rule.place.line) + " ";
    for (const EventRule& rule : rules.events) list += rule.id + " ";
    for (const SpanRule& rule : rules.spans) list += rule.id + " ";
    return list;
  };
  CHECK(ids({{"0", a("2020") + others, 0}}) == "n=2 a=1 e s ");
  CHECK(ids({{"0", a("2020") + others, 0}, {"1", "without: a\n", 1}}) == "n=2 e s ");
  CHECK(ids({{"0", a("2020") + others, 0}, {"1", "without: [a, n, e, s]\n", 1}}) == "");
  CHECK(ids({{"0", a("2020"), 0}, {"1", "without: [a]\n", 1}, {"2", "\n" + a("2021"), 2}}) == "a=2 ");
  CHECK(ids({{"0", a("2020"), 0}, {"1", "\n" + a("2021"), 1}, {"2", "without: [a]\n", 2}}) == "");
  // An example of a rule that another has replaced is not held against the new rule.
  CHECK(ids({{"0", "events: [{id: e, pattern: at, examples: {\"[at]\": e}}]\n", 0},
             {"1", "events: [{id: e, type: t, pattern: at, examples: {\"[at]\": t}}]\n", 1}}) == "e ");
  CHECK(problems({{"0", a("2020"), 0}, {"1", "without: [b, a]\n", 1}, {"2", "without: [[a]]\n", 2}}) ==
        "1:1:11: no earlier folder has a rule \"b\" | did you mean \"a\"?\n"
        "2:1:11: a word of \"without\" must be a single text\n");
}

TEST_CASE("load: a capture takes its value from the class that holds it") {
  const RuleSet rules = load_rules_from(
      {{"words", words},
       {"f",
        "rules:\n  - {id: a, pattern: \"(since {x:year}|since {x:day}|since {x:month})\", value: \"{x}\", "
        "examples: {y: none}}\n"}});
  const auto value = [&](const std::string& text) {
    const Segmented segmented = segment(text, {0, text.size()}, {});
    const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
    const auto hits = rules.timex_program.hits_at(symbols, 0);
    if (hits.empty()) return std::string("nothing");
    return capture_values(rules, rules.timexes[0].captures, hits[0], symbols).at(0).value;
  };
  CHECK(value("since 2020") == "2020");
  CHECK(value("since 5") == "05");
  CHECK(value("since Sept") == "09");
  CHECK(value("since 32") == "nothing");
}

TEST_CASE("load: contexts are asked for with the symbols at hand") {
  const RuleSet rules = load_rules_from({{"words", words},
                                         {"f",
                                          "rules:\n  - {id: a, pattern: \"{month}\", value: \"{month}\", "
                                          "left: since, not-right: \"( {day}|%)\", "
                                          "examples: {y: none}}\n"}});
  const auto allowed = [&](const std::string& text) {
    const Segmented segmented = segment(text, {0, text.size()}, {});
    const Symbols symbols = rules.timex_program.symbols_of(text, segmented.tokens);
    for (std::uint32_t t = 0; t < segmented.tokens.size(); ++t)
      for (const Hit& hit : rules.timex_program.hits_at(symbols, t))
        return objection_to(rules, rules.timexes[0], symbols, hit.tokens) == nullptr;
    return false;
  };
  CHECK(allowed("since May"));
  CHECK(allowed("since May, 5"));
  CHECK(allowed("since May-5"));
  CHECK_FALSE(allowed("May"));
  CHECK_FALSE(allowed("in May"));
  CHECK_FALSE(allowed("since May 5"));
  CHECK_FALSE(allowed("since May %"));
}

TEST_CASE("load: sentence starters come from the rule files") {
  const RuleSet rules =
      load_rules_from({{"f", "sentence-starters: [The, \"’tis\"]\nabbreviations: [a.m, Mr]\n"}});
  CHECK(rules.orthography.starters.contains("the"));
  CHECK(rules.orthography.starters.contains("'tis"));
  CHECK(rules.orthography.abbreviations.contains("a.m"));
  CHECK(rules.orthography.abbreviations.contains("mr"));
}

TEST_CASE("load: folders") {
  const test::ScratchFolder folder;
  const auto mistakes = [&](const std::string& language = "en") {
    try {
      load_rules({folder.path}, language);
      return std::string();
    } catch (const InputError& error) {
      std::string text;
      for (const Diagnostic& d : error.diagnostics)
        text += d.place.path.substr(std::min(d.place.path.size(), folder.path.string().size())) + ": " +
                d.message + "\n";
      return text;
    }
  };
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
  };
  CHECK(mistakes() == ": the rule folder holds no *.yaml file\n");
  write("b.yaml", "x: y\n");
  write("a.yml", "z: y\n");
  write("notes.txt", "no rule file");
  write(".hidden.yaml", "[");
  CHECK(mistakes() ==
        "/a.yml: unknown key \"z\" in a rule file\n/b.yaml: unknown key \"x\" in a rule file\n");
  write("a.yml", "");
  write("b.yaml", "");
  CHECK(mistakes() == "");
  std::filesystem::create_symlink("nowhere", folder / "c.yaml");
  std::filesystem::create_directory(folder / "d.yaml");
  CHECK(mistakes() == "/c.yaml: the rule file cannot be read\n/d.yaml: the rule file cannot be read\n");
  std::filesystem::create_directory(folder / "de");
  write("de/x.yaml", "language: de\n");
  CHECK(mistakes("de") == "");
}

TEST_CASE("load: the built-in rules") {
  const auto begin = std::chrono::steady_clock::now();
  const RuleSet rules = load_rules({std::filesystem::path(FASTI_SOURCE_DIR) / "rules"}, "en");
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  CHECK(seconds < 5);  // a hundredth of a second in a release build on a free machine
  CHECK(rules.language == "en");
  CHECK(told(rules.warnings) == "");
  CHECK(rules.timexes.size() > 20);
  CHECK(rules.events.size() > 20);
  CHECK(value_of(rules, "month", "sept") == "09");
  CHECK(rules.has_form("lost", "v", "past"));
  CHECK_FALSE(rules.orthography.starters.empty());
}

TEST_CASE("load: date-words are patterns; each is there once, and their mistakes are told") {
  const RuleSet rules = load_rules_from({{"words", words},
                                         {"f", "date-words: [\"{month}\", \"{day}th\"]\n", 0},
                                         {"g", "date-words: [\"{year}\", \"{month}\"]\n", 1}});
  std::string all;
  for (const DateWord& word : rules.date_words) all += word.text + " " + word.place.path + "; ";
  CHECK(all == "{year} g; {month} g; {day}th f; ");
  check("date-words: [\"{mnth}\"]\n", "f:1:16: unknown lexicon class \"mnth\" | did you mean \"month\"?\n");
  check("date-words: [\"{month}\", \"{month}\"]\n",
        "f:1:26: the date word \"{month}\" stands here for the second time | the other is at f:1\n");
}
