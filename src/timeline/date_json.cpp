#include "timeline/date_json.h"

#include <stdexcept>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "calendar/iso_text.h"

namespace fasti {

namespace {

std::domain_error no_date(const std::string& text) {
  return std::domain_error(fmt::format("\"{}\" is no date", text));
}

DateRange edtf_range(const std::string& text) {
  const auto range = from_edtf(text);
  if (!range) throw no_date(text);
  return *range;
}

}  // namespace

OrderedJson date_json(const DateRange& range) {
  OrderedJson json{{"edtf", to_edtf(range)},
                   {"earliest", earliest_text(range)},
                   {"latest", latest_text(range)},
                   {"granularity", to_string(range.granularity)}};
  if (range.granularity == Granularity::day_part)
    json["within"] = fmt::format("{}/{}", iso_second(range.earliest), iso_second(range.latest));
  return json;
}

DateRange date_from_json(const OrderedJson& json) {
  DateRange range = edtf_range(json.at("edtf").get<std::string>());
  const auto name = json.at("granularity").get<std::string>();
  const auto granularity = granularity_from(name);
  if (!granularity) throw no_date(name);
  if (const auto within = json.find("within"); within != json.end()) {
    const DateRange hours = edtf_range(within->get<std::string>());
    range.earliest = hours.earliest;
    range.latest = hours.latest;
  }
  range.granularity = *granularity;
  return range;
}

}  // namespace fasti
