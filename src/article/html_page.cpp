#include "article/html_page.h"

#include <algorithm>
#include <optional>

#include "article/machine_date.h"
#include "base/utf8.h"

namespace fasti {

namespace {

using Layout = HtmlLayout;
using Kind = HtmlBlockKind;

constexpr std::size_t longest_cell = 400;  // more is layout, not a table

bool is_ascii_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

bool is_open_sign(char c) { return c == '(' || c == '[' || c == '\n'; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return result;
}

// No-break blanks and the like are blanks too; zero-width ones nothing.
void append_tidy(std::string& to, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = at;
    while (at < text.size() && static_cast<unsigned char>(text[at]) > 0x20 &&
           static_cast<unsigned char>(text[at]) < 0x80)
      ++at;
    to.append(text.substr(plain, at - plain));
    if (at == text.size()) break;
    const CodePoint point = decode(text, at);
    const bool invisible =
        point.value == 0xAD || (point.value >= 0x200B && point.value <= 0x200F) || point.value == 0xFEFF;
    if (!is_blank(point.value) && !(point.value < 0x20))
      to.append(text.substr(at, point.length));
    else if (!invisible && !to.empty() && to.back() != ' ' && to.back() != '\n')
      to += ' ';
    at += point.length;
  }
}

// An element that is open.
struct Open {
  Layout layout = Layout::inline_;
  bool has_node = false;
  bool link = false;
  std::optional<std::uint32_t> time;  // index into the page's times, while its words are read
};

// A table's row: where the blocks of each of its cells begin.
struct Row {
  std::uint32_t first = 0;
  std::vector<std::uint32_t> cells;
};

// <abbr class="published" title="2021-09-29T10:31">, <span class="date" data-seconds="1632911460">
std::string_view date_in_attribute(const HtmlTag& tag) {
  for (const char* name :
       {"datetime", "title", "data-datetime", "data-timestamp", "data-seconds", "data-time"})
    if (read_machine_date(tag[name])) return tag[name];
  return {};
}

class Builder : public HtmlReceiver {
 public:
  Builder() { add_node("", {}); }

  void open(const HtmlTag& tag) override {
    Open element;
    element.layout = layout_of(tag.name);
    if (tag.name == "script") open_script(tag);
    if (tag.name == "title" && page_.title.empty() && dropped_ == 0) in_title_ = true;
    if (tag.name == "html") page_.language = tag["lang"];
    if (element.layout == Layout::dropped) ++dropped_;
    if (tag.name == "meta") read_meta(tag);
    if (tag.name == "link" && lower(tag["rel"]) == "canonical" && page_.canonical.empty())
      page_.canonical = tag["href"];
    if (dropped_ == 0) open_visible(tag, element);
    open_.push_back(element);
  }

  void close(std::string_view name) override {
    const Open element = open_.back();
    open_.pop_back();
    if (name == "script") in_json_ = false;
    if (name == "title") in_title_ = false;
    if (element.link) --links_;
    if (element.time) open_time_.reset();
    if (element.layout == Layout::cell) end_block();
    if (element.layout == Layout::row) end_row();
    if (element.layout == Layout::preformatted && preformatted_ > 0) end_block(), --preformatted_;
    if (element.layout == Layout::dropped) --dropped_;
    if (element.has_node) close_node();
  }

  void text(std::string_view bytes) override {
    if (in_json_) page_.json_ld.back().append(bytes);
    if (in_title_) append_tidy(page_.title, bytes);
    if (dropped_ > 0) return;
    const std::size_t before = current_.size();
    if (preformatted_ > 0)
      current_.append(bytes);
    else
      append_tidy(current_, bytes);
    if (links_ > 0) linked_ += static_cast<std::uint32_t>(current_.size() - before);
    if (open_time_) append_tidy(page_.times[*open_time_].words, bytes);
  }

  // <!-- saved from url=(0035)https://example.org/2021/09/29/storm -->
  void comment(std::string_view words) override {
    const std::size_t from = words.find("saved from url=(");
    if (from == words.npos || !page_.saved_from.empty() || !page_.blocks.empty()) return;
    const std::size_t begin = words.find(')', from);
    if (begin != words.npos) page_.saved_from = trimmed(words.substr(begin + 1));
  }

  HtmlPage finished() && {
    end_block();
    while (!nodes_.empty()) close_node();
    return std::move(page_);
  }

 private:
  void open_visible(const HtmlTag& tag, Open& element) {
    HtmlRole role = role_of(tag);
    if (element.layout == Layout::inline_ && role.aside) {  // "[1]" in a sentence
      element.layout = Layout::dropped;
      ++dropped_;
      return;
    }
    // A name in a sentence is no by-line of its own.
    const bool apart = role.perhaps_aside || role.by_line || role.caption;
    if (element.layout == Layout::inline_ && apart && tag.name != "time" && !in_paragraph())
      element.layout = Layout::block;
    if (element.layout == Layout::line_break) return line_break();
    if (element.layout != Layout::inline_) {
      end_block();
      if (element.layout == Layout::row)
        rows_.push_back({static_cast<std::uint32_t>(page_.blocks.size()), {}});
      if (element.layout == Layout::cell && !rows_.empty())
        rows_.back().cells.push_back(static_cast<std::uint32_t>(page_.blocks.size()));
      if (element.layout == Layout::preformatted) ++preformatted_;
      add_node(tag.name, role);
      element.has_node = true;
    }
    element.link = tag.name == "a" && tag.has("href");
    if (element.link) ++links_;
    open_time(tag, role, element);
  }

  bool in_paragraph() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](const Open& o) { return o.layout == Layout::paragraph; }) &&
           !current_.empty();
  }

  void add_node(std::string_view tag, const HtmlRole& role) {
    HtmlNode node;
    node.tag = tag;
    node.role = role;
    node.parent = nodes_.empty() ? 0 : nodes_.back();
    node.blocks_begin = static_cast<std::uint32_t>(page_.blocks.size());
    nodes_.push_back(static_cast<std::uint32_t>(page_.nodes.size()));
    page_.nodes.push_back(std::move(node));
  }

  void close_node() {
    end_block();
    HtmlNode& node = page_.nodes[nodes_.back()];
    node.nodes_end = static_cast<std::uint32_t>(page_.nodes.size());
    node.blocks_end = static_cast<std::uint32_t>(page_.blocks.size());
    nodes_.pop_back();
  }

  void line_break() {
    while (current_.ends_with(' ')) current_.pop_back();
    if (current_.ends_with('\n')) return end_block();  // two of them end a paragraph
    if (!current_.empty()) current_ += '\n';
  }

  // The nearest element around decides what the block is.
  Kind kind_of_block() {
    for (std::size_t i = nodes_.size(); i-- > 0;) {
      const HtmlNode& node = page_.nodes[nodes_[i]];
      if (node.role.caption) return Kind::caption;
      const Layout layout = layout_of(node.tag);
      if (layout == Layout::heading) return Kind::heading;
      if (layout == Layout::preformatted) return Kind::preformatted;
      if (layout == Layout::quote) return Kind::quote;
      if (layout == Layout::item)
        return node.blocks_begin == page_.blocks.size() ? Kind::item
                                                        : Kind::paragraph;  // the sign stands once
      if (i + 4 < nodes_.size()) break;
    }
    return Kind::paragraph;
  }

  void end_block() {
    std::string_view words = preformatted_ > 0 ? std::string_view(current_) : trimmed(current_);
    if (preformatted_ > 0) {
      while (!words.empty() && is_ascii_blank(words.back())) words.remove_suffix(1);
      while (words.starts_with('\n') || words.starts_with('\r')) words.remove_prefix(1);
    }
    if (!words.empty())
      page_.blocks.push_back({std::string(words), kind_of_block(), nodes_.empty() ? 0 : nodes_.back(),
                              std::min(linked_, static_cast<std::uint32_t>(words.size()))});
    current_.clear();
    linked_ = 0;
  }

  // Short cells of a row are one line; a table that only lays out the page stays as it is.
  void end_row() {
    end_block();
    if (rows_.empty()) return;
    const Row row = std::move(rows_.back());
    rows_.pop_back();
    auto& blocks = page_.blocks;
    if (row.cells.size() < 2 || blocks.size() <= row.first + 1 ||
        blocks.size() - row.first > row.cells.size())
      return;
    for (std::size_t i = row.first; i < blocks.size(); ++i)
      if (blocks[i].text.size() > longest_cell || blocks[i].kind == Kind::row) return;
    for (std::size_t c = 1; c < row.cells.size(); ++c)
      if (row.cells[c] > row.cells[c - 1] + 1) return;  // two blocks in one cell
    HtmlBlock line = std::move(blocks[row.first]);
    for (std::size_t i = row.first + 1; i < blocks.size(); ++i) {
      line.text += " | " + blocks[i].text;
      line.linked += blocks[i].linked;
    }
    std::replace(line.text.begin(), line.text.end(), '\n', ' ');
    line.kind = Kind::row;
    line.node = nodes_.back();
    blocks.resize(row.first);
    // What was inside the row ends where its line ends.
    for (std::uint32_t n = nodes_.back(); n < page_.nodes.size(); ++n) {
      page_.nodes[n].blocks_begin = std::min(page_.nodes[n].blocks_begin, row.first);
      page_.nodes[n].blocks_end = std::min(page_.nodes[n].blocks_end, row.first);
    }
    blocks.push_back(std::move(line));
  }

  void open_script(const HtmlTag& tag) {
    in_json_ = lower(tag["type"]).find("ld+json") != std::string::npos && page_.json_ld.size() < 64;
    if (in_json_) page_.json_ld.emplace_back();
  }

  void read_meta(const HtmlTag& tag) {
    std::string_view name = tag["property"];
    if (name.empty()) name = tag["name"];
    if (name.empty()) name = tag["itemprop"];
    if (name.empty()) name = tag["http-equiv"];
    if (name.empty() || !tag.has("content") || page_.metas.size() > 1000) return;
    if (!nodes_.empty() && tag.has("itemprop") && !page_.blocks.empty()) {  // of something in the page
      HtmlTag time = tag;
      Open element;
      open_time(time, role_of(tag), element);
      open_time_.reset();
      return;
    }
    page_.metas.push_back({lower(name), std::string(trimmed(tag["content"]))});
  }

  void open_time(const HtmlTag& tag, const HtmlRole& role, Open& element) {
    const std::string_view property = tag["itemprop"];
    const bool says_property =
        property.find("datePublished") != property.npos || property.find("dateModified") != property.npos;
    const std::string_view in_attribute = role.by_line ? date_in_attribute(tag) : std::string_view();
    if ((tag.name != "time" && !says_property && in_attribute.empty()) || open_time_ ||
        page_.times.size() > 1000)
      return;
    if (!current_.empty() && current_.back() != ' ' && !is_open_sign(current_.back())) current_ += ' ';
    HtmlTime time;
    time.value = tag[tag.has("datetime") ? "datetime" : "content"];
    if (time.value.empty()) time.value = in_attribute;
    time.tag = tag.name;
    if (says_property) time.tag += " itemprop=" + std::string(property.substr(0, 40));
    time.node = nodes_.back();
    time.block = static_cast<std::uint32_t>(page_.blocks.size());
    time.published = role.published || tag.has("pubdate");
    time.modified = role.modified;
    if (!time.published && !time.modified) {
      const HtmlRole& around = page_.nodes[nodes_.back()].role;
      time.modified = around.modified && !around.published;
      time.published = around.published && !around.modified;
    }
    element.time = static_cast<std::uint32_t>(page_.times.size());
    open_time_ = element.time;
    page_.times.push_back(std::move(time));
  }

  HtmlPage page_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> nodes_;  // that are open
  std::vector<Row> rows_;
  std::string current_;  // the block that is being read
  std::uint32_t linked_ = 0;
  int links_ = 0, dropped_ = 0, preformatted_ = 0;
  bool in_json_ = false, in_title_ = false;
  std::optional<std::uint32_t> open_time_;
};

}  // namespace

HtmlPage read_html_page(std::string_view utf8) {
  Builder builder;
  parse_html(utf8, builder);
  return std::move(builder).finished();
}

}  // namespace fasti
