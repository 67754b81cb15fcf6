// Plain text and Markdown, with header lines or front matter (read.h says which).
#include "article/file_text.h"
#include "article/header.h"
#include "article/inputs.h"
#include "article/read.h"
#include "article/reader.h"
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

Article article_of(const Origin& origin, std::string bytes) {
  FileText file = text_of_bytes(origin.path, std::move(bytes), origin.charset);
  Header header = read_header({origin.path, file.text}, file.begin);
  require_words(origin.path, file.text, file.begin, header.body);
  Article article;
  article.id = origin.id;
  article.path = origin.path;
  article.text = std::move(file.text);
  article.body = {header.body, article.text.size()};
  article.source = header.source.empty() ? origin.id : header.source;
  article.title = header.title;
  if (article.title.empty() && is_markdown(origin.path)) {
    article.title = markdown_title(std::string_view(article.text).substr(header.body));
  }
  article.url = header.url;
  article.published = header.published;
  article.diagnostics = std::move(file.diagnostics);
  for (Diagnostic& one : header.diagnostics) article.diagnostics.push_back(std::move(one));
  for (Diagnostic& one : article.diagnostics) one.doc = origin.id;
  return article;
}

bool knows_all(const Origin&, LineSource&) { return true; }

void read_text(const Origin& origin, LineSource& source, const Harvest& harvest) {
  harvest.file(article_of(origin, source.rest()));
}

}  // namespace

const Reader text_reader{"text", knows_all, read_text};

Article article_from_text(std::string path, std::string bytes) {
  std::vector<InputFile> one = {{path, "", false}};
  name_files(one);
  return article_of({path, one.front().id}, std::move(bytes));
}

}  // namespace fasti
