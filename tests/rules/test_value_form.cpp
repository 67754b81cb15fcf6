// Which texts are values; and that the form and the meaning (timex/partial.h) agree.
#include "rules/value_form.h"

#include <string>

#include "calendar/timex_value.h"
#include "catch.h"
#include "timex/english.h"
#include "timex/partial.h"

using namespace fasti;

namespace {

bool is_right(std::string_view value) {
  return is_value(value, [](std::string_view name) { return name == "easter" || name == "The-Tide"; });
}

const std::string good[] = {"2020-09-27",
                            "2020-09",
                            "2020",
                            "202",
                            "20",
                            "2",
                            "2020-SU",
                            "2020-Q3",
                            "2020-H1",
                            "2021-W38",
                            "2021-W38-WE",
                            "2021-W38-3",
                            "BC0490",
                            "-0489",
                            "FY1998",
                            "2020-09-27T10:30",
                            "2020-09-27TMO",
                            "2020-09-27T10:30:05Z",
                            "XXXX",
                            "XXXX-09-28",
                            "XXXX-02-29",
                            "XXXX-09",
                            "XXXX-SU",
                            "XXXX-Q3",
                            "XXXX-QX",
                            "XXXX-WXX-3",
                            "XXXX-WXX-WE",
                            "XXXX-WXX",
                            "XXXX-WXX-5TNI",
                            "XXXX-XX-28",
                            "XXXX-XX-31",
                            "XXXX-XX-XX",
                            "XXXX-XX-XXTMO",
                            "XX60",
                            "XX60-09",
                            "XX6",
                            "BC?0490",
                            "<XXXX-09",
                            "=XXXX-WXX-3",
                            ">XXXX-SU",
                            "XXXX-(easter)",
                            "2020-(05/1/1)",
                            "XXXX-(10/last/5)",
                            "@+1M-(2/2)",
                            "@-1Y-(05/1/1)T10:30",
                            "XXXX-(03/1/6)~WE",
                            "2020-(easter)",
                            "<XXXX-(easter)",
                            "XXXX-(The-Tide)",
                            "2020-(easter)TMO",
                            "@-14Y",
                            "@+0W",
                            "@-1M",
                            "@-1WE",
                            "@+3DE",
                            "@-1CE",
                            "@-1Q",
                            "@-1H1",
                            "@-2TH",
                            "@+30TM",
                            "@+1TS",
                            "@-1Y-09-30",
                            "@+0Y-SU",
                            "@-1W-5",
                            "@-1W-WE",
                            "@-1M-05",
                            "@-1Y-(easter)",
                            "@-1DTNI",
                            "@+0DT10:30",
                            "@+0DT0735",
                            "@-1D~W",
                            "XXXX-09-28~W",
                            "2020-03?04",
                            "2020-13?04",
                            "2020-04?13",
                            "XXXX-03?04",
                            "T10:30",
                            "TMO",
                            "T0735",
                            "P10D",
                            "PT3H",
                            "PXW",
                            "P1.5Y",
                            "PT1H30M",
                            "P1Y6M",
                            "P1DE",
                            "P2CE",
                            "PXX",
                            "@=",
                            "PXML",
                            "PTXM",
                            "P1WE",
                            "P1NI",
                            "PRESENT_REF",
                            "PAST_REF",
                            "FUTURE_REF"};

const std::string bad[] = {"",
                           "hello",
                           "2020-13-45",
                           "2020-02-30",
                           "XXXX-06-31",
                           "XXXX-13",
                           "2020-May",
                           "2020-9",
                           "20200927",
                           "2020-Q5",
                           "2021-W54",
                           "2020-W20-8",
                           "2020-XY",
                           "XXXX-WXX-8",
                           "XXXX-(christmass)",
                           "XXXX-()",
                           "2020-(13/1/1)",
                           "2020-(05/6/1)",
                           "2020-(2/2)",
                           "@+1M-(05/2/2)",
                           "@+1M-(easter)",
                           "XXXX-(03/1/6)~WX",
                           "XXXX-(easter",
                           "X",
                           "XXX",
                           "@",
                           "@-1",
                           "@-Y",
                           "@-1X",
                           "@-1Y-13",
                           "@-1M-32",
                           "@-1D-5",
                           "@--1Y",
                           "<",
                           "<<XXXX-09",
                           "T",
                           "T25:00",
                           "2020-09-27T",
                           "2020-09-27TXY",
                           "2020-09-27T99",
                           "2020-23?34",
                           "2020-3?4",
                           "P",
                           "PT",
                           "P10",
                           "PD",
                           "P1B",
                           "10D",
                           "present_ref",
                           "PRESENT",
                           "2020-(easter)x",
                           "~W",
                           "2020-09-27 ",
                           " 2020"};

}  // namespace

TEST_CASE("value form: what is a value") {
  for (const std::string& value : good) {
    INFO(value);
    CHECK(is_right(value));
  }
  for (const std::string& value : bad) {
    INFO(value);
    CHECK_FALSE(is_right(value));
  }
}

TEST_CASE("value form: the name of a holiday") {
  CHECK(holiday_named("XXXX-(easter)") == "easter");
  CHECK(holiday_named("@-1Y-(easter)TMO") == "easter");
  CHECK(holiday_named("XXXX-09").empty());
  CHECK(holiday_named("XXXX-(easter").empty());
  CHECK(holiday_named(")(").empty());
}

TEST_CASE("value form: what has the form of an open value can be resolved, and what has not cannot") {
  const RuleSet& rules = testing::english();
  const Day anchor = day_of({2020, 5, 5});
  const auto resolves = [&](const std::string& value) {
    const Partial partial = parse_partial(value);
    if (partial.kind == Partial::Kind::missing) return !readings_near(partial.value, anchor, rules).empty();
    if (partial.unit.starts_with('T')) return true;
    return value_range(shifted_value(anchor, partial, rules)).has_value();
  };
  // Sets keep what they leave open, the order of two numbers is settled before, and this holiday is ours
  // alone.
  const auto is_left_aside = [](const std::string& value) {
    return value.find("XX-XX") != std::string::npos || value.ends_with("WXX") || value.ends_with("QX") ||
           value == "@=" || value.find("3?") != std::string::npos ||
           value.find("The-Tide") != std::string::npos;
  };
  for (const std::string& value : good) {
    const bool open = parse_partial(value).kind != Partial::Kind::complete;
    if (!open || is_left_aside(value)) continue;
    INFO(value);
    CHECK(resolves(value));
  }
  for (const std::string& value : bad) {
    if (parse_partial(value).kind == Partial::Kind::complete) continue;
    INFO(value);
    CHECK_FALSE(resolves(value));
  }
}
