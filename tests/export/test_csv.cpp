#include "export/csv.h"

#include "calendar/edtf.h"
#include "catch.h"

using namespace fasti;

namespace {

std::string row(const Timex& timex) {
  Document document;
  document.timexes.push_back(timex);
  return csv_rows(document);
}

}  // namespace

TEST_CASE("a row holds one expression", "[export]") {
  CHECK(csv_header() ==
        "doc,begin,end,text,type,value,mod,earliest,latest,granularity,basis,anchor,rule\r\n");
  CHECK(csv_rows({}).empty());
  Timex timex;
  timex.doc = "storm";
  timex.span = {132, 145};
  timex.text = "early in 2021";
  timex.value = "2021";
  timex.mod = "START";
  timex.range = from_edtf("2021-01-01/2021-04-30");
  timex.basis = Basis::relative_to_text;
  timex.anchor = "storm:94 «June 12, 2021»";
  timex.rule = "year";
  CHECK(row(timex) ==
        "storm,132,145,early in 2021,DATE,2021,START,2021-01-01,2021-04-30,span,relative-to-text,"
        "\"storm:94 «June 12, 2021»\",year\r\n");
  timex.range.reset();
  timex.type = TimexType::duration;
  timex.value = "PXD";
  timex.mod = timex.anchor = "";
  timex.basis = Basis::explicit_;
  timex.text = "\"days\"\nlong";
  CHECK(row(timex) == "storm,132,145,\"\"\"days\"\"\nlong\",DURATION,PXD,,,,,explicit,,year\r\n");
}

TEST_CASE("words from outside are no formulas, and years before our era stay numbers", "[export]") {
  Timex timex;
  timex.doc = "=1";
  timex.text = "-207";
  timex.value = "-0206";
  timex.range = from_edtf("-0206");
  timex.rule = "@r";
  CHECK(row(timex) == "'=1,0,0,'-207,DATE,-0206,,-0206-01-01,-0206-12-31,year,explicit,,'@r\r\n");
}
