// fasti export: a timeline in the format of another program.
#include <fmt/format.h>

#include "base/atomic_file.h"
#include "cli/command.h"
#include "cli/streams.h"
#include "cli/timeline_file.h"
#include "export/formats.h"
#include "rules/hint.h"

namespace fasti::cli {

namespace fs = std::filesystem;

namespace {

struct ExportOptions : Options {
  std::string timeline;
  std::string format;
  std::string output;
  std::string title;

  bool to_standard_output() const { return output.empty() || output == "-"; }
};

std::string known_formats() { return fmt::format("known are: {}", fmt::join(format_names(), ", ")); }

const ExportFormat& format_wanted(const ExportOptions& options) {
  if (!options.format.empty()) {
    if (const ExportFormat* format = format_named(options.format)) return *format;
    throw call_error(fmt::format("there is no format \"{}\"", options.format),
                     hint_for(options.format, format_names()));
  }
  if (options.to_standard_output()) throw call_error("say in which format: --format NAME", known_formats());
  if (const ExportFormat* format = format_for_file(options.output)) return *format;
  throw call_error(fmt::format("the name \"{}\" does not tell the format; say --format NAME", options.output),
                   known_formats());
}

// The timeline is what all exports are made of: it must not be replaced by one.
void keep_timeline(const ExportOptions& options) {
  std::error_code ignored;
  fs::path timeline = options.timeline;
  if (fs::is_directory(timeline, ignored)) timeline /= "timeline.json";
  if (!options.to_standard_output() && fs::equivalent(timeline, options.output, ignored))
    throw call_error(fmt::format("\"{}\" is the timeline itself", options.output), "give -o another name");
}

void tell_losses(const Losses& losses, const ExportFormat& format, const ExportOptions& options) {
  if (!losses.any()) return;
  Diagnostic d;
  d.code = "export-losses";
  d.message = fmt::format("{} could not hold everything: {}", format.name, loss_message(losses));
  if (!options.to_standard_output()) d.place.path = options.output;
  tell(d, options);
}

int export_to(const ExportOptions& options) {
  const ExportFormat& format = format_wanted(options);
  keep_timeline(options);
  const Timeline timeline = timeline_named(options.timeline, options);
  Losses losses;
  const std::string title = options.title.empty() ? timeline.title : options.title;
  const std::string text = format.write(accounts_of(timeline, title), losses);
  if (options.to_standard_output())
    print_out(text);
  else
    write_file(options.output, text);
  tell_losses(losses, format, options);
  return all_well;
}

// "  ical        .ics    iCalendar (RFC 5545)"
std::string table_of_formats() {
  std::string table;
  for (const ExportFormat& format : export_formats())
    table += fmt::format("  {:<12}{:<10}{}\n", format.name,
                         format.endings.empty() ? std::string_view() : format.endings.front(), format.title);
  return table;
}

}  // namespace

void set_up_export(CLI::App& app, int& exit_code) {
  app.description("Write a timeline in the format of another program; what that cannot hold is told");
  app.footer(
      fmt::format("Formats, and the endings of -o that stand for them:\n{}\n"
                  "Example:\n  fasti export out/timeline.json -o ferry.ics",
                  table_of_formats()));
  const auto options = std::make_shared<ExportOptions>();
  app.add_option("TIMELINE", options->timeline,
                 "The timeline.json that fasti build wrote, or the folder it stands in")
      ->required();
  app.add_option("--format", options->format,
                 "One of those below; can be left out where -o's ending tells it")
      ->type_name("NAME");
  app.add_option("-o,--output", options->output, "The file to write; by default standard output")
      ->type_name("FILE");
  app.add_option("--title", options->title, "A name for the timeline, where the format has a place for one")
      ->type_name("TEXT");
  options->language.clear();  // else that of the timeline
  add_rules(app, *options);
  app.get_option("--lang")->description(
      "The language of dates and other words; by default that of the timeline");
  add_talk(app, *options);
  app.callback([options, &exit_code] { exit_code = export_to(*options); });
}

}  // namespace fasti::cli
