// One line of a JSON lines file, and the article that it holds:
//
//   {"id": "c-1", "published": "2021-09-29", "source": "The Courier", "title": "…", "url": "https://…",
//    "text": "The pier collapsed yesterday."}
//
// Only "text" is needed; null and "" count as not stated, and other keys are passed over. Keys may have other
// names (field_map.h): as stated, or as they are met often. The text is the article's body as a whole: no
// header lines are looked for in it, and offsets count bytes of its UTF-8 form.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "article/article.h"
#include "article/field_map.h"
#include "article/line_source.h"

namespace fasti {

// What is kept from line to line, simdjson's memory above all. One a thread.
struct LineParser {
  explicit LineParser(std::size_t largest = ReadLimits().file, FieldMap fields = {});
  ~LineParser();
  struct Memory;
  std::unique_ptr<Memory> memory;
  std::size_t largest;  // bytes of a text
  FieldMap fields;
  std::map<ArticleField, std::string> guessed;  // keys of other names that were taken for a field
};

struct ArticleLine {
  // Its id is as stated, its source too; both may be empty. Its path is "docs.jsonl:12", so that what is said
  // of the article leads to its line.
  std::optional<Article> article;
  std::optional<Diagnostic> failed;  // else: path, line, column and cause
  bool extracted = false;            // the line is no article but one that `fasti extract` printed
};

// Errors: "broken-json", "no-text", "wrong-type" (of one of the six keys), "empty-text", "line-too-long",
// "too-large", "not-an-article". Warnings, in the article: "invalid-date" (it is then undated),
// "future-date", "invalid-url", "repeated-header" (a key stands twice; the first counts), "invalid-utf8".
ArticleLine read_article_line(LineParser&, const std::string& path, const Line&);

// True if the line is an object with a text, well formed.
bool is_article_line(LineParser&, std::string_view line);

// The note "fields-guessed": text is read from "body", published from "date". nullopt where nothing was
// guessed.
std::optional<Diagnostic> note_of_guesses(const std::string& path,
                                          const std::map<ArticleField, std::string>& guessed);

}  // namespace fasti
