#include "reconcile/importance.h"

#include "catch.h"

using namespace fasti;

namespace {

void check(double weight, const std::vector<std::vector<std::string>>& sides, double margin,
           double expected) {
  Conflict conflict;
  for (const auto& side : sides) conflict.candidates.push_back({{}, 0, {}, side});
  conflict.margin = margin;
  CHECK(importance_of(conflict, weight) == Approx(expected));
}

}  // namespace

TEST_CASE("importance: weight, sources that take a side, closeness") {
  check(6.1, {{"a", "b", "c"}, {"d"}}, 0.1, 9.9);
  check(2.4, {{"a"}, {"b"}}, 0.9, 3.6);
  check(2.4, {{"a"}, {"a"}}, 0.9, 2.6);  // one voice on both sides
  check(2.4, {}, 1, 2.4);
  check(0, {{"a"}, {"b"}}, -3, 3);
}
