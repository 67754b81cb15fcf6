#include "article/remark.h"

#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t longest_excerpt = 160;  // bytes

}  // namespace

Diagnostic remark(Severity severity, std::string code, std::string message, std::string hint,
                  const TextFile& file, Span span) {
  const LineColumn at = line_column(file.text, span.begin);
  const std::string_view line = line_at(file.text, span.begin);
  Diagnostic d;
  d.severity = severity;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place = {file.path, at.line, at.column};
  if (line.size() <= longest_excerpt) d.excerpt = line;
  d.span = span;
  return d;
}

Diagnostic file_error(std::string code, std::string path, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place.path = std::move(path);
  return d;
}

}  // namespace fasti
