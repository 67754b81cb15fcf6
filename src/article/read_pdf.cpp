// PDF documents, whose text a program of its own gets out of them (src/pdf.cpp) under limits of time and
// memory: a hostile one can bring that down and not us.
#include <chrono>
#include <csignal>

#include <fmt/format.h>

#include "article/machine_date.h"
#include "article/made_article.h"
#include "article/pdf_exit.h"
#include "article/reader.h"
#include "article/remark.h"
#include "base/child_process.h"
#include "base/sibling_program.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::chrono::seconds longest{60};
constexpr std::size_t most_memory = std::size_t{2} << 30U;

bool knows_pdf(const Origin&, LineSource& source) {
  // Some programs put a line or a byte-order mark before it.
  return source.ahead().substr(0, 64).find("%PDF-") != std::string_view::npos;
}

[[noreturn]] void fail(const Origin& origin, std::string code, std::string message, std::string hint) {
  throw InputError(file_error(std::move(code), origin.path, std::move(message), std::move(hint)));
}

std::string reading_program(const Origin& origin) {
  if (const auto program = sibling_program("fasti-pdf", "FASTI_PDF")) return *program;
  fail(origin, "unreadable", "the program fasti-pdf, which reads PDF documents, is missing",
       "install it beside fasti, or set FASTI_PDF to its path");
}

[[noreturn]] void fail_for(const Origin& origin, const ChildResult& result, std::size_t bytes) {
  const std::string hint = "save its text as a .txt file, for instance with pdftotext";
  if (result.timed_out || result.signal == SIGXCPU)
    fail(origin, "unreadable", fmt::format("this PDF takes more than {} s to read", longest.count()), hint);
  if (result.wrote_too_much)
    fail(origin, "too-large", "this PDF holds more text than is read of one article",
         "--max-file allows more");
  if (result.signal == 0 && result.exit_code == static_cast<int>(PdfExit::locked))
    fail(origin, "unreadable", "this PDF asks for a password", "save it without one");
  if (result.signal == 0 && result.exit_code == static_cast<int>(PdfExit::no_pdf))
    fail(origin, "broken-pdf", fmt::format("this PDF is damaged: no page is found in its {} bytes", bytes),
         "get it again from where it came from");
  if (result.exit_code == 127) fail(origin, "unreadable", "the program fasti-pdf cannot be started", "");
  fail(origin, "broken-pdf", "this PDF cannot be read: the program that reads it broke down", hint);
}

std::string take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string line(trimmed(text.substr(0, end)));
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

void read_pdf(const Origin& origin, LineSource& source, const Harvest& harvest) {
  const std::string bytes = source.rest();
  const ChildLimits limits{longest, most_memory, origin.limits.file};
  const ChildResult result = run_program(reading_program(origin), {}, bytes, limits);
  const bool read =
      !result.timed_out && !result.wrote_too_much && result.signal == 0 && result.exit_code == 0;
  if (!read) fail_for(origin, result, bytes.size());
  std::string_view rest = result.output;
  const std::string title = take_line(rest);
  const std::string author = take_line(rest);
  const std::string created = take_line(rest);
  if (trimmed(rest).empty())
    fail(origin, "empty-file", "this PDF has no text, only pictures of it perhaps",
         "have the text recognised first, for instance with ocrmypdf");
  Article article = made_article(origin, std::string(rest), "PDF");
  article.title = repair_utf8(title).text;
  if (!author.empty()) article.source = repair_utf8(author).text;
  if (const auto day = read_machine_date(created))
    add_statement(article.dates, {*day, Published::Basis::metadata, DateStatement::What::published,
                                  "PDF created: " + created});
  article.published = choose_published(article.dates);
  harvest.file(std::move(article));
}

}  // namespace

const Reader pdf_reader{"PDF", knows_pdf, read_pdf};

}  // namespace fasti
