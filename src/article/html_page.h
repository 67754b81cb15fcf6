// A page as blocks of text in the tree of the elements that hold them, and what it says about itself for
// machines. Nothing is judged here but what an element is; which blocks are the article is html_main's
// matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/html_roles.h"

namespace fasti {

enum class HtmlBlockKind { paragraph, heading, item, row, quote, preformatted, caption };

struct HtmlBlock {
  std::string text;  // blanks and line breaks of the source are one blank; of <br> and <pre>, line breaks
  HtmlBlockKind kind = HtmlBlockKind::paragraph;
  std::uint32_t node = 0;    // the innermost element around it that makes a block
  std::uint32_t linked = 0;  // bytes of it that are links
};

// An element that makes blocks. Nodes stand in the order of their beginnings, so what is inside of one is a
// stretch of nodes and of blocks.
struct HtmlNode {
  std::string tag;
  HtmlRole role;
  std::uint32_t parent = 0;  // its own number for the first
  std::uint32_t nodes_end = 0;
  std::uint32_t blocks_begin = 0, blocks_end = 0;
};

// <time>, or whatever says that it is a date.
struct HtmlTime {
  std::string value;  // datetime or content; may be empty
  std::string words;
  std::string tag;  // "time itemprop=datePublished", for people
  std::uint32_t node = 0;
  std::uint32_t block = 0;                   // blocks that were complete before it
  bool published = false, modified = false;  // it says which of the two
};

struct HtmlMeta {
  std::string name;  // in lower case: of name, property, itemprop or http-equiv
  std::string content;
};

struct HtmlPage {
  std::vector<HtmlNode> nodes;  // the first is the page
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlTime> times;
  std::vector<HtmlMeta> metas;
  std::vector<std::string> json_ld;
  std::string title;       // of <title>
  std::string canonical;   // of <link rel=canonical>
  std::string saved_from;  // of the comment that browsers write into pages that they save
  std::string language;
};

HtmlPage read_html_page(std::string_view utf8);

}  // namespace fasti
