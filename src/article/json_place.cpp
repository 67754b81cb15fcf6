// simdjson does not tell where an error is, nlohmann-json does; neither tells where a value of a parsed
// document stood, simdjson's on-demand reader does.
#include "article/json_place.h"

#include <simdjson.h>
#include <nlohmann/json.hpp>

namespace fasti {

namespace {

// "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error while parsing value -
// unexpected end of input; last read: '…'" -> "unexpected end of input". What was last read is the excerpt's
// to show.
std::string reason_in(std::string_view words) {
  const std::size_t dash = words.find(" - ");
  if (dash != words.npos) words.remove_prefix(dash + 3);
  return std::string(words.substr(0, words.find("; last read")));
}

// Takes everything in and keeps where it ended.
struct FaultFinder : nlohmann::json_sax<nlohmann::json> {
  JsonFault fault;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    fault = {position > 0 ? position - 1 : 0, reason_in(error.what())};
    return false;
  }
};

}  // namespace

JsonFault find_json_fault(std::string_view line) {
  FaultFinder finder;
  nlohmann::json::sax_parse(line.begin(), line.end(), &finder);
  return finder.fault;
}

namespace {

// The offset of the first value for which `wanted` holds, given its place and its key.
template <typename Wanted>
std::optional<std::size_t> find_value(std::string_view line, Wanted wanted) {
  const simdjson::padded_string copy(line);
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  if (parser.iterate(copy).get(document) != simdjson::SUCCESS) return {};
  if (document.get_object().get(object) != simdjson::SUCCESS) return {};
  std::size_t index = 0;
  for (auto field : object) {
    std::string_view key;
    simdjson::ondemand::value value;
    if (field.unescaped_key().get(key) != simdjson::SUCCESS) return {};
    if (field.value().get(value) != simdjson::SUCCESS) return {};
    if (wanted(index++, key)) return static_cast<std::size_t>(value.raw_json_token().data() - copy.data());
  }
  return {};
}

}  // namespace

std::size_t offset_of_value(std::string_view line, std::size_t index) {
  return find_value(line, [&](std::size_t at, std::string_view) { return at == index; }).value_or(0);
}

std::optional<std::size_t> offset_of_key(std::string_view line, std::string_view key) {
  return find_value(line, [&](std::size_t, std::string_view name) { return name == key; });
}

}  // namespace fasti
