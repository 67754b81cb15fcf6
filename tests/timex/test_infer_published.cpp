#include "timex/infer_published.h"

#include "calendar/edtf.h"
#include "catch.h"
#include "timex/english.h"

using namespace fasti;
using namespace fasti::testing;

namespace {

const std::string letter = "“Put the kettle on before the others come down the hill,” she wrote.";

const Document& named(const std::vector<Document>& documents, const std::string& id) {
  return *std::find_if(documents.begin(), documents.end(),
                       [&](const Document& d) { return d.article.id == id; });
}

}  // namespace

TEST_CASE("an article that shares a quotation appeared within two weeks", "[timex]") {
  const auto documents =
      documents_of({{"dated", "date: 2019-11-29\n" + letter}, {"undated", "A letter was found. " + letter}});
  const Published& published = named(documents, "undated").published;
  CHECK(published.basis == Published::Basis::inferred);
  CHECK(to_edtf(published.range) == "2019-11-15/2019-12-13");
  CHECK(published.reason ==
        "it shares the quotation «Put the kettle on before the others come …» with dated, published "
        "2019-11-29");
}

TEST_CASE("last week, on a day, narrows the stretch", "[timex]") {
  const auto documents = documents_of({{"dated", "date: 2019-11-29\n" + letter},
                                       {"undated", letter + " Last week, on November 20, she sang."}});
  CHECK(to_edtf(named(documents, "undated").published.range) == "2019-11-21/2019-12-04");
}

TEST_CASE("what is told as past was before publication", "[timex]") {
  const auto documents =
      documents_of({{"dated", "date: 2019-11-29\n" + letter},
                    {"undated", letter + " The fire of November 25, 2019 took the roof."}});
  CHECK(to_edtf(named(documents, "undated").published.range) == "2019-11-25/2019-12-13");
}

TEST_CASE("a year on from a told date gives about a year", "[timex]") {
  const Document document =
      document_of("The mine fell in on May 3, 2019. Now, a year later, the town has a lake.");
  CHECK(document.published.basis == Published::Basis::inferred);
  CHECK(earliest_text(document.published.range) >= "2020-02-01");
  CHECK(latest_text(document.published.range) <= "2020-08-05");
}

TEST_CASE("a stated date is never replaced, and inferred dates are not lent on", "[timex]") {
  const std::string other = " “Nobody who knew him would have sold that boat to a stranger,” he said.";
  const auto documents =
      documents_of({{"dated", "date: 2019-11-29\n" + letter}, {"near", letter + other}, {"far", other}});
  CHECK(named(documents, "dated").published.basis == Published::Basis::stated);
  CHECK(named(documents, "near").published.basis == Published::Basis::inferred);
  CHECK(named(documents, "far").published.basis == Published::Basis::unknown);
}

TEST_CASE("a text that allows no inference stays unknown, and says why", "[timex]") {
  const Document document = document_of("The barn burned on May 3, 2011. Nobody was hurt last week.");
  CHECK(document.published.basis == Published::Basis::unknown);
  CHECK(document.published.reason.find("does not allow to infer") != std::string::npos);
  CHECK(document.timexes.back().value == "XXXX");
}
