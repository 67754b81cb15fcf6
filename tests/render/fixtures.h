// Timelines to draw: one in our own words that has every kind of date and a dispute, and random ones.
#pragma once

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "calendar/date_range.h"
#include "render/text_metrics.h"
#include "rules/load.h"
#include "timeline/timeline.h"

namespace fasti::fixtures {

inline DateWording english() {
  DateWording w;
  w.language = "en";
  w.months = {"January", "February", "March",     "April",   "May",      "June",
              "July",    "August",   "September", "October", "November", "December"};
  w.months_short = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  w.weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  w.seasons = {"spring", "summer", "autumn", "winter"};
  w.patterns = {{"day", "{day} {month} {year}"},
                {"month", "{month} {year}"},
                {"year", "{year}"},
                {"minute", "{date}, {time}"},
                {"season", "{season} {year}"},
                {"decade", "{decade}s"},
                {"span", "{from} to {to}"},
                {"about", "about {date}"},
                {"since", "since {date}"},
                {"until", "until {date}"},
                {"bc", "{year} BC"}};
  return w;
}

// Those of rules/en/report.yaml.
inline const Phrases& english_phrases() {
  static const Phrases phrases = [] {
    const std::string path = FASTI_SOURCE_DIR "/rules/en/report.yaml";
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Phrases read = load_rules_from({{path, text, 0}}).phrases;
    read.language = "en";
    return read;
  }();
  return phrases;
}

// Every letter is 0.6 of the size wide, as long as it is one byte.
inline TextMetrics fake_metrics() {
  return [](std::string_view text, Lettering lettering) {
    return static_cast<double>(text.size()) * 0.6 * type_of(lettering).size;
  };
}

inline DateRange day(int year, int month, int number) { return range_of_day(day_of({year, month, number})); }

inline DateRange about(DateRange range) {
  range.approximate = true;
  return range;
}

inline Source source(std::string id, const DateRange& published, Published::Basis basis, std::string reason) {
  return {id,
          id,
          "",
          "https://" + id + ".example/story",
          "samples/" + id + ".txt",
          {published, basis, std::move(reason)}};
}

inline Claim claim(std::string doc, std::size_t line, std::string quote, const DateRange& range,
                   std::string value, Basis basis = Basis::explicit_, std::string anchor = "") {
  Claim c;
  c.doc = std::move(doc);
  c.line = line;
  c.quote = std::move(quote);
  c.label = c.quote;
  c.range = range;
  Timex t;
  t.doc = c.doc;
  t.text = value;
  t.value = value;
  t.range = range;
  t.basis = basis;
  t.anchor = std::move(anchor);
  c.timex = t;
  return c;
}

inline TimelineEvent event(std::string id, std::string label, Status status, std::optional<DateRange> date,
                           std::vector<Claim> claims, std::string reason) {
  return {{std::move(id), std::move(label), "event", std::move(claims), {}, {}},
          {status, date, 0.9, std::move(reason)}};
}

// Ten events, 2007 to 2021, five sources; one date in dispute.
inline Timeline story() {
  Timeline t;
  t.wording = english();
  t.phrases = english_phrases();
  using B = Published::Basis;
  t.sources = {source("courier", day(2021, 9, 29), B::stated, "header line 1: date 2021-09-29"),
               source("herald", day(2020, 10, 2), B::metadata, "article:published_time"),
               source("mercury", day(2021, 9, 30), B::inferred,
                      "shares a quotation with courier and says «on Tuesday»"),
               source("observer", day(2021, 9, 28), B::stated, "header line 2: date: 28 September 2021"),
               source("sentinel", day(2020, 10, 1), B::file_name, "sentinel-2020-10-01.txt")};

  const auto y2007 = about(range_of_year(2007)), y2013 = range_of_year(2013), y2020 = range_of_year(2020);
  const auto sep20 = range_of_month(2020, 9), feb21 = range_of_month(2021, 2);
  t.events.push_back(event("e-01", "The tanker and the barge met on the tip of a sandy inlet", Status::single,
                           y2007,
                           {claim("observer", 14, "They met some 14 years ago on the tip of an inlet.", y2007,
                                  "@-14Y", Basis::relative_to_publication, "publication 2021-09-28")},
                           "one source, observer, counts back from its publication"));
  t.events.push_back(event("e-02", "They moored at Port Tolby", Status::agreed, y2013,
                           {claim("courier", 9, "The two moored in Tolby in 2013.", y2013, "2013"),
                            claim("observer", 15, "They met in 2013.", y2013, "2013")},
                           "two sources agree"));
  t.events.push_back(event(
      "e-03", "She was admitted to the yard in Old Tolbury with heavy flooding", Status::refined,
      day(2020, 9, 27),
      {claim("mercury", 5, "She was taken to the yard on Sept. 27, 2020.", day(2020, 9, 27), "2020-09-27"),
       claim("herald", 3, "She had been in the yard since late September.", sep20, "2020-09")},
      "September 2020 covers 27 September 2020, which is finer"));

  const auto a = day(2020, 9, 28), b = day(2020, 9, 30);
  t.events.push_back(
      event("e-04", "The harbour lost the ship Jane, their third ferry, half-way through the crossings",
            Status::disputed, a,
            {claim("courier", 4, "Jane died a year and a day ago, on 28 September 2020.", a, "2020-09-28"),
             claim("observer", 2, "A year ago to the day they lost the ship.", a, "@-1Y",
                   Basis::relative_to_publication, "publication 2021-09-28"),
             claim("mercury", 6, "She lost the ferry on Sept. 30.", b, "XXXX-09-30", Basis::year_from_context,
                   "mercury:210 «Sept. 27, 2020»"),
             claim("herald", 7, "They lost the ship in September.", sep20, "XXXX-09",
                   Basis::relative_to_publication, "publication 2020-10-02"),
             claim("sentinel", 1, "2020 was the year in which they lost it all.", y2020, "2020")},
            "28 September 2020 is given by two independent sources, one of them counting from its own "
            "day; 30 September 2020 is the day of the announcement"));
  Conflict conflict;
  conflict.id = "c-e-04";
  conflict.event = "e-04";
  conflict.cause = "announcement-for-occurrence";
  conflict.cause_reason =
      "all sources date the announcement to 30 September 2020, the date that mercury gives for the loss";
  conflict.candidates = {{a, 0.78, {0, 1}, {"courier", "observer"}}, {b, 0.22, {2}, {"mercury"}}};
  conflict.compatible = {3, 4};
  conflict.preferred = 0;
  conflict.margin = 0.56;
  conflict.reason = t.events.back().verdict.reason;
  t.conflicts.push_back(conflict);

  t.events.push_back(
      event("e-05", "They announced the loss with photographs from the harbour", Status::agreed, b,
            {claim("herald", 4, "On 30 September the owners told their followers.", b, "XXXX-09-30"),
             claim("mercury", 8, "They announced it on Sept. 30, 2020.", b, "2020-09-30"),
             claim("sentinel", 2, "Yesterday they published a statement.", b, "@-1D")},
            "three sources agree"));
  t.events.push_back(event(
      "e-06", "She wrote to her followers that the due date had come and gone", Status::single, feb21,
      {claim("courier", 11, "In February they wrote that it would have sailed this week.", feb21, "XXXX-02")},
      "one source"));
  t.events.push_back(event(
      "e-07", "She told a magazine that she had not slept for months", Status::single, day(2021, 9, 18),
      {claim("courier", 13, "As she said on 18 September …", day(2021, 9, 18), "XXXX-09-18")}, "one source"));
  t.events.push_back(event(
      "e-08", "The family went to the sea with the two elder children", Status::decided, day(2021, 9, 26),
      {claim("mercury", 15, "On Sunday the family was at the sea.", day(2021, 9, 26), "@-4D")},
      "decided by a person"));
  const auto tribute = day(2021, 9, 28);
  t.events.push_back(event("e-09", "They posted a tribute to Jane", Status::agreed, tribute,
                           {claim("courier", 2, "On Tuesday they remembered him.", tribute, "@-1D"),
                            claim("mercury", 2, "On Tuesday both posted a tribute.", tribute, "@-2D"),
                            claim("observer", 1, "Today they posted a tribute.", tribute, "PRESENT_REF")},
                           "three sources agree"));
  t.events.push_back(event("e-10", "The brother gave an interview about the funeral", Status::single, tribute,
                           {claim("observer", 20, "The brother spoke to us today.", tribute, "PRESENT_REF")},
                           "one source"));
  return t;
}

// A dispute that nobody wins, and dates with open ends.
inline Timeline undecided() {
  Timeline t = story();
  t.events[3].verdict.date.reset();
  t.conflicts[0].preferred.reset();
  t.conflicts[0].candidates[0].weight = t.conflicts[0].candidates[1].weight = 0.5;
  t.events[2].verdict.date = before(day(2020, 9, 28));
  t.events[5].verdict.date = since(range_of_month(2021, 2));
  t.events.push_back(event("e-11", "Somebody sent flowers", Status::undated, std::nullopt, {}, ""));
  return t;
}

struct Dice {
  std::mt19937 generator;
  int operator()(int least, int most) {  // not std::uniform_int_distribution, which differs between libraries
    return least + static_cast<int>(generator() % static_cast<unsigned>(most - least + 1));
  }
};

inline DateRange random_range(Dice& dice) {
  const Day d = day_of({2018, 1, 1}) + dice(0, 1400);
  const Civil c = civil_of(d);
  switch (dice(0, 11)) {
    case 0:
      return range_of_month(c.year, c.month);
    case 1:
      return range_of_year(c.year);
    case 2:
      return about(range_of_month(c.year, c.month));
    case 3:
      return range_of_days(d, d + dice(1, 40), Granularity::span);
    case 4:
      return dice(0, 3) == 0 ? since(range_of_month(c.year, c.month)) : range_of_day(d);
    case 5:
      return dice(0, 3) == 0 ? before(range_of_day(d)) : range_of_day(d);
    case 6: {
      DateRange minute = range_of_day(d);
      minute.earliest += dice(0, 1439) * 60;
      minute.latest = minute.earliest + 59;
      minute.granularity = Granularity::minute;
      return minute;
    }
    default:
      return range_of_day(d);
  }
}

inline std::string random_label(Dice& dice) {
  static const std::vector<std::string> words = {
      "the",   "minister",       "council", "voted",    "left", "announced", "a",           "treaty",
      "storm", "Überschwemmung", "القاهرة", "北京市民", "🎉",    "signed",    "unexpectedly"};
  std::string label;
  const int many = dice(0, 30) == 0 ? 400 : dice(1, 14);
  for (int i = 0; i < many; ++i)
    label += (i ? " " : "") + words[static_cast<std::size_t>(dice(0, static_cast<int>(words.size()) - 1))];
  return label;
}

// As many events as wanted, about a third of them in dispute, some of these undecided, a few without any
// date.
inline Timeline random_timeline(unsigned seed, int events) {
  Dice dice{std::mt19937(seed)};
  Timeline t;
  t.wording = english();
  t.phrases = english_phrases();
  for (int i = 0; i < 9; ++i)
    t.sources.push_back(
        source(fmt::format("paper-{}", i), day(2021, 12, 1 + i), Published::Basis::stated, "line 1"));
  const auto doc = [&] { return fmt::format("paper-{}", dice(0, 8)); };
  for (int i = 0; i < events; ++i) {
    TimelineEvent e =
        event(fmt::format("e-{:04}", i), random_label(dice), Status::single, random_range(dice), {}, "why");
    for (int k = dice(1, 5); k > 0; --k)
      e.event.claims.push_back(claim(doc(), 1, "quote", *e.verdict.date, "value"));
    e.verdict.status = static_cast<Status>(dice(0, 4));
    if (dice(0, 40) == 0) {
      e.verdict.status = Status::undated;
      e.verdict.date.reset();
    } else if (e.verdict.status == Status::disputed) {
      Conflict c;
      c.event = e.event.id;
      c.id = "c-" + c.event;
      c.candidates.push_back({*e.verdict.date, 0.6, {0}, {}});
      for (int k = dice(1, 3); k > 0; --k) {
        const Day d = first_day(*e.verdict.date) + dice(1, 9) * (dice(0, 9) == 0 ? 90 : 1);
        c.candidates.push_back({range_of_day(d), 0.2, {}, {doc(), doc()}});
      }
      if (dice(0, 3) == 0)
        e.verdict.date.reset();
      else
        c.preferred = 0;
      t.conflicts.push_back(c);
    }
    t.events.push_back(std::move(e));
  }
  return t;
}

}  // namespace fasti::fixtures
