#include "article/corrections.h"

#include "article/read.h"
#include "base/atomic_file.h"
#include "calendar/edtf.h"
#include "catch.h"
#include "scratch_folder.h"

using namespace fasti;
using test::ScratchFolder;

namespace {

Correction correction_for(const ScratchFolder& folder, const std::string& file) {
  Correction correction;
  correction.folder = folder.path.string();
  correction.file = file;
  correction.place = {"sources.yaml", 2, 5};
  return correction;
}

DateRange day(int year, int month, int day_of_month) {
  return range_of_day(day_of({year, month, day_of_month}));
}

}  // namespace

TEST_CASE("what a person says of files goes over what those say", "[article][corrections]") {
  const ScratchFolder folder;
  ensure_folder(folder / "gazette/old");
  write_file(folder / "gazette/a.txt", "date: 2021-09-29\nsource: Gazet\n\nWords.");
  write_file(folder / "gazette/old/b.jsonl",
             "{\"text\": \"One.\"}\n{\"id\": \"mine\", \"text\": \"Two.\"}\n");
  write_file(folder / "c.txt", "Words.");
  Correction all = correction_for(folder, "gazette/**");
  all.source = "The Gazette";
  Correction one = correction_for(folder, "gazette/a.txt");
  one.id = "storm";
  one.published = day(2021, 9, 30);
  one.written = "2021-09-30";
  Correction lines = correction_for(folder, "**/b.jsonl");
  lines.id = "ignored";
  Correction none = correction_for(folder, "d.txt");
  const Reading reading = read_articles({folder.path.string()}, {{}, {}, {all, one, lines, none}});
  std::string text;
  for (const Article& a : reading.articles)
    text += a.id + "|" + a.source + "|" + (a.published.known() ? to_edtf(a.published.range) : "") + "\n";
  CHECK(text == "b-1|The Gazette|\nc|c|\nmine|The Gazette|\nstorm|The Gazette|2021-09-30\n");
  CHECK(reading.articles[3].published.reason == "sources.yaml line 2: published 2021-09-30");
  CHECK(reading.articles[3].diagnostics.empty());  // the date that was corrected is no second opinion
  REQUIRE(reading.remarked.size() == 1);
  CHECK(to_string(reading.remarked[0]) ==
        "sources.yaml:2:5: warning: there is no file \"d.txt\"\n"
        "  hint: paths are those below the folder of this file");
}

TEST_CASE("an id that a person gives twice is numbered", "[article][corrections]") {
  const ScratchFolder folder;
  write_file(folder / "a.txt", "Words.");
  write_file(folder / "b.txt", "Words.");
  Correction both = correction_for(folder, "*.txt");
  both.id = "same";
  const Reading reading = read_articles({folder.path.string()}, {{}, {}, {both}});
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].id == "same");
  CHECK(reading.articles[1].id == "same-2");
  CHECK(reading.articles[1].source == "same");
}
