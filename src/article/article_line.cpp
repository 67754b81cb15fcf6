#include "article/article_line.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <simdjson.h>

#include "article/header.h"
#include "article/header_date.h"
#include "article/json_place.h"
#include "article/machine_date.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace dom = simdjson::dom;

struct LineParser::Memory {
  dom::parser parser;
};
LineParser::LineParser(std::size_t most, FieldMap map)
    : memory(std::make_unique<Memory>()), largest(most), fields(std::move(map)) {}
LineParser::~LineParser() = default;

namespace {

// A line and where it stands.
struct Site {
  const std::string& path;
  std::size_t number;
  std::string_view line;
  std::size_t first_column = 0;

  // `offset` is a byte of the line.
  Diagnostic tell(Severity severity, std::string code, std::string message, std::string hint,
                  std::size_t offset) const {
    Diagnostic d = remark(severity, std::move(code), std::move(message), std::move(hint), {path, line},
                          {offset, offset});
    if (d.place.line == 1) d.place.column += first_column;
    d.place.line += number - 1;
    d.span.reset();  // it is no place in the article's text
    return d;
  }

  ArticleLine fail(std::string code, std::string message, std::string hint, std::size_t offset = 0) const {
    ArticleLine result;
    result.failed = tell(Severity::error, std::move(code), std::move(message), std::move(hint), offset);
    return result;
  }
};

// What one of the six fields holds; its place among the keys leads to its place in the line.
struct Value {
  std::size_t index = 0;
  std::string text;
  bool there = false;   // the key is
  bool stated = false;  // and says something
  std::size_t rank = 0;
  std::string key;
};

struct Values {
  std::array<Value, article_field_count> of_field;
  std::vector<std::size_t> repeated;  // places of keys that stand a second time
  std::optional<std::size_t> wrong;   // place of the first value of a wrong type
  std::string wrong_key;
  bool extracted = false;

  Value& operator[](ArticleField field) { return of_field[static_cast<std::size_t>(field)]; }
};

// The text of a string, or of a number where an id may be one; nullopt for other types. Keys that are only
// taken for ours may hold more: a date as a number of seconds, an outlet as an object with a name.
std::optional<std::string> text_of(const FieldGuess& guess, const dom::element& element) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS) return std::string(text);
  const bool guessed = guess.rank > 0;
  const bool may_be_number =
      guess.field == ArticleField::id || (guessed && guess.field == ArticleField::published);
  if (may_be_number && element.is_number()) return simdjson::minify(element);
  if (element.is_null()) return "";
  if (guess.field == ArticleField::source && element.at_key("name").get(text) == simdjson::SUCCESS)
    return std::string(text);
  return {};
}

void take(const dom::key_value_pair& field, const FieldGuess& guess, std::size_t place, Values& values) {
  Value& value = values[guess.field];
  auto text = text_of(guess, field.value);
  if (!text) {
    if (guess.rank > 0 || values.wrong) return;
    values.wrong_key = field.key;
    values.wrong = place;
    return;
  }
  if (value.stated && guess.rank > value.rank) return;
  if (value.stated && guess.rank == value.rank) return values.repeated.push_back(place);
  if (!value.there || !text->empty()) value.index = place;
  value.there = true;
  if (text->empty()) return;
  value = {place, std::move(*text), true, true, guess.rank, std::string(field.key)};
}

Values values_of(const dom::object& object, const FieldMap& fields) {
  Values values;
  std::size_t index = 0;
  bool has_kind = false;
  bool has_doc = false;
  for (const dom::key_value_pair field : object) {
    const std::size_t place = index++;
    has_kind = has_kind || field.key == "kind";
    has_doc = has_doc || field.key == "doc";
    if (const auto guess = field_named(field.key, fields)) take(field, *guess, place, values);
  }
  values.extracted = has_kind && has_doc && !values[ArticleField::id].stated;
  return values;
}

std::string hint_for(std::string_view line) {
  if (trimmed(line).starts_with('['))
    return "an article is one JSON object on one line; of an array it is made, for instance, by: jq -c '.[]'";
  return "an article is one JSON object on one line: {\"text\": …}";
}

ArticleLine fail_broken(const Site& site, simdjson::error_code error) {
  const JsonFault fault = find_json_fault(site.line);
  const std::string reason = fault.reason.empty() ? simdjson::error_message(error) : fault.reason;
  return site.fail("broken-json", "this line is no JSON: " + reason, hint_for(site.line), fault.offset);
}

// The text may hold escapes of halves of characters (\ud800 alone), which UTF-8 cannot.
void mend_text(std::string& text, const Site& site, std::size_t index, std::vector<Diagnostic>& told) {
  if (simdjson::validate_utf8(text)) return;
  Repaired repaired = repair_utf8(std::move(text));
  text = std::move(repaired.text);
  told.push_back(site.tell(Severity::warning, "invalid-utf8",
                           "the text escapes halves of characters, which became '?'", "",
                           offset_of_value(site.line, index)));
}

// The keys that header lines know too are taken over, and checked, as those are.
void take_stated(Values& values, ArticleField field, HeaderKey header_key, const Site& site, Header& header) {
  Value& value = values[field];
  if (!value.stated) return;
  const std::size_t before = header.diagnostics.size();
  std::string text(trimmed(value.text));
  std::string place = fmt::format("line {}: {} {}", site.number, value.key, text);
  const auto date = read_header_date(text);
  if (header_key == HeaderKey::date && !(date && date->length == text.size())) {
    if (const auto day = read_machine_date(text)) {
      header.published = {*day, Published::Basis::stated, std::move(place)};
      return;
    }
  }
  take_value({site.path, site.line},
             {header_key, std::move(text), {}, std::move(place), "the article counts as undated"}, header);
  for (std::size_t i = before; i < header.diagnostics.size(); ++i) {
    Diagnostic& d = header.diagnostics[i];
    d = site.tell(d.severity, d.code, d.message, d.hint, offset_of_value(site.line, value.index));
  }
}

ArticleLine article_of(Values& values, const Site& site) {
  Header header;
  take_stated(values, ArticleField::published, HeaderKey::date, site, header);
  take_stated(values, ArticleField::source, HeaderKey::source, site, header);
  take_stated(values, ArticleField::title, HeaderKey::title, site, header);
  take_stated(values, ArticleField::url, HeaderKey::url, site, header);
  for (const std::size_t index : values.repeated) {
    header.diagnostics.push_back(site.tell(Severity::warning, "repeated-header",
                                           "this key stands there twice, and the first one counts", "",
                                           offset_of_value(site.line, index)));
  }
  Article article;
  article.text = std::move(values[ArticleField::text].text);
  mend_text(article.text, site, values[ArticleField::text].index, header.diagnostics);
  article.id = repair_utf8(std::move(values[ArticleField::id].text)).text;
  article.source = repair_utf8(std::move(header.source)).text;
  article.title = repair_utf8(std::move(header.title)).text;
  article.url = std::move(header.url);
  article.path = fmt::format("{}:{}", site.path, site.number);
  article.body = {0, article.text.size()};
  article.published = std::move(header.published);
  article.diagnostics = std::move(header.diagnostics);
  ArticleLine result;
  result.article = std::move(article);
  return result;
}

void remember_guesses(const Values& values, std::map<ArticleField, std::string>& guessed) {
  for (std::size_t i = 0; i < article_field_count; ++i) {
    const Value& value = values.of_field[i];
    if (value.stated && value.rank > 0) guessed.emplace(static_cast<ArticleField>(i), value.key);
  }
}

ArticleLine read_object(const dom::object& object, const Site& site, LineParser& parser) {
  Values values = values_of(object, parser.fields);
  if (values.extracted) {
    ArticleLine result = site.fail("not-an-article", "this is a line that fasti extract printed, no article",
                                   "keep what it prints apart from the articles");
    result.extracted = true;
    return result;
  }
  if (values.wrong) {
    const bool id = field_named(values.wrong_key, parser.fields)->field == ArticleField::id;
    return site.fail(
        "wrong-type",
        fmt::format("the value of \"{}\" must be a string{}", values.wrong_key, id ? " or a number" : ""), "",
        offset_of_value(site.line, *values.wrong));
  }
  const Value& text = values[ArticleField::text];
  if (!text.there)
    return site.fail(
        "no-text", "this article has no \"text\"",
        "the keys are id, published, source, title, url and text; --fields text=NAME gives another");
  if (skip_blanks(text.text, 0) == text.text.size())
    return site.fail("empty-text", "the text of this article is empty", "",
                     offset_of_value(site.line, text.index));
  if (text.text.size() > parser.largest)
    return site.fail("too-large", fmt::format("this text has more than {}", in_megabytes(parser.largest)),
                     "split it into smaller articles, or allow more with --max-file");
  remember_guesses(values, parser.guessed);
  return article_of(values, site);
}

// simdjson reads up to 64 bytes behind the line, which LineSource provides, but not what they hold.
simdjson::simdjson_result<dom::element> parse(LineParser& parser, std::string_view line) {
  return parser.memory->parser.parse(line.data(), line.size(), false);
}

// A line in another encoding is read with its foreign bytes replaced, as a text is.
ArticleLine read_mended(LineParser& parser, const std::string& path, const Line& line) {
  Repaired repaired = repair_utf8(std::string(line.text));
  const std::size_t size = repaired.text.size();
  repaired.text.resize(size + simdjson::SIMDJSON_PADDING);
  const std::string_view text = std::string_view(repaired.text).substr(0, size);
  ArticleLine result = read_article_line(parser, path, {text, line.number, true, line.column});
  if (!result.article) return result;
  const bool one = repaired.replaced == 1;
  result.article->diagnostics.push_back(Site{path, line.number, text, line.column}.tell(
      Severity::warning, "invalid-utf8",
      fmt::format("{} {} no UTF-8 and became '?'", repaired.replaced, one ? "byte is" : "bytes are"), "",
      repaired.first));
  return result;
}

}  // namespace

ArticleLine read_article_line(LineParser& parser, const std::string& path, const Line& line) {
  const Site site{path, line.number, line.text, line.column};
  if (!line.whole) {
    return site.fail("line-too-long",
                     fmt::format("this line has more than {}", in_megabytes(2 * parser.largest)),
                     "split the article, or write characters as they are, without \\u");
  }
  dom::element element;
  const auto error = parse(parser, line.text).get(element);
  if (error == simdjson::UTF8_ERROR) return read_mended(parser, path, line);
  if (error == simdjson::MEMALLOC)
    return site.fail("too-large", "there is not enough memory to read this line", "");
  if (error != simdjson::SUCCESS) return fail_broken(site, error);
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS)
    return site.fail("broken-json", "this line is no JSON object", hint_for(line.text),
                     skip_blanks(line.text, 0));
  return read_object(object, site, parser);
}

bool is_article_line(LineParser& parser, std::string_view line) {
  dom::object object;
  if (parse(parser, line).get(object) != simdjson::SUCCESS) return false;
  return std::any_of(object.begin(), object.end(), [&](const dom::key_value_pair& field) {
    const auto guess = field_named(field.key, parser.fields);
    return guess && guess->field == ArticleField::text && field.value.is_string();
  });
}

std::optional<Diagnostic> note_of_guesses(const std::string& path,
                                          const std::map<ArticleField, std::string>& guessed) {
  if (guessed.empty()) return {};
  std::string names;
  for (const auto& [field, key] : guessed)
    names += fmt::format("{}{} from \"{}\"", names.empty() ? "" : ", ", to_string(field), key);
  Diagnostic d = file_error("fields-guessed", path, "read by other names than ours: " + names,
                            "--fields says which is which, as in --fields text=body,published=date");
  d.severity = Severity::note;
  return d;
}

}  // namespace fasti
