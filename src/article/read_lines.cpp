// Files that hold one article a line (article_line.h).
#include <fmt/format.h>

#include "article/article_line.h"
#include "article/file_text.h"
#include "article/inputs.h"
#include "article/reader.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

bool named_as_lines(const std::string& path) {
  const std::string ending = ending_of(path);
  return ending == ".jsonl" || ending == ".ndjson";
}

bool holds_lines(const Origin& origin, LineSource& source) {
  if (named_as_lines(origin.path)) return true;
  const std::string_view text = source.ahead();
  const std::size_t begin = skip_blanks(text, 0);
  if (begin == text.size() || text[begin] != '{') return false;
  LineParser parser(origin.limits.file, origin.fields);
  return is_article_line(parser, source.line_ahead(begin));
}

void refuse_utf16(const Origin& origin, std::string_view bytes) {
  if (!has_utf16_mark(bytes)) return;
  throw InputError(file_error("not-utf8", origin.path, "these article lines are in UTF-16",
                              "save them as UTF-8, for instance: iconv -f UTF-16 -t UTF-8"));
}

bool is_blank_line(const Line& line) { return line.whole && skip_blanks(line.text, 0) == line.text.size(); }

void read_lines(const Origin& origin, LineSource& source, const Harvest& harvest) {
  refuse_other_formats(origin.path, source.ahead());
  refuse_utf16(origin, source.ahead());
  LineParser parser(origin.limits.file, origin.fields);
  bool any = false;
  while (const auto line = source.next()) {
    if (is_blank_line(*line)) continue;
    ArticleLine read = read_article_line(parser, origin.path, *line);
    if (read.failed) harvest.failed(std::move(*read.failed));
    if (read.article && read.article->id.empty())
      read.article->id = fmt::format("{}-{}", origin.id, line->number);
    if (read.article) harvest.one_of_many(std::move(*read.article));
    if (read.extracted && !any) return;  // as will be all that follow
    any = true;
  }
  if (auto note = note_of_guesses(origin.path, parser.guessed)) harvest.remarked(std::move(*note));
  if (!any) throw InputError(file_error("empty-file", origin.path, "this file is empty"));
}

}  // namespace

const Reader line_reader{"JSON lines", holds_lines, read_lines};

}  // namespace fasti
