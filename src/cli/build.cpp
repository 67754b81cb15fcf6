// fasti build: articles in; picture, timeline and conflict report out.
#include <algorithm>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "cli/choice_options.h"
#include "cli/command.h"
#include "cli/decisions_file.h"
#include "cli/picture_options.h"
#include "cli/pictures.h"
#include "cli/streams.h"
#include "cli/timeline_file.h"
#include "render/image.h"
#include "render/page.h"
#include "render/page_timeline.h"
#include "render/report.h"
#include "timeline/build.h"
#include "timeline/choose.h"
#include "timeline/copies.h"
#include "timeline/json.h"
#include "timeline/review.h"

namespace fasti::cli {

namespace fs = std::filesystem;

namespace {

struct BuildOptions : Options {
  std::string folder;
  std::string title;
  ChoiceOptions choice;
  PictureOptions picture;
  bool fail_on_conflict = false;
};

fs::path path_of(const std::string& name, const BuildOptions& options) {
  return fs::path(options.folder) / name;
}

// Of a file that is to be written; nothing where it is not.
std::string_view bytes_of(std::string_view name, const std::vector<NewFile>& files) {
  for (const NewFile& file : files)
    if (file.name == name) return file.bytes;
  return {};
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
void draw_into(std::vector<NewFile>& files, const Timeline& timeline, const BuildOptions& options,
               bool& failed) {
  LayoutOptions how = layout_options_for(options.picture);
  how.title = options.title;
  files.push_back({"timeline.dot", draw_dot_of(timeline, how)});
  for (const ImageFormat format : {ImageFormat::svg, ImageFormat::png, ImageFormat::pdf}) {
    const std::string name = fmt::format("timeline.{}", to_string(format));
    try {
      for (NewFile& file : draw_image(timeline, how, paper_for(options.picture), format, name, options))
        files.push_back(std::move(file));
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
std::string pictures_among(const std::vector<NewFile>& files, const BuildOptions& options) {
  std::string paths;
  for (const NewFile& file : files)
    if (file.name.ends_with(".svg") || file.name.ends_with(".png") || file.name.ends_with(".pdf"))
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

void say_what_was_found(const Timeline& timeline, const std::vector<NewFile>& files,
                        const BuildOptions& options) {
  if (options.quiet) return;
  const std::size_t left_out = events_left_out(timeline);
  print_out(in_a_line(timeline) + "\n");
  if (const std::size_t copies = number_of_copies(timeline); copies > 0)
    print_out(fmt::format("  {} another: their common sentences are one voice\n",
                          copies == 1 ? "1 article copies" : fmt::format("{} articles copy", copies)));
  const std::string pictures = pictures_among(files, options);
  if (!pictures.empty()) print_out(fmt::format("  {}  the picture\n", pictures));
  if (!pictures.empty() && left_out > 0)
    print_out(
        fmt::format("    {} not in it; {} shows all\n",
                    left_out == 1 ? "1 smaller event is" : fmt::format("{} smaller events are", left_out),
                    timeline.shows_all));
  print_out(fmt::format(
      "  {}  to explore, with all evidence\n  {}  what the sources disagree on\n  {}  everything\n",
      path_of("timeline.html", options).string(), path_of("conflicts.html", options).string(),
      path_of("timeline.json", options).string()));
  say_what_was_decided(timeline);
}

void write_all(const std::vector<NewFile>& files, const BuildOptions& options) {
  std::vector<FileToWrite> wanted;
  for (const NewFile& file : files) wanted.push_back({path_of(file.name, options), file.bytes});
  write_files(wanted);
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
  const Choice choice = choice_for(options.choice);
  layout_options_for(options.picture);  // a wrong one is told before the work begins
  paper_for(options.picture);
  Reading reading = read_inputs(options);
  const Decisions decisions = decisions_for(options, reading.articles);
  ensure_folder(options.folder);

  Timeline timeline =
      build_timeline(date_articles(std::move(reading.articles), rules, profile, published), rules, decisions);
  timeline.title = options.title;
  check_names(choice, timeline);
  choose(timeline, choice);
  tell(timeline.diagnostics, options);

  bool failed = !reading.failed.empty();
  std::vector<NewFile> files{{"timeline.json", timeline_json(timeline)},
                             {"conflicts.json", conflicts_json(timeline)},
                             {"conflicts.md", conflicts_markdown(timeline)},
                             {"conflicts.html", review_page(timeline)}};
  draw_into(files, timeline, options, failed);
  files.push_back({"timeline.html", timeline_page(timeline, bytes_of("timeline.svg", files))});
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
         "The folder for timeline.{html,svg,png,pdf,dot,json} and conflicts.{html,md,json}; made if it "
         "is not there")
      ->required()
      ->check(CLI::Validator([](std::string& name) { return name.empty() ? "it names no folder" : ""; }, ""))
      ->type_name("DIR");
  app.add_option("--title", options->title, "A heading for the picture")->type_name("TEXT");
  add_picture(app, options->picture);
  add_choice(app, options->choice);
  app.add_flag("--fail-on-conflict", options->fail_on_conflict,
               "End with exit code 3 where sources disagree on a date and no person has decided");
  add_reading(app, *options);
  add_decisions(app, *options);
  add_rules(app, *options);
  add_talk(app, *options);
  app.callback([options, &exit_code] { exit_code = build(*options); });
}

}  // namespace fasti::cli
