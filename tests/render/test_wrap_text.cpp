#include "render/wrap_text.h"

#include <unicode/utf8.h>

#include "base/escape.h"
#include "catch.h"

using namespace fasti;

namespace {

// One a character, whatever it is.
double characters(std::string_view text) {
  double count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0 : 1;
  return count;
}

using Lines = std::vector<std::string>;

struct Case {
  std::string text;
  double width;
  std::size_t most_lines;
  Lines expected;
};

}  // namespace

TEST_CASE("texts are wrapped where they may be broken", "[render][wrap]") {
  const std::vector<Case> cases = {
      {"", 10, 3, {""}},
      {"short", 10, 3, {"short"}},
      {"one two three", 7, 3, {"one two", "three"}},
      {"one two three four", 7, 2, {"one two", "three…"}},
      {"one two three four", 7, 1, {"one tw…"}},
      {"exactly7 more", 8, 3, {"exactly7", "more"}},
      {"unbreakable", 5, 3, {"unbre", "akabl", "e"}},
      {"  blanks \n\t collapse ", 20, 3, {"blanks collapse"}},
      {"北京市民纪念馆", 4, 3, {"北京市民", "纪念馆"}},
      {"北京市民纪念馆", 4, 1, {"北京市…"}},
      {"Ärzte öffnen Übergänge", 12, 3, {"Ärzte öffnen", "Übergänge"}},
      {"half-way well-known", 5, 4, {"half-", "way", "well-", "known"}},
      {"bad \xFF byte", 20, 1, {"bad \uFFFD byte"}},
      {"\u202Eevil", 20, 1, {"evil"}},
  };
  for (const Case& one : cases) {
    INFO(one.text << " in " << one.width);
    CHECK(wrap(one.text, one.width, one.most_lines, characters) == one.expected);
  }
}

TEST_CASE("no word is left alone on the last line", "[render][wrap]") {
  CHECK(wrap("aa bb cc dd ee ff", 14, 3, characters) == Lines{"aa bb cc dd ee", "ff"});
  CHECK(balanced("aa bb cc dd ee ff", 14, 3, characters) == Lines{"aa bb cc", "dd ee ff"});
  CHECK(balanced("aa bb", 14, 3, characters) == Lines{"aa bb"});
  CHECK(balanced("aa bb cc dd ee ff", 8, 1, characters) == Lines{"aa bb c…"});
}

TEST_CASE("a family emoji is not cut apart", "[render][wrap]") {
  const std::string family = "👨‍👩‍👧‍👦";
  const Lines lines = wrap(family + family, 8, 3, characters);
  CHECK(lines == Lines{family, family});
}

TEST_CASE("endless texts give few lines, all that fit and are whole characters", "[render][wrap]") {
  const std::vector<std::string> units = {"word ",  "x",        "语", "e\u0301\u0301\u0301",
                                          "\u200B", "👍🏽", " ",  "\xC3"};
  for (const std::string& unit : units) {
    std::string text;
    while (text.size() < 10'000) text += unit;
    const Lines lines = wrap(text, 40, 4, characters);
    INFO("unit " << unit);
    CHECK(lines.size() <= 4);
    for (const std::string& line : lines) CHECK(clean_text(line) == line);
    if (unit != "e\u0301\u0301\u0301" && unit != "\u200B")
      for (const std::string& line : lines) CHECK(characters(line) <= 40);
  }
}
