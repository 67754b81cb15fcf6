// JSON for pages: the same value, and nothing in it can end the <script> element that it may be pasted into.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace fasti {

std::string web_json(const nlohmann::ordered_json&, int indent = 1);

}  // namespace fasti
