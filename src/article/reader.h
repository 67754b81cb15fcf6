// The one form that every format's reader has: a file read_<format>.cpp that offers one Reader, and a line in
// the table of all (readers.cpp).
//
// A reader is asked whether bytes look like its format, which it tells from what they are; the ending of the
// name is a hint only, for contents that say nothing. It then gives the articles one by one, so that memory
// is bounded by an article and not by a file.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "article/article.h"
#include "article/field_map.h"
#include "article/html.h"
#include "article/line_source.h"

namespace fasti {

// What bytes are called before they are read.
struct Origin {
  std::string path;  // as the user gave it
  std::string id;    // of the file; one that is an article as a whole has it as its own
  ReadLimits limits = {};
  FieldMap fields = {};      // of formats whose fields have names
  std::string type = {};     // "text/html", where a server said so; else empty
  std::string charset = {};  // "utf-8", likewise
};

// Takes what a reader finds, as it finds it.
struct Harvest {
  // The file as a whole, under its own id.
  std::function<void(Article)> file;
  // One of several in a file: its id is as stated or of the file's and a number, and may clash with others.
  std::function<void(Article)> one_of_many;
  // A part that could not be read while the others can.
  std::function<void(Diagnostic)> failed;
  // What is worth knowing of the file as a whole.
  std::function<void(Diagnostic)> remarked = [](const Diagnostic&) {};
};

struct Reader {
  std::string_view name;  // "JSON lines"

  // True if it reads these. Looks ahead in the bytes and takes none.
  bool (*knows)(const Origin&, LineSource&);

  // Throws InputError where nothing more of the input can be read; what was given by then is kept.
  void (*read)(const Origin&, LineSource&, const Harvest&);
};

// In the order in which they are asked. The last, plain text, knows all.
const std::vector<Reader>& readers();

// The readers themselves.
extern const Reader warc_reader;    // read_warc.cpp: what crawlers save
extern const Reader pdf_reader;     // read_pdf.cpp
extern const Reader office_reader;  // read_office.cpp: .docx, .odt
extern const Reader line_reader;    // read_lines.cpp: one article a line
extern const Reader feed_reader;    // read_feeds.cpp: RSS and Atom
extern const Reader html_reader;    // read_html.cpp: web pages
extern const Reader json_reader;    // read_json.cpp: an array of articles, or one
extern const Reader table_reader;   // read_table.cpp: CSV, an article a row
extern const Reader mail_reader;    // read_mail.cpp
extern const Reader text_reader;    // read_text.cpp: plain text and Markdown

// The article that a page is, also where the page came in something else: a mail, a news crawl.
Article article_of_page(HtmlText, const Origin&);

// Finds the reader that knows the bytes and lets it read.
void read_with_any(const Origin&, LineSource&, const Harvest&);

}  // namespace fasti
