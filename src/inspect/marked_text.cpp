#include "inspect/marked_text.h"

#include <algorithm>

#include "base/escape.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t widest = 96;

// One character as it is shown, and the sign beneath it.
struct Cell {
  std::string shown;
  char sign = ' ';
};

std::vector<Cell> cells_of(std::string_view text, Span part, const std::vector<TextMark>& marks) {
  std::vector<char> signs(part.size(), ' ');
  for (const TextMark& mark : marks)
    for (std::size_t at = std::max(mark.span.begin, part.begin); at < std::min(mark.span.end, part.end); ++at)
      signs[at - part.begin] = mark.sign;
  std::vector<Cell> cells;
  for (std::size_t at = part.begin; at < part.end;) {
    const CodePoint point = decode(text, at);
    const char sign = signs[at - part.begin];
    if (!is_blank(point.value)) {
      const std::string shown = clean_text(text.substr(at, point.length));
      if (!shown.empty()) cells.push_back({shown, sign});
    } else if (!cells.empty() && cells.back().shown != " ") {
      cells.push_back({" ", sign});
    }
    at += point.length;
  }
  return cells;
}

// One past the last cell of the line that begins at `begin`.
std::size_t end_of_line(const std::vector<Cell>& cells, std::size_t begin) {
  if (cells.size() - begin <= widest) return cells.size();
  for (std::size_t end = begin + widest; end > begin; --end)
    if (cells[end].shown == " ") return end;
  return begin + widest;
}

std::string trimmed_line(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line.empty() ? "" : line + "\n";
}

}  // namespace

std::string marked_text(std::string_view text, Span part, const std::vector<TextMark>& marks,
                        std::string_view indent) {
  const std::vector<Cell> cells = cells_of(text, part, marks);
  std::string result;
  for (std::size_t begin = 0; begin < cells.size();) {
    const std::size_t end = end_of_line(cells, begin);
    std::string words(indent);
    std::string signs(indent);
    for (std::size_t i = begin; i < end; ++i) {
      words += cells[i].shown;
      signs += cells[i].sign;
    }
    result += trimmed_line(std::move(words)) + trimmed_line(std::move(signs));
    begin = end < cells.size() && cells[end].shown == " " ? end + 1 : end;
  }
  return result;
}

}  // namespace fasti
