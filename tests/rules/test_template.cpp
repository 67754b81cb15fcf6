#include "rules/template.h"

#include "catch.h"

using namespace fasti;

namespace {

// The value, or what is wrong with the template and where.
std::string filled(const std::string& text, const std::vector<CaptureValue>& captures) {
  try {
    return fill(parse_template(text), captures).value_or("no value");
  } catch (const TemplateError& error) {
    return std::to_string(error.offset) + ": " + error.message;
  }
}

void check(const std::string& text, const std::string& expected) {
  INFO(text);
  CHECK(filled(text, {{"year", "2020"},
                      {"day", "05"},
                      {"rel", "+1"},
                      {"back", "-3"},
                      {"word", "x"},
                      {"step-by-day", "7"},
                      {"huge", "9223372036854775807"},
                      {"least", "-9223372036854775808"}}) == expected);
}

const std::string missing = "a name or a number is missing between the braces";
const std::string no_partner = "a brace has no partner";

}  // namespace

TEST_CASE("template: holes are filled as captured") {
  check("{year}-XX-{day}", "2020-XX-05");
  check("PRESENT_REF", "PRESENT_REF");
  check("@{rel}Y", "@+1Y");
  check("{step-by-day}", "7");
  check("{none}", "no value");
  check("{year}{none}", "no value");
  check("", "");
  check("{word}é{word}", "xéx");
}

TEST_CASE("template: sums") {
  check("{year - 1}", "2019");
  check("{year + rel}", "2021");
  check("{year + back + day}", "2022");
  check("{day + 0}", "5");
  check("{year - back}", "2023");
  check("{3}", "3");
  check("{year + word}", "no value");
  check("{year + none}", "no value");
  // A name may hold hyphens, so signs stand between blanks.
  check("{year-1}", "no value");
}

TEST_CASE("template: a sum that does not fit has no value") {
  check("{huge + 1}", "no value");
  check("{huge - 1}", "9223372036854775806");
  check("{0 - least}", "no value");
  check("{least - 1}", "no value");
}

TEST_CASE("template: mistakes and where they stand") {
  check("{", "0: " + no_partner);
  check("a}", "1: " + no_partner);
  check("{year}-{day", "7: " + no_partner);
  check("{{year}}", "0: " + no_partner);
  check("a{}", "2: " + missing);
  check("{ year }", "1: " + missing);
  check("{year + }", "8: " + missing);
  check("{ + year}", "1: " + missing);
  check("{year  + 1}", "1: " + missing);
}

TEST_CASE("template: names in holes, with their places") {
  const auto names = names_in(parse_template("year-{year - 1}-{day}{year}"));
  REQUIRE(names.size() == 2);
  CHECK(names[0].name == "day");
  CHECK(names[0].offset == 17);
  CHECK(names[1].name == "year");
  CHECK(names[1].offset == 6);
}
