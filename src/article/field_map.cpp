#include "article/field_map.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/diagnostic.h"

namespace fasti {

namespace {

constexpr std::array<std::string_view, article_field_count> own_names{"id",    "published", "source",
                                                                      "title", "url",       "text"};

// Names that other programs use, the more telling before the vaguer. The first is ours.
using Names = std::vector<std::string_view>;
const std::array<Names, article_field_count>& met_often() {
  static const std::array<Names, article_field_count> names{{
      {"id", "article_id", "doc_id", "uuid", "guid", "_id"},
      {"published", "date_published", "datepublished", "published_at", "publishedat", "published_date",
       "publish_date", "published_time", "publication_date", "pub_date", "pubdate", "date_publish", "date",
       "timestamp"},
      {"source", "publisher", "outlet", "newspaper", "publication", "source_name", "site", "source_domain",
       "domain"},
      {"title", "headline"},
      {"url", "link", "source_url", "web_url", "canonical_url", "permalink"},
      {"text", "maintext", "article_text", "articlebody", "article_body", "full_text", "fulltext", "body",
       "content", "article"},
  }};
  return names;
}

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '-' || c == ' ')
      out += '_';
    else
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace

std::string_view to_string(ArticleField field) { return own_names[static_cast<std::size_t>(field)]; }

FieldMap field_map_from(const std::vector<std::string>& pairs) {
  FieldMap map;
  for (const std::string& pair : pairs) {
    const std::size_t sign = pair.find('=');
    if (sign == pair.npos || sign + 1 == pair.size())
      throw call_error(fmt::format("--fields \"{}\" does not say which field is which", pair),
                       "write them as text=body,published=date: ours, then the file's");
    const std::string ours = folded(std::string_view(pair).substr(0, sign));
    const auto known = std::find(own_names.begin(), own_names.end(), ours);
    if (known == own_names.end())
      throw call_error(fmt::format("an article has no field \"{}\"", pair.substr(0, sign)),
                       fmt::format("its fields are {}", fmt::join(own_names, ", ")));
    map.names[static_cast<std::size_t>(known - own_names.begin())] = pair.substr(sign + 1);
  }
  return map;
}

std::optional<FieldGuess> field_named(std::string_view name, const FieldMap& map) {
  const std::string wanted = folded(name);
  for (std::size_t field = 0; field < article_field_count; ++field)
    if (!map.names[field].empty() && folded(map.names[field]) == wanted)
      return FieldGuess{static_cast<ArticleField>(field), 0};
  for (std::size_t field = 0; field < article_field_count; ++field) {
    if (!map.names[field].empty()) continue;
    const Names& names = met_often()[field];
    const auto found = std::find(names.begin(), names.end(), wanted);
    if (found != names.end())
      return FieldGuess{static_cast<ArticleField>(field), static_cast<std::size_t>(found - names.begin())};
  }
  return {};
}

}  // namespace fasti
