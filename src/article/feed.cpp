#include "article/feed.h"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>
#include <libxml/xmlreader.h>

#include "article/address_date.h"
#include "article/machine_date.h"
#include "base/utf8.h"

namespace fasti {

namespace {

using What = DateStatement::What;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

struct FreeXml {
  void operator()(xmlChar* text) const { xmlFree(text); }
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
using XmlText = std::unique_ptr<xmlChar, FreeXml>;

struct Item {
  std::string title, link, guid;
  std::string content, summary;                            // HTML, as feeds have it
  std::vector<std::pair<std::string, std::string>> dates;  // name of the element, its words
};

bool is_date_name(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {"pubDate", "published", "updated",
                                                     "date",    "issued",    "modified"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Feed {
 public:
  Feed(std::string_view bytes, const std::function<void(HtmlText, std::size_t)>& give)
      : reader_(xmlReaderForMemory(
            bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA)),
        give_(give) {
    xmlTextReaderSetErrorHandler(
        reader_.get(),
        [](void* self, const char* message, xmlParserSeverities, xmlTextReaderLocatorPtr place) {
          auto& feed = *static_cast<Feed*>(self);
          if (!feed.fault_)
            feed.fault_ =
                FeedFault{static_cast<std::size_t>(std::max(0, xmlTextReaderLocatorLineNumber(place))),
                          std::string(trimmed(message))};
        },
        this);
  }

  std::optional<FeedFault> run() {
    int more = xmlTextReaderRead(reader_.get());
    while (more == 1) {
      const int type = xmlTextReaderNodeType(reader_.get());
      const std::string_view name = view(xmlTextReaderConstLocalName(reader_.get()));
      const bool is_item = name == "item" || name == "entry";
      if (type == XML_READER_TYPE_ELEMENT && is_item) item_.emplace();
      if (type == XML_READER_TYPE_END_ELEMENT && is_item) end_item();
      const bool taken = type == XML_READER_TYPE_ELEMENT && !is_item && take_element(std::string(name));
      more = taken ? xmlTextReaderNext(reader_.get()) : xmlTextReaderRead(reader_.get());
    }
    return more < 0 ? fault_ : std::nullopt;
  }

 private:
  std::string text() const {
    const XmlText text(xmlTextReaderReadString(reader_.get()));
    return std::string(trimmed(view(text.get())));
  }

  // XHTML stands in a feed as elements, HTML as text.
  std::string markup() const {
    const XmlText type(xmlTextReaderGetAttribute(reader_.get(), BAD_CAST "type"));
    if (view(type.get()) != "xhtml") return text();
    const XmlText inner(xmlTextReaderReadInnerXml(reader_.get()));
    return std::string(view(inner.get()));
  }

  std::string attribute(const char* name) const {
    const XmlText value(xmlTextReaderGetAttribute(reader_.get(), BAD_CAST name));
    return std::string(view(value.get()));
  }

  // True if all of the element was read.
  bool take_element(const std::string& name) {
    if (!item_) {
      if (name == "title" && title_.empty()) title_ = text();
      return name == "title";
    }
    if (name == "title") return item_->title = text(), true;
    if (name == "link") return take_link();
    if (name == "guid") return item_->guid = text(), true;
    if (name == "encoded" || name == "content") return item_->content = markup(), true;
    if (name == "description" || name == "summary") return item_->summary = markup(), true;
    if (!is_date_name(name)) return false;
    item_->dates.emplace_back(name, text());
    return true;
  }

  bool take_link() {
    const std::string rel = attribute("rel"), href = attribute("href");
    if (!item_->link.empty() || !(rel.empty() || rel == "alternate")) return true;
    item_->link = href.empty() ? text() : href;
    return true;
  }

  void end_item() {
    if (!item_) return;
    const Item item = std::move(*item_);
    item_.reset();
    ++number_;
    HtmlText page = html_text(item.content.size() > item.summary.size() ? item.content : item.summary);
    page.title = item.title;
    page.source = title_;
    const bool guid_is_address = item.guid.starts_with("http");
    page.url = item.link.empty() && guid_is_address ? item.guid : item.link;
    page.dates.clear();
    for (const auto& [name, words] : item.dates)
      if (const auto range = read_machine_date(words))
        add_statement(page.dates, {*range, Published::Basis::metadata,
                                   name == "updated" || name == "modified" ? What::modified : What::published,
                                   fmt::format("feed {}: {}", name, words)});
    give_(std::move(page), number_);
  }

  std::unique_ptr<xmlTextReader, FreeXml> reader_;
  const std::function<void(HtmlText, std::size_t)>& give_;
  std::optional<FeedFault> fault_;
  std::string title_;
  std::optional<Item> item_;
  std::size_t number_ = 0;
};

}  // namespace

std::optional<FeedFault> read_feed(std::string_view bytes,
                                   const std::function<void(HtmlText, std::size_t number)>& give) {
  return Feed(bytes, give).run();
}

bool looks_like_feed(std::string_view bytes) {
  std::string_view start = bytes.substr(0, 2048);
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  start = start.substr(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  if (!start.starts_with('<')) return false;
  const std::size_t rss = start.find("<rss"), atom = start.find("<feed"), rdf = start.find("<rdf:RDF");
  return std::min({rss, atom, rdf}) != start.npos && start.find("<html") == start.npos;
}

}  // namespace fasti
