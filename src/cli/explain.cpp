// fasti explain: why a text has the values that it has, and why not others.
#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/command.h"
#include "cli/decisions_file.h"
#include "cli/streams.h"
#include "inspect/event_explanation.h"
#include "inspect/explanation_json.h"
#include "inspect/explanation_text.h"
#include "timeline/build.h"

namespace fasti::cli {

namespace {

struct ExplainOptions : Options {
  std::vector<std::string> texts;  // one; with --event, the inputs
  std::string file;
  std::string event;
  bool json = false;
};

// The text of the command line is taken as it stands: a first line in it is no header.
Article article_of(const std::string& text) {
  Article article;
  article.id = "text";
  article.text = repair_utf8(text).text;
  article.body = {0, article.text.size()};
  return article;
}

std::vector<Article> articles_of(ExplainOptions& options) {
  const std::string& text = options.texts.empty() ? options.file : options.texts.front();
  if (options.file.empty() && text != "-") return {article_of(text)};
  options.inputs = {text};
  return read_inputs(options).articles;
}

bool is_open(const Timex& timex) {
  return !timex.range && (timex.type == TimexType::date || timex.type == TimexType::time) &&
         timex.value.starts_with('X');
}

// What a person can do about values that stay open.
void tell_of_open_values(const Document& document, const Options& options) {
  if (document.published.known()) return;
  const bool open = std::any_of(document.timexes.begin(), document.timexes.end(), is_open);
  if (!open) return;
  Diagnostic d;
  d.severity = Severity::warning;
  d.code = "no-publication-date";
  d.message = "some values stay open, because there is nothing to count them from";
  d.hint = "say when the text appeared: --published 2021-09-29";
  tell(d, options);
}

int explain_all(ExplainOptions& options) {
  const RuleSet rules = rules_for(options);
  const Profile& profile = profile_for(options, rules);
  const auto published = published_for(options);
  for (const Document& document : date_articles(articles_of(options), rules, profile, published)) {
    const Explanation explanation = explain(document, rules, profile);
    print_out(options.json ? explanation_json(explanation, document)
                           : explanation_text(explanation, document, rules));
    tell(document.article.diagnostics, options);
    tell_of_open_values(document, options);
  }
  return all_well;
}

void say_no_such_event(const ExplainOptions& options) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "no-such-event";
  d.message = fmt::format("no event has the id \"{}\"", options.event);
  d.hint =
      "ids stand in timeline.json and hold for the same articles and rules; the first letters of one will do";
  throw InputError(d);
}

int explain_event(ExplainOptions& options) {
  options.inputs = options.texts;
  const RuleSet rules = rules_for(options);
  const Profile& profile = profile_for(options, rules);
  const auto published = published_for(options);
  Reading reading = read_inputs(options);
  const Decisions decisions = decisions_for(options, reading.articles);
  const Timeline timeline =
      build_timeline(date_articles(std::move(reading.articles), rules, profile, published), rules, decisions);
  const auto found = events_named(timeline, options.event);
  if (found.empty()) say_no_such_event(options);
  for (const TimelineEvent* entry : found) print_out(event_explanation_text(*entry, timeline));
  return reading.failed.empty() ? all_well : some_failed;
}

}  // namespace

void set_up_explain(CLI::App& app, int& exit_code) {
  app.description(
      "Tell why a text has the dates that it has: the rule, what it counts from, what lost and why; or why "
      "claims are "
      "one event");
  app.footer(
      "Example:\n  fasti explain \"He left on Sept. 28 and came back two days later.\" --published "
      "2021-10-05\n  fasti explain --event e-3f2a91c0 articles/*.txt");
  const auto options = std::make_shared<ExplainOptions>();
  const auto text =
      app.add_option("TEXT", options->texts,
                     "The text, or - for standard input; with --event, the articles to build from")
          ->type_name("");
  const auto file =
      app.add_option("--file", options->file, "A file to read the text from")->type_name("FILE");
  text->excludes(file);
  const auto event =
      app.add_option("--event", options->event,
                     "Tell why the claims of this event of TEXT's articles are together, and why the nearest "
                     "other is not")
          ->excludes(file)
          ->type_name("ID");
  app.add_flag("--json", options->json, "Print one JSON object instead")->excludes(event);
  add_reading(app, *options);
  add_decisions(app, *options)->needs(event);
  add_rules(app, *options);
  add_talk(app, *options);
  app.callback([options, &exit_code, text, file] {
    if (text->empty() && file->empty()) throw CLI::RequiredError("TEXT or --file");
    if (options->event.empty() && options->texts.size() > 1)
      throw CLI::ValidationError("TEXT", "one text at a time; put it between quotation marks");
    exit_code = options->event.empty() ? explain_all(*options) : explain_event(*options);
  });
}

}  // namespace fasti::cli
