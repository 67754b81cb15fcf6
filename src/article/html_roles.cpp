#include "article/html_roles.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace fasti {

namespace {

using Names = std::unordered_set<std::string_view>;

// Their text is no text of the page.
const Names dropped_tags = {"script",           "style",    "noscript",    "template",    "svg",
                            "select",           "textarea", "iframe",      "object",      "canvas",
                            "button",           "video",    "audio",       "option",      "datalist",
                            "applet",           "amp-ad",   "amp-consent", "amp-sidebar", "amp-auto-ads",
                            "amp-social-share", "embed",    "title"};
const Names aside_tags = {"nav", "aside", "form", "menu", "dialog"};
const Names aside_roles = {"navigation", "complementary", "banner", "contentinfo", "search",  "menu",
                           "menubar",    "dialog",        "alert",  "alertdialog", "toolbar", "tablist"};

// Words in class and id of what is not the article.
const Names sure_aside = {"comments",     "comment",     "commentlist",  "disqus",       "cookie",
                          "cookies",      "consent",     "gdpr",         "breadcrumb",   "breadcrumbs",
                          "pagination",   "pager",       "navbar",       "navbox",       "catlinks",
                          "toc",          "mw-jump",     "skiplink",     "screenreader", "visuallyhidden",
                          "sronly",       "reflist",     "references",   "reference",    "editsection",
                          "wm",           "donato",      "replies",      "reply",        "respond",
                          "disclaimer",   "paywall",     "infobox",      "hatnote",      "signature",
                          "relatedposts", "footnoteref", "footnoteback", "noteref",      "sharedaddy",
                          "postprofile"};
const Names likely_aside = {
    "nav",         "navigation", "menu",      "sidebar",       "share",           "sharing",    "shares",
    "social",      "sharebar",   "related",   "promo",         "promos",          "newsletter", "advert",
    "adverts",     "ad",         "ads",       "advertisement", "toolbar",         "popup",      "modal",
    "subscribe",   "signup",     "tags",      "tag",           "footer",          "masthead",   "banner",
    "recirc",      "trending",   "popular",   "recommended",   "recommendations", "outbrain",   "taboola",
    "sponsor",     "sponsored",  "teaser",    "teasers",       "widget",          "widgets",    "most",
    "more",        "also",       "next",      "prev",          "previous",        "links",      "login",
    "search",      "rail",       "copyright", "legal",         "tools",           "utility",    "noprint",
    "printfooter", "sitesub",    "authorbio", "bio",           "follow",          "feedback",   "rating",
    "alert"};
// "with-sidebar" is the name of what stands beside one.
const Names negations = {"with", "has",   "no",     "without", "not", "hide",
                         "is",   "under", "before", "after",   "main"};

const Names by_line_words = {
    "byline",    "bylines",     "author",      "authors",       "dateline", "date", "pubdate",
    "timestamp", "published",   "posted",      "updated",       "modified", "pub",  "lastmod",
    "datetime",  "publication", "publishdate", "publisheddate", "posttime", "dt",   "meta"};
const Names published_words = {"published", "pubdate", "publishdate", "publisheddate",
                               "pub",       "posted",  "publish"};
const Names modified_words = {"updated", "modified", "update", "lastmod", "modification", "lastupdated"};
const Names caption_words = {"caption", "captions", "figcaption"};
const Names body_words = {"articlebody", "storybody"};

// "related-stories__card relatedLinks" -> related stories card related links; two words that follow each
// other are also asked for as one, so that "screen-reader" and "screenreader" are the same.
class Words {
 public:
  void add(std::string_view names) {
    bool small = false;
    for (const char byte : names.substr(0, 400)) {
      const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
      const bool capital = byte >= 'A' && byte <= 'Z';
      if (!letter || (capital && small)) end_word();
      if (byte == ' ' || byte == '\t' || byte == '\n') between_names_ = true;
      if (letter && words_.back().empty()) starts_.back() = std::exchange(between_names_, false);
      if (letter) words_.back() += static_cast<char>(byte | 0x20);
      small = letter && !capital;
    }
    end_word();
    between_names_ = true;
  }

  bool any_of(const Names& names) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is_one(names, i)) return true;
    return false;
  }

  // The same, but not of "with-sidebar".
  bool any_as_such(const Names& names) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is_one(names, i) && !(i > 0 && !starts_[i] && negations.contains(words_[i - 1]))) return true;
    return false;
  }

 private:
  bool is_one(const Names& names, std::size_t i) const {
    if (words_[i].empty()) return false;
    if (names.contains(words_[i])) return true;
    return i + 1 < words_.size() && !starts_[i + 1] && !words_[i + 1].empty() &&
           names.contains(words_[i] + words_[i + 1]);
  }

  void end_word() {
    if (words_.back().empty()) return;
    words_.emplace_back();
    starts_.push_back(false);
  }

  std::vector<std::string> words_{""};
  std::vector<bool> starts_{true};  // the word begins a name
  bool between_names_ = true;
};

std::string lower(std::string_view text) {
  std::string result(text.substr(0, 100));
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return result;
}

bool is_hidden(const HtmlTag& tag) {
  if (tag.has("hidden")) return true;
  std::string style = lower(tag["style"]);
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != style.npos || style.find("visibility:hidden") != style.npos;
}

// <html>, <body>, <main> and <article> have classes that tell of the whole page.
bool speaks_of_all(std::string_view tag) {
  return tag == "html" || tag == "body" || tag == "main" || tag == "article";
}

void read_itemprop(const HtmlTag& tag, HtmlRole& role) {
  const std::string_view property = tag["itemprop"];
  if (property.empty()) return;
  role.body = role.body || property.find("articleBody") != property.npos;
  role.published = role.published || property.find("datePublished") != property.npos;
  role.modified = role.modified || property.find("dateModified") != property.npos;
  role.by_line = role.by_line || role.published || role.modified || property.find("author") != property.npos;
}

void read_names(const HtmlTag& tag, HtmlRole& role) {
  const std::string_view classes = tag["class"], id = tag["id"];
  if (classes.empty() && id.empty()) return;
  Words words;
  words.add(classes);
  words.add(id);
  role.caption = words.any_of(caption_words);
  role.body = role.body || words.any_of(body_words);
  if (speaks_of_all(tag.name)) return;
  role.by_line = role.by_line || words.any_as_such(by_line_words);
  role.published = role.published || words.any_as_such(published_words);
  role.modified = role.modified || words.any_as_such(modified_words);
  role.aside = role.aside || words.any_as_such(sure_aside);
  role.perhaps_aside = words.any_as_such(likely_aside);
}

}  // namespace

HtmlRole role_of(const HtmlTag& tag) {
  HtmlRole role;
  const std::string aria = lower(tag["role"]);
  role.article = tag.name == "article";
  role.main = tag.name == "main" || aria == "main";
  role.header = tag.name == "header";
  role.caption = tag.name == "figcaption" || tag.name == "caption";
  role.by_line = tag.name == "address";
  role.aside = aside_tags.contains(tag.name) || aside_roles.contains(aria) || is_hidden(tag) ||
               tag["itemtype"].find("Comment") != std::string_view::npos;
  read_names(tag, role);
  role.perhaps_aside = role.perhaps_aside || tag.name == "footer";
  read_itemprop(tag, role);
  if (role.caption) role.by_line = role.perhaps_aside = false;
  return role;
}

HtmlLayout layout_of(std::string_view tag) {
  using L = HtmlLayout;
  static const std::unordered_map<std::string_view, HtmlLayout> layouts = {
      {"p", L::paragraph},      {"h1", L::heading},    {"h2", L::heading},     {"h3", L::heading},
      {"h4", L::heading},       {"h5", L::heading},    {"h6", L::heading},     {"li", L::item},
      {"tr", L::row},           {"td", L::cell},       {"th", L::cell},        {"blockquote", L::quote},
      {"pre", L::preformatted}, {"br", L::line_break}, {"hr", L::block},       {"div", L::block},
      {"section", L::block},    {"article", L::block}, {"main", L::block},     {"body", L::block},
      {"html", L::block},       {"header", L::block},  {"footer", L::block},   {"nav", L::block},
      {"aside", L::block},      {"ul", L::block},      {"ol", L::block},       {"dl", L::block},
      {"dt", L::paragraph},     {"dd", L::paragraph},  {"table", L::block},    {"tbody", L::block},
      {"thead", L::block},      {"tfoot", L::block},   {"caption", L::block},  {"figure", L::block},
      {"figcaption", L::block}, {"form", L::block},    {"fieldset", L::block}, {"address", L::block},
      {"center", L::block},     {"details", L::block}, {"summary", L::block},  {"hgroup", L::block},
      {"dialog", L::block},     {"menu", L::block},    {"head", L::block},     {"search", L::block},
      {"frameset", L::block},   {"noframes", L::block}};
  if (dropped_tags.contains(tag)) return L::dropped;
  const auto found = layouts.find(tag);
  return found == layouts.end() ? L::inline_ : found->second;
}

}  // namespace fasti
