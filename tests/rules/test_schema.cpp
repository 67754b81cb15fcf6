// The keys and choices of docs/rules.schema.json are those of the loader. That the schema takes right files
// and refuses wrong ones is the test schema-rules.
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "catch.h"
#include "rules/keys.h"

using namespace fasti;

namespace {

using Set = std::set<std::string>;

const nlohmann::json& schema() {
  static const nlohmann::json read = [] {
    std::ifstream file(FASTI_SOURCE_DIR "/docs/rules.schema.json");
    return nlohmann::json::parse(file);
  }();
  return read;
}

Set of(const rule_keys::Names& names) { return {names.begin(), names.end()}; }

Set keys_of(const char* definition) {
  Set keys;
  for (const auto& [key, value] : schema()["definitions"][definition]["properties"].items()) keys.insert(key);
  return keys;
}

Set choices_of(const nlohmann::json& node) {
  Set choices;
  for (const auto& choice : node["enum"])
    if (choice.is_string()) choices.insert(choice.get<std::string>());
  return choices;
}

// Keys that have no description, by their places in the schema.
void list_undescribed(const nlohmann::json& node, const std::string& place, Set& undescribed) {
  for (const auto& [key, value] : node["properties"].items()) {
    const std::string here = place + "/" + key;
    if (!value.contains("description") && !value.contains("$ref")) undescribed.insert(here);
    if (value.contains("properties")) list_undescribed(value, here, undescribed);
  }
}

}  // namespace

TEST_CASE("rules schema: it has the loader's keys") {
  Set sections;
  for (const auto& [key, value] : schema()["properties"].items()) sections.insert(key);
  CHECK(sections == of(rule_keys::file));
  CHECK(keys_of("rule") == of(rule_keys::rule));
  CHECK(keys_of("negative-rule") == of(rule_keys::negative_rule));
  CHECK(keys_of("find") == of(rule_keys::find));
  CHECK(keys_of("example") == of(rule_keys::example));
  CHECK(keys_of("event") == of(rule_keys::event));
  CHECK(keys_of("span") == of(rule_keys::span));
  CHECK(keys_of("by-line") == of(rule_keys::by_line));
  CHECK(keys_of("holiday") == of(rule_keys::holiday));
  CHECK(keys_of("profile") == of(rule_keys::profile));
  CHECK(keys_of("digits") == of(rule_keys::digits));
  CHECK(keys_of("inflection") == of(rule_keys::inflection));
  CHECK(keys_of("ending") == of(rule_keys::ending));
  CHECK(keys_of("wording") == of(rule_keys::wording));
}

TEST_CASE("rules schema: it has the loader's choices") {
  const auto& d = schema()["definitions"];
  CHECK(choices_of(d["type"]) == of(rule_keys::types));
  CHECK(choices_of(d["mod"]["anyOf"][0]) == of(rule_keys::mods));
  CHECK(choices_of(d["rule"]["properties"]["anchor"]) == of(rule_keys::anchors));
  CHECK(choices_of(d["event"]["properties"]["role"]) == of(rule_keys::roles));
  CHECK(choices_of(d["by-line"]["properties"]["says"]) == of(rule_keys::says));
  CHECK(choices_of(d["event"]["properties"]["once"]) == of(rule_keys::once));
  CHECK(choices_of(d["profile"]["properties"]["year-from"]) == of(rule_keys::year_from));
  CHECK(choices_of(d["profile"]["properties"]["nearest"]) == of(rule_keys::nearest));
  CHECK(choices_of(d["profile"]["properties"]["numeric-order"]) == of(rule_keys::numeric_order));
  std::string names;
  for (const std::string& name : rule_keys::wording_patterns) names += (names.empty() ? "" : "|") + name;
  const std::string& pattern =
      d["wording"]["properties"]["patterns"]["propertyNames"]["pattern"].get_ref<const std::string&>();
  CHECK(pattern == "^(" + names + ")(-[0-9]+)?(-short)?$");
}

TEST_CASE("rules schema: every key is described") {
  Set undescribed;
  list_undescribed(schema(), "", undescribed);
  for (const auto& [name, definition] : schema()["definitions"].items())
    if (definition.contains("properties")) list_undescribed(definition, name, undescribed);
  CHECK(undescribed == Set{});
}
