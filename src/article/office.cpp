// The two formats differ in names only: a zip archive (read by libarchive) with one XML file (read by
// libxml2, one node at a time) that holds the text and one about the document.
#include "article/office.h"

#include <array>
#include <cstring>
#include <memory>
#include <optional>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <libxml/xmlreader.h>

#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

using namespace std::string_view_literals;

struct Parts {
  std::optional<std::string> text, about;  // XML
};

constexpr std::array<std::string_view, 2> text_names{"word/document.xml", "content.xml"};
constexpr std::array<std::string_view, 2> about_names{"docProps/core.xml", "meta.xml"};

bool is_one_of(std::string_view name, const std::array<std::string_view, 2>& names) {
  return name == names[0] || name == names[1];
}

// ---- The archive ----

using Archive = std::unique_ptr<archive, int (*)(archive*)>;

std::string entry_bytes(const std::string& path, archive* zip, const ReadLimits& limits) {
  std::string bytes;
  std::array<char, 65536> piece;
  for (;;) {
    const la_ssize_t got = ::archive_read_data(zip, piece.data(), piece.size());
    if (got < 0)
      throw InputError(file_error("broken-archive", path, "this document is damaged",
                                  "get it again from where it came from"));
    if (got == 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    if (bytes.size() > limits.file)
      throw InputError(
          file_error("unpacks-too-large", path,
                     fmt::format("what this document holds is larger than {}", in_megabytes(limits.file)),
                     "--max-file allows more"));
  }
}

Parts parts_of(const std::string& path, std::string_view bytes, const ReadLimits& limits) {
  const Archive zip(::archive_read_new(), ::archive_read_free);
  if (!zip) throw std::bad_alloc();
  ::archive_read_support_format_zip(zip.get());
  Parts parts;
  archive_entry* entry = nullptr;
  int result = ::archive_read_open_memory(zip.get(), bytes.data(), bytes.size());
  while (result == ARCHIVE_OK || result == ARCHIVE_WARN) {
    result = ::archive_read_next_header(zip.get(), &entry);
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) break;
    const char* named = ::archive_entry_pathname(entry);
    const std::string_view name = named == nullptr ? "" : named;
    if (!parts.text && is_one_of(name, text_names)) parts.text = entry_bytes(path, zip.get(), limits);
    if (!parts.about && is_one_of(name, about_names)) parts.about = entry_bytes(path, zip.get(), limits);
  }
  if (result != ARCHIVE_EOF && !parts.text)
    throw InputError(file_error("broken-archive", path, "this document is damaged",
                                "get it again from where it came from"));
  return parts;
}

// ---- The XML ----

struct FreeXml {
  void operator()(xmlTextReader* reader) const { ::xmlFreeTextReader(reader); }
};
using Xml = std::unique_ptr<xmlTextReader, FreeXml>;

void say_nothing(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

// Nothing is loaded from elsewhere and no entity is replaced.
Xml open_xml(const std::string& bytes) {
  Xml xml(::xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!xml) throw std::bad_alloc();
  ::xmlTextReaderSetErrorHandler(xml.get(), say_nothing, nullptr);
  return xml;
}

std::string_view local_name(xmlTextReader* xml) {
  const xmlChar* name = ::xmlTextReaderConstLocalName(xml);
  return name == nullptr ? "" : reinterpret_cast<const char*>(name);
}

std::string_view node_text(xmlTextReader* xml) {
  const xmlChar* text = ::xmlTextReaderConstValue(xml);
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

// Word's: p, t, tab, br; deletions and field codes are no text. OpenDocument's: p, h, tab, line-break, s.
class Paragraphs {
 public:
  void begin(std::string_view name, bool empty) {
    if (name == "p" || name == "h") end_paragraph();
    if (name == "tab") line_ += '\t';
    if (name == "br" || name == "line-break") line_ += '\n';
    if (name == "s") line_ += ' ';
    if (!empty && is_left_out(name)) ++left_out_;
    if (!empty && name == "t") ++in_text_;
    if (!empty && (name == "p" || name == "h")) ++in_paragraph_;
  }
  void end(std::string_view name) {
    if (name == "p" || name == "h") {
      end_paragraph();
      --in_paragraph_;
    }
    if (is_left_out(name)) --left_out_;
    if (name == "t") --in_text_;
  }
  // In Word's only what stands in a "t" is text.
  void text(std::string_view words, bool word) {
    if (left_out_ == 0 && (word ? in_text_ > 0 : in_paragraph_ > 0)) line_ += words;
  }
  std::string all() && {
    end_paragraph();
    return std::move(all_);
  }

 private:
  static bool is_left_out(std::string_view name) {
    return name == "del" || name == "instrText" || name == "annotation" || name == "tracked-changes" ||
           name == "Fallback";
  }
  void end_paragraph() {
    const std::string_view words = trimmed(line_);
    if (!words.empty()) all_ += (all_.empty() ? "" : "\n\n") + std::string(words);
    line_.clear();
  }

  std::string all_, line_;
  int in_text_ = 0, in_paragraph_ = 0, left_out_ = 0;
};

[[noreturn]] void fail_xml(const std::string& path, xmlTextReader* xml) {
  throw InputError(file_error("broken-xml", path,
                              fmt::format("the text of this document is damaged at its line {}",
                                          ::xmlTextReaderGetParserLineNumber(xml)),
                              "save it again with a word processor"));
}

std::string paragraphs_in(const std::string& path, const std::string& bytes) {
  const Xml xml = open_xml(bytes);
  const bool word = bytes.find("/wordprocessingml/") != std::string::npos;
  Paragraphs paragraphs;
  int more = 0;
  while ((more = ::xmlTextReaderRead(xml.get())) == 1) {
    switch (::xmlTextReaderNodeType(xml.get())) {
      case XML_READER_TYPE_ELEMENT:
        paragraphs.begin(local_name(xml.get()), ::xmlTextReaderIsEmptyElement(xml.get()) == 1);
        break;
      case XML_READER_TYPE_END_ELEMENT:
        paragraphs.end(local_name(xml.get()));
        break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        paragraphs.text(node_text(xml.get()), word);
        break;
      default:
        break;
    }
  }
  if (more < 0) fail_xml(path, xml.get());
  return std::move(paragraphs).all();
}

// Dublin Core in both; OpenDocument calls the day of creation creation-date, and the last change date.
void read_about(const std::string& bytes, OfficeText& office) {
  const Xml xml = open_xml(bytes);
  std::string element;
  while (::xmlTextReaderRead(xml.get()) == 1) {
    const int type = ::xmlTextReaderNodeType(xml.get());
    if (type == XML_READER_TYPE_ELEMENT) element = local_name(xml.get());
    if (type != XML_READER_TYPE_TEXT) continue;
    const std::string text(trimmed(node_text(xml.get())));
    if (element == "title") office.title = text;
    if (element == "creator" || element == "initial-creator") office.creator = text;
    if (element == "created" || element == "creation-date") office.created = text;
    if (element == "modified" || element == "date") office.modified = text;
  }
}

}  // namespace

bool looks_like_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"sv); }

OfficeText office_text(const std::string& path, std::string_view bytes, const ReadLimits& limits) {
  const Parts parts = parts_of(path, bytes, limits);
  if (!parts.text)
    throw InputError(file_error("not-an-article", path, "this is a zip archive without a text document in it",
                                "unpack it, and name what is in it"));
  OfficeText office;
  office.text = paragraphs_in(path, *parts.text);
  if (parts.about) read_about(*parts.about, office);
  return office;
}

}  // namespace fasti
