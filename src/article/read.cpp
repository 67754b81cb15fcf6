#include "article/read.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "article/file_text.h"
#include "article/header.h"
#include "article/inputs.h"
#include "base/atomic_file.h"
#include "base/utf8.h"

namespace fasti {

namespace {

[[noreturn]] void refuse_large(const std::string& path) {
  throw InputError(file_error("too-large", path,
                              fmt::format("this text has more than {} MB", largest_file >> 20U),
                              "split it into smaller files"));
}

std::string read_standard_input() {
  std::string bytes;
  char buffer[64 * 1024];
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const std::string words = std::generic_category().message(errno);
      throw InputError(file_error("unreadable", standard_input, "cannot read standard input: " + words));
    }
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
    if (bytes.size() > largest_file) refuse_large(standard_input);
  }
}

std::string read_bytes(const std::string& path) {
  if (path == standard_input) return read_standard_input();
  std::error_code unknown;
  if (std::filesystem::file_size(path, unknown) > largest_file && !unknown) refuse_large(path);
  return read_file(path, largest_file);
}

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

bool is_markdown(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  return ending == ".md" || ending == ".MD";
}

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

}  // namespace

Reading read_articles(const std::vector<std::string>& inputs) {
  Reading reading;
  InputFiles found = find_files(inputs);
  reading.failed = std::move(found.failed);
  for (const InputFile& file : found.files) {
    try {
      reading.articles.push_back(read_article(file.path, file.id, read_bytes(file.path)));
    } catch (const InputError& error) {
      for (const Diagnostic& one : error.diagnostics) reading.failed.push_back(one);
    }
  }
  return reading;
}

Article article_from_text(std::string path, std::string bytes) {
  std::vector<InputFile> one = {{path, ""}};
  name_files(one);
  return read_article(path, one.front().id, std::move(bytes));
}

}  // namespace fasti
