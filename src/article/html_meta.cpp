#include "article/html_meta.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "article/address_date.h"
#include "article/json_ld.h"
#include "article/machine_date.h"
#include "base/utf8.h"
#include "calendar/edtf.h"

namespace fasti {

namespace {

using Basis = Published::Basis;
using What = DateStatement::What;

constexpr std::size_t longest_date = 120;  // bytes; what is longer is no date in words either

// The names under which pages state a date, the most reliable first.
struct DateName {
  std::string_view name;
  What what;
};
constexpr std::array date_names = {
    DateName{"article:published_time", What::published},
    DateName{"article:published", What::published},
    DateName{"og:article:published_time", What::published},
    DateName{"og:published_time", What::published},
    DateName{"datepublished", What::published},
    DateName{"citation_publication_date", What::published},
    DateName{"citation_online_date", What::published},
    DateName{"citation_date", What::published},
    DateName{"parsely-pub-date", What::published},
    DateName{"sailthru.date", What::published},
    DateName{"cxenseparse:recs:publishtime", What::published},
    DateName{"dc.date.issued", What::published},
    DateName{"dcterms.issued", What::published},
    DateName{"dc.date.published", What::published},
    DateName{"prism.publicationdate", What::published},
    DateName{"pubdate", What::published},
    DateName{"publishdate", What::published},
    DateName{"publish_date", What::published},
    DateName{"publish-date", What::published},
    DateName{"publication_date", What::published},
    DateName{"publication-date", What::published},
    DateName{"article.published", What::published},
    DateName{"published-date", What::published},
    DateName{"release_date", What::published},
    DateName{"originalpublicationdate", What::published},
    DateName{"dcterms.created", What::published},
    DateName{"dcterms.date", What::published},
    DateName{"dc.date.created", What::published},
    DateName{"dc.date", What::published},
    DateName{"datecreated", What::published},
    DateName{"created", What::published},
    DateName{"date", What::published},
    DateName{"article:modified_time", What::modified},
    DateName{"article:modified", What::modified},
    DateName{"og:updated_time", What::modified},
    DateName{"og:modified_time", What::modified},
    DateName{"datemodified", What::modified},
    DateName{"dcterms.modified", What::modified},
    DateName{"dc.date.modified", What::modified},
    DateName{"lastmod", What::modified},
    DateName{"last-modified", What::modified},
    DateName{"last_modified", What::modified},
    DateName{"revised", What::modified},
};

std::string shown(std::string_view text) {
  return std::string(trimmed(repair_utf8(std::string(text.substr(0, longest_date))).text));
}

class Facts {
 public:
  Facts(const HtmlPage& page, const HtmlMain& main) : page_(page), main_(main) {}

  PageFacts all() {
    find_address();
    things_ = read_json_ld(page_.json_ld, facts_.url, main_.heading);
    find_title();
    find_source();
    for (const LinkedThing& thing : things_) add_thing(thing);
    for (const DateName& name : date_names) add_meta(name);
    for (const HtmlTime* time : main_.times) add_time(*time);
    for (const std::string& line : main_.by_lines) add_line(line);
    if (!facts_.url.empty())
      if (auto in_address = date_in_address(facts_.url)) add_statement(facts_.dates, std::move(*in_address));
    return std::move(facts_);
  }

 private:
  std::string meta(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      for (const HtmlMeta& one : page_.metas)
        if (one.name == name && !one.content.empty()) return one.content;
    return "";
  }

  // A copy in an archive says when it was fetched, and where the page itself was.
  void find_address() {
    for (std::string address : {page_.canonical, meta({"og:url"}), page_.saved_from}) {
      if (const auto archived = archived_address(address)) {
        add_statement(facts_.dates, archived->fetched);
        address = archived->address;
      }
      if (facts_.url.empty() && (address.starts_with("http://") || address.starts_with("https://")))
        facts_.url = address;
    }
  }

  // "Storm over the lake | The Anselm Courier" where that is the publisher's name.
  void find_title() {
    facts_.title = main_.heading;
    std::replace(facts_.title.begin(), facts_.title.end(), '\n', ' ');
    if (facts_.title.empty()) facts_.title = meta({"og:title", "twitter:title", "dc.title"});
    if (facts_.title.empty() && !things_.empty() && things_.front().is_article)
      facts_.title = things_.front().headline;
    if (facts_.title.empty()) facts_.title = trimmed(page_.title);
  }

  void find_source() {
    facts_.source = meta({"og:site_name"});
    for (const LinkedThing& thing : things_)
      if (facts_.source.empty()) facts_.source = thing.publisher;
    if (facts_.source.empty())
      facts_.source = meta({"dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher"});
    if (!facts_.source.empty() || facts_.url.empty()) return;
    std::string_view host = std::string_view(facts_.url).substr(facts_.url.find("://") + 3);
    host = host.substr(0, host.find_first_of("/?#:"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    facts_.source = host;
  }

  void add(std::string_view value, What what, const std::string& place) {
    if (trimmed(value).empty() || value.size() > longest_date) return;
    if (const auto range = read_machine_date(value))
      add_statement(facts_.dates,
                    {*range, Basis::metadata, what, fmt::format("{}: {}", place, shown(value))});
    else if (facts_.worded_dates.size() < 20)
      facts_.worded_dates.push_back({std::string(trimmed(value)), Basis::metadata, what, place});
  }

  void add_thing(const LinkedThing& thing) {
    add(thing.published, What::published, "JSON-LD datePublished");
    if (thing.published.empty() && thing.is_article)
      add(thing.created, What::published, "JSON-LD dateCreated");
    add(thing.modified, What::modified, "JSON-LD dateModified");
  }

  void add_meta(const DateName& wanted) {
    for (const HtmlMeta& one : page_.metas)
      if (one.name == wanted.name) add(one.content, wanted.what, "meta " + one.name);
  }

  static bool says_what(const HtmlTime& time) { return time.published || time.modified; }

  bool stands_in_line(const HtmlTime& time) const {
    return !time.words.empty() &&
           std::any_of(main_.by_lines.begin(), main_.by_lines.end(),
                       [&](const std::string& line) { return line.find(time.words) != line.npos; });
  }

  // One that does not say what it is, in a line: the words beside it do.
  void add_time(const HtmlTime& time) {
    const bool has_day = read_machine_date(time.value).has_value();
    if (!says_what(time) && stands_in_line(time)) return;
    if (!says_what(time) && std::exchange(plain_time_seen_, true)) return;
    const What what = time.modified && !time.published ? What::modified : What::published;
    add(has_day || time.words.empty() ? time.value : time.words, what, fmt::format("<{}>", time.tag));
  }

  // "Posted <time datetime=2021-09-29T10:31>on Wednesday</time>, updated …" is read as "Posted 2021-09-29,
  // updated …"; what a time in it has said already is cut out.
  void add_line(std::string line) {
    Basis basis = Basis::by_line;
    for (const HtmlTime* time : main_.times) {
      const auto day = read_machine_date(time->value);
      const std::size_t at = day && !time->words.empty() ? line.find(time->words) : line.npos;
      if (at == line.npos) continue;
      line.replace(at, time->words.size(), says_what(*time) ? "" : to_edtf(*day));
      if (!says_what(*time)) basis = Basis::metadata;
    }
    if (line.find_first_of("0123456789") == line.npos) return;
    facts_.worded_dates.push_back(
        {std::move(line), basis, What::published, basis == Basis::metadata ? "<time>" : "by-line"});
  }

  const HtmlPage& page_;
  const HtmlMain& main_;
  std::vector<LinkedThing> things_;
  PageFacts facts_;
  bool plain_time_seen_ = false;
};

}  // namespace

PageFacts page_facts(const HtmlPage& page, const HtmlMain& main) { return Facts(page, main).all(); }

}  // namespace fasti
