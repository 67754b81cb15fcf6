// Any bytes as a rule file, beside a few words: they load, or every mistake is told with a place that the
// file has. What loads is then used: its examples run and a text is matched. One input in eight stands beside
// the built-in words, which take ten times as long to load.
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "cli/rule_folders.h"
#include "fuzz/invariants.h"
#include "rules/load.h"
#include "timeline/rule_examples.h"

using namespace fasti;

namespace {

const std::string fuzzed_name = "fuzzed.yaml";

const std::string few_words = R"yaml(
lexicon:
  month: {"05": [may], "09": [september, sept]}
  weekday: {"1": [monday], "7": [sunday]}
  part: {START: [early], END: [late]}
  unit: {D: [day, days], W: [week, weeks], Y: [year, years]}
  determiner: [the, a]
digits:
  day: {length: 1-2, range: 1-31, pad: 2}
  year: {length: 4}
  number: {length: 1-3}
inflection:
  v: {endings: [{base: "", past: ed}, {when: e, strip: 1, base: e, past: ed}], irregular: {lose: {past: lost}}}
  n: {endings: [{singular: "", plural: s}]}
holidays: {easter: {on: easter, words: [easter]}}
profiles: {news: {nearest: past}}
fragments: {when: "(in|on)"
}
rules:
  - {id: month-day, pattern: "{month}.? {day}", value: "XXXX-{month}-{day}", examples: {"a": none}}
)yaml";

const std::vector<RuleFileText>& built_in_words() {
  static const std::vector<RuleFileText> files = {
      {"lexicon.yaml", fuzz::file_text(cli::built_in_rules() / "en" / "lexicon.yaml"), 0},
      {"profiles.yaml", fuzz::file_text(cli::built_in_rules() / "en" / "profiles.yaml"), 0}};
  return files;
}

std::size_t lines_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

// A class that the file defines anew may make wrong what a rule of another file builds of it; then that rule
// is told.
void check_mistakes(const InputError& error, std::string_view text) {
  fuzz::require(!error.diagnostics.empty(), "an error tells something");
  for (const Diagnostic& d : error.diagnostics) {
    fuzz::require(!d.place.path.empty() && d.place.line > 0, "a mistake has a place in a file");
    if (d.place.path != fuzzed_name) {
      fuzz::require(text.find("digits") != text.npos || text.find("lexicon") != text.npos,
                    "a mistake is told of a file that has none");
      continue;
    }
    fuzz::require(d.place.line <= lines_in(text), "the line told is one of the file");
    fuzz::require(d.place.column <= text.size() + 1, "the column told is one of the file");
    fuzz::require(!d.message.empty() && is_valid_utf8(to_string(d)), "what is told can be printed");
  }
}

void use(const RuleSet& rules) {
  run_examples(rules);
  static const std::string text =
      "He was born on May 5, 1911 and died 10 years later, on Sept. 27. Two days after the flood of "
      "27/9/2020 "
      "the town's bridge was lost. \u201cOn Monday,\u201d said Ned Orr.";
  const Segmented segmented = segment(text, {0, text.size()}, rules.orthography);
  fuzz::check_partials(match_timexes(text, segmented, rules, Profile{}), text);
  fuzz::check_hits(rules.timex_program, segmented, text);
  fuzz::check_hits(rules.event_program, segmented, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::vector<RuleFileText> files = {{"few.yaml", few_words, 0}};
  if (size % 8 == 0) files = built_in_words();
  files.push_back({fuzzed_name, text, 1});
  try {
    use(load_rules_from(files));
  } catch (const InputError& error) {
    check_mistakes(error, text);
  }
  return 0;
}
