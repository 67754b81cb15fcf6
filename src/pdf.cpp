// fasti-pdf: a PDF document on standard input; on standard output a line each for its title, author and day
// of creation, and then its text. A program of its own, so that whatever a document does to poppler happens
// to this process only. Not meant to be called by hand.
#include <cstdio>
#include <ctime>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <unistd.h>

#include "article/page_words.h"
#include "article/pdf_exit.h"

namespace {

using fasti::PdfExit;

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::string on_one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

std::string day_of(std::time_t time) {
  std::tm parts{};
  if (time <= 0 || ::gmtime_r(&time, &parts) == nullptr) return "";
  char day[32];
  std::strftime(day, sizeof day, "%Y-%m-%d", &parts);
  return day;
}

std::vector<fasti::WordsOfPage> pages_of(const poppler::document& document) {
  std::vector<fasti::WordsOfPage> pages;
  for (int i = 0; i < document.pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (!page) continue;
    fasti::WordsOfPage words{page->page_rect().height(), {}};
    for (const poppler::text_box& box : page->text_list()) {
      const poppler::rectf at = box.bbox();
      words.words.push_back(
          {utf8(box.text()), at.x(), at.y(), at.width(), at.height(), box.has_space_after()});
    }
    pages.push_back(std::move(words));
  }
  return pages;
}

PdfExit convert() {
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return PdfExit::no_pdf;
  if (document->is_locked()) return PdfExit::locked;
  std::string out = on_one_line(utf8(document->get_title())) + "\n" +
                    on_one_line(utf8(document->get_author())) + "\n" +
                    day_of(document->get_creation_date_t()) + "\n";
  out += fasti::paragraphs_of(pages_of(*document));
  const bool sent = std::fwrite(out.data(), 1, out.size(), stdout) == out.size() && std::fflush(stdout) == 0;
  return sent ? PdfExit::read : PdfExit::not_sent;
}

}  // namespace

int main() { _exit(static_cast<int>(convert())); }  // what poppler holds is freed by the system
