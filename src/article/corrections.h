// What a person says about articles in a file beside them (sources.yaml; read by cli/sources_file), because
// the articles do not say it themselves or say it wrongly.
//
//   - file: "gazette/*.txt"          source: The Anselm Gazette
//   - file: gazette/storm.txt        published: 2021-09-29
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "article/article.h"

namespace fasti {

struct Correction {
  std::string folder;  // of the file that says it; "" for the one that one is in
  std::string file;    // a path below the folder, or a glob; ** stands for any number of folders
  std::optional<std::string> id, source, title, url;
  std::optional<DateRange> published;
  std::string written;  // "2021-09-29", as it stands there
  Place place;
  bool used = false;
};

// Applies them in their order, so that the later wins. An id goes to the one article of one file. Sets `used`
// of those that some article's file has.
void correct(Article&, const std::string& path, bool is_file, std::vector<Correction>&);

// The warning "unused-source" for each that is about no article that was read, nor any other file.
std::vector<Diagnostic> unused(const std::vector<Correction>&);

}  // namespace fasti
