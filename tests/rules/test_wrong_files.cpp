// The table of wrong rule files: wrong-rule-files.txt explains itself.
#include <cstdlib>
#include <fstream>

#include "catch.h"
#include "rules/load.h"

using namespace fasti;

namespace {

struct WrongFile {
  std::string name;
  std::string veiled;  // as the table has it
  std::string text;
  std::string told;
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

// What a text file cannot show stands in it in angle brackets; "---." is a line of three hyphens.
std::string unveiled(std::string text) {
  text = replaced(std::move(text), "<TAB>", "\t");
  text = replaced(std::move(text), "<NUL>", std::string(1, '\0'));
  text = replaced(std::move(text), "<BYTE E9>", "\xE9");
  text = replaced(std::move(text), "<BOM>", "\xEF\xBB\xBF");
  return replaced(std::move(text), "\n---.\n", "\n---\n");
}

const std::string table_path = FASTI_SOURCE_DIR "/tests/rules/wrong-rule-files.txt";

std::vector<WrongFile> wrong_files(std::string& preface) {
  std::ifstream table(table_path);
  std::vector<WrongFile> files;
  bool in_text = false;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with("=== ")) {
      files.push_back({line.substr(4), "", "", ""});
      in_text = true;
    } else if (in_text && line == "---") {
      in_text = false;
    } else if (!files.empty()) {
      if (in_text) files.back().veiled += line + "\n";
      if (!in_text && !line.empty()) files.back().told += line + "\n";
    } else {
      preface += line + "\n";
    }
  }
  for (WrongFile& file : files) file.text = unveiled(file.veiled);
  return files;
}

std::string told(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) {
    if (d.place.path != "wrong.yaml") text += d.place.path + " ";
    text += std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + ": " + d.message +
            (d.hint.empty() ? "" : " | " + d.hint) + "\n";
  }
  return text;
}

std::string told_of(const std::vector<RuleFileText>& files) {
  try {
    return told(load_rules_from(files).warnings);
  } catch (const InputError& error) {
    return told(error.diagnostics);
  }
}

// FASTI_REWRITE=1 writes what is told into the table, for a change that was meant: read the difference.
void rewrite(const std::vector<WrongFile>& files, const std::string& preface) {
  std::ofstream table(table_path);
  table << preface;
  for (const WrongFile& file : files)
    table << "=== " << file.name << "\n"
          << file.veiled << "---\n"
          << file.told << (&file == &files.back() ? "" : "\n");
}

}  // namespace

TEST_CASE("wrong rule files: each mistake is told at its place, and nothing that only follows from it") {
  std::string preface;
  std::vector<WrongFile> files = wrong_files(preface);
  REQUIRE(files.size() > 30);
  const RuleFileText words{"words.yaml", files.front().text, 0};
  CHECK(told_of({words}).empty());
  for (std::size_t i = 1; i < files.size(); ++i) {
    INFO(files[i].name << "\n" << files[i].text);
    const std::string found = told_of({words, {"wrong.yaml", files[i].text, 0}});
    CHECK(found == files[i].told);
    files[i].told = found;
  }
  if (std::getenv("FASTI_REWRITE") != nullptr) rewrite(files, preface);
}

TEST_CASE("wrong rule files: what one lacks, others are not blamed for") {
  const std::string uses =
      "rules:\n  - {id: a, pattern: \"<when> {boat} {year}\", value: \"{year}\", "
      "profiles: [parish], examples: {\"[in ferry 1911]\": 1911}}\n";
  const std::string gives =
      "lexicon: {boat: [ferry]}\nfragments: {when: in}\ndigits: {year: {length: 4}}\nprofiles: {parish: "
      "{}}\n";
  CHECK(told_of({{"uses", uses}, {"gives", gives}}).empty());
  CHECK(
      told_of({{"uses", uses}, {"gives", gives + "rules: [\n"}}) ==
      "gives 6:1: not valid YAML: end of sequence flow not found | look for a missing colon, quote, bracket "
      "or indent on this line or just above\n");
  // What the broken file does not speak of is missing indeed.
  CHECK(
      told_of({{"uses", uses}, {"gives", "lexicon: {boat: [ferry]}\ndigits: {year: {}}\nrules: [\n"}}) ==
      "gives 4:1: not valid YAML: end of sequence flow not found | look for a missing colon, quote, bracket "
      "or indent on this line or just above\n"
      "uses 2:24: unknown fragment \"when\" | none are known\n"
      "uses 2:74: there is no profile \"parish\" | none are known\n");
}
