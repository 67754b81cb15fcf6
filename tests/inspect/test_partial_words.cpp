#include "inspect/partial_words.h"

#include "catch.h"

using namespace fasti;

namespace {

void check(const std::string& partial, const std::string& expected, TimexType type = TimexType::date) {
  CAPTURE(partial);
  CHECK(partial_in_words(partial, type) == expected);
}

}  // namespace

TEST_CASE("partial values in words") {
  check("2020-09-28", "nothing is left open");
  check("XXXX-09-28", "the year is left open");
  check("XXXX-WXX-3", "the week is left open");
  check("<XXXX-09", "the last one before what it is counted from");
  check("=XXXX-09", "the one in the same year, or week, as what it is counted from");
  check(">XXXX-09", "the next one after what it is counted from");
  check("@-14Y", "14 years before what it is counted from");
  check("@+1D", "1 day after what it is counted from");
  check("@-2CE", "2 centuries before what it is counted from");
  check("@+3D", "3 days after what it is counted from");
  check("@+0W", "the week of what it is counted from");
  check("PRESENT_REF", "a time that no date is known for");
  check("P10D", "how long", TimexType::duration);
  check("XXXX-WXX-5", "how often", TimexType::set);
  check("", "nothing is left open");
}
