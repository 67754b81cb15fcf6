#include "article/read.h"

#include <algorithm>
#include <iterator>

#include "article/collect_dates.h"
#include "article/inputs.h"
#include "article/layers.h"
#include "article/namer.h"
#include "article/reader.h"

namespace fasti {

namespace {

using TakeArticle = std::function<void(Article)>;

void append(std::vector<Diagnostic>& all, std::vector<Diagnostic> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// What is in a folder need not be an article; what is named should.
void sort_out(const InputFile& file, Diagnostic d, Reading& reading) {
  if (file.found && d.code == "no-articles") {
    d.severity = Severity::note;
    reading.remarked.push_back(std::move(d));
  } else {
    reading.failed.push_back(std::move(d));
  }
}

// Reads one file after the other, and hands on what is an article as a whole and what is one of many,
// complete but for ids that clash.
void read_files(const std::vector<InputFile>& files, const ReadOptions& options, Reading& reading,
                const TakeArticle& take_file, const TakeArticle& take_one_of_many) {
  std::vector<Correction> corrections = options.corrections;
  for (const InputFile& file : files) {
    const auto complete = [&](Article& article, bool is_file) {
      correct(article, file.path, is_file, corrections);
      collect_dates(article, is_file);
    };
    const Harvest harvest{[&](Article article) {
                            complete(article, true);
                            take_file(std::move(article));
                          },
                          [&](Article article) {
                            complete(article, false);
                            take_one_of_many(std::move(article));
                          },
                          [&](Diagnostic d) { sort_out(file, std::move(d), reading); },
                          [&](Diagnostic d) { reading.remarked.push_back(std::move(d)); }};
    try {
      LineSource source(file.path, unpacked(file.path, stream_of_file(file.path), options.limits),
                        options.limits.file);
      read_with_any({file.path, file.id, options.limits, options.fields}, source, harvest);
    } catch (const InputError& error) {
      for (const Diagnostic& d : error.diagnostics) sort_out(file, d, reading);
    }
  }
  append(reading.remarked, unused(corrections));
}

}  // namespace

Reading read_articles(const std::vector<std::string>& inputs, const ReadOptions& options) {
  Reading reading;
  InputFiles found = find_files(inputs);
  append(reading.failed, std::move(found.failed));
  std::vector<Article>& files = reading.articles;
  std::vector<Article> many;
  read_files(
      found.files, options, reading, [&](Article article) { files.push_back(std::move(article)); },
      [&](Article article) { many.push_back(std::move(article)); });
  // Files keep their ids before articles within others do.
  Namer namer;
  for (Article& article : files) namer.name(article);
  for (Article& article : many) namer.name(article);
  std::move(many.begin(), many.end(), std::back_inserter(files));
  std::sort(files.begin(), files.end(), [](const Article& a, const Article& b) { return a.id < b.id; });
  return reading;
}

Reading read_each_article(const std::vector<std::string>& inputs, const ReadOptions& options,
                          const TakeArticle& take) {
  Reading reading;
  InputFiles found = find_files(inputs);
  append(reading.failed, std::move(found.failed));
  Namer namer;
  for (const InputFile& file : found.files) namer.reserve(file.id);
  const auto named = [&](Article article) {
    namer.name(article);
    take(std::move(article));
  };
  const auto file = [&](Article article) {
    const bool own_id = std::any_of(found.files.begin(), found.files.end(),
                                    [&](const InputFile& f) { return f.id == article.id; });
    own_id ? take(std::move(article)) : named(std::move(article));
  };
  read_files(found.files, options, reading, file, named);
  return reading;
}

}  // namespace fasti
