#include "article/table_rows.h"

#include <algorithm>
#include <map>
#include <optional>

#include <csv.h>
#include <fmt/format.h>
#include <simdjson.h>

#include "article/json_place.h"
#include "article/line_source.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t most_alike = 5;
constexpr std::size_t longest_row = std::size_t{16} << 20U;
constexpr std::size_t longest_list = 200;  // bytes
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// What is wrong, told a few times and then counted.
class Complaints {
 public:
  explicit Complaints(std::string path) : path_(std::move(path)) {}

  void tell(Severity severity, const std::string& code, std::string message, std::string hint,
            std::size_t line, std::size_t column = 0) {
    if (++counts_[code] > most_alike) return;
    Diagnostic d = file_error(code, path_, std::move(message), std::move(hint));
    d.severity = severity;
    d.place.line = line;
    d.place.column = column;
    all_.push_back(std::move(d));
  }

  std::vector<Diagnostic> all() && {
    for (const auto& [code, count] : counts_) {
      if (count <= most_alike) continue;
      Diagnostic d = file_error(code, path_, fmt::format("{} more rows like these", count - most_alike));
      d.severity = Severity::warning;
      all_.push_back(std::move(d));
    }
    return std::move(all_);
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::map<std::string, std::size_t> counts_;
  std::vector<Diagnostic> all_;
};

// The values of one row on their way to whoever asked.
class Row {
 public:
  Row(const std::vector<Column>& columns, const TakeRow& take, Complaints& complaints)
      : columns_(columns), take_(take), complaints_(complaints), values_(columns.size()) {}

  void clear() {
    for (std::string& value : values_) value.clear();
  }

  void set(std::size_t column, std::string_view value) { values_[column] = trimmed(value); }

  std::size_t place_of(std::string_view name) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].name == name) return i;
    return nowhere;
  }

  void hand_on(std::size_t line) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!is_valid_utf8(values_[i])) {
        values_[i] = repair_utf8(std::move(values_[i])).text;
        complaints_.tell(Severity::warning, "invalid-utf8",
                         fmt::format("the {} is no UTF-8; its foreign bytes became '?'", columns_[i].name),
                         "", line);
      }
      if (columns_[i].required && values_[i].empty()) {
        complaints_.tell(Severity::error, "no-value", fmt::format("this row has no {}", columns_[i].name), "",
                         line);
        return;
      }
    }
    const std::string odd = take_({values_, line});
    if (!odd.empty()) complaints_.tell(Severity::warning, "odd-value", odd, "", line);
  }

 private:
  const std::vector<Column>& columns_;
  const TakeRow& take_;
  Complaints& complaints_;
  std::vector<std::string> values_;
};

// ---- CSV, through libcsv ----

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : trimmed(name)) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

char separator_of(std::string_view header) {
  const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
  if (count(',') > 0) return ',';
  return count(';') > 0 ? ';' : count('\t') > 0 ? '\t' : ',';
}

class CsvTable {
 public:
  CsvTable(const std::vector<Column>& columns, Row& row, Complaints& complaints)
      : columns_(columns), row_(row), complaints_(complaints) {
    csv_init(&parser_, CSV_APPEND_NULL);
  }
  CsvTable(const CsvTable&) = delete;
  CsvTable& operator=(const CsvTable&) = delete;
  ~CsvTable() { csv_free(&parser_); }

  // False where the rest cannot be read.
  bool add(const Line& line) {
    if (line.number == 1) csv_set_delim(&parser_, static_cast<unsigned char>(separator_of(line.text)));
    if (first_line_ == 0) first_line_ = line.number;
    csv_parse(&parser_, line.text.data(), line.text.size(), on_field, on_row, this);
    csv_parse(&parser_, "\n", 1, on_field, on_row, this);
    if (parser_.entry_pos < longest_row) return true;
    tell_unclosed();
    return false;
  }

  void finish() {
    if (parser_.quoted != 0 && parser_.entry_pos > 0) return tell_unclosed();
    csv_fini(&parser_, on_field, on_row, this);
  }

  bool has_header() const { return has_header_; }

 private:
  static void on_field(void* value, std::size_t size, void* self) {
    static_cast<CsvTable*>(self)->take_field({static_cast<const char*>(value), size});
  }
  static void on_row(int, void* self) { static_cast<CsvTable*>(self)->end_row(); }

  void take_field(std::string_view value) {
    if (!has_header_) {
      header_.push_back(folded(value));
      return;
    }
    if (field_ < places_.size() && places_[field_] != nowhere) row_.set(places_[field_], value);
    blank_ = blank_ && value.empty();
    ++field_;
  }

  void end_row() {
    if (!has_header_) return read_header();
    if (field_ > places_.size()) {
      complaints_.tell(Severity::error, "too-many-values",
                       fmt::format("this row has {} values, and the header {}", field_, places_.size()),
                       "put a value that holds a comma between quotation marks", first_line_);
    } else if (!blank_) {
      row_.hand_on(first_line_);
    }
    row_.clear();
    field_ = 0;
    blank_ = true;
    first_line_ = 0;
  }

  void read_header() {
    has_header_ = true;
    first_line_ = 0;
    for (const std::string& name : header_) places_.push_back(row_.place_of(name));
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (columns_[c].required && std::find(places_.begin(), places_.end(), c) == places_.end())
        refuse(columns_[c].name);
  }

  [[noreturn]] void refuse(std::string_view missing) const {
    const auto nearest = nearest_word(missing, header_);
    Diagnostic d = file_error(
        "missing-column", complaints_.path(), fmt::format("this table has no column \"{}\"", missing),
        nearest ? fmt::format("is it the one called \"{}\"? rename it in the first line", *nearest)
                : fmt::format("its first line names: {}", names_there()));
    d.place.line = 1;
    throw InputError(std::move(d));
  }

  // The first few columns; what is no table may have any number of any length.
  std::string names_there() const {
    std::string names;
    for (std::size_t i = 0; i < header_.size() && names.size() < longest_list; ++i)
      names += (i == 0 ? "" : ", ") + header_[i];
    return names.size() < longest_list ? names : names.substr(0, longest_list) + " …";
  }

  void tell_unclosed() {
    complaints_.tell(Severity::error, "unclosed-quote",
                     "a quotation mark opens in this row and does not close; nothing behind it is read",
                     "close it, or double it where it belongs to the text", first_line_);
  }

  const std::vector<Column>& columns_;
  Row& row_;
  Complaints& complaints_;
  csv_parser parser_{};
  std::vector<std::string> header_;
  std::vector<std::size_t> places_;  // of each field of the header among the columns
  bool has_header_ = false;
  std::size_t field_ = 0;
  std::size_t first_line_ = 0;
  bool blank_ = true;
};

void read_csv(LineSource& source, const std::vector<Column>& columns, Row& row, Complaints& complaints) {
  CsvTable table(columns, row, complaints);
  bool goes_on = true;
  while (goes_on) {
    const auto line = source.next();
    if (!line) break;
    if (!line->whole) {
      complaints.tell(Severity::error, "line-too-long",
                      fmt::format("this line has more than {}", in_megabytes(2 * ReadLimits().file)), "",
                      line->number);
      return;
    }
    goes_on = table.add(*line);
  }
  if (goes_on) table.finish();
  if (!table.has_header())
    throw InputError(file_error("empty-file", complaints.path(), "this table is empty"));
}

// ---- JSON lines ----

std::optional<std::string> text_in(const simdjson::dom::element& element) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS) return std::string(text);
  if (element.is_number()) return simdjson::minify(element);
  if (element.is_null()) return "";
  return {};
}

void read_object(const simdjson::dom::object& object, const Line& line, Row& row, Complaints& complaints) {
  for (const simdjson::dom::key_value_pair field : object) {
    const std::size_t place = row.place_of(field.key);
    if (place == nowhere) continue;
    const auto text = text_in(field.value);
    if (!text) {
      return complaints.tell(Severity::error, "wrong-type",
                             fmt::format("the value of \"{}\" must be a string or a number", field.key), "",
                             line.number, offset_of_key(line.text, field.key).value_or(0) + 1);
    }
    row.set(place, *text);
  }
  row.hand_on(line.number);
}

void read_json_lines(LineSource& source, Row& row, Complaints& complaints) {
  simdjson::dom::parser parser;
  while (const auto line = source.next()) {
    if (trimmed(line->text).empty()) continue;
    if (!line->whole) {
      complaints.tell(Severity::error, "line-too-long",
                      fmt::format("this line has more than {}", in_megabytes(2 * ReadLimits().file)), "",
                      line->number);
      continue;
    }
    simdjson::dom::object object;
    if (parser.parse(line->text.data(), line->text.size(), false).get(object) != simdjson::SUCCESS) {
      const JsonFault fault = find_json_fault(line->text);
      complaints.tell(
          Severity::error, "broken-json",
          fault.reason.empty() ? "this line is no JSON object" : "this line is no JSON: " + fault.reason, "",
          line->number, fault.offset + 1);
      continue;
    }
    read_object(object, *line, row, complaints);
    row.clear();
  }
}

}  // namespace

std::vector<Diagnostic> read_table(const std::string& path, const std::vector<Column>& columns,
                                   const TakeRow& take) {
  Complaints complaints(path);
  Row row(columns, take, complaints);
  LineSource source(path, stream_of_file(path));
  const std::string_view ahead = trimmed(source.ahead());
  if (ahead.empty()) throw InputError(file_error("empty-file", path, "this table is empty"));
  if (ahead.starts_with('{'))
    read_json_lines(source, row, complaints);
  else
    read_csv(source, columns, row, complaints);
  return std::move(complaints).all();
}

std::vector<Diagnostic> read_csv_table(const std::string& path, LineSource& source,
                                       const std::vector<Column>& columns, const TakeRow& take) {
  Complaints complaints(path);
  Row row(columns, take, complaints);
  read_csv(source, columns, row, complaints);
  return std::move(complaints).all();
}

std::vector<std::string> columns_in(std::string_view header) {
  std::vector<std::string> names;
  csv_parser parser{};
  csv_init(&parser, CSV_APPEND_NULL);
  csv_set_delim(&parser, static_cast<unsigned char>(separator_of(header)));
  const auto take = [](void* value, std::size_t size, void* into) {
    static_cast<std::vector<std::string>*>(into)->push_back(folded({static_cast<const char*>(value), size}));
  };
  csv_parse(&parser, header.data(), header.size(), take, nullptr, &names);
  csv_fini(&parser, take, nullptr, &names);
  csv_free(&parser);
  return names;
}

}  // namespace fasti
