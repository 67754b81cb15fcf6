#include "article/address_date.h"
#include "article/machine_date.h"
#include "calendar/edtf.h"
#include "catch.h"

using namespace fasti;

namespace {

std::string machine(const std::string& text) {
  const auto range = read_machine_date(text);
  return range ? to_edtf(*range) : "none";
}

std::string shown(const std::optional<DateStatement>& statement) {
  return statement ? to_edtf(statement->range) : "none";
}
std::string address(const std::string& text) { return shown(date_in_address(text)); }
std::string file_name(const std::string& text) { return shown(date_in_file_name(text)); }

}  // namespace

TEST_CASE("dates as programs write them", "[article][published]") {
  for (const char* text : {"2021-09-29",
                           "2021-09-29T10:31:00+01:00",
                           "2021-09-29T23:59:59Z",
                           "2021-09-29 10:31:00 UTC",
                           "2021-09-29T10:31:00.123456789Z",
                           "2021-9-29",
                           "2021/09/29",
                           "2021/09/29 10:31",
                           "2021.09.29",
                           "20210929",
                           "20210929T103100Z",
                           "202109291031",
                           "20210929103100",
                           "1632911460",
                           "1632911460000",
                           "Wed, 29 Sep 2021 10:31:00 +0100",
                           "29 Sep 2021 10:31:00 GMT",
                           "Wed Sep 29 10:31:00 UTC 2021",
                           "Wed Sep 29 2021 10:31:00 GMT+0100",
                           "29.09.2021",
                           "29.09.2021 10:31",
                           "29/09/2021",
                           "9/29/2021 10:31 AM",
                           "  2021-09-29\n"}) {
    INFO(text);
    CHECK(machine(text) == "2021-09-29");
  }
  CHECK(machine("2021-09") == "2021-09");
  CHECK(machine("09/10/2021") == "2021-09-10/2021-10-09");
  CHECK(machine("09/09/2021") == "2021-09-09");
  CHECK(machine("1898-05-03") == "1898-05-03");
}

TEST_CASE("what is no date of a program", "[article][published]") {
  for (const char* text : {"",
                           "0001-01-01T00:00:00Z",
                           "1970-01-01T00:00:00+00:00",
                           "1969-12-31",
                           "1900-01-01",
                           "0",
                           "0000000000",
                           "2021-02-30",
                           "2021-13-01",
                           "29 September 2021",
                           "September 29, 2021",
                           "today",
                           "2021",
                           "9999-99-99",
                           "version 2021-09-29 of it",
                           "2021-09-29 and 2021-09-30",
                           "12345",
                           "123456789012345678901234567890",
                           "31/31/2021",
                           "Sep 2021"}) {
    INFO(text);
    CHECK(machine(text) == "none");
  }
}

TEST_CASE("dates in addresses", "[article][published]") {
  CHECK(address("https://courier.example/2021/09/29/pier") == "2021-09-29");
  CHECK(address("https://courier.example/2021/9/3/pier") == "2021-09-03");
  CHECK(address("https://courier.example/news/2021-09-29-pier.html") == "2021-09-29");
  CHECK(address("https://courier.example/pier-20210929") == "2021-09-29");
  CHECK(address("https://courier.example/world/2021/sep/29/pier") == "2021-09-29");
  CHECK(address("https://courier.example/2021/09/pier") == "2021-09");
  CHECK(address("https://courier.example/pier?date=2021-09-29") == "2021-09-29");
  CHECK(address("https://web.archive.org/web/2021100312/https://courier.example/2021/09/29/pier") ==
        "2021-09-29");
  for (const char* text : {"https://courier.example/1234/56/78", "https://courier.example/pier-2021",
                           "https://2021-09-29.example/pier", "https://courier.example/1812/09/14/moscow",
                           "https://courier.example/p/202109291234567", "pier", ""}) {
    INFO(text);
    CHECK(address(text) == "none");
  }
}

TEST_CASE("dates in names of files", "[article][published]") {
  CHECK(file_name("2021-09-29-storm.txt") == "2021-09-29");
  CHECK(file_name("a/b/20210929.html") == "2021-09-29");
  CHECK(file_name("storm_2021-09.md") == "2021-09");
  CHECK(file_name("storm 2021-09-29T1031.html") == "2021-09-29");
  CHECK(file_name("2021_09_29 storm.txt") == "2021-09-29");
  CHECK(file_name("2021-09-29") == "2021-09-29");
  CHECK(file_name("1898-05-03-launch.txt") == "1898-05-03");
  for (const char* text : {"storm.txt", "report-2021.txt", "id-20211399.txt", "v2.2021-09.txt",
                           "a1234567820210929.txt", "2021-09-29-to-2021-10-02.txt", "2021-09-29/storm.txt",
                           "ISBN 978-3-16-148410-0.txt", "IMG20210929103100123.txt", "12-34-56.txt", ""}) {
    INFO(text);
    CHECK(file_name(text) == "none");
  }
}

TEST_CASE("a copy in an archive says when it was made, and of what", "[article][published]") {
  const auto archived =
      archived_address("https://web.archive.org/web/20211003120000im_/http://courier.example/a?b=http://c");
  REQUIRE(archived);
  CHECK(archived->address == "http://courier.example/a?b=http://c");
  CHECK(to_edtf(archived->fetched.range) == "2021-10-03");
  CHECK_FALSE(archived_address("https://courier.example/share?u=https://other.example/"));
  CHECK_FALSE(archived_address("https://courier.example/"));
}
