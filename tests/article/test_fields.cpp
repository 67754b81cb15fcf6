// Articles in JSON and tables, whatever their fields are called.
#include <fmt/format.h>

#include "article/field_map.h"
#include "article/read.h"
#include "base/atomic_file.h"
#include "calendar/edtf.h"
#include "catch.h"
#include "scratch_folder.h"

using namespace fasti;
using namespace std::string_literals;
using test::ScratchFolder;

namespace {

// "id|published|source|title|url|text" an article, then "! line:column message" a failure and "~ message" a
// remark.
std::string outcome(const std::string& name, const std::string& bytes,
                    const std::vector<std::string>& fields = {}) {
  const ScratchFolder folder;
  const std::string path = (folder / name).string();
  write_file(path, bytes);
  const Reading reading = read_articles({path}, {{}, field_map_from(fields), {}});
  std::string text;
  for (const Article& a : reading.articles) {
    text += fmt::format("{}|{}|{}|{}|{}|{}\n", a.id, a.published.known() ? to_edtf(a.published.range) : "",
                        a.source, a.title, a.url, a.text);
    CHECK(a.body == Span{0, a.text.size()});
  }
  for (const Diagnostic& d : reading.failed)
    text += fmt::format("! {}:{} {}\n", d.place.line, d.place.column, d.message);
  for (const Diagnostic& d : reading.remarked) text += fmt::format("~ {}\n", d.message);
  return text;
}

}  // namespace

TEST_CASE("names of fields are ours, stated or guessed", "[article][fields]") {
  const auto named = [](const std::string& name, const FieldMap& map = {}) {
    const auto guess = field_named(name, map);
    return guess ? fmt::format("{} {}", to_string(guess->field), guess->rank > 0 ? "guessed" : "sure") : "-";
  };
  CHECK(named("text") == "text sure");
  CHECK(named("Body") == "text guessed");
  CHECK(named("datePublished") == "published guessed");
  CHECK(named("date-published") == "published guessed");
  CHECK(named("colour") == "-");
  const FieldMap map = field_map_from({"text=lede", "source=Desk Name"});
  CHECK(named("lede", map) == "text sure");
  CHECK(named("desk name", map) == "source sure");
  CHECK(named("text", map) == "-");
  CHECK_THROWS_WITH(field_map_from({"words=body"}), Catch::Contains("no field \"words\""));
  CHECK_THROWS_WITH(field_map_from({"text"}), Catch::Contains("does not say which"));
}

TEST_CASE("JSON lines may have other keys", "[article][fields]") {
  CHECK(
      outcome(
          "a.jsonl",
          R"({"headline": "Storm", "body": "Words.", "publishedAt": "2021-09-29T10:31:00Z", "source": {"id": null, "name": "Gazette"}, "link": "https://a.example/1"})"s) ==
      "a-1|2021-09-29|Gazette|Storm|https://a.example/1|Words.\n"
      "~ read by other names than ours: published from \"publishedAt\", title from \"headline\", url from "
      "\"link\", "
      "text from \"body\"\n");
  CHECK(outcome("a.jsonl", R"({"text": "Ours.", "body": "Theirs.", "date": 1632911460})"s) ==
        "a-1|2021-09-29|a-1|||Ours.\n~ read by other names than ours: published from \"date\"\n");
  CHECK(outcome("a.jsonl", R"({"body": "Theirs.", "text": "Ours."})"s) == "a-1||a-1|||Ours.\n");
  CHECK(outcome("a.jsonl", R"({"lede": "Words.", "text": "Not this."})"s, {"text=lede"}) ==
        "a-1||a-1|||Words.\n");
  CHECK(outcome("a.txt", "{\"content\": \"Words.\"}\n{\"content\": \"More.\"}\n") ==
        "a-1||a-1|||Words.\na-2||a-2|||More.\n~ read by other names than ours: text from \"content\"\n");
}

TEST_CASE("a JSON array is read element by element", "[article][fields]") {
  CHECK(
      outcome("a.json",
              "[\n  {\"id\": \"x\", \"text\": \"One, [two] \\\"}\\\".\"},\n  {\"text\": \"Three.\"}\n]\n") ==
      "a-2||a-2|||Three.\nx||x|||One, [two] \"}\".\n");
  CHECK(outcome("a.txt", "[{\"text\": \"Words.\"}]") == "a-1||a-1|||Words.\n");
  CHECK(outcome("a.json", "[]") == "! 0:0 this array is empty\n");
  CHECK(outcome("a.json", "[1, 2]") ==
        "! 1:2 this line is no JSON object\n! 1:5 this line is no JSON object\n");
  CHECK(outcome("a.json", "{\"status\": \"ok\", \"articles\": [{\"content\": \"Words.\"}]}") ==
        "a-1||a-1|||Words.\n~ read by other names than ours: text from \"content\"\n");
  CHECK(outcome("a.json", "{\n  \"text\": \"Words.\"\n}\n") == "a-1||a-1|||Words.\n");
}

TEST_CASE("a JSON array that is broken tells where, and what came before is kept", "[article][fields]") {
  CHECK(outcome("a.json", "[{\"text\": \"One.\"},\n {\"text\": \"Tw") ==
        "a-1||a-1|||One.\n! 2:14 this array of articles is no JSON: it breaks off\n");
  CHECK(outcome("a.json", "[{\"text\": \"One.\"}\n {\"text\": \"Two.\"}]") ==
        "a-1||a-1|||One.\n! 2:2 this array of articles is no JSON: a comma or ] is missing\n");
  CHECK(outcome("a.json", "[{\"text\": \"One.\"},\n{\"text\": 5},\n{\"text\": \"Three.\"}]") ==
        "a-1||a-1|||One.\na-3||a-3|||Three.\n! 2:10 the value of \"text\" must be a string\n");
  CHECK(outcome("a.json", "[{\"text\": \"One.\"},,{\"text\": \"Two.\"}]").find("an article is missing") !=
        std::string::npos);
  CHECK(outcome("a.json", "[{\"id\": 1}, {\"text\": \"Two.\"}]") ==
        "a-2||a-2|||Two.\n! 1:2 this article has no \"text\"\n");
  CHECK(outcome("a.json", "[{\"id\": 1}, {\"id\": 2}]") ==
        "! 0:0 this JSON holds no article: nothing in it has a text\n");
  CHECK(outcome("a.json", "{\"events\": [{\"date\": \"2021-09-29\"}]}") ==
        "! 0:0 this JSON holds no article: nothing in it has a text\n");
}

TEST_CASE("a table is read row by row", "[article][fields]") {
  CHECK(outcome("a.csv",
                "id,published,source,title,url,text\nx,2021-09-29,Gazette,Storm,https://a.example/,\"One, "
                "two.\"\n,,,,,Three.\n") ==
        "a-3||a-3|||Three.\nx|2021-09-29|Gazette|Storm|https://a.example/|One, two.\n");
  CHECK(outcome("a.tsv", "Date\tBody\nsome day\tWords.\n") ==
        "a-2||a-2|||Words.\n"
        "~ \"some day\" is no date as 2021-09-29 is, so the article is undated\n"
        "~ read by other names than ours: published from \"date\", text from \"body\"\n");
  CHECK(outcome("a.txt", "source;text\nGazette;\"One\nline more\"\n") == "a-2||Gazette|||One\nline more\n");
  CHECK(outcome("a.csv", "event,date\nsinking,2021-09-29\n") == "! 0:0 this table has no column of texts\n");
  CHECK(outcome("a.csv", "id,text\n1,Words.\n2,\n") == "1||1|||Words.\n! 3:0 this row has no text\n");
}

TEST_CASE("in a folder, tables and JSON without articles are passed over", "[article][fields]") {
  const ScratchFolder folder;
  write_file(folder / "claims.csv", "event,date\nsinking,2021-09-29\n");
  write_file(folder / "data.json", "{\"a\": [1]}");
  write_file(folder / "a.txt", "Words.");
  const Reading reading = read_articles({folder.path.string()});
  CHECK(reading.articles.size() == 1);
  CHECK(reading.failed.empty());
  REQUIRE(reading.remarked.size() == 2);
  CHECK(reading.remarked[0].severity == Severity::note);
}

TEST_CASE("texts in other charsets are read in what they look like", "[article][charset]") {
  const auto read = [](const std::string& bytes) { return article_from_text("a.txt", bytes); };
  const Article latin = read(
      "Le caf\xE9 de l'h\xF4tel est ferm\xE9 depuis le mois de mai, \x93"
      "dit-on\x94.");
  CHECK(latin.text == "Le café de l'hôtel est fermé depuis le mois de mai, “dit-on”.");
  REQUIRE(latin.diagnostics.size() == 1);
  CHECK(latin.diagnostics[0].code == "not-utf8");
  CHECK(read("caf\xE9").text == "café");
  const Article russian = read(
      "\xCF\xE0\xF0\xEE\xEC \xE7\xE0\xF2\xEE\xED\xF3\xEB \xE2\xE1\xEB\xE8\xE7\xE8 \xE3\xEE\xF0\xEE\xE4\xE0, "
      "\xF1\xEE\xEE\xE1\xF9\xE8\xEB\xE8 \xE2\xEE \xE2\xF2\xEE\xF0\xED\xE8\xEA.");
  CHECK(russian.text == "Паром затонул вблизи города, сообщили во вторник.");
  const Article marked = read("\xFE\xFF\0H\0i"s);
  CHECK(marked.text == "Hi");
  const Article unmarked = read("T\0h\0e\0 \0f\0e\0r\0r\0y\0.\0"s);
  CHECK(unmarked.text == "The ferry.");
  CHECK(unmarked.diagnostics[0].code == "utf-16");
  std::string noise;
  for (int i = 0; i < 400; ++i) noise += static_cast<char>((i * 7919 + 131) % 255 + 1);
  CHECK_THROWS_AS(read(noise), InputError);
}
