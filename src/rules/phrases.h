// What pictures and reports say in words of their own, by name. The words are data (rules/*/report.yaml); the
// names and what may be filled into each are listed here, once, so that a slip in either is told.
//
//   say(phrases, "verdict-preferred", {{"date", "28 September 2020"}}) == "28 September 2020 is preferred"
//   say_number(phrases, "events", 1) == "1 event"        from "events-one"; of 2 it is "2 events"
//
// Of numbers, each language has the forms that it needs: "events-one", "events-few" … by the categories of
// Unicode's plural rules, and "events" for all others.
#pragma once

#include <array>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fasti {

struct Phrases {
  std::string language;  // "en"
  std::map<std::string, std::string, std::less<>> texts;
};

// A name, and the placeholders that its text may have: "{date}".
struct PhraseKind {
  std::string_view name;
  std::string_view holes;  // separated by blanks
};
extern const std::vector<PhraseKind> phrase_kinds;

// The kind of a name, also of "events-one"; nullptr where there is none.
const PhraseKind* phrase_kind(std::string_view name);

// The placeholders of a text, in its order.  "{n} of {all}" -> n, all
std::vector<std::string_view> holes_in(std::string_view text);

using Holes = std::vector<std::pair<std::string_view, std::string>>;
using Escape = std::string (*)(std::string_view);

// The phrase with its holes filled. `escape` is applied to the phrase's own words, not to what is filled in.
// A phrase that a language lacks shows its name in words and what was to be filled in, so that nothing is
// lost.
std::string say(const Phrases&, std::string_view name, const Holes& = {}, Escape = nullptr);

// The same of a number, in the form that the language has for it; {n} is the number.
std::string say_number(const Phrases&, std::string_view name, std::size_t n, Holes = {}, Escape = nullptr);

bool has_phrase(const Phrases&, std::string_view name);

// Takes over, with all its forms of number, what `phrases` lacks and `others` have.
bool lacks_any(const Phrases&);
void fill_up(Phrases&, const Phrases& others);

}  // namespace fasti
