// Timelines in the formats of other programs: what a date means survives, what is lost is counted, and no
// words of a source can break out of their place. Each export is read back (readers.h).
#include "export/formats.h"

#include <set>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "calendar/units.h"
#include "catch.h"
#include "export/readers.h"
#include "render/fixtures.h"

using namespace fasti;
using fixtures::day;
using nlohmann::json;

namespace {

struct Exported {
  std::string text;
  Losses losses;
};

Exported exported(std::string_view format, const Timeline& timeline, std::string_view title = "") {
  Exported result;
  const ExportFormat* known = format_named(format);
  REQUIRE(known != nullptr);
  result.text = known->write(accounts_of(timeline, title), result.losses);
  return result;
}

// A timeline of one event, told by one source.
Timeline one_event(const DateRange& range, const std::string& label = "The pier fell") {
  Timeline t;
  t.wording = fixtures::english();
  t.phrases = fixtures::english_phrases();
  t.sources = {fixtures::source("courier", day(2021, 9, 29), Published::Basis::stated, "line 1")};
  t.events.push_back(fixtures::event("e-01", label, Status::single, range,
                                     {fixtures::claim("courier", 4, "It fell.", range, "value")},
                                     "one source"));
  t.events.back().event.claims[0].label = label;
  return t;
}

Timeline one_event(const char* edtf) { return one_event(*from_edtf(edtf)); }

Timeline undated_event() {
  Timeline t = one_event("2020");
  t.events[0].verdict = {Status::undated, std::nullopt, 0, ""};
  t.events[0].event.claims.clear();
  t.undated.push_back(fixtures::claim("courier", 9, "Somebody sang.", day(2020, 1, 1), ""));
  t.undated.back().range.reset();
  return t;
}

// The same dispute as in the pictures: 28 September 2020 preferred, 30 September its rival.
Timeline dispute() {
  Timeline t = fixtures::story();
  t.events = {t.events[3]};
  return t;
}

Timeline tie() {
  Timeline t = dispute();
  t.events[0].verdict.date.reset();
  t.conflicts[0].preferred.reset();
  return t;
}

Timeline decided_for_another_day() {
  Timeline t = dispute();
  t.events[0].verdict.status = Status::decided;
  t.events[0].verdict.date = day(2020, 9, 26);
  t.events[0].verdict.decided =
      Decided{day(2020, 9, 26), {"Ann Berg", day(2021, 10, 5), "The log."}, false, {}};
  return t;
}

// Formats that people paste into pages.
const std::set<std::string_view> for_pages = {"timelinejs", "vis", "jsonld", "mermaid"};

}  // namespace

TEST_CASE("export: a table of formats, found by name and by ending") {
  CHECK(format_named("ical")->title == "iCalendar (RFC 5545)");
  CHECK(format_named("iCal") == nullptr);
  CHECK(format_for_file("out/ferry.ICS") == format_named("ical"));
  CHECK(format_for_file("ferry.jsonld") == format_named("jsonld"));
  CHECK(format_for_file("ferry.jsonl") == format_named("timesketch"));
  CHECK(format_for_file("ferry.json") == nullptr);
  std::set<std::string_view> names, endings;
  for (const ExportFormat& format : export_formats()) {
    CHECK(names.insert(format.name).second);
    for (const std::string_view ending : format.endings) CHECK(endings.insert(ending).second);
  }
}

TEST_CASE("export: dates in iCalendar are whole days, their end exclusive, or clock times") {
  const auto [edtf, begin, end] = GENERATE(table<const char*, const char*, const char*>({
      {"2020-09-28", "DTSTART;VALUE=DATE=20200928", "DTEND;VALUE=DATE=20200929"},
      {"2020-09", "DTSTART;VALUE=DATE=20200901", "DTEND;VALUE=DATE=20201001"},
      {"2020", "DTSTART;VALUE=DATE=20200101", "DTEND;VALUE=DATE=20210101"},
      {"202X", "DTSTART;VALUE=DATE=20200101", "DTEND;VALUE=DATE=20300101"},
      {"2020-09-21/2020-09-30", "DTSTART;VALUE=DATE=20200921", "DTEND;VALUE=DATE=20201001"},
      {"2020-12-31T23:59", "DTSTART=20201231T235900", "DTEND=20210101T000000"},
      {"9999-12", "DTSTART;VALUE=DATE=99991201", "DURATION=P31D"},
      {"0001-01-01", "DTSTART;VALUE=DATE=00010101", "DTEND;VALUE=DATE=00010102"},
      {"2010/..", "DTSTART;VALUE=DATE=20100101", "DTEND;VALUE=DATE=20110101"},
      {"../2020-05", "DTSTART;VALUE=DATE=20200501", "DTEND;VALUE=DATE=20200601"},
  }));
  CAPTURE(edtf);
  const auto events = readers::calendar(exported("ical", one_event(edtf)).text);
  REQUIRE(events.size() == 2);
  std::set<std::string> found;
  for (const auto& [name, value] : events[1]) found.insert(name + "=" + value);
  CHECK(found.count(begin) == 1);
  CHECK(found.count(end) == 1);
  CHECK(events[1].find("X-FASTI-EDTF")->second == edtf);
}

TEST_CASE("export: iCalendar is stamped with the day of the latest article, and else with a fixed one") {
  Timeline t = fixtures::story();
  CHECK(readers::calendar(exported("ical", t).text)[1].find("DTSTAMP")->second == "20210930T000000Z");
  t.sources.clear();
  CHECK(readers::calendar(exported("ical", t).text)[1].find("DTSTAMP")->second == "19700101T000000Z");
}

TEST_CASE("export: iCalendar's lines have 75 octets at most and end in CRLF") {
  Timeline t =
      one_event(day(2020, 9, 28), "Überschwemmung in 北京市 🎉 und anderswo, " + std::string(300, 'x'));
  for (const std::string& line : readers::lines_of(exported("ical", t).text, "\r\n")) {
    CHECK(line.size() <= 75);
    CHECK(is_valid_utf8(line));
    CHECK(line.find('\n') == line.npos);
  }
}

TEST_CASE("export: a vague date tells its words in the calendar, a plain day needs none") {
  CHECK(readers::labels("ical", exported("ical", one_event("2020-09")).text)[0] ==
        "The pier fell (September 2020)");
  CHECK(readers::labels("ical", exported("ical", one_event("2020-09-28")).text)[0] == "The pier fell");
}

TEST_CASE("export: TimelineJS gets both ends of a month, and the words") {
  const json slide = json::parse(exported("timelinejs", one_event("2020-09")).text)["events"][0];
  CHECK(slide["start_date"] == json{{"year", 2020}, {"month", 9}, {"day", 1}});
  CHECK(slide["end_date"] == json{{"year", 2020}, {"month", 9}, {"day", 30}});
  CHECK(slide["display_date"] == "September 2020");
  CHECK(slide["edtf"] == "2020-09");
  const json hour = json::parse(exported("timelinejs", one_event("2020-09-28T14:30")).text)["events"][0];
  CHECK(hour["start_date"]["minute"] == 30);
  CHECK(!hour.contains("end_date"));
  const json old = json::parse(exported("timelinejs", one_event("-0206")).text)["events"][0];
  CHECK(old["start_date"]["year"] == -206);
  CHECK(old["display_date"] == "207 BC");
}

TEST_CASE("export: vis-timeline gets exclusive ends that JavaScript can read") {
  const auto [edtf, start, end] = GENERATE(table<const char*, const char*, const char*>({
      {"2020-09", "2020-09-01T00:00:00", "2020-10-01T00:00:00"},
      {"2020-09-28", "2020-09-28T00:00:00", "2020-09-29T00:00:00"},
      {"2020-09-28T14:30", "2020-09-28T14:30:00", "2020-09-28T14:31:00"},
      {"-0206", "-000206-01-01T00:00:00", "-000205-01-01T00:00:00"},
      {"0000", "0000-01-01T00:00:00", "0001-01-01T00:00:00"},
      {"9999", "9999-01-01T00:00:00", "+010000-01-01T00:00:00"},
  }));
  const json item = json::parse(exported("vis", one_event(edtf)).text)["items"][0];
  CHECK(item["start"] == start);
  CHECK(item["end"] == end);
  const bool longer_than_a_day = std::string(edtf).size() <= 7;
  CHECK(item["type"] == (longer_than_a_day ? "range" : "box"));
}

TEST_CASE("export: Markwhen's dates are as fine as they were meant") {
  const auto [edtf, when] = GENERATE(table<const char*, const char*>({
      {"2020", "2020"},
      {"2020-09", "2020-09"},
      {"2020-09-28", "2020-09-28"},
      {"198X", "1980/1989"},
      {"2020-21", "2020-03/2020-05"},
      {"2020-09-21/2020-09-30", "2020-09-21/2020-09-30"},
      {"2020-09-28T14:30", "2020-09-28 14:30 / 2020-09-28 14:31"},
      {"-0206", "207 BCE"},
      {"-0206-05", "207 BCE"},
      {"-0001/0002", "2 BCE - 2 CE"},
      {"2010/..", "2010"},
  }));
  CAPTURE(edtf);
  const auto entries = readers::markwhen(exported("markwhen", one_event(edtf)).text);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].when == when);
  CHECK(entries[0].tags == std::vector<std::string>{"single"});
}

TEST_CASE("export: JSON-LD's dates are as fine as they were meant") {
  const auto [edtf, start, end] = GENERATE(table<const char*, const char*, const char*>({
      {"2020", "2020", "2020"},
      {"2020-09", "2020-09", "2020-09"},
      {"2020-09-28", "2020-09-28", "2020-09-28"},
      {"2020-09-21/2020-09-30", "2020-09-21", "2020-09-30"},
      {"2020-09-28T14:30", "2020-09-28T14:30", "2020-09-28T14:30"},
      {"-0206", "-0206", "-0206"},
      {"2010/..", "2010", ""},
      {"../2020-05", "", "2020-05"},
  }));
  CAPTURE(edtf);
  const json event = json::parse(exported("jsonld", one_event(edtf)).text)["@graph"][0]["itemListElement"][0];
  CHECK(event.value("startDate", "") == start);
  CHECK(event.value("endDate", "") == end);
  CHECK(event["temporal"] == edtf);
}

TEST_CASE("export: GEDCOM's dates in its own words") {
  const auto [edtf, date] = GENERATE(table<const char*, const char*>({
      {"2020", "2020"},
      {"2020-09", "SEP 2020"},
      {"2020-09-28", "28 SEP 2020"},
      {"1850~", "ABT 1850"},
      {"198X", "BET 1980 AND 1989"},
      {"2020-09-21/2020-09-30", "BET 21 SEP 2020 AND 30 SEP 2020"},
      {"2010/..", "AFT 2010"},
      {"../2020-05", "BEF MAY 2020"},
      {"-0043-03-15", "15 MAR 44 BCE"},
      {"0000", "1 BCE"},
      {"2020-09-28T14:30", "28 SEP 2020"},
  }));
  CAPTURE(edtf);
  const auto file = readers::gedcom(exported("gedcom", one_event(edtf)).text);
  const readers::Structure* event = file.find("INDI")->find("EVEN");
  CHECK(event->find("DATE")->payload == date);
  CHECK(event->find("_EDTF")->payload == edtf);
  CHECK(event->find("DATE")->find("PHRASE")->payload != "");
  if (std::string(edtf).find('T') != std::string::npos)
    CHECK(event->find("DATE")->find("TIME")->payload == "14:30:00");
}

TEST_CASE("export: Timesketch gets both ends of a month, and one line of a day") {
  const auto lines = readers::lines_of(exported("timesketch", one_event("2020-09")).text, "\n");
  REQUIRE(lines.size() == 2);
  CHECK(json::parse(lines[0])["datetime"] == "2020-09-01T00:00:00+00:00");
  CHECK(json::parse(lines[0])["timestamp_desc"] == "not before: September 2020");
  CHECK(json::parse(lines[1])["datetime"] == "2020-09-30T23:59:59+00:00");
  CHECK(json::parse(lines[1])["timestamp_desc"] == "not after: September 2020");

  const Exported of_day = exported("timesketch", one_event("2020-09-28"));
  CHECK(readers::lines_of(of_day.text, "\n").size() == 1);
  CHECK(json::parse(of_day.text)["latest"] == "2020-09-28");
  CHECK(of_day.losses.of(Loss::as_point) == 1);
  CHECK(!exported("timesketch", one_event("2020-09-28T14:30:07")).losses.any());
  CHECK(json::parse(exported("timesketch", one_event("2010/..")).text)["datetime"] ==
        "2010-01-01T00:00:00+00:00");
}

TEST_CASE("export: Mermaid writes every date in words") {
  for (const char* edtf : {"2020-09", "2010/..", "-0206", "1850~", "2020-09-28T14:30"}) {
    const Timeline t = one_event(edtf);
    const auto periods = readers::diagram(exported("mermaid", t).text);
    REQUIRE(periods.size() == 1);
    CHECK(periods[0] == std::vector<std::string>{in_words(*from_edtf(edtf), t.wording), "The pier fell"});
  }
}

TEST_CASE("export: CSV has a row for each date of a dispute") {
  const auto rows = readers::table(exported("csv", dispute()).text);
  REQUIRE(rows.size() == 3);
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  const auto cell = [&](std::size_t row, const std::string& name) {
    const auto column = std::find(rows[0].begin(), rows[0].end(), name);
    REQUIRE(column != rows[0].end());
    return rows[row][static_cast<std::size_t>(column - rows[0].begin())];
  };
  CHECK(cell(1, "edtf") == "2020-09-28");
  CHECK(cell(1, "rank") == "preferred");
  CHECK(cell(1, "sources") == "courier; observer");
  CHECK(cell(1, "share") == "0.78");
  CHECK(cell(2, "edtf") == "2020-09-30");
  CHECK(cell(2, "rank") == "rival");
  CHECK(cell(2, "sources") == "mercury");
  CHECK(cell(2, "claims") == "1");
}

TEST_CASE("export: what is undated is kept where the format can, and else counted") {
  const Timeline t = undated_event();
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const Exported result = exported(format.name, t);
    const std::set<std::string_view> keep_events{"mermaid", "csv", "jsonld", "gedcom"};
    const std::set<std::string_view> keep_statements{"csv", "gedcom"};
    CHECK(result.losses.of(Loss::undated) == (keep_events.count(format.name) ? 0 : 1));
    CHECK(result.losses.of(Loss::statement) == (keep_statements.count(format.name) ? 0 : 1));
    if (keep_events.count(format.name))
      CHECK(readers::labels(std::string(format.name), result.text)[0] == "The pier fell");
    if (keep_statements.count(format.name))
      CHECK(readers::labels(std::string(format.name), result.text).size() == 2);
  }
}

TEST_CASE("export: a dispute keeps its rivals, as entries or in words that are counted") {
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const Exported result = exported(format.name, dispute());
    const std::set<std::string_view> flatten{"timelinejs", "ical", "mermaid"};
    CHECK(result.losses.of(Loss::conflict) == (flatten.count(format.name) ? 1 : 0));
    const bool in_words = result.text.find("30 September 2020") != std::string::npos;
    CHECK((in_words || format.name == "gedcom" || format.name == "jsonld"));
    CHECK(result.text.find("mercury") != std::string::npos);
  }
}

TEST_CASE("export: where nobody won, each date has its place and none is called the right one") {
  const Timeline t = tie();
  CHECK(readers::labels("timelinejs", exported("timelinejs", t).text).size() == 2);
  CHECK(readers::labels("mermaid", exported("mermaid", t).text).size() == 2);
  const auto events = readers::calendar(exported("ical", t).text);
  REQUIRE(events.size() == 3);
  CHECK(events[1].find("STATUS")->second == "TENTATIVE");
  CHECK(events[1].find("UID")->second == "e-04-2020-09-28@fasti");
  CHECK(events[2].find("UID")->second == "e-04-2020-09-30@fasti");
  const json event = json::parse(exported("jsonld", t).text)["@graph"][0]["itemListElement"][0];
  CHECK(!event.contains("startDate"));
  CHECK(event["subjectOf"].size() == 5);
  const json picture = json::parse(exported("vis", t).text);
  for (const json& item : picture["items"]) CHECK(item["rank"] == "open");
}

TEST_CASE("export: a decided date comes first, also where no source gave it") {
  const Timeline t = decided_for_another_day();
  const auto rows = readers::table(exported("csv", t).text);
  REQUIRE(rows.size() == 4);
  CHECK(rows[1][5] == "decided");
  CHECK(rows[1][6] == "2020-09-26");
  CHECK(rows[2][5] == "rival");
  const auto file = readers::gedcom(exported("gedcom", t).text);
  const readers::Structure* first = file.find("INDI")->find("EVEN");
  CHECK(first->find("DATE")->payload == "26 SEP 2020");
  CHECK(first->find("SOUR") == nullptr);
  CHECK(readers::calendar(exported("ical", t).text)[1].find("DTSTART;VALUE=DATE")->second == "20200926");
}

TEST_CASE(
    "export: GEDCOM has a structure for each claim, the preferred date first, with quotation and source") {
  Timeline preferred = dispute();
  std::rotate(preferred.events[0].event.claims.begin(), preferred.events[0].event.claims.begin() + 2,
              preferred.events[0].event.claims.end());  // 30 September first
  preferred.conflicts[0].candidates[0].claims = {3, 4};
  preferred.conflicts[0].candidates[1].claims = {0};
  const auto file = readers::gedcom(exported("gedcom", preferred).text);
  std::vector<std::string> dates;
  for (const auto& event : file.find("INDI")->below)
    if (event.tag == "EVEN") dates.push_back(event.find("DATE")->payload);
  CHECK(dates == std::vector<std::string>{"28 SEP 2020", "28 SEP 2020", "30 SEP 2020", "SEP 2020", "2020"});
  const readers::Structure* cited = file.find("INDI")->find("EVEN")->find("SOUR");
  CHECK(cited->payload == "@S1@");
  CHECK(cited->find("DATA")->find("TEXT")->payload == preferred.events[0].event.claims[3].quote);
  CHECK(cited->find("DATA")->find("DATE")->payload == "29 SEP 2021");
}

TEST_CASE("export: a claim that a person set aside is no witness, and says so where claims are written") {
  Timeline t = dispute();
  t.conflicts.clear();
  t.events[0].verdict.status = Status::single;
  const DecidedBy ann{"Ann Berg", day(2021, 10, 5), ""};
  t.events[0].verdict.set_aside = {{0, false, ann}, {2, true, ann}};
  const auto rows = readers::table(exported("csv", t).text);
  CHECK(rows[1][11] == "observer; herald; sentinel");
  CHECK(rows[1][12] == "3");
  const json event = json::parse(exported("jsonld", t).text)["@graph"][0]["itemListElement"][0];
  CHECK(event["subjectOf"][0]["description"] == "set aside by Ann Berg, 5 October 2021");
  CHECK(!event["subjectOf"][1].contains("description"));
  const auto file = readers::gedcom(exported("gedcom", t).text);
  std::vector<std::string> sources;
  for (const auto& one : file.find("INDI")->below)
    if (one.tag == "EVEN") sources.push_back(one.find("SOUR")->payload);
  CHECK(sources == std::vector<std::string>{"@S4@", "@S2@", "@S5@", "@S1@", "@S3@"});
  CHECK(file.find("INDI")->below.back().find("NOTE")->payload ==
        "its source is distrusted by Ann Berg, 5 October 2021");
}

TEST_CASE("export: ids are told apart, also where an event is called like another's second date") {
  Timeline t = dispute();
  t.events.push_back(fixtures::event("e-04-2", "Another", Status::single, day(2020, 9, 28), {}, ""));
  std::set<std::string> ids;
  const json picture = json::parse(exported("vis", t).text);
  for (const json& item : picture["items"]) CHECK(ids.insert(item["id"]).second);
}

TEST_CASE("export: dates before the year 1 are kept, made coarser, or left out, and that is told") {
  const Timeline t = one_event("-0043-03-15");
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const Exported result = exported(format.name, t);
    const bool left_out = format.name == "ical" || format.name == "timesketch";
    CHECK(result.losses.of(Loss::before_era) == (left_out ? 1 : 0));
    CHECK(result.losses.of(Loss::to_years) == (format.name == "markwhen" ? 1 : 0));
    CHECK(readers::labels(std::string(format.name), result.text).size() == (left_out ? 0 : 1));
  }
}

TEST_CASE("export: what is left out is told once") {
  for (const char* edtf : {"-0043/..", "../-0043"}) {
    CHECK(loss_message(exported("ical", one_event(edtf)).losses) == "1 date before the year 1 left out");
    CHECK(loss_message(exported("timesketch", one_event(edtf)).losses) ==
          "1 date before the year 1 left out");
  }
  Timeline t = one_event("2020");
  t.events[0].verdict.date = from_edtf("../..");  // an end that nobody gives, and a beginning
  for (const char* format : {"timelinejs", "vis", "markwhen", "ical", "timesketch"})
    CHECK(loss_message(exported(format, t).losses) == "1 event without a date left out");
}

TEST_CASE("export: losses are told in plain words, in the file in its own language") {
  Losses losses;
  CHECK(loss_message(losses).empty());
  losses.add(Loss::conflict, 2);
  losses.add(Loss::undated);
  CHECK(loss_message(losses) == "2 conflicts flattened to one date each, 1 event without a date left out");
  CHECK(
      loss_note(losses, fixtures::english_phrases()) ==
      "This format could not hold everything: 2 conflicts flattened to one date each, 1 event without a date "
      "left out.");
  for (std::size_t kind = 0; kind < loss_kinds; ++kind)
    for (const std::size_t n : {1u, 3u}) {
      Losses one;
      one.add(static_cast<Loss>(kind), n);
      CHECK(loss_note(one, fixtures::english_phrases()).find(loss_message(one)) != std::string::npos);
    }
}

TEST_CASE("export: the file tells what it lacks, if its format has a place for that") {
  Timeline t = dispute();
  t.undated = undated_event().undated;
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const Exported result = exported(format.name, t);
    if (!result.losses.any()) continue;
    std::string text = readers::replaced(result.text, "\r\n ", "");
    CHECK(text.find("1 undated statement left out") != std::string::npos);
  }
}

TEST_CASE("export: hostile labels stay labels") {
  const std::vector<std::string> hostile = {
      "He said \"no\", 'never'; a, b: c",
      "line\nbreak\r\nand\ttab",
      "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y",
      "@VOID@",
      "@S1@ pointed",
      "=1+2",
      "+1",
      "-1",
      "@SUM(A1)",
      std::string("a\0b", 3),
      "abc \xE2\x80\xAE"
      "fed \xE2\x81\xA6 ghi",
      "</script><script>alert(1)</script><!-- --> ]]> &amp; &lt;",
      std::string(10000, 'w') + " end",
      "title of a section : with :: colons #and #tags ; %% comment %%{init: {}}%% {x} [y] `z` $$k$$ \\N \\n",
      "section one",
      "2020-05-03: another entry",
      "[x] done",
      "#heading and #tag",
      "---",
      "// comment",
      "\xFF\xFE broken \xC3",
      "\xD8\xA7\xD9\x84\xD9\x82\xD8\xA7\xD9\x87\xD8\xB1\xD8\xA9 \xE5\x8C\x97\xE4\xBA\xAC \xF0\x9F\x8E\x89",
      "",
  };
  for (const ExportFormat& format : export_formats()) {
    for (const std::string& label : hostile) {
      CAPTURE(format.name, label.substr(0, 60));
      const Timeline t = one_event(day(2020, 9, 28), label);
      const std::string text = exported(format.name, t, label).text;
      CHECK(is_valid_utf8(text));
      CHECK(text.find('\0') == std::string::npos);
      CHECK((text.find("</script") == std::string::npos || !for_pages.count(format.name)));
      const auto found = readers::labels(std::string(format.name), text);
      REQUIRE(found.size() == 1);
      const std::string expected =
          format.name == "csv" ? readers::table(csv_words(one_line(label)) + "\n")[0][0] : one_line(label);
      CHECK(found[0] == (expected.empty() ? "?" : expected));
    }
  }
}

TEST_CASE("export: hostile sources, quotations and ids break nothing") {
  Timeline t = dispute();
  for (Source& source : t.sources) {
    source.source = "=\"</script>\n, ;: #tag @VOID@ " + source.id;
    source.title = "</TITLE>\n0 TRLR\nEND:VCALENDAR";
    source.url = "javascript:alert(1)";
  }
  for (Claim& claim : t.events[0].event.claims) claim.quote = "@I1@\n0 TRLR\r\n1 NOTE \x01" + claim.quote;
  t.events[0].event.id = "e,1;\n\"<x>";
  t.conflicts[0].event = t.events[0].event.id;
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const std::string text = exported(format.name, t).text;
    CHECK(is_valid_utf8(text));
    CHECK((text.find("</script") == std::string::npos || !for_pages.count(format.name)));
    CHECK(text.find("javascript:") == std::string::npos);
    CHECK(!readers::labels(std::string(format.name), text).empty());
  }
  const auto file = readers::gedcom(exported("gedcom", t).text);
  CHECK(file.below.size() == 2 + t.sources.size() + 1);  // head, the person, sources, trailer
  CHECK(readers::calendar(exported("ical", t).text).size() == 2);
  for (const auto& row : readers::table(exported("csv", t).text)) CHECK(row.size() == 15);
}

TEST_CASE("export: whatever the dates, each is written or counted, and twice the same bytes come out") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Timeline t = fixtures::random_timeline(seed, 60);
    const Accounts all = accounts_of(t, "");
    const auto undated = static_cast<std::size_t>(std::count_if(
        all.events.begin(), all.events.end(), [](const Account& account) { return account.dates.empty(); }));
    for (const ExportFormat& format : export_formats()) {
      CAPTURE(format.name, seed);
      const Exported result = exported(format.name, t);
      CHECK(result.text == exported(format.name, t).text);
      std::set<std::string> found;
      for (const std::string& label : readers::labels(std::string(format.name), result.text))
        found.insert(label);
      for (const TimelineEvent& told : t.events) {
        if (!told.verdict.date || told.verdict.status == Status::disputed) continue;
        std::string label = one_line(told.event.label);
        if (format.name == "ical" &&
            !(days_covered(*told.verdict.date) == 1 && !told.verdict.date->open_end &&
              !told.verdict.date->open_start && !told.verdict.date->approximate))
          label += " (" + in_words(*told.verdict.date, t.wording) + ")";
        CHECK(found.count(label) == 1);
      }
      CHECK((result.losses.of(Loss::undated) == 0 || result.losses.of(Loss::undated) == undated));
    }
  }
}

TEST_CASE("export: an empty timeline is a valid file of each format") {
  Timeline t;
  t.wording = fixtures::english();
  t.phrases = fixtures::english_phrases();
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const Exported result = exported(format.name, t);
    CHECK(readers::labels(std::string(format.name), result.text).empty());
    CHECK(!result.losses.any());
  }
}
