// timeline.json read back for those who decide, and what their decisions do to the next timeline.
#include <algorithm>
#include <random>

#include <nlohmann/json.hpp>

#include "calendar/edtf.h"
#include "claim/english.h"
#include "render/dot.h"
#include "render/layout.h"
#include "render/page.h"
#include "render/report.h"
#include "timeline/build.h"
#include "timeline/json.h"
#include "timeline/read_timeline.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

const std::vector<Text> story{
    {"The ferry Wren sank on June 12. Ned Orr, its captain, was arrested on June 20, 2021.", "2021-06-21",
     "courier", "The Courier"},
    {"The ferry Wren sank on June 14, 2021. \"It is over,\" said Ann Orr.", "2021-06-15", "post", "The Post"},
    {"On June 14, 2021 the ferry Wren sank. The captain was tried in May 2022.", "2022-06-16", "echo",
     "The Echo"},
};

Timeline timeline_with(const Decisions& decisions, std::vector<Text> texts = story) {
  return build_timeline(documents_of(texts), english(), decisions);
}

Timeline past(const Timeline& timeline) {
  Timeline read = read_timeline("t.json", timeline_json(timeline));
  read.wording = timeline.wording;
  read.phrases = timeline.phrases;
  return read;
}

std::vector<ClaimKey> keys_of(const Event& event) {
  std::vector<ClaimKey> keys;
  for (const Claim& claim : event.claims) keys.push_back(key_of(claim));
  return keys;
}

Decision accepted(const TimelineEvent& event, const std::string& date) {
  Decision made;
  made.event = event.event.id;
  made.date = from_edtf(date);
  made.who = "Ann";
  made.when = *from_edtf("2022-07-01");
  made.seen = keys_of(event.event);
  return made;
}

const TimelineEvent& disputed(const Timeline& timeline) {
  return *std::find_if(timeline.events.begin(), timeline.events.end(), [&](const TimelineEvent& event) {
    return event.event.id == timeline.conflicts.front().event;
  });
}

// The letters are as wide as they like to be here.
TextMetrics any_metrics() {
  return [](std::string_view text, Lettering lettering) {
    return 0.6 * type_of(lettering).size * double(text.size());
  };
}

}  // namespace

TEST_CASE("a timeline is read back with the claims as decisions remember them", "[read]") {
  const Timeline timeline = timeline_with({});
  const Timeline read = past(timeline);
  REQUIRE(read.events.size() == timeline.events.size());
  for (std::size_t e = 0; e < read.events.size(); ++e) {
    CHECK(read.events[e].event.id == timeline.events[e].event.id);
    CHECK(read.events[e].event.label == timeline.events[e].event.label);
    CHECK(keys_of(read.events[e].event) == keys_of(timeline.events[e].event));
  }
  REQUIRE(read.conflicts.size() == 1);
  CHECK(disputed(read).verdict.status == Status::disputed);
  CHECK(read.sources.front().source == "The Courier");
}

TEST_CASE("a timeline that is read back is written again byte for byte, and looks the same", "[read]") {
  const std::vector<Text> every_date{
      {"The mill burned down in the evening of 3 May 2019. It was about 1850 that Ann Orr built it. The mill "
       "was "
       "sold in the week of 6 May 2019, and again in winter 2019. The bell rang at 10:31 on 4 May 2019. Ned "
       "Orr "
       "died in the 1890s. In the second quarter of 2018 a dam broke. Since June 2020 the ferry Wren was "
       "sold.",
       "2021-06-21", "mill"},
      {"The mill burned down on 4 May 2019. Ann Orr was born on 3 March 207 BC.", "2019-05", "other"},
      {"The mill burned down yesterday. A bridge collapsed.", "", "undated"},
      {"Published 3 May 2021, updated 9 May 2021\n\nA tower collapsed yesterday.", "", "lines"}};
  std::vector<Text> all = story;
  all.insert(all.end(), every_date.begin(), every_date.end());
  const Timeline before = timeline_with({}, all);
  Decision decided = accepted(disputed(before), "2021-06-12");
  Decision apart = decided;
  apart.kind = DecisionKind::reject_claim;
  apart.claims = {apart.seen.back()};
  Timeline timeline = timeline_with({"d.yaml", {decided, apart}, {3, 9}}, all);
  timeline.title = "The Wren";
  const Timeline read = past(timeline);
  CHECK(timeline_json(read) == timeline_json(timeline));
  CHECK(timeline_json(read).find("by-line") != std::string::npos);
  CHECK(conflicts_json(read) == conflicts_json(timeline));
  REQUIRE(read.events.size() == timeline.events.size());
  for (std::size_t i = 0; i < read.events.size(); ++i) {
    CHECK(read.events[i].verdict.date == timeline.events[i].verdict.date);
    CHECK(read.events[i].rank.place == timeline.events[i].rank.place);
  }
  CHECK(draw_dot(layout(read, any_metrics())) == draw_dot(layout(timeline, any_metrics())));
  CHECK(review_page(read) == review_page(timeline));
  CHECK(conflicts_markdown(read) == conflicts_markdown(timeline));
}

TEST_CASE("a decision made on a timeline holds in the next one", "[read]") {
  const Timeline before = past(timeline_with({}));
  const Decisions decisions{"d.yaml", {accepted(disputed(before), "2021-06-12")}, {}};
  const Timeline after = past(timeline_with(decisions));
  CHECK(disputed(after).verdict.status == Status::decided);
  REQUIRE(after.decisions.size() == 1);
  CHECK(after.decisions.front().force == Force::holds);
  // Without an article of it, and with words before it: the same event, though its id is another.
  const std::vector<Text> fewer{
      {"Nothing else was told. " + story[0].text, "2021-06-21", "argus/courier", "The Courier"}, story[2]};
  const Timeline later = past(timeline_with(decisions, fewer));
  CHECK(disputed(later).event.id != disputed(before).event.id);
  CHECK(disputed(later).verdict.status == Status::decided);
}

TEST_CASE("the order of the articles changes no byte, with decisions too", "[read]") {
  const Timeline before = past(timeline_with({}));
  Decision apart = accepted(disputed(before), "2021-06-12");
  apart.kind = DecisionKind::split;
  apart.date.reset();
  apart.claims = {apart.seen.front()};
  Decision untrusted;
  untrusted.kind = DecisionKind::distrust_source;
  untrusted.source = "The Echo";
  untrusted.who = "Ann";
  const Decisions decisions{"d.yaml", {accepted(before.events.back(), "2022-05-03"), apart, untrusted}, {}};
  const std::string first = timeline_json(timeline_with(decisions));
  CHECK(first.find("\"set_aside\"") != first.npos);
  std::vector<Text> texts = story;
  std::reverse(texts.begin(), texts.end());
  CHECK(timeline_json(timeline_with(decisions, texts)) == first);
  std::rotate(texts.begin(), texts.begin() + 1, texts.end());
  CHECK(timeline_json(timeline_with(decisions, texts)) == first);
}

TEST_CASE("what is no timeline of ours is told", "[read]") {
  const auto told = [](const std::string& bytes) {
    try {
      read_timeline("t.json", bytes);
    } catch (const InputError& error) {
      const Diagnostic& d = error.diagnostics.front();
      return std::to_string(d.place.line) + ": " + d.message;
    }
    return std::string("read");
  };
  CHECK(told("") == "1: this is not valid JSON, so it is no timeline of fasti's");
  CHECK(told("{\n\"version\": }") == "2: this is not valid JSON, so it is no timeline of fasti's");
  CHECK(told("[]") == "0: this is JSON, but no timeline of fasti's");
  CHECK(told(R"({"version": 2, "events": []})") == "0: this timeline is of another version than 1");
  CHECK(told(R"({"version": 1, "events": []})") ==
        "0: this timeline lacks something that fasti build writes");
  CHECK(told(R"({"version": 1, "events": [], "sources": [], "conflicts": []})") == "read");
  CHECK(told(R"({"version": 1, "events": {}, "sources": 7, "conflicts": []})") ==
        "0: this timeline lacks something that fasti build writes");
  CHECK(told(std::string(100'000, '[')) == "1: this is not valid JSON, so it is no timeline of fasti's");
}

TEST_CASE("a timeline with any part of it spoilt is read or told", "[read]") {
  const auto whole = nlohmann::json::parse(timeline_json(timeline_with({})));
  std::mt19937 random(3);
  const std::vector<nlohmann::json> odd{nullptr, -1, "x", nlohmann::json::array(), nlohmann::json::object(),
                                        1e300};
  const auto flat = whole.flatten();
  for (const auto& [path, value] : flat.items()) {
    nlohmann::json spoilt = whole;
    spoilt[nlohmann::json::json_pointer(path)] = odd[random() % odd.size()];
    try {
      read_timeline("t.json", spoilt.dump());
    } catch (const InputError& error) {
      REQUIRE(error.diagnostics.front().code == "timeline-file");
    }
  }
}
