#include "inspect/explanation_json.h"

#include <nlohmann/json.hpp>

#include "inspect/explanation_text.h"
#include "timeline/timex_json.h"

namespace fasti {

namespace {

using Json = nlohmann::ordered_json;

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  Json words(Span span) const {
    return {{"begin", span.begin}, {"end", span.end}, {"text", text().substr(span.begin, span.size())}};
  }

  static void put_rule(Json& json, const TimexRule& rule) {
    json["rule"] = rule.id;
    json["file"] = rule.place.path;
    json["line"] = rule.place.line;
  }

  Json lost(const LostMatch& match) const {
    Json json = words(match.span);
    put_rule(json, *match.rule);
    json["why"] = why_lost(match, text());
    return json;
  }

  Json near(const NearMiss& miss) const {
    Json json = words(miss.matched);
    put_rule(json, *miss.rule);
    json["wanted"] = miss.wanted;
    json["found"] = miss.found;
    return json;
  }

  template <class Item>
  Json list(const std::vector<Item>& items, Json (Writer::*one)(const Item&) const) const {
    Json list = Json::array();
    for (const Item& item : items) list.push_back((this->*one)(item));
    return list;
  }

  Json taking(const Taking& taking) const {
    Json json = words(taking.span);
    put_rule(json, *taking.rule);
    json["captures"] = Json::array();
    for (const CapturedWords& captured : taking.captures)
      json["captures"].push_back(
          {{"name", captured.name}, {"value", captured.value}, {"text", captured.text}});
    json["expressions"] = Json::array();
    for (const std::size_t i : taking.timexes) {
      Json timex = timex_json(document_.timexes[i]);
      timex["partial"] = document_.timexes[i].partial;
      json["expressions"].push_back(std::move(timex));
    }
    json["lost"] = list(taking.lost, &Writer::lost);
    return json;
  }

  Json untaken(const Untaken& untaken) const {
    Json json = words(untaken.span);
    json["looks_like"] = untaken.kind;
    json["kept_away"] = list(untaken.kept_away, &Writer::lost);
    json["near"] = list(untaken.near, &Writer::near);
    return json;
  }

  Json diagnostic(const Diagnostic& d) const {
    Json json = d.span ? words(*d.span) : Json::object();
    json["severity"] = to_string(d.severity);
    json["code"] = d.code;
    json["message"] = d.message;
    return json;
  }

  const std::string& text() const { return document_.article.text; }

 private:
  const Document& document_;
};

}  // namespace

std::string explanation_json(const Explanation& explanation, const Document& document) {
  const Writer writer(document);
  const Json json{{"text", document.article.text},
                  {"takings", writer.list(explanation.takings, &Writer::taking)},
                  {"untaken", writer.list(explanation.untaken, &Writer::untaken)},
                  {"diagnostics", writer.list(document.diagnostics, &Writer::diagnostic)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace fasti
