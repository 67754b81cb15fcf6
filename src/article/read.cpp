#include "article/read.h"

#include <algorithm>
#include <iterator>

#include "article/collect_dates.h"
#include "article/inputs.h"
#include "article/layers.h"
#include "article/name_lines.h"
#include "article/reader.h"

namespace fasti {

namespace {

void append(std::vector<Diagnostic>& all, const std::vector<Diagnostic>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// One file's articles; `many` gets those of which the file has several, whose ids may clash with any.
void read_file_into(const InputFile& file, const Limits& limits, Reading& reading,
                    std::vector<Article>& many) {
  const Harvest harvest{[&](Article article) {
                          collect_dates(article, true);
                          reading.articles.push_back(std::move(article));
                        },
                        [&](Article article) {
                          collect_dates(article, false);
                          many.push_back(std::move(article));
                        },
                        [&](Diagnostic d) { reading.failed.push_back(std::move(d)); }};
  try {
    LineSource source(file.path, unpacked(file.path, stream_of_file(file.path), limits), limits.file);
    read_with_any({file.path, file.id, limits}, source, harvest);
  } catch (const InputError& error) {
    append(reading.failed, error.diagnostics);
  }
}

}  // namespace

Reading read_articles(const std::vector<std::string>& inputs, const Limits& limits) {
  Reading reading;
  std::vector<Article> many;
  InputFiles found = find_files(inputs);
  reading.failed = std::move(found.failed);
  for (const InputFile& file : found.files) read_file_into(file, limits, reading, many);
  name_lines(many, reading.articles);
  std::move(many.begin(), many.end(), std::back_inserter(reading.articles));
  std::sort(reading.articles.begin(), reading.articles.end(),
            [](const Article& a, const Article& b) { return a.id < b.id; });
  return reading;
}

}  // namespace fasti
