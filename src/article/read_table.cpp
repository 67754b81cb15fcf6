// CSV with a header line: an article a row. Which column holds what, field_map.h says.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "article/article_line.h"
#include "article/header.h"
#include "article/header_date.h"
#include "article/inputs.h"
#include "article/machine_date.h"
#include "article/reader.h"
#include "article/remark.h"
#include "article/table_rows.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t longest_header = 4000;  // bytes; a longer first line is prose

struct Chosen {
  std::array<std::string, article_field_count> names;  // of columns; "" where there is none
  std::map<ArticleField, std::string> guessed;

  bool has(ArticleField field) const { return !names[static_cast<std::size_t>(field)].empty(); }
};

Chosen choose_columns(const std::vector<std::string>& columns, const FieldMap& fields) {
  Chosen chosen;
  std::array<std::size_t, article_field_count> ranks{};
  for (const std::string& column : columns) {
    const auto guess = field_named(column, fields);
    if (!guess) continue;
    const auto field = static_cast<std::size_t>(guess->field);
    if (!chosen.names[field].empty() && guess->rank >= ranks[field]) continue;
    chosen.names[field] = column;
    ranks[field] = guess->rank;
  }
  for (std::size_t i = 0; i < article_field_count; ++i)
    if (!chosen.names[i].empty() && ranks[i] > 0)
      chosen.guessed.emplace(static_cast<ArticleField>(i), chosen.names[i]);
  return chosen;
}

std::string_view header_ahead(LineSource& source) {
  std::string_view line = source.line_ahead(0);
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  return line;
}

bool named_as_table(const std::string& path) {
  const std::string ending = ending_of(path);
  return ending == ".csv" || ending == ".tsv";
}

// By its header: a column of texts and at least one other of ours.
bool holds_table(const Origin& origin, LineSource& source) {
  if (source.ahead().empty()) return false;
  if (named_as_table(origin.path)) return true;
  const std::string_view ahead = source.ahead();
  if (ahead.substr(0, longest_header).find('\n') == ahead.npos) return false;
  const Chosen chosen = choose_columns(columns_in(header_ahead(source)), origin.fields);
  const auto ours = std::count_if(chosen.names.begin(), chosen.names.end(),
                                  [](const std::string& name) { return !name.empty(); });
  return chosen.has(ArticleField::text) && ours > 1;
}

// The row's values as an article. What is odd about them is told of the row.
class Rows {
 public:
  Rows(const Origin& origin, const Harvest& harvest) : origin_(origin), harvest_(harvest) {}

  std::string take(const std::array<std::string, article_field_count>& values, std::size_t line) {
    const auto value = [&](ArticleField field) { return values[static_cast<std::size_t>(field)]; };
    Article article;
    article.path = fmt::format("{}:{}", origin_.path, line);
    article.id =
        value(ArticleField::id).empty() ? fmt::format("{}-{}", origin_.id, line) : value(ArticleField::id);
    article.source = value(ArticleField::source);
    article.title = value(ArticleField::title);
    article.text = value(ArticleField::text);
    std::replace(article.text.begin(), article.text.end(), '\0', ' ');
    article.body = {0, article.text.size()};
    const std::string& url = value(ArticleField::url);
    if (url.starts_with("http://") || url.starts_with("https://")) article.url = url;
    const std::string odd = take_date(value(ArticleField::published), line, article);
    harvest_.one_of_many(std::move(article));
    return odd;
  }

 private:
  static std::string take_date(const std::string& text, std::size_t line, Article& article) {
    if (text.empty()) return "";
    const auto header = read_header_date(text);
    const bool whole = header && header->possible && header->length == text.size();
    const auto day = whole ? std::optional(header->range) : read_machine_date(text);
    if (!day)
      return fmt::format("\"{}\" is no date as 2021-09-29 is, so the article is undated",
                         repair_utf8(text.substr(0, 40)).text);
    article.published = {*day, Published::Basis::stated, fmt::format("line {}: {}", line, text)};
    return "";
  }

  const Origin& origin_;
  const Harvest& harvest_;
};

void read_articles_of_table(const Origin& origin, LineSource& source, const Harvest& harvest) {
  std::vector<std::string> names = columns_in(header_ahead(source));
  const Chosen chosen = choose_columns(names, origin.fields);
  for (std::string& name : names) name = repair_utf8(std::move(name)).text;
  if (!chosen.has(ArticleField::text))
    throw InputError(file_error(
        "no-articles", origin.path, "this table has no column of texts",
        fmt::format("--fields text=NAME says which it is; its columns are {}",
                    fmt::join(names.begin(), names.begin() + std::min<std::ptrdiff_t>(12, std::ssize(names)),
                              ", "))));
  std::vector<Column> columns;
  std::vector<std::size_t> fields;
  for (std::size_t i = 0; i < article_field_count; ++i) {
    if (chosen.names[i].empty()) continue;
    columns.push_back({chosen.names[i], static_cast<ArticleField>(i) == ArticleField::text});
    fields.push_back(i);
  }
  Rows rows(origin, harvest);
  const auto take = [&](const TableRow& row) {
    std::array<std::string, article_field_count> values;
    for (std::size_t i = 0; i < fields.size(); ++i) values[fields[i]] = row.values[i];
    return rows.take(values, row.line);
  };
  for (Diagnostic& d : read_csv_table(origin.path, source, columns, take))
    (d.severity == Severity::error ? harvest.failed : harvest.remarked)(std::move(d));
  if (auto note = note_of_guesses(origin.path, chosen.guessed)) harvest.remarked(std::move(*note));
}

}  // namespace

const Reader table_reader{"CSV", holds_table, read_articles_of_table};

}  // namespace fasti
