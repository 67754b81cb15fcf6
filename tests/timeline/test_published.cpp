// When was it published? The whole way from a file's bytes, on a table of heads and by-lines.
#include <map>

#include "article/read.h"
#include "base/atomic_file.h"
#include "calendar/edtf.h"
#include "catch.h"
#include "rules/load.h"
#include "scratch_folder.h"
#include "sections.h"
#include "timeline/build.h"

using namespace fasti;
using namespace fasti::test;

namespace {

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

const std::string first_paragraph =
    "The pier of Tolbury collapsed, and nobody was on it at that time, said the police to all who asked "
    "them.";
const std::string second_paragraph = "The town will build a new one, of iron, as the old one was.";

std::string filled(std::string page) {
  replace_all(page, "BODY", "<article><h1>Pier collapses</h1>TEXT</article>");
  const bool html = page.find('<') != page.npos;
  replace_all(page, "TEXT",
              html ? "<p>" + first_paragraph + "</p><p>" + second_paragraph + "</p>"
                   : first_paragraph + "\n\n" + second_paragraph);
  return page;
}

const RuleSet& rules_of(const std::string& language) {
  static std::map<std::string, RuleSet> loaded;
  const auto found = loaded.find(language);
  if (found != loaded.end()) return found->second;
  return loaded.emplace(language, load_rules({FASTI_SOURCE_DIR "/rules"}, language)).first->second;
}

Document dated(const Section& one) {
  const auto key = [&](const char* name, const char* otherwise) {
    const auto found = one.expected.find(name);
    return found == one.expected.end() ? std::string(otherwise) : found->second;
  };
  const test::ScratchFolder folder;
  const auto path = folder / key("path", "page.html");
  ensure_folder(path.parent_path());
  write_file(path, filled(one.page));
  Reading reading = read_articles({path.string()});
  REQUIRE(reading.failed.empty());
  const RuleSet& rules = rules_of(key("lang", "en"));
  return date_articles(std::move(reading.articles), rules, rules.profiles.at("news")).front();
}

std::string published_of(const Document& document) {
  const Published& published = document.published;
  std::string line = published.known() ? to_edtf(published.range) : "";
  line += " " + std::string(to_string(published.basis));
  for (const Diagnostic& d : document.article.diagnostics)
    if (d.code == "published-disagree") line += " disagree";
  return line;
}

std::string candidates_of(const Document& document) {
  std::string lines;
  for (const DateStatement& one : document.article.dates)
    lines += (lines.empty() ? "" : "\n") + to_edtf(one.range) + " " + std::string(to_string(one.basis)) +
             " " + std::string(to_string(one.what)) + " " + one.where;
  return lines;
}

}  // namespace

TEST_CASE("the day of publication is found as sites mark it", "[timeline][published]") {
  const std::vector<Section> all = sections_of("tests/timeline/published-pages.txt");
  CHECK(all.size() >= 40);
  for (const Section& one : all) {
    INFO(one.name);
    const Document document = dated(one);
    INFO(candidates_of(document));
    INFO(document.published.reason);
    if (one.expected.contains("published")) CHECK(published_of(document) == one.expected.at("published"));
    if (one.expected.contains("candidates")) CHECK(candidates_of(document) == one.expected.at("candidates"));
  }
}

TEST_CASE("a by-line is no claim, and a dateline dates none", "[timeline][published]") {
  const auto claims_of = [](const std::string& text) {
    const Document document = dated({"", text, {{"path", "a.txt"}}});
    const Timeline timeline = build_timeline({document}, rules_of("en"));
    std::string claims;
    for (const TimelineEvent& one : timeline.events)
      for (const Claim& claim : one.event.claims)
        claims += (claims.empty() ? "" : "; ") +
                  document.article.text.substr(claim.span.begin, claim.span.size()) + " = " +
                  (claim.range ? to_edtf(*claim.range) : "none");
    return claims;
  };
  CHECK(claims_of("Published 29 September 2021\n\nThe ferry Wren sank on Monday.\n") ==
        "The ferry Wren sank on Monday. = 2021-09-27");
  CHECK(claims_of("TOLBURY, Sept. 29, 2021 (Ferry Press) - The ferry Wren sank on Monday.\n") ==
        "The ferry Wren sank on Monday. = 2021-09-27");
  CHECK(claims_of("The ferry Wren sank on May 3, 2020.\n\nLast updated on 2 October 2021\n") ==
        "The ferry Wren sank on May 3, 2020. = 2020-05-03");
}
