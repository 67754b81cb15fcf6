// Files in, articles out. One broken input never stops the others: it becomes a Diagnostic.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "article/article.h"
#include "article/corrections.h"
#include "article/field_map.h"
#include "article/limits.h"

namespace fasti {

struct Reading {
  std::vector<Article> articles;     // sorted by id, ids unique
  std::vector<Diagnostic> failed;    // one error an input, or an article line, that could not be read
  std::vector<Diagnostic> remarked;  // notes on files as a whole
};

struct ReadOptions {
  ReadLimits limits = {};
  FieldMap fields = {};
  std::vector<Correction> corrections = {};
};

// Each input is a file, a folder (inputs.h says what counts in it), a glob where no file has that very name,
// or
// "-" for standard input, whose id is "stdin". A file that is named twice is read once.
//
// A file holds one article or many, in one of the formats of reader.h, and may be packed (layers.h). Ids of
// articles that clash get a number, "-2", in the order of the files' ids and of the articles, with the note
// "repeated-id".
//
// Errors: "no-such-file" with the nearest existing name as hint, "empty-folder" (with what is in it),
// "empty-file" (also: nothing but header lines), "binary-file" (NUL bytes, or a known magic number: PNG, RTF,
// ELF …), "not-utf8" (mostly), "unreadable" (with the system's words; pipes and devices too),
// "too-large". Warnings, in the article: "invalid-utf8", "not-utf8", "invalid-date", "future-date",
// "invalid-url", "empty-header", "repeated-header", "front-matter"; notes: "utf-16", "front-matter-ignored".
Reading read_articles(const std::vector<std::string>& inputs, const ReadOptions& = {});

// The same, but each article is handed on as soon as it is read, and not kept: files in the order of their
// ids, the articles of one in their order. Ids are unique here too; where a line has the id of a file that
// holds others, the line gets the number.
Reading read_each_article(const std::vector<std::string>& inputs, const ReadOptions&,
                          const std::function<void(Article)>& take);

// One text that is already in memory. Header lines are recognised at its start, in any order, each key once:
//   date 2021-09-29        also "date: 2021-09-29"; text after the date on the same line is the body's first
//   line source: Reuters        title: …       url: …
// or YAML front matter between --- lines with the keys date (or published), source, title, url; its values on
// one line each, plain or quoted. Dates are 2021-09-29, 2021-09, 2021, 2021-09-29T10:31 with or without Z or
// +01:00; the day stays as written. Blanks before a key and blank lines before the header are allowed; a
// blank line ends it. "stated" is then the basis. A key with a value that is no date or no http(s) address is
// a warning, and the line stays in the body, which then begins there. A Markdown file's first "# Heading" is
// its title if none is stated. Throws InputError where there is no text in the bytes: "empty-file",
// "binary-file", "not-utf8".
Article article_from_text(std::string path, std::string bytes);

}  // namespace fasti
