#include "timeline/rule_examples.h"

#include "catch.h"
#include "timex/english.h"

using namespace fasti;

TEST_CASE("every example beside the built-in English rules holds", "[rules]") {
  const ExampleRun run = run_examples(testing::english());
  for (const Diagnostic& failed : run.failed) UNSCOPED_INFO(to_string(failed));
  CHECK(run.failed.empty());
  CHECK(run.passed > 70);
}
