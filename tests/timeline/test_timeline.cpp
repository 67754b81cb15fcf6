// The whole way: the same bytes for any order, valid JSON with the keys that others rely on, any bytes as
// input.
#include <algorithm>
#include <chrono>
#include <random>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "claim/english.h"
#include "rules/load.h"
#include "timeline/build.h"
#include "timeline/choose.h"
#include "timeline/json.h"
#include "timeline/rule_examples.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;
using Json = nlohmann::ordered_json;

namespace {

const std::vector<Text> story{
    {"Ned Orr died on June 3, 2019. He was buried on June 9.", "2019-07-01", "gazette", "The Gazette"},
    {"Ned Orr passed away on June 5, 2019, his wife, Ann, announced. He was born in 1951.", "2019-07-02",
     "post", "Post"},
    {"On June 5, 2019 Ann Orr announced the death of Ned Orr. \"He left,\" she said.", "", "echo", "Echo"},
};

Timeline timeline_of(const std::vector<Text>& texts) {
  return build_timeline(documents_of(texts), english());
}

std::string keys_of(const Json& json) {
  std::string keys;
  for (const auto& [key, value] : json.items()) keys += (keys.empty() ? "" : " ") + key;
  return keys;
}

}  // namespace

TEST_CASE("what is shown and what is left out", "[timeline]") {
  Timeline timeline = timeline_of(story);
  const std::string whole = timeline_json(timeline);
  const std::size_t all = timeline.events.size();
  const auto check = [&](const Choice& choice, std::size_t shown, const std::string& shows_all) {
    choose(timeline, choice);
    CHECK(events_shown(timeline) == shown);
    CHECK(events_left_out(timeline) == all - shown);
    CHECK(timeline.shows_all == shows_all);
    CHECK(timeline_json(timeline) == whole);
  };
  check({}, all, "--level 3");
  check({.most_events = 2}, 2, "--max-events " + std::to_string(all));
  check({.most_events = 1000}, all, "--max-events " + std::to_string(all));
  check({.level = 1, .most_events = 2}, 2, "--max-events " + std::to_string(all) + " --level 3");
  check({.level = 3}, all, "--level 3");
}

TEST_CASE("timeline.json has the keys that others rely on", "[timeline]") {
  const Json json = Json::parse(timeline_json(timeline_of(story)));
  CHECK(keys_of(json) ==
        "version language sources families quotations events relations conflicts decisions undated "
        "background diagnostics");
  CHECK(keys_of(json["sources"][0]) == "id source title url path published");
  REQUIRE(json["events"].size() > 3);
  for (const Json& event : json["events"]) {
    CHECK(keys_of(event) == "id label type status date confidence reason weight place level claims");
    for (const Json& claim : event["claims"]) {
      CHECK(keys_of(claim).starts_with(
          "doc begin end line quote label type head mention participants role date"));
      CHECK(keys_of(claim["timex"]).starts_with("begin end text value rule basis"));
    }
  }
  REQUIRE(json["conflicts"].size() == 1);
  const Json& conflict = json["conflicts"][0];
  CHECK(keys_of(conflict) ==
        "id event label cause cause_reason also_possible candidates compatible preferred margin importance "
        "reason would_change");
  CHECK(keys_of(conflict["candidates"][0]) == "edtf earliest latest granularity words weight claims sources");
  const bool known = std::any_of(json["events"].begin(), json["events"].end(),
                                 [&](const Json& event) { return event["id"] == conflict["event"]; });
  CHECK(known);
  CHECK(keys_of(Json::parse(conflicts_json(timeline_of(story)))) == "version conflicts");
}

TEST_CASE("each line of extract is one JSON object", "[timeline]") {
  const Document document = document_of(story.front());
  std::istringstream lines(extract_lines(document, find_claims(document, english()).dated));
  std::string kinds;
  for (std::string line; std::getline(lines, line);)
    kinds += Json::parse(line)["kind"].get<std::string>() + " ";
  CHECK(kinds == "timex timex claim claim ");
}

TEST_CASE("an empty timeline is valid", "[timeline]") {
  for (const std::vector<Text>& texts :
       {std::vector<Text>{}, std::vector<Text>{{""}}, std::vector<Text>{{"\n\n"}}}) {
    const Json json = Json::parse(timeline_json(timeline_of(texts)));
    CHECK(json["events"].empty());
    CHECK(json["conflicts"].empty());
    CHECK(json["sources"].size() == texts.size());
  }
}

TEST_CASE("the order of the articles changes no byte", "[timeline]") {
  const std::string first = timeline_json(timeline_of(story));
  std::vector<Text> texts = story;
  std::sort(texts.begin(), texts.end(), [](const Text& a, const Text& b) { return a.id < b.id; });
  do {
    CHECK(timeline_json(timeline_of(texts)) == first);
  } while (std::next_permutation(texts.begin(), texts.end(),
                                 [](const Text& a, const Text& b) { return a.id < b.id; }));
}

TEST_CASE("hostile bytes come out as valid JSON", "[timeline]") {
  for (const std::string hostile : {"\"", "\\", "\x01\x02", "</script>", "\u2028", "\xed\xa0\x80", "\xff\xfe",
                                    "\xf0\x9f\x8e", "{\"a\":", "\t", "\x7f", "<b>&amp;"}) {
    const std::string text = "Ned " + hostile + " Orr died" + hostile + " on June 3, 2019 " + hostile + ".";
    CAPTURE(text);
    const Json json = Json::parse(timeline_json(timeline_of({{text}})));
    CHECK(json["events"].size() <= 1);
  }
}

TEST_CASE("long and odd texts take time in line with their length", "[timeline]") {
  const auto repeated = [](const std::string& part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  std::string many_dates;
  for (int i = 0; i < 2000; ++i)
    many_dates +=
        "Ned Orr died on May " + std::to_string(1 + i % 28) + ", " + std::to_string(1900 + i % 100) + ". ";
  for (const std::string& text :
       {repeated("died ", 20000), repeated("word ", 20000), repeated("a, ", 2000) + "died on May 3, 2019.",
        many_dates, repeated("he said that ", 6000), repeated("which sank, ", 6000),
        repeated("and died ", 9000), repeated("May 3, 2019\n\nNed Orr resigned.\n\n", 1000),
        repeated("May 3, 2019 ", 4000)}) {
    CAPTURE(text.substr(0, 40));
    const auto start = std::chrono::steady_clock::now();
    timeline_of({{text}});
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    CHECK(spent.count() < 30);  // about half a second; sanitizers and a busy machine take longer
  }
}

TEST_CASE("the whole way with any text", "[timeline]") {
  const std::vector<std::string> words{"Ned Orr",
                                       "he",
                                       "died",
                                       "announced that",
                                       "on June 3, 2019",
                                       "in 2019",
                                       "last week",
                                       ",",
                                       ".",
                                       "and",
                                       "which",
                                       "\"",
                                       "\n",
                                       "the",
                                       "death of",
                                       "resigned",
                                       "May 5",
                                       "was",
                                       "(",
                                       ";",
                                       "sank",
                                       "\n\n"};
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    std::vector<Text> texts;
    for (int doc = 0; doc < 4; ++doc) {
      std::string text;
      for (std::size_t i = 0, size = random() % 150; i < size; ++i)
        text += words[random() % words.size()] + " ";
      texts.push_back(
          {text, random() % 3 == 0 ? "" : "2019-07-01", std::string(1, static_cast<char>('a' + doc))});
    }
    const std::string bytes = timeline_json(timeline_of(texts));
    std::shuffle(texts.begin(), texts.end(), random);
    CHECK(timeline_json(timeline_of(texts)) == bytes);
    const Json json = Json::parse(bytes);
    std::set<std::string> ids;
    for (const Json& event : json["events"]) CHECK(ids.insert(event["id"].get<std::string>()).second);
  }
}

TEST_CASE("examples that do not hold are told with their place", "[timeline]") {
  const ExampleRun all = run_examples(english());
  for (const Diagnostic& d : all.failed) UNSCOPED_INFO(to_string(d));
  CHECK(all.failed.empty());
  CHECK(all.passed > 100);

  const auto failures = [](const std::string& examples) {
    const RuleSet rules =
        load_rules_from({{"test.yaml",
                          "language: en\n"
                          "inflection:\n  v:\n    endings:\n      - {base: \"\", past: ed}\n"
                          "profiles:\n  news: {year-from: publication, nearest: past}\n"
                          "events:\n  - id: crossed\n    type: crossing\n    head: cross\n"
                          "    pattern: \"cross/v\"\n    examples:\n" +
                              examples}});
    std::string messages;
    for (const Diagnostic& d : run_examples(rules).failed)
      messages += std::to_string(d.place.line) + ": " + d.message + "\n";
    return messages;
  };
  CHECK(failures("      \"They [crossed] the lake.\": crossing\n").empty());
  CHECK(failures("      \"They sang.\": none\n").empty());
  CHECK(failures("      \"They crossed the lake.\": none\n") ==
        "14: rule \"crossed\" should find nothing here, but finds [crossed] = crossing (crossed)\n");
  CHECK(
      failures("      \"They [crossed the] lake.\": crossing\n") ==
      "14: rule \"crossed\" should find [crossed the] = crossing, but what is found is [crossed] = crossing "
      "(crossed)\n");
  CHECK(failures("      \"They [sang].\": crossing\n") ==
        "14: rule \"crossed\" should find [sang] = crossing, but what is found is nothing\n");
}
