// The sentences beside a rule: "on [May 5, 2020] he left": 2020-05-05
#include <algorithm>

#include <fmt/format.h>

#include "calendar/timex_value.h"
#include "rules/loader.h"

namespace fasti::loading {

namespace {

// "on [May 5], he" -> "on May 5, he" and the span of "May 5"
std::optional<Example> example_of(Loader& loader, const YamlFile& file, const YamlNode& key) {
  Example example;
  example.place = {file.source.path, key.line, key.column};
  example.text = key.text;
  const std::size_t open = key.text.find('[');
  const std::size_t close = key.text.find(']');
  if (open == std::string::npos && close == std::string::npos) return example;
  if (open == std::string::npos || close == std::string::npos || close < open) {
    loader.fail(file, key, "the [brackets] that mark the expression do not match",
                "write \"on [May 5], he …\"", std::min(open, close));
    return std::nullopt;
  }
  if (close == open + 1) {
    loader.fail(file, key, "the [brackets] mark nothing", "write \"on [May 5], he …\"", open);
    return std::nullopt;
  }
  const std::size_t more = std::min(key.text.find('[', open + 1), key.text.find(']', close + 1));
  if (more != std::string::npos) {
    loader.fail(file, key, "an example marks one expression only", "write a line for each", more);
    return std::nullopt;
  }
  example.text.erase(close, 1);
  example.text.erase(open, 1);
  example.found = Span{open, close - 1};
  return example;
}

// The value must be one that the rule can give.
void check_expected(Loader& loader, const YamlFile& file, const YamlNode& node, const std::string& expected,
                    const std::string* event_type) {
  if (event_type != nullptr && !event_type->empty() && expected != *event_type)
    loader.fail(file, node, fmt::format("the rule gives \"{}\", never \"{}\"", *event_type, expected),
                "the value of an example is the type of the event");
  if (event_type == nullptr && !is_example_value(loader, expected))
    loader.fail(file, node, fmt::format("\"{}\" is no value of a time expression", expected),
                "values are such as 2020-09-27, 2020-09, 2021-W38, P10D or PRESENT_REF");
}

void read_expected(Loader& loader, const YamlFile& file, const YamlNode& value, Example& example,
                   const std::string* event_type) {
  if (value.kind == YamlNode::Kind::null)
    return loader.fail(file, value, "the example does not say what is to be found",
                       "write the value after the colon");
  if (value.kind == YamlNode::Kind::scalar) {
    example.expected = value.text;
  } else {
    if (!check_keys(loader, file, value, rule_keys::example, "an example")) return;
    if (const auto text = text_at(loader, file, value, "value")) example.expected = *text;
    if (const auto text = text_at(loader, file, value, "published")) example.published = *text;
    if (const YamlNode* published = value.find("published");
        published != nullptr && !value_range(example.published))
      loader.fail(file, *published, "the day of publication is no date", "write published: 2021-09-29");
  }
  if (example.expected.empty())
    return loader.fail_missing(file, value, "value", "the example does not say what is to be found",
                               "add its value");
  if (example.expected == "none" && example.found)
    loader.fail(file, value, "an example that finds nothing must mark nothing in [brackets]");
  if (example.expected != "none" && !example.found)
    loader.fail(file, value, "the example does not say where the expression is",
                "mark it with [brackets], or write none if nothing is to be found");
  if (example.expected == "none") return;
  const YamlNode* text = value.find("value");
  check_expected(loader, file, text == nullptr ? value : *text, example.expected, event_type);
}

}  // namespace

std::vector<Example> examples_at(Loader& loader, const YamlFile& file, const YamlNode& rule,
                                 const std::string* event_type) {
  std::vector<Example> examples;
  const YamlNode* node = rule.find("examples");
  if (node == nullptr || node->kind != YamlNode::Kind::map || node->entries.empty()) {
    loader.fail_missing(file, node == nullptr ? rule : *node, "examples", "the rule has no examples",
                        "add examples: with lines such as \"on [May 5, 2020] he left\": 2020-05-05");
    return examples;
  }
  const auto published = text_at(loader, file, rule, "published");
  if (published && !value_range(*published))
    loader.fail(file, *rule.find("published"), "the day of publication is no date",
                "write published: 2021-09-29");
  for (const auto& [key, value] : node->entries) {
    auto example = example_of(loader, file, key);
    if (!example) continue;
    example->published = published.value_or("");
    read_expected(loader, file, value, *example, event_type);
    examples.push_back(std::move(*example));
  }
  return examples;
}

}  // namespace fasti::loading
