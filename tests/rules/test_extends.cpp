// Which folders make the rules of a language, and languages that build on others.
#include <fstream>

#include "catch.h"
#include "rules/load.h"
#include "scratch_folder.h"

using namespace fasti;

namespace {

struct TestFile {
  std::string name;
  std::string text;
};

std::string rule(const std::string& id, const std::string& word) {
  return "rules:\n  - {id: " + id + ", pattern: " + word + ", value: 2020, examples: {\"[" + word +
         "]\": 2020}}\n";
}

// The ids of the rules of that language, or what is wrong; folders are called a (the lower one) and b.
std::string loaded(const std::vector<TestFile>& files, const std::string& language, bool with_b = true) {
  const test::ScratchFolder scratch;
  for (const TestFile& file : files) {
    std::filesystem::create_directories((scratch / file.name).parent_path());
    std::ofstream(scratch / file.name) << file.text;
  }
  const std::size_t length = scratch.path.string().size() + 1;
  std::vector<std::filesystem::path> folders{scratch / "a"};
  if (with_b) folders.push_back(scratch / "b");
  std::string text;
  try {
    for (const TimexRule& found : load_rules(folders, language).timexes) text += found.id + " ";
  } catch (const InputError& error) {
    for (const Diagnostic& d : error.diagnostics)
      text += d.place.path.substr(length) + ":" + std::to_string(d.place.line) + ":" +
              std::to_string(d.place.column) + ": " + d.message + " | ";
  }
  return text;
}

}  // namespace

TEST_CASE("a folder may hold a language that the first one lacks", "[rules]") {
  CHECK(loaded({{"a/en/r.yaml", rule("one", "x")}, {"b/nl/r.yaml", rule("two", "y")}}, "nl") == "two ");
  CHECK(loaded({{"a/en/r.yaml", rule("one", "x")}, {"b/r.yaml", "language: nl\n" + rule("two", "y")}},
               "nl") == "two ");
  CHECK(loaded({{"a/en/r.yaml", rule("one", "x")}, {"b/r.yaml", rule("two", "y")}}, "nl") ==
        "b:0:0: there are no rules for the language \"nl\" below these | ");
  CHECK(loaded({{"a/en/r.yaml", rule("one", "x")}, {"b/en/r.yaml", rule("two", "y")}}, "nl") ==
        "a:0:0: the rule folder has no rules for the language \"nl\" | "
        "b:0:0: the rule folder has no rules for the language \"nl\" | ");
  CHECK(loaded({{"a/en/r.yaml", rule("one", "x")}, {"b/de/r.yaml", rule("two", "y")}}, "en") ==
        "b:0:0: the rule folder has no rules for the language \"en\" | ");
  CHECK(loaded({{"a/en/r.yaml", rule("one", "x")}}, "nl", false) ==
        "a:0:0: the rule folder has no rules for the language \"nl\" | ");
}

TEST_CASE("a language extends another", "[rules]") {
  const TestFile base{"a/en/r.yaml", "language: en\n" + rule("one", "x")};
  const TestFile more{"b/en/r.yaml", rule("two", "y")};
  CHECK(loaded({base, {"b/en-au/r.yaml", "extends: en\n" + rule("three", "z")}}, "en-au") == "three one ");
  CHECK(loaded({base, more, {"b/en-au/r.yaml", "extends: en\n" + rule("three", "z")}}, "en-au") ==
        "three two one ");
  CHECK(loaded({base, {"b/en-au/r.yaml", "extends: en\nwithout: [one]\n" + rule("three", "z")}}, "en-au") ==
        "three ");
  CHECK(loaded({base, {"b/en-au/r.yaml", "extends: en\n" + rule("one", "z")}}, "en-au") == "one ");
  // Of the language itself nothing is read where another one is asked for.
  CHECK(loaded({base, more, {"b/en-au/r.yaml", "extends: en\n" + rule("three", "z")}}, "en") == "two one ");
  // Three deep.
  CHECK(loaded({base,
                {"b/en-au/r.yaml", "extends: en\n" + rule("three", "z")},
                {"b/en-tas/r.yaml", "extends: en-au\n" + rule("four", "w")}},
               "en-tas") == "four three one ");
}

TEST_CASE("what cannot be extended is told with its place", "[rules]") {
  const TestFile base{"a/en/r.yaml", "language: en\n" + rule("one", "x")};
  const auto wrong = [&](const std::string& text) {
    return loaded({base, {"b/en-au/r.yaml", text}}, "en-au");
  };
  CHECK(wrong("extends: eng\n") == "b/en-au/r.yaml:1:10: there are no rules for the language \"eng\" | ");
  CHECK(wrong("extends: en-au\n") ==
        "b/en-au/r.yaml:1:10: the rules for \"en-au\" would extend themselves | ");
  CHECK(wrong("extends: [en]\n") == "b/en-au/r.yaml:1:10: \"extends\" must be a single text | ");
  CHECK(loaded({base,
                {"b/en-au/p.yaml", "extends: en\n"},
                {"b/en-au/q.yaml", "extends: en\n"},
                {"b/en-au/r.yaml", "extends: de\n"}},
               "en-au") == "b/en-au/r.yaml:1:10: these rules extend \"en\" already | ");
  CHECK(loaded({base, {"b/x/r.yaml", "extends: y\n"}, {"b/y/r.yaml", "extends: x\n"}}, "x") ==
        "b/y/r.yaml:1:10: the rules for \"x\" would extend themselves | ");
}
