// fasti build: articles in; picture, timeline and conflict report out.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "cli/command.h"
#include "cli/decisions_file.h"
#include "cli/streams.h"
#include "cli/timeline_file.h"
#include "render/dot.h"
#include "render/image.h"
#include "render/layout.h"
#include "render/page.h"
#include "render/report.h"
#include "timeline/build.h"
#include "timeline/choose.h"
#include "timeline/json.h"
#include "timeline/review.h"

namespace fasti::cli {

namespace fs = std::filesystem;

namespace {

struct BuildOptions : Options {
  std::string folder;
  std::string title;
  std::string max_events;  // as given: a number is asked for with a hint
  std::string level;
  bool fail_on_conflict = false;
};

struct File {
  std::string name;
  std::string bytes;
};

fs::path path_of(const std::string& name, const BuildOptions& options) {
  return fs::path(options.folder) / name;
}

// What an earlier run drew stays, but must not be taken for the picture of this one.
void tell_of_older(const std::string& name, const BuildOptions& options) {
  std::error_code ignored;
  if (!fs::exists(path_of(name, options), ignored)) return;
  Diagnostic d;
  d.code = "older-picture";
  d.message = "this picture is of an earlier run and does not show what was found now";
  d.place.path = path_of(name, options).string();
  tell(d, options);
}

// The pictures, each in its own format; one that cannot be drawn is told, and the others are still written.
void draw_into(std::vector<File>& files, const Timeline& timeline, const BuildOptions& options,
               bool& failed) {
  const std::string dot = draw_dot(layout(timeline, pango_metrics(), {.title = options.title}));
  files.push_back({"timeline.dot", dot});
  for (const ImageFormat format : {ImageFormat::svg, ImageFormat::png}) {
    const std::string name = fmt::format("timeline.{}", to_string(format));
    try {
      Image image = render_image(dot, format);
      tell(image.diagnostics, options);
      files.push_back({name, std::move(image.bytes)});
    } catch (const InputError& error) {
      tell(error.diagnostics, options);
      tell_of_older(name, options);
      failed = true;
    }
  }
}

std::string counted(std::size_t number, std::string_view thing) {
  return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

// "out/timeline.svg, out/timeline.png", those of them that were written.
std::string pictures_among(const std::vector<File>& files, const BuildOptions& options) {
  std::string paths;
  for (const File& file : files)
    if (file.name.ends_with(".svg") || file.name.ends_with(".png"))
      paths += (paths.empty() ? "" : ", ") + path_of(file.name, options).string();
  return paths;
}

// Where the decisions came from, since they are looked for without being named.
void say_what_was_decided(const Timeline& timeline) {
  if (timeline.decisions.empty()) return;
  const auto stale = std::count_if(timeline.decisions.begin(), timeline.decisions.end(),
                                   [](const Precedent& one) { return one.force == Force::stale; });
  print_out(fmt::format("  {}  {}{}\n", timeline.decisions.front().place.path,
                        counted(timeline.decisions.size(), "decision"),
                        stale > 0 ? fmt::format(", {} to look at again", stale) : ""));
}

// "5 articles, 20 events, 2 dates in dispute (1 with a preferred date), 12 statements undated"
std::string in_a_line(const Timeline& timeline) {
  const Tally t = tally(timeline);
  std::string line = fmt::format("{}, {}, {} in dispute", counted(timeline.sources.size(), "article"),
                                 counted(t.events, "event"), counted(t.disputed, "date"));
  if (t.disputed > 0) line += fmt::format(" ({} with a preferred date)", t.preferred);
  if (t.decided > 0) line += fmt::format(", {} decided", t.decided);
  if (t.undated > 0) line += fmt::format(", {} undated", counted(t.undated, "statement"));
  return line;
}

void say_what_was_found(const Timeline& timeline, const std::vector<File>& files,
                        const BuildOptions& options) {
  if (options.quiet) return;
  const std::size_t left_out = events_left_out(timeline);
  print_out(in_a_line(timeline) + "\n");
  const std::string pictures = pictures_among(files, options);
  if (!pictures.empty()) print_out(fmt::format("  {}  the picture\n", pictures));
  if (!pictures.empty() && left_out > 0)
    print_out(
        fmt::format("    {} not in it; {} shows all\n",
                    left_out == 1 ? "1 smaller event is" : fmt::format("{} smaller events are", left_out),
                    timeline.shows_all));
  print_out(fmt::format("  {}  what the sources disagree on\n  {}  everything\n",
                        path_of("conflicts.html", options).string(),
                        path_of("timeline.json", options).string()));
  say_what_was_decided(timeline);
}

void write_all(const std::vector<File>& files, const BuildOptions& options) {
  std::vector<FileToWrite> wanted;
  for (const File& file : files) wanted.push_back({path_of(file.name, options), file.bytes});
  write_files(wanted);
}

InputError wrong_call_of(std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "wrong-call";
  d.message = std::move(message);
  d.hint = std::move(hint);
  return InputError(d);
}

// "12" -> 12; nothing for what is no whole number or beyond all counting.
std::optional<std::size_t> whole_number(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Choice choice_for(const BuildOptions& options) {
  Choice choice;
  if (!options.level.empty()) {
    const auto level = whole_number(options.level);
    if (!level || *level < 1 || *level > 3)
      throw wrong_call_of(fmt::format("there is no level \"{}\"", options.level),
                          "--level 1 shows the main events, 2 also normal ones, 3 all");
    choice.level = static_cast<int>(*level);
  }
  if (!options.max_events.empty()) {
    choice.most_events = whole_number(options.max_events);
    if (!choice.most_events || *choice.most_events == 0)
      throw wrong_call_of(fmt::format("--max-events \"{}\" is no number of events", options.max_events),
                          "write a whole number from 1 on, as in --max-events 50; --level 3 shows all");
  }
  return choice;
}

// What a language has no words for yet is said in the program's own language.
RuleSet rules_with_all_phrases(const BuildOptions& options) {
  RuleSet rules = rules_for(options);
  fill_up_phrases(rules.phrases);
  return rules;
}

int build(const BuildOptions& options) {
  const RuleSet rules = rules_with_all_phrases(options);
  const Profile& profile = profile_for(options, rules);
  const auto published = published_for(options);
  const Choice choice = choice_for(options);
  Reading reading = read_inputs(options);
  const Decisions decisions = decisions_for(options, reading.articles);
  ensure_folder(options.folder);

  Timeline timeline =
      build_timeline(date_articles(std::move(reading.articles), rules, profile, published), rules, decisions);
  timeline.title = options.title;
  choose(timeline, choice);
  tell(timeline.diagnostics, options);

  bool failed = !reading.failed.empty();
  std::vector<File> files{{"timeline.json", timeline_json(timeline)},
                          {"conflicts.json", conflicts_json(timeline)},
                          {"conflicts.md", conflicts_markdown(timeline)},
                          {"conflicts.html", review_page(timeline)}};
  draw_into(files, timeline, options, failed);
  write_all(files, options);
  say_what_was_found(timeline, files, options);
  finish_out();
  if (failed) return some_failed;
  return options.fail_on_conflict && tally(timeline).disputed > 0 ? conflict_open : all_well;
}

}  // namespace

void set_up_build(CLI::App& app, int& exit_code) {
  app.description(
      "Build a timeline from articles: picture, JSON and a report of the dates on which they disagree");
  app.footer("Example:\n  fasti build articles/*.txt -o out --title \"The ferry Wren\"");
  const auto options = std::make_shared<BuildOptions>();
  add_inputs(app, *options);
  app.add_option(
         "-o,--output", options->folder,
         "The folder for timeline.{dot,svg,png,json} and conflicts.{html,md,json}; made if it is not there")
      ->required()
      ->check(CLI::Validator([](std::string& name) { return name.empty() ? "it names no folder" : ""; }, ""))
      ->type_name("DIR");
  app.add_option("--title", options->title, "A heading for the picture")->type_name("TEXT");
  app.add_option(
         "--level", options->level,
         "What the picture and the report show: 1 main events, 2 also normal ones, 3 all. By default 2, "
         "which is all of up to 40 events")
      ->type_name("1|2|3");
  app.add_option(
         "--max-events", options->max_events,
         "Show the N weightiest events at most, with a fair share for each period. timeline.json has all")
      ->type_name("N");
  app.add_flag("--fail-on-conflict", options->fail_on_conflict,
               "End with exit code 3 where sources disagree on a date and no person has decided");
  add_reading(app, *options);
  add_decisions(app, *options);
  add_rules(app, *options);
  add_talk(app, *options);
  app.callback([options, &exit_code] { exit_code = build(*options); });
}

}  // namespace fasti::cli
