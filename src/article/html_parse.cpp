#include "article/html_parse.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <string>

#include <libxml/HTMLparser.h>

namespace fasti {

namespace {

constexpr std::size_t piece = 4096;         // what is handed over at once
constexpr std::size_t deepest = 600;        // libxml2 looks through all open elements at every end of one
constexpr std::size_t kept_when_deep = 40;  // the outermost ones say where we are
constexpr std::size_t longest_tag = 1U << 16U;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// One page on its way through libxml2, which is begun anew where a page would make it slow.
class Parse {
 public:
  Parse(std::string_view text, HtmlReceiver& receiver) : text_(text), receiver_(receiver) {
    std::memset(&handler_, 0, sizeof handler_);
    handler_.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<Parse*>(self)->open(name, attributes);
    };
    handler_.endElement = [](void* self, const xmlChar* name) {
      static_cast<Parse*>(self)->close(view(name));
    };
    handler_.characters = [](void* self, const xmlChar* bytes, int size) {
      static_cast<Parse*>(self)->tell_text(
          {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    };
    handler_.cdataBlock = handler_.characters;
    handler_.ignorableWhitespace = handler_.characters;
    handler_.comment = [](void* self, const xmlChar* bytes) {
      static_cast<Parse*>(self)->receiver_.comment(view(bytes));
    };
  }

  void run() {
    begin_at(0);
    while (at_ < text_.size()) {
      const std::size_t size = std::min(piece, text_.size() - at_);
      htmlParseChunk(parser_.get(), text_.data() + at_, static_cast<int>(size), 0);
      at_ += size;
      if (open_.size() > deepest)
        begin_again(consumed(), kept_when_deep);
      else if (at_ - begun_ > longest_tag)
        look_for_long_tag();
    }
    htmlParseChunk(parser_.get(), "", 0, 1);
    parser_.reset();
    close_down_to(0);
  }

 private:
  struct Free {
    void operator()(xmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
  };

  void begin_at(std::size_t offset) {
    parser_.reset(htmlCreatePushParserCtxt(&handler_, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!parser_) throw std::bad_alloc();
    htmlCtxtUseOptions(parser_.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED | HTML_PARSE_NONET);
    at_ = begun_ = offset;
    // Where the outermost element ends, libxml2 would end the page; so it is one that no page closes.
    std::string tags = "<the-page>";
    for (const std::string& name : open_) tags += "<" + name + ">";
    muted_ = true;
    htmlParseChunk(parser_.get(), tags.data(), static_cast<int>(tags.size()), 0);
    muted_ = false;
    replayed_ = tags.size();
  }

  // The outermost elements stay open: the new parser is told of them, and our receiver is not.
  void begin_again(std::size_t offset, std::size_t kept) {
    muted_ = true;
    parser_.reset();
    muted_ = false;
    close_down_to(kept);
    begin_at(offset);
  }

  // The offset up to which everything is read and told.
  std::size_t consumed() const {
    const long bytes = xmlByteConsumed(parser_.get());
    const std::size_t read = bytes < 0 ? 0 : static_cast<std::size_t>(bytes);
    return std::min(begun_ + (read > replayed_ ? read - replayed_ : 0), at_);
  }

  // libxml2 looks for the end of a tag from its beginning with each piece, and compares each attribute with
  // all others. Of a tag that is too long it gets the name only.
  void look_for_long_tag() {
    const std::size_t from = consumed();
    if (at_ - from < longest_tag || text_[from] != '<') return;
    std::size_t name_end = from + 1;
    while (name_end < at_ && is_name(text_[name_end])) ++name_end;
    if (name_end == from + 1 || name_end - from > 64) return;  // a comment, which costs little
    const std::string tag = std::string(text_.substr(from, name_end - from)) + ">";
    begin_again(behind_tag(name_end), open_.size());
    htmlParseChunk(parser_.get(), tag.data(), static_cast<int>(tag.size()), 0);
    replayed_ += tag.size();
  }

  static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  std::size_t behind_tag(std::size_t from) {
    char quote = 0;
    for (std::size_t i = from; i < text_.size() && !quotes_never_end_; ++i) {
      const char c = text_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    quotes_never_end_ = true;  // so as not to read to the end of the page again and again
    const std::size_t sign = text_.find('>', from);
    return sign == text_.npos ? text_.size() : sign + 1;
  }

  void open(const xmlChar* name, const xmlChar** attributes) {
    if (muted_) return;
    tag_.name = view(name);
    tag_.attributes.clear();
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
      tag_.attributes.emplace_back(view(attributes[0]), view(attributes[1]));
    open_.emplace_back(tag_.name);
    receiver_.open(tag_);
  }

  void close(std::string_view name) {
    if (muted_ || open_.empty() || open_.back() != name) return;
    open_.pop_back();
    receiver_.close(name);
  }

  void close_down_to(std::size_t size) {
    while (open_.size() > size) {
      receiver_.close(open_.back());
      open_.pop_back();
    }
  }

  void tell_text(std::string_view bytes) {
    if (!muted_) receiver_.text(bytes);
  }

  std::string_view text_;
  HtmlReceiver& receiver_;
  htmlSAXHandler handler_;
  std::unique_ptr<xmlParserCtxt, Free> parser_;
  std::vector<std::string> open_;
  HtmlTag tag_;
  std::size_t at_ = 0;        // what libxml2 was given, up to here
  std::size_t begun_ = 0;     // where the present parser began
  std::size_t replayed_ = 0;  // bytes of open tags that it was told before
  bool muted_ = false;
  bool quotes_never_end_ = false;
};

}  // namespace

std::string_view HtmlTag::operator[](std::string_view attribute) const {
  for (const auto& [name, value] : attributes)
    if (name == attribute) return value;
  return {};
}

bool HtmlTag::has(std::string_view attribute) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& a) { return a.first == attribute; });
}

void parse_html(std::string_view utf8, HtmlReceiver& receiver) { Parse(utf8, receiver).run(); }

}  // namespace fasti
