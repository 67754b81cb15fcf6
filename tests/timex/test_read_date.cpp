// Cells of tables: wordings of many programs, and what is no date.
#include "timex/read_date.h"

#include "calendar/edtf.h"
#include "claim/english.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

CellDate read(const std::string& cell, const std::string& published = "2011-12-05",
              std::optional<bool> day_first = std::nullopt) {
  const RuleSet& rules = english();
  return read_date(cell, from_edtf(published), day_first, rules, rules.profiles.at("record"));
}

void check(const std::string& cell, const std::string& expected,
           std::optional<bool> day_first = std::nullopt) {
  const CellDate date = read(cell, "2011-12-05", day_first);
  CAPTURE(cell);
  CHECK((date.timex ? to_edtf(*date.timex->range) : "none") == expected);
}

}  // namespace

TEST_CASE("a cell's date", "[read_date]") {
  check("2011-12-05", "2011-12-05");
  check("4:22pDec 5", "2011-12-05T16:22");
  check("12/5/11 4:27 PM (-08:00)", "2011-12-05T16:27");
  check("Dec 05 - Not Available", "2011-12-05");
  check("1850~", "1850~");
  check("Not available", "none");
  check("", "none");
  check("\xEF\xBF\xBD{}\"", "none");
}

TEST_CASE("a cell of digits alone", "[read_date]") {
  check("20111205", "2011-12-05");
  check("20111205T1622", "2011-12-05T16:22");
  check("20111205162207", "2011-12-05T16:22:07");
  check("20111305", "none");
  check("1323102120", "2011-12-05T16:22:00");
  check("1323102120000", "2011-12-05T16:22:00");
}

TEST_CASE("a cell of two dates is the stretch between them", "[read_date]") {
  check("3 May 1912 - 5 May 1912", "1912-05-03/1912-05-05");
  check("2011-12-05/2011-12-07", "2011-12-05/2011-12-07");
}

TEST_CASE("day and month in either order", "[read_date]") {
  check("03/04/2020", "2020-03-04");
  check("03/04/2020", "2020-04-03", true);
  check("25/12/2019", "2019-12-25");
  CHECK(read("03/04/2020").order == CellOrder::either);
  CHECK(read("25/12/2019").order == CellOrder::day_first);
  CHECK(read("12/25/2019").order == CellOrder::month_first);
  CHECK(read("3 April 2020").order == CellOrder::none);
}

TEST_CASE("without a publication only complete dates are read", "[read_date]") {
  CHECK_FALSE(read("yesterday", "").timex);
  CHECK_FALSE(read("Dec 5", "").timex);
  CHECK(read("Dec 5, 2011", "").timex);
}
