#include "render/svg_pieces.h"

#include <fmt/format.h>

#include "catch.h"

using namespace fasti;

namespace {

// Which items stand in which piece: "ab|bc".
std::string cut(const std::vector<DrawnItem>& items, double width, double height, bool whole = false) {
  const std::string svg = pieces_of(items, {{0, width}, {0, height}, "", ""}, whole);
  std::string told;
  for (std::size_t at = svg.find("<g>\n"); at != svg.npos; at = svg.find("<g>\n", at + 1))
    told += (told.empty() ? "" : "|") + svg.substr(at + 4, svg.find("</g>", at) - at - 4);
  return told;
}

DrawnItem word(char name, double x, double y, double size = 10) {
  return {std::string(1, name), {x, x + size}, {y, y + size}, false};
}

DrawnItem line(char name, double x, double y, double to_x, double to_y) {
  return {std::string(1, name), {x, to_x}, {y, to_y}, true};
}

}  // namespace

TEST_CASE("svg pieces: cut between words, through lines", "[render][inline-svg]") {
  CHECK(cut({word('a', 0, 0), word('b', 0, 100), word('c', 0, 200)}, 130, 210) == "ab|c");
  CHECK(cut({word('a', 0, 0), word('b', 0, 100), word('c', 0, 200)}, 60, 210) == "a|b|c");
  CHECK(cut({line('l', 5, 0, 5, 210), word('a', 0, 0), word('b', 0, 200)}, 60, 210) == "la|lb");
  CHECK(cut({line('k', 5, 0, 5, 20), word('a', 0, 0), word('b', 0, 200)}, 60, 210) == "ka|b");
  CHECK(cut({{"g", {}, {}, true}, word('a', 0, 0), word('b', 0, 200)}, 60, 210) == "ga|gb");
  CHECK(cut({word('a', 0, 0), word('b', 0, 5, 190), word('c', 0, 190)}, 60, 210) == "abc");  // no gap
  CHECK(cut({word('a', 0, 0), word('b', 0, 200)}, 60, 210, true) == "ab");
  CHECK(cut({}, 60, 2100) == "");
}

TEST_CASE("svg pieces: a wide drawing is cut from left to right", "[render][inline-svg]") {
  CHECK(cut({word('a', 0, 0), word('b', 100, 0), word('c', 200, 0)}, 210, 60) == "a|b|c");
  CHECK(cut({line('l', 0, 5, 210, 5), word('a', 0, 0), word('b', 200, 50)}, 210, 60) == "la|lb");
  CHECK(cut({word('a', 0, 0), word('b', 100, 0)}, 110, 60) == "ab");  // fits a sheet
  const std::string svg = pieces_of({word('a', 0, 0), word('b', 200, 0)},
                                    {{0, 210}, {0, 60}, " font-size=\"9\"", "translate(0 1)"});
  CHECK(svg.find("--wide:105.00;--high:60.00") != svg.npos);
  CHECK(svg.find("viewBox=\"105.00 0.00 105.00 60.00\" font-size=\"9\">") != svg.npos);
  CHECK(svg.find("<g transform=\"translate(0 1)\">") != svg.npos);
}

TEST_CASE("svg pieces: thousands of items take no time", "[render][inline-svg]") {
  std::vector<DrawnItem> items;
  for (int i = 0; i < 30'000; ++i) items.push_back(word('a', 0, i * 12.));
  CHECK(cut(items, 600, 360'000).size() > 30'000);
}
