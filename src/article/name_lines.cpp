#include "article/name_lines.h"

#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "article/remark.h"

namespace fasti {

namespace {

// How many articles have an id; it also says from which number on the next free one is searched.
using Taken = std::unordered_map<std::string, int>;

std::string free_id(const std::string& wanted, Taken& taken) {
  int& number = taken[wanted];
  if (++number == 1) return wanted;
  for (;; ++number) {
    std::string id = fmt::format("{}-{}", wanted, number);
    if (taken.emplace(id, 1).second) return id;
  }
}

void note_new_id(Article& line, const std::string& wanted) {
  Diagnostic d = file_error(
      "repeated-id", line.path,
      fmt::format("the id \"{}\" is another article's, so this one is called \"{}\"", wanted, line.id));
  d.severity = Severity::note;
  line.diagnostics.push_back(std::move(d));
}

}  // namespace

void name_lines(std::vector<Article>& lines, const std::vector<Article>& texts) {
  Taken taken;
  for (const Article& text : texts) taken.emplace(text.id, 1);
  for (Article& line : lines) {
    const std::string wanted = line.id;
    line.id = free_id(wanted, taken);
    if (line.id != wanted) note_new_id(line, wanted);
    if (line.source.empty()) line.source = line.id;
    for (Diagnostic& d : line.diagnostics) d.doc = line.id;
  }
}

}  // namespace fasti
