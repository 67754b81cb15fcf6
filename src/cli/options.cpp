#include <algorithm>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "cli/command.h"
#include "cli/rule_folders.h"
#include "cli/sources_file.h"
#include "cli/streams.h"
#include "rules/load.h"

namespace fasti::cli {

CLI::Option* add_inputs(CLI::App& app, Options& options) {
  const auto size = [&](const char* name, std::size_t& bytes, const char* help) {
    app.add_option(name, bytes, help)->transform(CLI::AsSizeValue(false))->type_name("SIZE");
  };
  size("--max-file", options.limits.file,
       "The largest article, or record of a crawl, that is read; 64M by default");
  size("--max-unpacked", options.limits.unpacked, "The most that a packed file may hold; 8G by default");
  app.add_option("--fields", options.fields,
                 "Of JSON and tables: which key or column holds what, as in text=body,published=date")
      ->type_name("OURS=THEIRS")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option(
         "--sources", options.sources,
         "What you know of the files: id, source, title, url, published; by default sources.yaml beside them")
      ->type_name("FILE");
  return app
      .add_option("INPUT", options.inputs,
                  "Articles: files, folders and those in them, globs (** for any folders), or - for standard "
                  "input. Text, Markdown, web pages, PDF, .docx, e-mail, JSON lines, WARC; packed ones too")
      ->required()
      ->type_name("");
}

void add_rules(CLI::App& app, Options& options) {
  app.add_option("--rules", options.rule_folders,
                 "A folder of rule files; its rules replace built-in ones of the same id. May be given "
                 "several times; later ones win")
      ->type_name("DIR")
      ->allow_extra_args(false);
  add_language(app, options);
}

void add_language(CLI::App& app, Options& options) {
  app.add_option("--lang", options.language, "The language of the articles, by the name of its rule folder")
      ->type_name("CODE")
      ->capture_default_str();
}

void add_reading(CLI::App& app, Options& options) {
  app.add_option("--profile", options.profile,
                 "How incomplete dates are completed: news, narrative, chronicle, legal or record")
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--published", options.published, "The publication date of articles that state none")
      ->type_name("YYYY-MM-DD");
}

CLI::Option* add_decisions(CLI::App& app, Options& options) {
  return app
      .add_option(
          "--decisions", options.decisions,
          "What people decided about dates; by default decisions.yaml beside the articles, if it is there")
      ->type_name("FILE");
}

void add_talk(CLI::App& app, Options& options) {
  app.add_flag("--quiet", options.quiet, "Print errors only");
  app.add_flag("--verbose", options.verbose, "Also print notes");
}

RuleSet rules_for(const Options& options) {
  std::vector<std::filesystem::path> folders{built_in_rules()};
  folders.insert(folders.end(), options.rule_folders.begin(), options.rule_folders.end());
  return load_rules(folders, options.language);
}

const Profile& profile_for(const Options& options, const RuleSet& rules) {
  const auto found = rules.profiles.find(options.profile);
  if (found != rules.profiles.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [name, profile] : rules.profiles) names.push_back(name);
  throw call_error(fmt::format("there is no profile \"{}\"", options.profile),
                   fmt::format("known are: {}", fmt::join(names, ", ")));
}

std::optional<DateRange> published_for(const Options& options) {
  if (options.published.empty()) return std::nullopt;
  if (const auto range = from_edtf(options.published)) return range;
  throw call_error(fmt::format("--published \"{}\" is no date", options.published),
                   "write it as 2021-09-29, 2021-09 or 2021");
}

ReadOptions read_options_for(const Options& options) {
  return {options.limits, field_map_from(options.fields), corrections_for(options)};
}

Reading read_inputs(const Options& options) {
  Reading reading = read_articles(options.inputs, read_options_for(options));
  if (reading.articles.empty()) {
    std::vector<Diagnostic> all = reading.failed;
    const InputError none = error_of("no-article", "there is no article to work on, so nothing was written");
    all.push_back(none.diagnostics.front());
    throw InputError(all);
  }
  tell(reading.failed, options);
  tell(reading.remarked, options);
  return reading;
}

void tell(const Diagnostic& d, const Options& options) {
  if (d.severity == Severity::note && !options.verbose) return;
  if (d.severity == Severity::warning && options.quiet) return;
  print_error(to_string(d) + "\n");
}

void tell(const std::vector<Diagnostic>& all, const Options& options) {
  for (const Diagnostic& d : all) tell(d, options);
}

}  // namespace fasti::cli
