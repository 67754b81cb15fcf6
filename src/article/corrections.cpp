#include "article/corrections.h"

#include <filesystem>

#include <fmt/format.h>

#include "article/file_walk.h"
#include "article/inputs.h"
#include "article/remark.h"

namespace fasti {

namespace {

namespace fs = std::filesystem;

bool is_about(const Correction& correction, const std::string& path) {
  if (path == standard_input) return correction.file == standard_input;
  const fs::path folder = correction.folder.empty() ? "." : correction.folder;
  std::error_code error;
  const fs::path below =
      fs::absolute(path).lexically_normal().lexically_relative(fs::absolute(folder).lexically_normal());
  return path_matches(correction.file, below.string());
}

// It may be no input of this call.
bool is_there(const Correction& correction) {
  if (correction.file == standard_input) return true;
  const fs::path path = fs::path(correction.folder) / correction.file;
  std::error_code ignored;
  return fs::exists(path, ignored) || !files_like(path.string()).empty();
}

void date(Article& article, const Correction& correction) {
  const DateStatement stated{*correction.published, Published::Basis::stated, DateStatement::What::published,
                             fmt::format("{} line {}: published {}", correction.place.path,
                                         correction.place.line, correction.written)};
  std::erase_if(article.dates,
                [](const DateStatement& date) { return date.basis == Published::Basis::stated; });
  article.dates.insert(article.dates.begin(), stated);
  article.published = {stated.range, stated.basis, stated.where};
}

}  // namespace

void correct(Article& article, const std::string& path, bool is_file, std::vector<Correction>& corrections) {
  for (Correction& correction : corrections) {
    if (!is_about(correction, path)) continue;
    correction.used = true;
    const bool names_itself = article.source == article.id;
    if (correction.id && is_file) article.id = *correction.id;
    if (names_itself) article.source = article.id;
    if (correction.source) article.source = *correction.source;
    if (correction.title) article.title = *correction.title;
    if (correction.url) article.url = *correction.url;
    if (correction.published) date(article, correction);
    for (Diagnostic& d : article.diagnostics) d.doc = article.id;
  }
}

std::vector<Diagnostic> unused(const std::vector<Correction>& corrections) {
  std::vector<Diagnostic> all;
  for (const Correction& correction : corrections) {
    if (correction.used || is_there(correction)) continue;
    Diagnostic d = file_error("unused-source", correction.place.path,
                              fmt::format("there is no file \"{}\"", correction.file),
                              "paths are those below the folder of this file");
    d.severity = Severity::warning;
    d.place = correction.place;
    all.push_back(std::move(d));
  }
  return all;
}

}  // namespace fasti
