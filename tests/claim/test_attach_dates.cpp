// Which date goes to which verb. Each mention with its date, in the order of the text; published 2021-09-29.
#include "claim/english.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

void check(const std::string& text, const std::string& expected) {
  CAPTURE(text, clauses_of({text}));
  CHECK(dates_of({text}) == expected);
}

}  // namespace

TEST_CASE("a date goes to the verb before it, a leading one to the verb after it", "[claim]") {
  check("Ned Orr died on June 3, 2019.", "died 2019-06-03");
  check("On June 3, 2019 Ned Orr died.", "died 2019-06-03");
  check("And on June 3, 2019, he died.", "died 2019-06-03");
  check("On June 3, 2019 Ned Orr died; on June 5 he was buried.", "died 2019-06-03, buried 2019-06-05");
  check("The bridge was opened by Ann Orr on June 3, 2019.", "opened 2019-06-03");
  check("It was on June 3, 2019 that Ann Orr resigned.", "resigned 2019-06-03");
}

TEST_CASE("each of the verbs that are joined has its own date", "[claim]") {
  check("Ned Orr was arrested on June 1, 2020 and charged on June 2, 2020.",
        "arrested 2020-06-01, and charged 2020-06-02");
  check("In May 2019 Ned Orr bought the mill, and sold it in June 2020.", "bought 2019-05, sold 2020-06");
  check("He bought it in 2017, sold it in 2020 and died in 2021.", "bought 2017, sold 2020, died 2021");
  check("On June 3, 2019, the mill burned down, and two days later the owner, Ned Orr, was arrested.",
        "burned down 2019-06-03, arrested 2019-06-05");
}

TEST_CASE("what is put in keeps its date", "[claim]") {
  check("Ned Orr, who was born in 1951, died on June 3, 2019.", "was born 1951, died 2019-06-03");
  check("Ned Orr, born in 1951, died on June 3, 2019.", "born 1951, died 2019-06-03");
  check("The storm, which hit on June 3, 2019, killed nine.", "hit 2019-06-03, killed -");
  check("The band, now led by Ann Fell, has been on the road since Monday.", "led -, been 2021-09-27");
}

TEST_CASE("what is told, and the telling", "[claim]") {
  check("He announced on June 4, 2019 that his wife had died on June 2.",
        "announced 2019-06-04, died 2019-06-02");
  check("On June 4, 2019 he announced that his wife had died.", "announced 2019-06-04, died -");
  check("\"I resigned on June 3, 2019,\" Ned Orr said on June 9, 2019.",
        "resigned 2019-06-03, said 2019-06-09");
  check("They announced the death on June 4, 2019.", "announced 2019-06-04, death -");
}

TEST_CASE("adverbial clauses keep their dates", "[claim]") {
  check("Ned Orr resigned after he was arrested on June 3, 2019.", "resigned -, arrested 2019-06-03");
  check("After he was arrested on June 3, 2019, Ned Orr resigned.", "arrested 2019-06-03, resigned -");
}

TEST_CASE("nouns that tell events are dated as verbs are", "[claim]") {
  check("The death of Ned Orr on June 3, 2019 shocked the town.", "death 2019-06-03, shocked -");
  check("The funeral was on June 3, 2019.", "funeral 2019-06-03");
  check("Ned Orr resigned before the election on June 3, 2019.", "resigned -, election 2019-06-03");
  check("Ned Orr was killed in a crash on June 3, 2019.", "killed 2019-06-03, crash 2019-06-03");
  check("The crash of June 3, 2019 is remembered.", "crash 2019-06-03, remembered -");
}

TEST_CASE("a date that tells which thing is meant dates nothing else", "[claim]") {
  check("A year after the fire of June 3, 2019, the mill reopened.", "reopened -");
  check("The treaty of June 3, 2019 collapsed.", "collapsed -");
  check("On the night of June 3, 2019, the mill collapsed.", "collapsed 2019-06-03");
}

TEST_CASE("dated headings date what stands below them", "[claim]") {
  check("June 3, 2019\n\nNed Orr resigned. Ann Fell left.\n\nJune 5, 2019\n\nHe died on June 4, 2019.",
        "resigned 2019-06-03, left 2019-06-03, died 2019-06-04");
  check("June 3, 2019: Ned Orr resigned.", "resigned 2019-06-03");
  check("June 3, 2019 – The mill burned down.", "burned down 2019-06-03");
}
