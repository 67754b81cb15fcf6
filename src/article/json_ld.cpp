#include "article/json_ld.h"

#include <algorithm>

#include <simdjson.h>

#include "base/utf8.h"

namespace fasti {

namespace {

namespace dom = simdjson::dom;

constexpr int deepest = 6;
constexpr std::size_t most_things = 200;

// The string, or the first of a list of strings.
std::string text_at(const dom::object& object, const char* key) {
  dom::element value;
  std::string_view text;
  if (object[key].get(value) != simdjson::SUCCESS) return "";
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS && list.size() > 0) value = *list.begin();
  if (value.get(text) == simdjson::SUCCESS) return std::string(trimmed(text));
  return value.is_number() ? simdjson::minify(value) : "";
}

// The string, or what an object in its place is called.
std::string named_at(const dom::object& object, const char* key, const char* inner) {
  std::string text = text_at(object, key);
  dom::element value;
  if (!text.empty() || object[key].get(value) != simdjson::SUCCESS) return text;
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS && list.size() > 0) value = *list.begin();
  dom::object thing;
  return value.get(thing) == simdjson::SUCCESS ? text_at(thing, inner) : "";
}

bool is_article_type(std::string_view type) {
  constexpr std::string_view ends[] = {"Article", "Posting", "Report", "NewsItem"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return type.ends_with(end); });
}

LinkedThing thing_of(const dom::object& object) {
  LinkedThing thing;
  thing.type = text_at(object, "@type");
  dom::element types;
  dom::array list;
  if (object["@type"].get(types) == simdjson::SUCCESS && types.get(list) == simdjson::SUCCESS)
    for (const dom::element one : list) {
      std::string_view type;
      if (one.get(type) == simdjson::SUCCESS && is_article_type(type)) thing.type = type;
    }
  if (const std::size_t slash = thing.type.rfind('/'); slash != std::string::npos)
    thing.type.erase(0, slash + 1);
  thing.is_article = is_article_type(thing.type);
  thing.headline = text_at(object, "headline");
  if (thing.headline.empty()) thing.headline = text_at(object, "name");
  thing.address = text_at(object, "url");
  if (thing.address.empty()) thing.address = named_at(object, "mainEntityOfPage", "@id");
  if (thing.address.empty()) thing.address = text_at(object, "@id");
  thing.published = text_at(object, "datePublished");
  thing.modified = text_at(object, "dateModified");
  thing.created = text_at(object, "dateCreated");
  thing.publisher = named_at(object, "publisher", "name");
  return thing;
}

bool is_page(std::string_view type) { return type.ends_with("Page") || type == "WebSite"; }

void collect(const dom::element& element, int depth, std::vector<LinkedThing>& things) {
  if (depth > deepest || things.size() >= most_things) return;
  dom::array list;
  dom::object object;
  if (element.get(list) == simdjson::SUCCESS) {
    for (const dom::element one : list) collect(one, depth + 1, things);
  } else if (element.get(object) == simdjson::SUCCESS) {
    LinkedThing thing = thing_of(object);
    if (thing.is_article || is_page(thing.type)) things.push_back(std::move(thing));
    for (const char* key : {"@graph", "mainEntity"}) {
      dom::element inner;
      if (object[key].get(inner) == simdjson::SUCCESS) collect(inner, depth + 1, things);
    }
  }
}

// Pages wrap it in CDATA or a comment, and break lines inside strings.
std::string tidied(std::string_view script) {
  if (const std::size_t mark = script.find("CDATA["); mark < script.find('{')) {
    script.remove_prefix(mark + 6);
    script = script.substr(0, script.rfind("]]"));
  }
  const std::size_t begin = script.find_first_of("{["), end = script.find_last_of("}]");
  if (begin == script.npos || end == script.npos || end < begin) return "";
  std::string json(script.substr(begin, end - begin + 1));
  for (char& c : json)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return json;
}

std::string_view without_ends(std::string_view address) {
  if (const std::size_t sign = address.find_first_of("#?"); sign != address.npos)
    address = address.substr(0, sign);
  while (address.ends_with('/')) address.remove_suffix(1);
  if (const std::size_t scheme = address.find("://"); scheme != address.npos)
    address.remove_prefix(scheme + 3);
  return address;
}

// How well a thing fits the page.
int fit_of(const LinkedThing& thing, std::string_view address, std::string_view heading) {
  int fit = 0;
  if (!address.empty() && without_ends(thing.address) == without_ends(address)) fit += 4;
  if (!heading.empty() && thing.headline == heading) fit += 2;
  if (!thing.published.empty()) fit += 1;
  return fit;
}

}  // namespace

std::vector<LinkedThing> read_json_ld(const std::vector<std::string>& scripts, std::string_view address,
                                      std::string_view heading) {
  static thread_local dom::parser parser;
  std::vector<LinkedThing> things;
  for (const std::string& script : scripts) {
    const std::string json = tidied(script);
    dom::element root;
    if (!json.empty() && parser.parse(json).get(root) == simdjson::SUCCESS) collect(root, 0, things);
  }
  const auto best =
      std::max_element(things.begin(), things.end(), [&](const LinkedThing& a, const LinkedThing& b) {
        const auto rank = [&](const LinkedThing& t) {
          return t.is_article ? 10 + fit_of(t, address, heading) : 0;
        };
        return rank(a) < rank(b);
      });
  std::vector<LinkedThing> chosen;
  if (best != things.end() && best->is_article) chosen.push_back(*best);
  for (const LinkedThing& thing : things)
    if (!thing.is_article) chosen.push_back(thing);
  return chosen;
}

}  // namespace fasti
