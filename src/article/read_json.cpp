// A JSON array of articles, read one by one, or one article as an object over several lines. An object that
// holds the array ({"articles": […]}), as news services answer, is read whole.
#include <fmt/format.h>
#include <simdjson.h>

#include "article/article_line.h"
#include "article/inputs.h"
#include "article/json_elements.h"
#include "article/reader.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace dom = simdjson::dom;

namespace {

constexpr std::size_t most_textless = 20;

bool holds_json(const Origin& origin, LineSource& source) {
  const std::string_view ahead = source.ahead();
  const std::size_t begin = skip_blanks(ahead, ahead.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  if (begin == ahead.size()) return false;
  const bool named = ending_of(origin.path) == ".json";
  if (ahead[begin] == '{') return named;
  if (ahead[begin] != '[') return false;
  const std::size_t next = skip_blanks(ahead, begin + 1);
  return named || (next < ahead.size() && ahead[next] == '{');
}

// Hands on what an element holds, under its number.
class Elements {
 public:
  Elements(const Origin& origin, const Harvest& harvest)
      : origin_(origin), harvest_(harvest), parser_(origin.limits.file, origin.fields) {}

  // False where it is none of ours, and so will be all that follow.
  bool take(const Line& line) {
    ++number_;
    ArticleLine read = read_article_line(parser_, origin_.path, line);
    // Of what is no list of articles at all, not every element is told.
    const bool textless = read.failed && read.failed->code == "no-text";
    if (textless && !any_) {
      textless_.push_back(std::move(*read.failed));
      return textless_.size() < most_textless;
    }
    if (read.failed) harvest_.failed(std::move(*read.failed));
    if (!read.article) return true;
    for (Diagnostic& d : textless_) harvest_.failed(std::move(d));
    textless_.clear();
    any_ = true;
    read.article->path = fmt::format("{}#{}", origin_.path, number_);
    if (read.article->id.empty()) read.article->id = fmt::format("{}-{}", origin_.id, number_);
    harvest_.one_of_many(std::move(*read.article));
    return true;
  }

  void finish() {
    if (auto note = note_of_guesses(origin_.path, parser_.guessed)) harvest_.remarked(std::move(*note));
  }
  bool any() const { return any_; }
  bool only_textless() const { return !any_ && !textless_.empty(); }
  std::size_t count() const { return number_; }

 private:
  const Origin& origin_;
  const Harvest& harvest_;
  LineParser parser_;
  std::size_t number_ = 0;
  bool any_ = false;
  std::vector<Diagnostic> textless_;  // before the first article
};

[[noreturn]] void refuse(const Origin& origin) {
  throw InputError(file_error("no-articles", origin.path,
                              "this JSON holds no article: nothing in it has a text",
                              "--fields text=NAME says which key holds it"));
}

void read_array(const Origin& origin, LineSource& source, const Harvest& harvest) {
  JsonElements elements(origin.path, source, 2 * origin.limits.file);
  Elements found(origin, harvest);
  while (const auto element = elements.next())
    if (!found.take({element->text, element->line, element->whole, element->column})) refuse(origin);
  found.finish();
  if (found.only_textless()) refuse(origin);
  if (found.count() == 0) throw InputError(file_error("empty-file", origin.path, "this array is empty"));
}

std::string padded(std::string text) {
  text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
  return text;
}

void read_object(const Origin& origin, LineSource& source, const Harvest& harvest) {
  const std::string bytes = padded(source.rest());
  LineParser parser(origin.limits.file, origin.fields);
  Elements found(origin, harvest);
  if (is_article_line(parser, bytes)) {
    found.take({bytes, 1, true});
    return found.finish();
  }
  dom::parser whole;
  dom::object object;
  if (whole.parse(bytes.data(), bytes.size(), false).get(object) != simdjson::SUCCESS) {
    found.take({bytes, 1, true});  // tells what is wrong
    return;
  }
  for (const dom::key_value_pair field : object) {
    dom::array array;
    if (field.value.get(array) != simdjson::SUCCESS || array.size() == 0) continue;
    for (const dom::element& element : array) {
      const std::string text = padded(simdjson::minify(element));
      if (!is_article_line(parser, text) && !found.any()) break;
      found.take({text, 1, true});
    }
    if (found.any()) return found.finish();
  }
  refuse(origin);
}

void read_json(const Origin& origin, LineSource& source, const Harvest& harvest) {
  if (source.ahead(3) == "\xEF\xBB\xBF") source.skip(3);
  const std::string_view ahead = source.ahead();
  const std::size_t begin = skip_blanks(ahead, 0);
  ahead.substr(begin).starts_with('[') ? read_array(origin, source, harvest)
                                       : read_object(origin, source, harvest);
}

}  // namespace

const Reader json_reader{"JSON", holds_json, read_json};

}  // namespace fasti
