// HTML as a stream of tags and text, read by libxml2's SAX parser: it knows which tags end others, decodes
// entities and stops at nothing. What it cannot take well is kept from it, so that every page costs time
// linear in its size: elements nested deeper than 600 levels are read as if those around them had ended, and
// of a tag of more than 64 KB (a picture in base64, as a rule) only the name is read.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace fasti {

struct HtmlTag {
  std::string_view name;  // in lower case
  std::vector<std::pair<std::string_view, std::string_view>> attributes;

  std::string_view operator[](std::string_view attribute) const;  // empty where it is not there
  bool has(std::string_view attribute) const;
};

// What a page is told to. The views hold for the time of the call only.
struct HtmlReceiver {
  virtual ~HtmlReceiver() = default;
  virtual void open(const HtmlTag&) = 0;
  virtual void close(
      std::string_view name) = 0;           // each element that was opened is closed, the inner ones first
  virtual void text(std::string_view) = 0;  // also of scripts; in pieces
  virtual void comment(std::string_view) = 0;
};

// `utf8` must be valid.
void parse_html(std::string_view utf8, HtmlReceiver&);

}  // namespace fasti
