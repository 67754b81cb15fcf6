// fasti render: draws a timeline again, from its timeline.json alone.
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/atomic_file.h"
#include "cli/choice_options.h"
#include "cli/command.h"
#include "cli/picture_options.h"
#include "cli/pictures.h"
#include "cli/streams.h"
#include "cli/timeline_file.h"
#include "render/page_timeline.h"
#include "render/report.h"
#include "timeline/choose.h"

namespace fasti::cli {

namespace fs = std::filesystem;

namespace {

struct RenderOptions : Options {
  std::string timeline, output, title;
  ChoiceOptions choice;
  PictureOptions picture;
};

InputError unknown_ending(const std::string& output) {
  return call_error(fmt::format("nothing is drawn into a file that is called \"{}\"", output),
                    "the ending says what to draw: .svg, .png, .pdf or .dot; .html is the page, .md the "
                    "report of conflicts");
}

std::string ending_of_output(const std::string& output) {
  std::string ending = fs::path(output).extension().string();
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return ending.empty() ? "" : ending.substr(1);
}

std::vector<NewFile> draw(const Timeline& timeline, const RenderOptions& options) {
  const std::string ending = ending_of_output(options.output);
  LayoutOptions how = layout_options_for(options.picture);
  how.title = timeline.title;
  if (const auto format = image_format_from(ending))
    return draw_image(timeline, how, paper_for(options.picture), *format, options.output, options);
  if (ending == "dot" || ending == "gv") return {{options.output, draw_dot_of(timeline, how)}};
  if (ending == "html")
    return {{options.output, timeline_page(timeline, draw_image(timeline, how, paper_for(options.picture),
                                                                ImageFormat::svg, options.output, options)
                                                         .front()
                                                         .bytes)}};
  return {{options.output, conflicts_markdown(timeline)}};
}

void check_ending(const std::string& output) {
  const std::string ending = ending_of_output(output);
  if (!image_format_from(ending) && ending != "dot" && ending != "gv" && ending != "html" && ending != "md")
    throw unknown_ending(output);
}

int render(const RenderOptions& options) {
  check_ending(options.output);
  const Choice choice = choice_for(options.choice);
  layout_options_for(options.picture);  // a wrong one is told before the work begins
  paper_for(options.picture);
  Timeline timeline = timeline_named(options.timeline, options);
  check_names(choice, timeline);
  choose(timeline, choice);
  if (!options.title.empty()) timeline.title = options.title;
  const std::vector<NewFile> files = draw(timeline, options);
  std::vector<FileToWrite> wanted;
  for (const NewFile& file : files) wanted.push_back({file.name, file.bytes});
  write_files(wanted);
  if (options.quiet) return all_well;
  std::vector<std::string> names;
  for (const NewFile& file : files) names.push_back(file.name);
  const std::size_t shown = events_shown(timeline);
  print_out(fmt::format("{}  {} of {} event{}\n", fmt::join(names, ", "), shown, timeline.events.size(),
                        timeline.events.size() == 1 ? "" : "s"));
  finish_out();
  return all_well;
}

}  // namespace

void set_up_render(CLI::App& app, int& exit_code) {
  app.description("Draw a timeline again, from the timeline.json that fasti build wrote");
  app.footer(
      "Example:\n  fasti render out -o poster.pdf --paper A3 --style horizontal\n  fasti render "
      "out/timeline.json -o 2020.svg --from 2020 --to 2020 --only status=disputed");
  const auto options = std::make_shared<RenderOptions>();
  options->language.clear();  // that of the timeline
  app.add_option("TIMELINE", options->timeline, "The folder that fasti build wrote, or its timeline.json")
      ->required()
      ->type_name("");
  app.add_option("-o,--output", options->output,
                 "The file to write; its ending says what: .svg, .png, .pdf, .dot, .html for the page to "
                 "explore, or .md "
                 "for the report of conflicts")
      ->required()
      ->type_name("FILE");
  app.add_option("--title", options->title, "A heading for the picture; by default that of the timeline")
      ->type_name("TEXT");
  add_picture(app, options->picture);
  add_choice(app, options->choice);
  app.add_option("--rules", options->rule_folders,
                 "A folder of rule files with words for dates and reports. May be given several times")
      ->type_name("DIR")
      ->allow_extra_args(false);
  app.add_option("--lang", options->language,
                 "The language of dates and reports; by default that of the timeline")
      ->type_name("CODE");
  add_talk(app, *options);
  app.callback([options, &exit_code] { exit_code = render(*options); });
}

}  // namespace fasti::cli
