// A table that somebody else made, row by row: CSV with a header line, or one JSON object a line.
//
//   event,source,date                          columns {"event", "source", "date", "quote"?}
//   sinking,gazette,"3 May 1912"         ->    values {"sinking", "gazette", "3 May 1912", ""}, line 2
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "article/line_source.h"
#include "base/diagnostic.h"

namespace fasti {

struct Column {
  std::string_view name;
  bool required = false;  // it must be there, and have a value in each row
};

struct TableRow {
  const std::vector<std::string>& values;  // one a column that was asked for; "" where it is empty or missing
  std::size_t line = 0;                    // on which the row begins
};

// What is odd about a row's values, told as the warning "odd-value"; "" where nothing is.
using TakeRow = std::function<std::string(const TableRow&)>;

// Reads a file, or standard input for "-", and hands on each row that has all that is required. Returns what
// is wrong with the others: "broken-json", "wrong-type", "no-value", "too-many-values", "invalid-utf8" (its
// bytes are replaced, the row is taken), "line-too-long", "unclosed-quote" (the rest of the file is lost). Of
// many alike the first few are told, then their number. The separator of CSV is the comma, or a semicolon or
// tab where the header has those; names of columns may be in capitals; columns that nobody asked for are
// passed over. Memory is bounded by the longest row.
//
// Throws InputError where nothing can be read: "no-such-file", "unreadable", "empty-file", "missing-column"
// (with the nearest name that is there).
std::vector<Diagnostic> read_table(const std::string& path, const std::vector<Column>& columns,
                                   const TakeRow& take);

// The same of a source of bytes that is CSV. A path is for messages.
std::vector<Diagnostic> read_csv_table(const std::string& path, LineSource&,
                                       const std::vector<Column>& columns, const TakeRow& take);

// The names in a header line, in small letters.
std::vector<std::string> columns_in(std::string_view header);

}  // namespace fasti
