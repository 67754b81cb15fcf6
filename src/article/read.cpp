#include "article/read.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>

#include "article/article_line.h"
#include "article/file_text.h"
#include "article/header.h"
#include "article/inputs.h"
#include "article/name_lines.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

// The first line "# Heading" of a Markdown text, without the signs; empty if there is none.
std::string markdown_title(std::string_view body) {
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    std::string_view line = body.substr(begin, end - begin);
    if (line.starts_with("# ")) {
      line = trimmed(line.substr(2));
      while (line.ends_with('#')) line.remove_suffix(1);
      if (!trimmed(line).empty()) return std::string(trimmed(line));
    }
    begin = end + 1;
  }
  return "";
}

void require_words(const std::string& path, std::string_view text, std::size_t begin, std::size_t body) {
  if (body < text.size()) return;
  const bool only_header = skip_blanks(text, begin) < text.size();
  throw InputError(file_error("empty-file", path,
                              only_header ? "this file has header lines but no text" : "this file is empty"));
}

bool is_markdown(const std::string& path) { return ending_of(path) == ".md"; }

Article read_article(const std::string& path, const std::string& id, std::string bytes) {
  FileText file = text_of_bytes(path, std::move(bytes));
  Header header = read_header({path, file.text}, file.begin);
  require_words(path, file.text, file.begin, header.body);
  Article article;
  article.id = id;
  article.path = path;
  article.text = std::move(file.text);
  article.body = {header.body, article.text.size()};
  article.source = header.source.empty() ? id : header.source;
  article.title = header.title;
  if (article.title.empty() && is_markdown(path)) {
    article.title = markdown_title(std::string_view(article.text).substr(header.body));
  }
  article.url = header.url;
  article.published = header.published;
  article.diagnostics = std::move(file.diagnostics);
  for (Diagnostic& one : header.diagnostics) article.diagnostics.push_back(std::move(one));
  for (Diagnostic& one : article.diagnostics) one.doc = id;
  return article;
}

bool named_as_lines(const std::string& path) {
  const std::string ending = ending_of(path);
  return ending == ".jsonl" || ending == ".ndjson";
}

bool holds_lines(const std::string& path, LineSource& source, LineParser& parser) {
  if (named_as_lines(path)) return true;
  const std::string_view text = source.ahead();
  const std::size_t begin = skip_blanks(text, 0);
  return begin < text.size() && text[begin] == '{' && is_article_line(parser, source.line_ahead(begin));
}

void read_lines(const InputFile& file, LineSource& source, LineParser& parser, Reading& lines) {
  refuse_other_formats(file.path, source.ahead());
  if (has_utf16_mark(source.ahead()))
    throw InputError(file_error("not-utf8", file.path, "these article lines are in UTF-16",
                                "save them as UTF-8, for instance: iconv -f UTF-16 -t UTF-8"));
  bool any = false;
  while (const auto line = source.next()) {
    if (line->whole && skip_blanks(line->text, 0) == line->text.size()) continue;
    ArticleLine read = read_article_line(parser, file.path, *line);
    if (read.failed) lines.failed.push_back(std::move(*read.failed));
    if (read.article && read.article->id.empty())
      read.article->id = fmt::format("{}-{}", file.id, line->number);
    if (read.article) lines.articles.push_back(std::move(*read.article));
    if (read.extracted && !any) return;  // as will be all that follow
    any = true;
  }
  if (!any) throw InputError(file_error("empty-file", file.path, "this file is empty"));
}

// `lines` gets the articles of files that hold one a line, whose ids may clash with any.
void read_input(const InputFile& file, LineParser& parser, Reading& texts, Reading& lines) {
  LineSource source(file.path);
  if (holds_lines(file.path, source, parser)) {
    read_lines(file, source, parser, lines);
  } else {
    texts.articles.push_back(read_article(file.path, file.id, source.rest()));
  }
}

}  // namespace

Reading read_articles(const std::vector<std::string>& inputs) {
  Reading reading;
  Reading lines;
  LineParser parser;
  InputFiles found = find_files(inputs);
  reading.failed = std::move(found.failed);
  for (const InputFile& file : found.files) {
    try {
      read_input(file, parser, reading, lines);
    } catch (const InputError& error) {
      lines.failed.insert(lines.failed.end(), error.diagnostics.begin(), error.diagnostics.end());
    }
  }
  name_lines(lines.articles, reading.articles);
  std::move(lines.articles.begin(), lines.articles.end(), std::back_inserter(reading.articles));
  std::sort(reading.articles.begin(), reading.articles.end(),
            [](const Article& a, const Article& b) { return a.id < b.id; });
  std::move(lines.failed.begin(), lines.failed.end(), std::back_inserter(reading.failed));
  return reading;
}

Article article_from_text(std::string path, std::string bytes) {
  std::vector<InputFile> one = {{path, ""}};
  name_files(one);
  return read_article(path, one.front().id, std::move(bytes));
}

}  // namespace fasti
