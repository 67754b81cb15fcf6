// What to tell a person who wrote a word that nobody knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fasti {

//   hint_for("mnth", {"month", "day"}) == "did you mean \"month\"?"
//   hint_for("xyz", {"month", "day"}) == "known are: month, day"      a dozen at most
std::string hint_for(std::string_view word, const std::vector<std::string>& known);

}  // namespace fasti
