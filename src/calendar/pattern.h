// Text with placeholders in braces, filled in.
//
//   filled("{day} {month}", {{"day", "28"}, {"month", "September"}}) == "28 September"
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fasti {

using Fields = std::vector<std::pair<std::string_view, std::string>>;

// What is no known placeholder stays as it is; what is filled in is not looked through again. Where a value
// is empty, the punctuation and space behind its placeholder go too: "{weekday}, {day}" gives "28".
std::string filled(std::string_view pattern, const Fields& fields);

}  // namespace fasti
