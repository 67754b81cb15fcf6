// fasti extract: time expressions and claims of articles, as JSON lines, TimeML or CSV.
#include "timeline/extract.h"

#include <algorithm>

#include "cli/command.h"
#include "cli/streams.h"
#include "export/csv.h"
#include "export/timeml.h"
#include "timeline/build.h"

namespace fasti::cli {

namespace {

struct ExtractOptions : Options {
  std::string format = "jsonl";
  std::vector<std::string> only;  // kinds of lines; none: all
  bool stream = false;

  bool has(const char* kind) const {
    return only.empty() || std::find(only.begin(), only.end(), kind) != only.end();
  }
};

// What these formats have no place for goes to standard error.
void tell_all(const Document& document, const Options& options) {
  tell(document.article.diagnostics, options);
  tell(document.diagnostics, options);
}

void print_timeml(const std::vector<Document>& documents, const Options& options) {
  print_out(timeml_begin(documents.size()));
  for (const Document& document : documents) {
    const TimeMl timeml = timeml_of(document);
    print_out(timeml.xml);
    tell_all(document, options);
    tell(timeml.replaced, options);
  }
  print_out(timeml_end(documents.size()));
}

void print_csv(const std::vector<Document>& documents, const Options& options) {
  print_out(csv_header());
  for (const Document& document : documents) {
    print_out(csv_rows(document));
    tell_all(document, options);
  }
}

void print_jsonl(Reading reading, const RuleSet& rules, const ExtractOptions& options) {
  const LineKinds kinds{options.has("timexes"), options.has("claims"), options.has("diagnostics")};
  fasti::extract(std::move(reading.articles),
                 {rules, profile_for(options, rules), published_for(options), kinds}, print_out);
}

// Each article is let go before the next is read.
int extract_one_by_one(const ExtractOptions& options, const RuleSet& rules) {
  const Extraction extraction{rules,
                              profile_for(options, rules),
                              published_for(options),
                              {options.has("timexes"), options.has("claims"), options.has("diagnostics")}};
  const Reading reading = read_each_article(options.inputs, read_options_for(options), [&](Article article) {
    std::vector<Article> one;
    one.push_back(std::move(article));
    fasti::extract(std::move(one), extraction, print_out);
  });
  tell(reading.failed, options);
  tell(reading.remarked, options);
  return reading.failed.empty() ? all_well : some_failed;
}

int extract(const ExtractOptions& options) {
  const RuleSet rules = rules_for(options);
  if (options.stream) {
    if (options.format == "jsonl") return extract_one_by_one(options, rules);
    throw call_error("--stream prints JSON lines only", "leave out --format");
  }
  const Profile& profile = profile_for(options, rules);
  const auto published = published_for(options);
  Reading reading = read_inputs(options);
  const bool some = !reading.failed.empty();
  if (options.format == "jsonl") {
    print_jsonl(std::move(reading), rules, options);
  } else {
    const auto documents = date_articles(std::move(reading.articles), rules, profile, published);
    options.format == "timeml" ? print_timeml(documents, options) : print_csv(documents, options);
  }
  return some ? some_failed : all_well;
}

}  // namespace

void set_up_extract(CLI::App& app, int& exit_code) {
  app.description("Print the time expressions and dated claims of articles: as JSON lines, TimeML or CSV");
  app.footer("Example:\n  fasti extract articles/*.txt > found.jsonl");
  const auto options = std::make_shared<ExtractOptions>();
  add_inputs(app, *options);
  app.add_option(
         "--format", options->format,
         "jsonl: time expressions, dated claims and findings; timeml: the texts with TIMEX3 elements; "
         "csv: a table of the time expressions")
      ->check(CLI::IsMember({"jsonl", "timeml", "csv"}))
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option(
         "--only", options->only,
         "Of jsonl, print these kinds of lines only: timexes, claims, diagnostics; several with commas. "
         "Without claims it is much quicker")
      ->type_name("KINDS")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"timexes", "claims", "diagnostics"}));
  app.add_flag(
      "--stream", options->stream,
      "Read and print one article after the other, in the order of the files, so that memory is bounded "
      "whatever their size. Undated ones are dated from their own words alone");
  add_reading(app, *options);
  add_rules(app, *options);
  add_talk(app, *options);
  app.callback([options, &exit_code] { exit_code = extract(*options); });
}

}  // namespace fasti::cli
