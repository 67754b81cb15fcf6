#include "timex/settle_order.h"

#include "catch.h"
#include "timex/english.h"

using namespace fasti;
using namespace fasti::testing;

TEST_CASE("two numbers are month and day in the order that the text tells", "[timex]") {
  struct Row {
    const char* partial;
    bool day_first;
    const char* value;
    const char* other;
  };
  for (const Row& row :
       {Row{"2020-03?04", false, "2020-03-04", "2020-04-03"},
        Row{"2020-03?04", true, "2020-04-03", "2020-03-04"}, Row{"2020-25?12", false, "2020-12-25", ""},
        Row{"2020-12?25", true, "2020-12-25", ""}, Row{"XXXX-05?05", true, "XXXX-05-05", ""},
        Row{"2020-25?30", false, "2020-25-30", "2020-30-25"},
        Row{"XX20-03?04", true, "XX20-04-03", "XX20-03-04"}, Row{"2020-09", true, "2020-09", ""},
        Row{"BC?0490", true, "BC?0490", ""}, Row{"?", true, "?", ""}}) {
    CAPTURE(row.partial, row.day_first);
    const OrderedValue both = in_order(row.partial, row.day_first);
    CHECK(both.value == row.value);
    CHECK(both.other == row.other);
  }
}
