#include <fmt/format.h>
#include "rules/load.h"
#include "timeline/rule_examples.h"

int main() {
  try {
    auto rules = fasti::load_rules({"rules"}, "en");
    auto run = fasti::run_examples(rules);
    for (auto& d : run.failed) fmt::print("{}\n", fasti::to_string(d));
    fmt::print("{} passed, {} failed\n", run.passed, run.failed.size());
  } catch (const fasti::InputError& e) { fmt::print("{}\n", e.what()); return 2; }
}
