// Files in, articles out. One broken input never stops the others: it becomes a Diagnostic.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"

namespace fasti {

struct Reading {
  std::vector<Article> articles;         // sorted by id, ids unique
  std::vector<Diagnostic> failed;  // one error an input that could not be read at all
};

// Each input is a file, a folder (its *.txt and *.md files, not its subfolders), a glob, or "-" for standard input.
// Errors: "no-such-file" with the nearest existing name as hint, "empty-folder" (with what is in it), "empty-file",
// "binary-file" (NUL bytes, or a known magic number: PDF, PNG, zip, gzip …), "unreadable" (with the system's words), "too-large".
Reading read_articles(const std::vector<std::string>& inputs);

// One text that is already in memory. Header lines are recognised at its start, in any order, each key once:
//   date 2021-09-29        also "date: 2021-09-29"; text after the date on the same line is the first line of the body
//   source: Reuters        title: …       url: …
// or YAML front matter between --- lines with the keys date (or published), source, title, url.
// Blanks before a key are allowed. "stated" is then the basis. A key with a value that is no date or no http(s) address
// is a warning, and the line stays in the body.
Article article_from_text(std::string path, std::string bytes);

}  // namespace fasti
