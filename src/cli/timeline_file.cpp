#include "cli/timeline_file.h"

#include "base/atomic_file.h"
#include "cli/rule_folders.h"
#include "rules/load.h"
#include "timeline/read_timeline.h"

namespace fasti::cli {

namespace fs = std::filesystem;

void fill_up_phrases(Phrases& phrases) {
  if (lacks_any(phrases)) fill_up(phrases, load_wordings({built_in_rules()}, Options().language).phrases);
}

Timeline timeline_named(const std::string& name, const Options& options) {
  fs::path path = name;
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) path /= "timeline.json";
  Timeline timeline = read_timeline(path.string(), read_file(path));
  std::vector<fs::path> folders{built_in_rules()};
  folders.insert(folders.end(), options.rule_folders.begin(), options.rule_folders.end());
  const std::string own = timeline.language.empty() ? Options().language : timeline.language;
  Wordings words = load_wordings(folders, options.language.empty() ? own : options.language);
  timeline.wording = std::move(words.dates);
  timeline.phrases = std::move(words.phrases);
  fill_up_phrases(timeline.phrases);
  return timeline;
}

}  // namespace fasti::cli
