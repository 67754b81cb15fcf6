#include "article/html_main.h"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "base/utf8.h"

namespace fasti {

namespace {

using Kind = HtmlBlockKind;
using Numbers = std::vector<std::uint32_t>;

constexpr std::size_t least_sentence = 60;  // bytes; what is shorter may be a label
constexpr std::size_t least_article = 140;  // bytes of text from which a structure is believed
constexpr std::size_t least_entries = 3;
constexpr std::size_t most_by_lines = 12;
constexpr std::size_t longest_by_line = 300;  // bytes; more is a paragraph

class Page {
 public:
  explicit Page(const HtmlPage& page) : page_(page) {
    count_good();
    mark_left_out();
    count_kept();
  }

  HtmlMain main() {
    roots_ = choose_roots();
    first_text_ = first_text();
    own_article_ = own_article();
    look_for_chronology();
    HtmlMain main;
    write_text(main);
    find_by_lines(main);
    find_times(main);
    return main;
  }

 private:
  const HtmlNode& node(std::uint32_t n) const { return page_.nodes[n]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(page_.nodes.size()); }

  // ---- how much text an element holds ----

  static std::size_t good_of(const HtmlBlock& block) {
    if (block.kind == Kind::heading || block.kind == Kind::caption) return 0;
    const std::size_t plain = block.text.size() - block.linked;
    return block.text.size() >= least_sentence && plain * 2 > block.text.size() ? plain : 0;
  }

  void count_good() {
    good_.assign(page_.blocks.size() + 1, 0);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) good_[i + 1] = good_[i] + good_of(page_.blocks[i]);
    structures_.assign(size() + 1, 0);
    for (std::uint32_t n = 0; n < size(); ++n) {
      const bool one = (node(n).role.main || node(n).role.body) && good_in(n) >= least_article;
      structures_[n + 1] = structures_[n] + (one ? 1 : 0);
    }
  }

  std::size_t good_in(std::uint32_t n) const {
    return good_[node(n).blocks_end] - good_[node(n).blocks_begin];
  }

  // ---- what is left out ----

  // <main> or an articleBody that has text, somewhere inside.
  bool holds_structure(std::uint32_t n) const { return structures_[node(n).nodes_end] > structures_[n]; }

  bool is_left_out(std::uint32_t n, bool in_article) const {
    const HtmlRole& role = node(n).role;
    if (role.aside) return true;
    if (role.header && !in_article) return !holds_structure(n);
    if (!role.perhaps_aside || role.body || role.main || role.article) return false;
    // Its name says so; but an element with most of the page's text is no aside.
    return good_in(n) * 2 < good_.back() && !holds_structure(n);
  }

  void mark_left_out() {
    left_out_.assign(size(), false);
    in_article_.assign(size(), false);
    article_of_.assign(size(), none);
    for (std::uint32_t n = 0; n < size(); ++n) {
      const std::uint32_t parent = node(n).parent;
      const HtmlRole& role = node(n).role;
      in_article_[n] = role.article || role.main || role.body || (n > 0 && in_article_[parent]);
      article_of_[n] = role.article ? n : n > 0 ? article_of_[parent] : none;
      left_out_[n] = (n > 0 && left_out_[parent]) || is_left_out(n, n > 0 && in_article_[parent]);
    }
  }

  // Text in what is not left out.
  void count_kept() {
    kept_.assign(page_.blocks.size() + 1, 0);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i)
      kept_[i + 1] = kept_[i] + (left_out_[page_.blocks[i].node] ? 0 : good_of(page_.blocks[i]));
  }
  std::size_t kept_in(std::uint32_t n) const {
    return kept_[node(n).blocks_end] - kept_[node(n).blocks_begin];
  }

  // ---- the article ----

  // The outermost elements that are of a sort, hold text and are not left out.
  Numbers outermost(const std::function<bool(const HtmlRole&)>& wanted) const {
    Numbers found;
    for (std::uint32_t n = 0; n < size();) {
      if (!left_out_[n] && wanted(node(n).role) && kept_in(n) > 0) {
        found.push_back(n);
        n = node(n).nodes_end;
      } else {
        ++n;
      }
    }
    return found;
  }

  std::size_t kept_in(const Numbers& nodes) const {
    std::size_t sum = 0;
    for (const std::uint32_t n : nodes) sum += kept_in(n);
    return sum;
  }

  // A structure is believed if it holds some text, and not only a fourth of what there is.
  bool is_enough(std::size_t bytes) const { return bytes >= least_article && bytes * 4 >= kept_.back(); }

  // One of them, if it holds most of what they hold; else all: posts of a forum, entries of a live blog.
  Numbers main_ones(Numbers found) const {
    const std::size_t all = kept_in(found);
    for (const std::uint32_t n : found)
      if (kept_in(n) * 10 >= all * 6) return {n};
    return found;
  }

  Numbers choose_roots() const {
    Numbers bodies = outermost([](const HtmlRole& r) { return r.body; });
    if (is_enough(kept_in(bodies))) return main_ones(std::move(bodies));
    Numbers articles = outermost([](const HtmlRole& r) { return r.article; });
    if (is_enough(kept_in(articles))) return main_ones(std::move(articles));
    const Numbers mains = outermost([](const HtmlRole& r) { return r.main; });
    if (is_enough(kept_in(mains))) return mains;
    return {densest()};
  }

  // Down from the page, as long as one element inside holds most of the text.
  std::uint32_t densest() const {
    std::uint32_t at = 0;
    for (;;) {
      std::uint32_t best = at;
      for (std::uint32_t n = at + 1; n < node(at).nodes_end; n = node(n).nodes_end)
        if (kept_in(n) * 10 >= kept_in(at) * 6 && kept_in(n) > 0 && holds_blocks(n)) best = n;
      if (best == at) return at;
      at = best;
    }
  }

  static bool is_one_block(HtmlLayout layout) {
    return layout == HtmlLayout::paragraph || layout == HtmlLayout::item || layout == HtmlLayout::heading ||
           layout == HtmlLayout::quote || layout == HtmlLayout::preformatted;
  }
  bool holds_blocks(std::uint32_t n) const { return !is_one_block(layout_of(node(n).tag)); }

  // ---- its text ----

  // In a chronology each entry has its line with a date, and its <time>: these are what it tells. An article
  // has by-lines above its text, and perhaps below.
  void look_for_chronology() {
    std::size_t stretches = 0, times = 0;
    for (const std::uint32_t root : roots_) {
      bool in_lines = false;
      for (std::size_t b = node(root).blocks_begin; b < node(root).blocks_end; ++b) {
        if (left_out_[page_.blocks[b].node]) continue;
        const bool line = is_by_line(page_.blocks[b].node);
        stretches += line && !in_lines ? 1 : 0;
        in_lines = line;
      }
    }
    std::uint32_t last_block = none;
    for (const HtmlTime& time : page_.times) {
      if (time.published || time.modified || left_out_[time.node] || !is_in_roots(time.node)) continue;
      times += time.block != last_block ? 1 : 0;
      last_block = time.block;
    }
    lines_are_entries_ = stretches >= least_entries;
    times_are_entries_ = times >= least_entries;
  }

  // The roots ascend and do not hold each other.
  bool is_in_roots(std::uint32_t n) const {
    const auto behind = std::upper_bound(roots_.begin(), roots_.end(), n);
    return behind != roots_.begin() && n < node(*(behind - 1)).nodes_end;
  }

  bool is_by_line(std::uint32_t n) const {
    if (lines_are_entries_ && is_in_roots(n)) return false;
    for (int steps = 0; steps < 6; ++steps, n = node(n).parent) {
      if (node(n).role.by_line) return good_in(n) < 2 * longest_by_line;
      if (node(n).role.article || node(n).role.main || node(n).role.body || n == 0) return false;
    }
    return false;
  }

  // A line of links, or a label among them: no part of the article though it stands in it.
  bool is_list_of_links(std::size_t b) const {
    const HtmlBlock& block = page_.blocks[b];
    return block.kind != Kind::heading && block.linked * 4 > block.text.size() * 3 && block.text.size() < 400;
  }

  bool is_main_heading(std::size_t b) const {
    const HtmlBlock& block = page_.blocks[b];
    return block.kind == Kind::heading && node(block.node).tag == "h1";
  }

  void write_text(HtmlMain& main) const {
    const HtmlBlock* last = nullptr;
    for (const std::uint32_t root : roots_) {
      const bool one_article = node(root).role.article && kept_in(articles_inside(root)) * 2 < kept_in(root);
      for (std::size_t b = node(root).blocks_begin; b < node(root).blocks_end; ++b) {
        const HtmlBlock& block = page_.blocks[b];
        if (one_article && article_of_[block.node] != root) continue;  // a comment, a card
        if (left_out_[block.node] || is_list_of_links(b) ||
            (is_by_line(block.node) && good_of(block) < longest_by_line))
          continue;
        if (is_main_heading(b) && main.heading.empty()) {
          main.heading = block.text;
          continue;
        }
        write(main, block, last);
        last = &block;
      }
    }
    // A heading that nothing follows was one of related links.
    if (last != nullptr && last->kind == Kind::heading && main.text.size() > last->text.size() + 2)
      main.text.resize(main.text.size() - last->text.size() - 2);
    if (main.heading.empty()) main.heading = heading_before();
  }

  Numbers articles_inside(std::uint32_t root) const {
    Numbers found;
    for (std::uint32_t n = root + 1; n < node(root).nodes_end;) {
      if (node(n).role.article) found.push_back(n);
      n = node(n).role.article ? node(n).nodes_end : n + 1;
    }
    return found;
  }

  static void write(HtmlMain& main, const HtmlBlock& block, const HtmlBlock* last) {
    const bool line = block.kind == Kind::item || block.kind == Kind::row;
    if (last != nullptr) main.text += line && last->kind == block.kind ? "\n" : "\n\n";
    const std::size_t begin = main.text.size();
    if (block.kind == Kind::item) main.text += "- ";
    main.text += block.text;
    if (block.kind == Kind::caption) main.captions.push_back({begin, main.text.size()});
  }

  std::string heading_before() const {
    for (std::size_t b = 0; b < page_.blocks.size(); ++b)
      if (is_main_heading(b) && !left_out_[page_.blocks[b].node]) return page_.blocks[b].text;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b)
      if (is_main_heading(b)) return page_.blocks[b].text;
    return "";
  }

  // ---- who and when ----

  // The <article> that is read, or that holds all that is read.
  std::uint32_t own_article() const {
    const std::uint32_t article = article_of_[roots_.front()];
    if (article == none || node(roots_.back()).nodes_end > node(article).nodes_end) return none;
    return article;
  }

  // What stands in another <article> than the one that is read is about that one.
  bool is_about_us(std::uint32_t n) const {
    if (left_out_[n]) return false;
    const std::uint32_t article = article_of_[n];
    if (article == none || article == own_article_) return true;
    return roots_.size() == 1 && node(article).blocks_begin <= first_text_ &&
           first_text_ < node(article).blocks_end;
  }

  std::size_t first_text() const {
    for (std::size_t b = node(roots_.front()).blocks_begin; b < node(roots_.front()).blocks_end; ++b)
      if (!left_out_[page_.blocks[b].node] && good_of(page_.blocks[b]) > 0) return b;
    return node(roots_.front()).blocks_begin;
  }

  void find_by_lines(HtmlMain& main) const {
    for (std::size_t b = 0; b < page_.blocks.size() && main.by_lines.size() < most_by_lines; ++b) {
      const HtmlBlock& block = page_.blocks[b];
      if (block.text.size() > longest_by_line || !is_by_line(block.node) || !is_about_us(block.node))
        continue;
      main.by_lines.push_back(block.text);
    }
  }

  // One that says what it is counts wherever it stands about us; another only above the text.
  void find_times(HtmlMain& main) const {
    for (const HtmlTime& time : page_.times) {
      if (!is_about_us(time.node)) continue;
      const bool says_what = time.published || time.modified;
      if (!says_what && times_are_entries_ && is_in_roots(time.node)) continue;
      const bool above = time.block <= first_text_;
      const bool below_article =
          article_of_[time.node] != none || time.block < node(roots_.back()).blocks_end + 4;
      if (above || (says_what && below_article)) main.times.push_back(&time);
    }
  }

  static constexpr std::uint32_t none = UINT32_MAX;
  const HtmlPage& page_;
  std::vector<std::size_t> good_, kept_;  // sums up to each block
  std::vector<std::size_t> structures_;   // sum up to each node
  std::vector<bool> left_out_, in_article_;
  Numbers article_of_;
  Numbers roots_;
  std::size_t first_text_ = 0;  // block
  std::uint32_t own_article_ = none;
  bool lines_are_entries_ = false, times_are_entries_ = false;
};

}  // namespace

HtmlMain find_main(const HtmlPage& page) { return Page(page).main(); }

}  // namespace fasti
