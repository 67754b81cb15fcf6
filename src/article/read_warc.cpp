// WARC: what a crawler saved, one record after the other, each with its length. Of a response the page is
// read, by whichever reader knows it; of a WET file ("conversion") the text. The rest (requests, images,
// styles, pages that were not found) is passed over.
//
// A length that is wrong is told once, for its record, and reading goes on where the next record begins: at a
// line "WARC/1.…", within what the length claimed if it was too long.
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "article/http_body.h"
#include "article/machine_date.h"
#include "article/reader.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t most_header_lines = 200;
constexpr std::string_view record_mark = "WARC/1.";

struct WarcRecord {
  std::size_t number = 0;  // in the file, counted from one
  std::size_t begin = 0;   // the byte (unpacked) at which it begins
  std::string head;        // its header lines
  std::optional<std::size_t> length;

  std::string_view value(std::string_view name) const { return header_value(head, name); }
};

bool begins_record(std::string_view text) {
  return text.starts_with(record_mark) || text.starts_with("WARC/0.");
}

bool knows_warc(const Origin&, LineSource& source) { return begins_record(source.ahead()); }

Diagnostic about(const Origin& origin, const WarcRecord& record, std::string code, std::string message,
                 std::string hint = "") {
  return file_error(std::move(code), origin.path,
                    fmt::format("record {} (at byte {}): {}", record.number, record.begin, message),
                    std::move(hint));
}

// Passes over all until a record begins; false at the end.
bool find_record(LineSource& source) {
  while (!begins_record(source.ahead(record_mark.size())))
    if (!source.next()) return false;
  return true;
}

WarcRecord read_head(LineSource& source, std::size_t number) {
  WarcRecord record;
  record.number = number;
  record.begin = source.position();
  for (std::size_t lines = 0; lines < most_header_lines; ++lines) {
    const auto line = source.next();
    if (!line || !line->whole || line->text.empty()) break;
    record.head += std::string(line->text) + "\n";
  }
  const std::string_view length = record.value("content-length");
  std::size_t bytes = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), bytes);
  if (error == std::errc() && end == length.data() + length.size() && !length.empty()) record.length = bytes;
  return record;
}

// What follows a record's content: nothing more, or a blank line and the next.
bool ends_record(std::string_view rest) {
  const std::size_t begin = rest.find_first_not_of("\r\n");
  return begin == rest.npos || (begin > 0 && begins_record(rest.substr(begin)));
}

// Where in the content the next record begins, if the length was too long.
std::size_t next_record_in(std::string_view content) {
  for (std::size_t at = content.find(record_mark); at != content.npos;
       at = content.find(record_mark, at + 1)) {
    const bool line_begins = at >= 2 && content[at - 1] == '\n';
    if (line_begins && content.substr(at, 200).find("WARC-Type:") != content.npos) return at;
  }
  return content.npos;
}

bool is_web_address(std::string_view uri) {
  return uri.starts_with("http://") || uri.starts_with("https://");
}

// "<https://example.org/a>", as WARC 1.0 allows
std::string_view without_brackets(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) return uri.substr(1, uri.size() - 2);
  return uri;
}

// Crawlers also store their own logs, with addresses of their own making.
bool may_hold_article(const WarcRecord& record) {
  const std::string_view type = record.value("warc-type");
  const bool web = is_web_address(without_brackets(record.value("warc-target-uri")));
  return type == "response" || (web && (type == "resource" || type == "conversion"));
}

// Whose content is a text that somebody published.
bool is_text_type(std::string_view type) {
  return type.empty() || type.starts_with("text/html") || type == "text/plain" ||
         type == "application/xhtml+xml" || type == "application/pdf";
}

std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == url.npos) return "";
  std::string_view host = url.substr(begin + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

struct WarcReader {
  const Origin& origin;
  LineSource& source;
  const Harvest& harvest;

  // The crawler adds what it knows: the address, and that the page was there by then.
  void take(Article article, const WarcRecord& record) const {
    const std::string_view url = without_brackets(record.value("warc-target-uri"));
    if (article.url.empty() && is_web_address(url)) article.url = repair_utf8(std::string(url)).text;
    const std::string fetched(record.value("warc-date"));
    if (const auto day = read_machine_date(fetched))
      add_statement(article.dates, {*day, Published::Basis::metadata, DateStatement::What::fetched,
                                    "WARC-Date: " + fetched});
    if (article.source == article.id) article.source = host_of(article.url);
    harvest.one_of_many(std::move(article));
  }

  void read_bytes(const WarcRecord& record, std::string_view bytes, const std::string& type,
                  const std::string& charset) const {
    Origin inner = origin;
    inner.path = fmt::format("{}#{}", origin.path, record.number);
    inner.id = fmt::format("{}-{}", origin.id, record.number);
    inner.type = type;
    inner.charset = charset;
    const auto passed_on = [&](Article article) { take(std::move(article), record); };
    try {
      LineSource content(inner.path, stream_of_memory(bytes), origin.limits.file);
      read_with_any(inner, content, {passed_on, passed_on, harvest.failed});
    } catch (const InputError& error) {
      for (const Diagnostic& d : error.diagnostics) harvest.failed(d);
    }
  }

  void read_content(const WarcRecord& record, std::string_view content) const {
    std::string type, charset;
    read_content_type(record.value("content-type"), type, charset);
    const bool http = type == "application/http" || (type.empty() && content.starts_with("HTTP/"));
    if (!http) {
      if (is_text_type(type)) read_bytes(record, content, type, charset);
      return;
    }
    const HttpBody body = http_body(content, origin.limits);
    if (body.status / 100 != 2 || !is_text_type(body.type)) return;
    if (!body.trouble.empty()) return harvest.failed(about(origin, record, "unreadable", body.trouble));
    if (!trimmed(body.bytes).empty()) read_bytes(record, body.bytes, body.type, body.charset);
  }

  void tell_length(const WarcRecord& record, std::string_view what) const {
    harvest.failed(about(origin, record, "wrong-length",
                         fmt::format("its length ({} bytes) {}", *record.length, what),
                         "it is left out, and the next record is searched for"));
  }

  // The source stands at the content's first byte, and then behind what belongs to the record.
  void read_record(const WarcRecord& record) const {
    if (!record.length)
      return harvest.failed(about(origin, record, "wrong-length", "it states no length",
                                  "it is left out, and the next record is searched for"));
    const bool wanted = may_hold_article(record);
    if (*record.length > origin.limits.file) {
      if (wanted)
        harvest.failed(about(origin, record, "too-large",
                             fmt::format("it has {} bytes, and more than {} are not read", *record.length,
                                         in_megabytes(origin.limits.file)),
                             "--max-file allows more"));
      return;  // the next one is searched for line by line, so that a length that is wrong does no harm
    }
    constexpr std::size_t behind = 64;
    const std::string_view ahead = source.ahead(*record.length + behind);
    const std::string_view content = ahead.substr(0, *record.length);
    if (content.size() == *record.length && ends_record(ahead.substr(content.size()))) {
      if (wanted) read_content(record, content);
      return source.skip(content.size());
    }
    const std::size_t next = next_record_in(content);
    if (next != content.npos) {
      tell_length(record, "is too long");
      source.skip(next);
    } else if (content.size() < *record.length) {
      harvest.failed(about(
          origin, record, "wrong-length",
          fmt::format("the file breaks off in it, at {} of its {} bytes", content.size(), *record.length),
          "get the file again from where it came from"));
      source.skip(content.size());
    } else {
      tell_length(record, "is too short");
      source.skip(content.size());
    }
  }
};

void read_warc(const Origin& origin, LineSource& source, const Harvest& harvest) {
  bool any = false;
  const auto counted = [&](Article article) {
    any = true;
    harvest.one_of_many(std::move(article));
  };
  const auto failed = [&](Diagnostic d) {
    any = true;
    harvest.failed(std::move(d));
  };
  const Harvest counting{counted, counted, failed};
  const WarcReader reader{origin, source, counting};
  for (std::size_t number = 1; find_record(source); ++number) reader.read_record(read_head(source, number));
  if (!any)
    throw InputError(file_error("no-article", origin.path, "no record of this crawl holds a page or a text"));
}

}  // namespace

const Reader warc_reader{"WARC", knows_warc, read_warc};

}  // namespace fasti
