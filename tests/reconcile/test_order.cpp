// What the order of events says of their dates.
#include "reconcile/articles.h"
#include "reconcile/order.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::string warnings(const Read& all) {
  std::string text;
  for (const Diagnostic& d : all.result.diagnostics) text += (text.empty() ? "" : "\n") + d.message;
  return text;
}

// "2020-05 within 2020-05-01/2020-05-20" for each event that is narrowed.
std::string narrowed(const Read& all) {
  std::string text;
  for (const Verdict& verdict : all.result.verdicts)
    if (verdict.bounds)
      text +=
          (text.empty() ? "" : " | ") + to_edtf(*verdict.date) + " within " + to_edtf(verdict.bounds->range);
  return text;
}

const ShortArticle buried{"mail", "2020-06-01",
                          "The singer Ned Orr was buried on May 3, 2020. Ann Fell left."};
const ShortArticle died_first{"gazette", "2020-06-02",
                              "The singer Ned Orr died on May 1, 2020. Ann Fell left."};
const ShortArticle died_later{"post", "2020-06-03", "Ned Orr died on May 5, 2020. Ann Fell left."};

}  // namespace

TEST_CASE("a rival date that breaks the order of events counts for less", "[order]") {
  check({died_first, died_later}, "contradiction: 2020-05-01 2020-05-05");
  const Read all = read({died_first, died_later, buried});
  CHECK(shown(all.result) == "order-violated: 2020-05-01* 2020-05-05");
  CHECK(
      all.result.conflicts.at(0).cause_reason ==
      "on 5 May 2020 it would come after «The singer Ned Orr was buried on May 3, 2020.» (mail, 3 May 2020), "
      "which came later");
  CHECK(warnings(all).empty());
}

TEST_CASE("the order is that of one person", "[order]") {
  check({died_first,
         died_later,
         {"mail", "2020-06-01", "The clerk Tom Bell was buried on May 3, 2020. Ann Fell left."}},
        "contradiction: 2020-05-01 2020-05-05");
}

TEST_CASE("an order that no rival mends is told", "[order]") {
  const Read all = read({died_later, buried});
  CHECK(shown(all.result) == "no conflict");
  CHECK(
      warnings(all) ==
      "«The singer Ned Orr was buried on May 3, 2020.» (mail, 3 May 2020) comes before «Ned Orr died on May "
      "5, 2020.» (post, 5 May 2020), which came first; one of the dates is wrong, or they are not of one "
      "matter");
  CHECK(warnings(read({died_first, buried})).empty());
}

TEST_CASE("a vague date is narrowed, and stays what it was", "[order]") {
  const Read all =
      read({buried, {"gazette", "2020-06-02", "The singer Ned Orr died in May 2020. Ann Fell left."}});
  CHECK(narrowed(all) == "2020-05 within 2020-05-01/2020-05-03");
  const Read unrelated =
      read({buried, {"gazette", "2020-06-02", "The clerk Tom Bell died in May 2020. Ann Fell left."}});
  CHECK(narrowed(unrelated).empty());
}

TEST_CASE("what an article tells as past happened before it appeared", "[order]") {
  // The echo's day is later than the gazette that told of it.
  check({{"gazette", "2020-05-04", "The singer Ned Orr died on May 1, 2020. Ann Fell left."},
         {"echo", "2020-07-01", "Ned Orr died on May 8, 2020. Ann Fell left."}},
        "order-violated: 2020-05-01* 2020-05-08");
  check({{"gazette", "2020-05-10", "The singer Ned Orr died on May 1, 2020. Ann Fell left."},
         {"echo", "2020-07-01", "Ned Orr died on May 8, 2020. Ann Fell left."}},
        "contradiction: 2020-05-01 2020-05-08");
}

TEST_CASE("a text that counts from one event to another orders them", "[order]") {
  const ShortArticle tells{
      "mail", "2020-06-01",
      "The ferry Wren sank on May 3, 2020. Two days later Ned Orr resigned. Ann Fell left."};
  check({tells,
         {"gazette", "2020-06-02", "The ferry Wren sank on May 3, 2020. Ann Fell left. Ned Orr wept."},
         {"post", "2020-06-03", "Ned Orr resigned on May 1, 2020. Ann Fell left."}},
        "order-violated: 2020-05-01 2020-05-05*");
}

TEST_CASE("order: longer chains, cycles and contradictions end", "[order]") {
  OrderNetwork network;
  const std::size_t size = 200;
  std::vector<std::optional<DateRange>> dates;
  for (std::size_t e = 0; e < size; ++e) {
    dates.push_back(range_of_day(static_cast<Day>(size - e)));  // each before the one that it must follow
    network.precedences.push_back({e, (e + 1) % size, 0, 0, false});
    network.over_by.emplace_back();
  }
  const std::vector<Limits> limits = limits_of(network, dates);
  REQUIRE(limits.size() == size);
  REQUIRE(limits[1].earliest);
  CHECK(limits[1].earliest->moment == start_of(size));
  CHECK(limits[1].earliest->chain == std::vector<std::size_t>{0});

  // Three in a row, the one in the middle without a date.
  network = {{{0, 1, 0, 0, false}, {1, 2, 0, 0, false}}, {{}, {}, {}}};
  const auto chained = limits_of(network, {range_of_day(9), std::nullopt, range_of_day(5)});
  CHECK(chained[2].earliest->moment == start_of(9));
  CHECK(chained[2].earliest->chain == std::vector<std::size_t>{0, 1});
  CHECK(chained[0].latest->moment == end_of(5));
  CHECK_FALSE(chained[0].earliest);
}
