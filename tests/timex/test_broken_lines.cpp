#include "timex/broken_lines.h"

#include "catch.h"
#include "english.h"
#include "text/blocks.h"

using namespace fasti;

namespace {

void check(const std::string& text, const std::string& expected) {
  INFO(text);
  CHECK(testing::values_of(testing::document_of(text, "2021-09-29")) == expected);
}

}  // namespace

TEST_CASE("a date that goes over the end of a line is one expression", "[timex]") {
  check("The ferry sank on June\n12, 2021, off the pier.", "June\n12, 2021 = 2021-06-12");
  check("The ferry sank on June 12,\n2021, off the pier.", "June 12,\n2021 = 2021-06-12");
  check("The ferry sank on June\r\n12, off the pier.", "June\r\n12 = 2021-06-12");
  check("The ferry sank on June \n  12, off the pier.", "June \n  12 = 2021-06-12");
  check("It sank on Sunday,\n12 September 2021.", "Sunday,\n12 September 2021 = 2021-09-12");
  check("It sank two\ndays ago.", "two\ndays ago = 2021-09-27");
  check("It sank at 10\na.m. on June\n12, 2021.", "10\na.m. on June\n12, 2021 = 2021-06-12T10:00");
  check("In May\n1911 he came and left\nthe following\nyear.",
        "May\n1911 = 1911-05; the following\nyear = 1912");
}

TEST_CASE("what only looks like a broken date stays apart", "[timex]") {
  check("It sank in June\n\n12 men were lost.", "June = 2021-06");
  check("June\n12 men were lost.", "June = 2021-06");
  check("1911 He comes in May\n1912 She leaves", "1911 = 1911; May = 1911-05; 1912 = 1912");
  check("It sank in June:\n12 men were lost.", "June = 2021-06");
}

TEST_CASE("blocks stay ascending and whole, whatever stands between them", "[timex]") {
  for (const std::string text :
       {"", "\n", "a\nb", "in June\n12", "in June\n12\n13\n14 May\n2020\n", "\xff in June\n\xff"}) {
    INFO(text);
    const RuleSet& rules = testing::english();
    std::size_t end = 0;
    for (const Span block :
         join_broken_lines(text, find_blocks(text, {0, text.size()}), rules, rules.profiles.at("news"))) {
      CHECK(block.begin >= end);
      CHECK(block.begin < block.end);
      end = block.end;
    }
    CHECK(end <= text.size());
  }
}
