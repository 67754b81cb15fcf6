#include "rules/phrases.h"

#include <filesystem>
#include <set>

#include "catch.h"
#include "rules/load.h"

using namespace fasti;

namespace {

const Phrases few = {"en",
                     {{"verdict-preferred", "{date} is preferred"},
                      {"events", "{n} events"},
                      {"events-one", "{n} event"},
                      {"title", "Dates & more"}}};

void check(std::string_view name, const Holes& holes, const std::string& expected) {
  INFO(name);
  CHECK(say(few, name, holes) == expected);
}

std::string in_brackets(std::string_view text) { return text.empty() ? "" : "[" + std::string(text) + "]"; }

Phrases of(const std::string& language) {
  return load_rules({std::filesystem::path(FASTI_SOURCE_DIR) / "rules"}, language).phrases;
}

}  // namespace

TEST_CASE("phrases: holes are filled, and nothing is lost") {
  check("verdict-preferred", {{"date", "3 May"}}, "3 May is preferred");
  check("verdict-preferred", {}, "{date} is preferred");
  check("verdict-preferred", {{"date", "{n}"}, {"n", "x"}}, "{n} is preferred");
  check("title", {{"date", "3 May"}}, "Dates & more");
  check("how-to-read", {}, "how to read");
  check("verdict-decided", {{"date", "3 May"}}, "verdict decided 3 May");
  CHECK(say(few, "verdict-preferred", {{"date", "<3 May>"}}, in_brackets) == "<3 May>[ is preferred]");
}

TEST_CASE("phrases: each language has its forms of number") {
  CHECK(say_number(few, "events", 1) == "1 event");
  CHECK(say_number(few, "events", 0) == "0 events");
  CHECK(say_number(few, "events", 12) == "12 events");
  const Phrases polish = {
      "pl", {{"events", "{n} zdarzenia"}, {"events-few", "{n} zdarzenia."}, {"events-many", "{n} zdarzeń"}}};
  CHECK(say_number(polish, "events", 3) == "3 zdarzenia.");
  CHECK(say_number(polish, "events", 5) == "5 zdarzeń");
  CHECK(say_number({"", few.texts}, "events", 1) == "1 events");
}

TEST_CASE("phrases: forms of number are known by their plain name") {
  CHECK(phrase_kind("events-few") == phrase_kind("events"));
  CHECK(phrase_kind("title-one") == nullptr);
  CHECK(phrase_kind("evnts") == nullptr);
}

TEST_CASE("phrases: what a language lacks is taken over with all its forms") {
  Phrases own = {"nl", {{"events", "{n} gebeurtenissen"}}};
  CHECK(lacks_any(own));
  fill_up(own, few);
  CHECK(say_number(own, "events", 1) == "1 gebeurtenissen");
  CHECK(say(own, "title") == "Dates & more");
  CHECK(own.language == "nl");
  CHECK(!lacks_any(of("de")));
}

TEST_CASE("phrases: the built-in languages have all of them, with the same holes") {
  for (const char* language : {"en", "de"}) {
    const Phrases phrases = of(language);
    for (const PhraseKind& kind : phrase_kinds) {
      INFO(language << ": " << kind.name);
      REQUIRE(has_phrase(phrases, kind.name));
      const auto holes = holes_in(phrases.texts.find(kind.name)->second);
      for (const auto hole : holes) CHECK(kind.holes.find(hole) != kind.holes.npos);
    }
  }
}
