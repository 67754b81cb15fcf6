#include "base/utf8.h"

#include "catch.h"
#include "shared_data.h"

using namespace fasti;
using namespace std::string_literals;

namespace {

void check_repair(std::string bytes, const std::string& expected, std::size_t replaced, std::size_t first) {
  const Repaired result = repair_utf8(bytes);
  CHECK(result.text == expected);
  CHECK(result.replaced == replaced);
  CHECK(result.first == first);
  CHECK(is_valid_utf8(bytes) == (replaced == 0));
}

}  // namespace

TEST_CASE("every byte of an invalid sequence becomes one question mark", "[base]") {
  check_repair("plain", "plain", 0, 0);
  check_repair("naïve 日 😀", "naïve 日 😀", 0, 0);
  check_repair("caf\xE9 au", "caf? au", 1, 3);
  check_repair("\x80\x80", "??", 2, 0);
  check_repair("a\xC0\xAF", "a??", 2, 1);            // overlong
  check_repair("a\xED\xA0\x80z", "a???z", 3, 1);     // a surrogate
  check_repair("a\xF4\x90\x80\x80", "a????", 4, 1);  // past U+10FFFF
  check_repair("a\xF0\x9F\x98", "a???", 3, 1);       // cut short
  check_repair("\xE2\x82(\xE2\x82\xAC",
               "?"
               "?(€",
               2, 0);  // cut short, then a good one
  check_repair("x\0y"s, "x\0y"s, 0, 0);
}

TEST_CASE("mended hostile bytes are valid and as long as before", "[base][hostile]") {
  for (const char* name : {"utf8/utf8tests.bin", "naughty-strings/blns.txt"}) {
    const auto bytes = test::shared_file(std::string("corpora/hostile/") + name);
    if (!bytes) return;
    const Repaired result = repair_utf8(*bytes);
    CHECK(is_valid_utf8(result.text));
    CHECK(result.text.size() == bytes->size());
  }
}

TEST_CASE("code points are read and written", "[base]") {
  CHECK(decode("é!", 0).value == 0xE9);
  CHECK(decode("é!", 0).length == 2);
  CHECK(decode("\xE9!", 0).value == replacement_character);
  CHECK(decode("\xE9!", 0).length == 1);
  std::string text;
  for (char32_t value : {U'a', U'é', U'日', U'😀'}) append_utf8(text, value);
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == "aé日😀\uFFFD\uFFFD");
  CHECK(count_code_points(text) == 6);
}

TEST_CASE("a byte's line and column count from one, in characters", "[base]") {
  const std::string text = "one\ntwö x\r\n\nlast";
  CHECK(line_column(text, 0) == LineColumn{1, 1});
  CHECK(line_column(text, 3) == LineColumn{1, 4});
  CHECK(line_column(text, 4) == LineColumn{2, 1});
  CHECK(line_column(text, 9) == LineColumn{2, 5});
  CHECK(line_column(text, 12) == LineColumn{3, 1});
  CHECK(line_column(text, 999) == LineColumn{4, 5});
  CHECK(line_at(text, 6) == "twö x");
  CHECK(line_at(text, 12).empty());
  CHECK(line_at(text, 999) == "last");
  CHECK(line_at("", 0).empty());
}

TEST_CASE("UTF-16 with a mark is made UTF-8", "[base]") {
  CHECK(has_utf16_mark("\xFF\xFEh\0"s));
  CHECK_FALSE(has_utf16_mark("\xEF\xBB\xBF"));
  CHECK(utf8_from_utf16("\xFF\xFEh\0\xE9\0"s) == "hé");
  CHECK(utf8_from_utf16("\xFE\xFF\0h\0\xE9"s) == "hé");
  CHECK(utf8_from_utf16("\xFF\xFE\x3D\xD8\x00\xDE"s) == "😀");
  CHECK(utf8_from_utf16("\xFF\xFE\x3D\xD8h\0x"s) == "\uFFFDh");  // a lone surrogate, an odd byte
}

TEST_CASE("case is Unicode's", "[base]") {
  CHECK(is_upper(U'A'));
  CHECK(is_upper(U'Ж'));
  CHECK(is_upper(U'ǅ'));
  CHECK_FALSE(is_upper(U'é'));
  CHECK_FALSE(is_upper(U'日'));
  CHECK(is_lower(U'é'));
  CHECK_FALSE(is_lower(U'日'));
  CHECK(fold_case(U'Ä') == U'ä');
  CHECK(fold_case(U'ς') == U'σ');
  CHECK(fold_case(U'9') == U'9');
}

TEST_CASE("blanks are trimmed, whatever their width, and nothing else", "[base]") {
  CHECK(trimmed(" \u00A0a b\u200B\t\n") == "a b");
  CHECK(trimmed(" \n\u2003").empty());
  CHECK(trimmed("a \x80") == "a \x80");  // a stray byte can be seen
  CHECK(trimmed("\x80 ") == "\x80");
  CHECK(skip_blanks("  a", 0) == 2);
  CHECK(skip_blanks("a  ", 1) == 3);
  CHECK(is_blank(U'\u00AD'));
  CHECK_FALSE(is_blank(U'\0'));
}
