#include "article/json_elements.h"

#include <algorithm>

#include "article/remark.h"

namespace fasti {

namespace {

constexpr std::size_t piece = std::size_t{64} << 10U;

bool is_json_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Follows brackets and strings from byte to byte.
struct Nesting {
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  bool closed = false;  // the element's own bracket

  // True where an element ends before this byte: behind its own bracket, or at a comma or bracket of the
  // array.
  bool ends_before(char c) {
    if (closed) return true;
    if (in_string) {
      if (!escaped && c == '"') in_string = false;
      escaped = !escaped && c == '\\';
      return false;
    }
    if (c == '"') in_string = true;
    if (c == '[' || c == '{') ++depth;
    if (depth == 0) return c == ',' || c == ']' || c == '}';
    if (c == ']' || c == '}') --depth;
    closed = depth == 0 && (c == ']' || c == '}');
    return false;
  }
};

}  // namespace

JsonElements::JsonElements(std::string path, LineSource& source, std::size_t largest)
    : path_(std::move(path)), source_(source), largest_(largest) {}

void JsonElements::fail(const std::string& what) const {
  Diagnostic d = file_error("broken-json", path_, "this array of articles is no JSON: " + what,
                            "what stood before this place was read");
  d.place.line = line_;
  d.place.column = column_ + 1;
  throw InputError(std::move(d));
}

void JsonElements::pass(std::size_t bytes) {
  for (const char c : source_.ahead(bytes)) {
    line_ += c == '\n' ? 1 : 0;
    column_ = c == '\n' ? 0 : column_ + 1;
  }
  source_.skip(bytes);
}

// False at the end.
bool JsonElements::pass_blanks() {
  for (;;) {
    const std::string_view ahead = source_.ahead(piece);
    if (ahead.empty()) return false;
    const auto ink = std::find_if_not(ahead.begin(), ahead.end(), is_json_blank);
    pass(static_cast<std::size_t>(ink - ahead.begin()));
    if (ink != ahead.end()) return true;
  }
}

// Bytes up to its end; more than largest_ where it was passed over because it is larger.
std::size_t JsonElements::find_end() {
  Nesting nesting;
  std::size_t size = 0;
  std::size_t passed = 0;
  for (std::size_t wanted = piece;; wanted = std::min(2 * wanted, largest_ + piece)) {
    const std::string_view ahead = source_.ahead(wanted);
    for (; size < ahead.size(); ++size)
      if (nesting.ends_before(ahead[size])) return passed + size;
    if (ahead.size() < wanted) {
      pass(size);
      fail("it breaks off");
    }
    if (passed + size <= largest_) continue;
    passed += size;
    pass(size);
    size = 0;
    wanted = piece;
  }
}

std::optional<JsonElement> JsonElements::next() {
  pass(element_);
  element_ = 0;
  if (!pass_blanks()) fail("it breaks off");
  const char sign = source_.ahead(1).front();
  if (!begun_ && sign != '[') fail("it does not begin with [");
  if (begun_ && sign == ']') return {};
  if (begun_ && sign != ',') fail("a comma or ] is missing");
  pass(1);
  if (!pass_blanks()) fail("it breaks off");
  if (!begun_ && source_.ahead(1).front() == ']') return {};
  begun_ = true;
  JsonElement element;
  element.line = line_;
  element.column = column_;
  const std::size_t size = find_end();
  element.whole = size <= largest_;
  if (size == 0) fail("an article is missing between two commas");
  if (!element.whole) return element;
  element_ = size;
  element.text = source_.ahead(size);
  while (is_json_blank(element.text.back())) element.text.remove_suffix(1);
  return element;
}

}  // namespace fasti
