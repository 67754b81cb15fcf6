// Verbs whose parts stand apart, and subjects behind their verb, with the German rules.
#include "catch.h"
#include "claim/english.h"
#include "claim/label.h"
#include "claim/subject.h"
#include "rules/load.h"
#include "timeline/build.h"

namespace fasti::test {

namespace {

// "label" of each mention; "(label)" of what is only planned.
std::string german_labels_of(const std::string& text) {
  static const RuleSet rules = load_rules({FASTI_SOURCE_DIR "/rules"}, "de");
  const auto documents = date_articles({article_of({text})}, rules, rules.profiles.at("news"));
  const SentenceView view = view_of(documents.front(), rules);
  const std::vector<Subject> subjects = find_subjects(view);
  std::string line;
  for (std::size_t m = 0; m < view.mentions.size(); ++m) {
    const std::string label = label_of(view, view.mentions[m], subjects[m]).text;
    const bool planned = view.mentions[m].unreal;
    line += (line.empty() ? "" : " | ") + (planned ? "(" + label + ")" : label);
  }
  return line;
}

void check(const std::string& text, const std::string& labels) {
  INFO(text);
  CHECK(german_labels_of(text) == labels);
}

}  // namespace

TEST_CASE("brackets: the verb waits at the end of the clause") {
  check("Der Kapitän wurde am 3. Mai in Kiel verhaftet.", "Der Kapitän wurde in Kiel verhaftet");
  check("Am 3. Mai wurde der Kapitän in Kiel verhaftet.", "Der Kapitän wurde in Kiel verhaftet");
  check("Am 3. Mai hat die Polizei den Kapitän festgenommen.", "Die Polizei hat den Kapitän festgenommen");
  check("Die Feuerwehr wurde am 3. Mai kurz nach zwei Uhr alarmiert.", "Die Feuerwehr wurde alarmiert");
}

TEST_CASE("brackets: the subject stands behind its verb") {
  check("Am 9. November 1989 fiel die Mauer.", "Die Mauer fiel");
  check("In Kiel starb am 3. Mai der Posaunist Anton Brehm.", "Der Posaunist Anton Brehm starb");
  check("Am Montag trat der Minister nach langem Streit zurück.",
        "Der Minister trat nach langem Streit zurück");
  check("Der Minister trat am Montag, dem 3. Mai, zurück.", "Der Minister trat zurück");
}

TEST_CASE("brackets: what soll or will leads to is only planned") {
  check("Im Oktober soll die Brücke gesperrt werden.", "(Die Brücke soll gesperrt werden)");
  check("Am 3. Mai musste der Ort geräumt werden.", "Der Ort musste geräumt werden");
}

}  // namespace fasti::test
