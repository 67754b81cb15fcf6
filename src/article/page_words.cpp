#include "article/page_words.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"

namespace fasti {

namespace {

constexpr double margin = 0.09;        // of a page's height, above and below
constexpr double widest_gap = 0.6;     // between lines of a paragraph, in heights of a line
constexpr double other_height = 0.15;  // by which a heading's lines differ
constexpr double short_line = 0.85;    // of the column's width; a line that is shorter ends a paragraph

struct PageLine {
  std::string text;
  double left = 0, right = 0, top = 0, height = 0;
  std::size_t page = 0;
};

bool goes_on_line(const PageLine& line, const PageWord& word) {
  const double shared = std::min(line.top + line.height, word.y + word.height) - std::max(line.top, word.y);
  return shared > 0.5 * std::min(line.height, word.height) && word.x >= line.right - word.height;
}

std::vector<PageLine> lines_of(const WordsOfPage& page, std::size_t number) {
  std::vector<PageLine> lines;
  bool blank = true;
  for (const PageWord& word : page.words) {
    if (trimmed(word.text).empty()) continue;
    if (lines.empty() || !goes_on_line(lines.back(), word)) {
      lines.push_back({word.text, word.x, word.x + word.width, word.y, word.height, number});
    } else {
      PageLine& line = lines.back();
      const bool apart = blank || word.x - line.right > 0.15 * word.height;
      line.text += (apart ? " " : "") + word.text;
      line.right = std::max(line.right, word.x + word.width);
      line.height = std::max(line.height, word.height);
    }
    blank = word.blank_follows;
  }
  return lines;
}

// "Page 3 of 12" -> "Page # of #"
std::string without_numbers(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) out += c;
    if (digit && (out.empty() || out.back() != '#')) out += '#';
  }
  return out;
}

bool in_margin(const PageLine& line, const WordsOfPage& page) {
  return line.top < margin * page.height || line.top + line.height > (1 - margin) * page.height;
}

using Pages = std::vector<WordsOfPage>;

std::vector<PageLine> lines_without_running(const Pages& pages) {
  std::vector<PageLine> lines;
  for (std::size_t i = 0; i < pages.size(); ++i)
    for (PageLine& line : lines_of(pages[i], i)) lines.push_back(std::move(line));
  std::map<std::string, std::size_t> seen;  // in margins
  for (const PageLine& line : lines)
    if (in_margin(line, pages[line.page])) ++seen[without_numbers(line.text)];
  std::erase_if(lines, [&](const PageLine& line) {
    if (!in_margin(line, pages[line.page])) return false;
    const std::string text = without_numbers(line.text);
    return text == "#" || text == "#/#" || text == "- # -" || seen[text] > 1;
  });
  return lines;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view closing : {"\"", "'", "\u201D", "\u2019", ")", "\u00BB"})
    if (text.ends_with(closing)) text.remove_suffix(closing.size());
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
}

// How far to the right lines near this one reach: those of the same page that begin about where it does.
double column_end(const std::vector<PageLine>& lines, std::size_t at) {
  double end = lines[at].right;
  for (std::size_t i = at; i-- > 0 && at - i < 40 && lines[i].page == lines[at].page;)
    if (std::abs(lines[i].left - lines[at].left) < 3 * lines[at].height) end = std::max(end, lines[i].right);
  for (std::size_t i = at + 1; i < lines.size() && i - at < 40 && lines[i].page == lines[at].page; ++i)
    if (std::abs(lines[i].left - lines[at].left) < 3 * lines[at].height) end = std::max(end, lines[i].right);
  return end;
}

bool goes_on(const std::vector<PageLine>& lines, std::size_t before) {
  const PageLine& a = lines[before];
  const PageLine& b = lines[before + 1];
  const bool same_height = std::abs(a.height - b.height) <= other_height * std::max(a.height, b.height);
  if (!same_height) return false;
  const bool full = a.right - a.left >= short_line * (column_end(lines, before) - a.left);
  const bool turned = a.page != b.page || b.top < a.top;  // to the next column or page
  if (turned) return full && !ends_sentence(a.text);
  return full && b.top - (a.top + a.height) <= widest_gap * a.height;
}

void join(std::string& text, std::string_view next) {
  constexpr std::string_view soft_hyphen = "\u00AD";
  const bool hyphen = text.size() > 1 && text.back() == '-' && text[text.size() - 2] != ' ';
  if (text.ends_with(soft_hyphen))
    text.resize(text.size() - soft_hyphen.size());
  else if (hyphen && is_lower(decode(next, 0).value))
    text.pop_back();
  else
    text += ' ';
  text += next;
}

}  // namespace

std::string paragraphs_of(const std::vector<WordsOfPage>& pages) {
  const std::vector<PageLine> lines = lines_without_running(pages);
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && goes_on(lines, i - 1)) {
      join(text, lines[i].text);
    } else {
      text += (text.empty() ? "" : "\n\n") + lines[i].text;
    }
  }
  return text;
}

}  // namespace fasti
