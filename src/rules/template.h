// A value with holes, as a rule writes it, filled from the captures of a match.
//
//   "{year}-{month}-{day}"   with year 2020, month 09, day 27   ->  2020-09-27
//   "@{rel}Y-{month}"        with rel -1, month 09              ->  @-1Y-09
//   "{tens + ones}"          with tens 20, ones 5               ->  25
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fasti {

struct ValueTemplate {
  struct Term {
    int sign = 1;
    std::variant<std::string, long> of;  // a capture's name, or a number
    std::size_t offset = 0;              // where it stands in the template
  };
  struct Piece {
    std::string literal;      // either this,
    std::vector<Term> terms;  // or the sum of these
  };
  std::vector<Piece> pieces;
};

struct TemplateError {
  std::size_t offset = 0;
  std::string message;
};

// Signs of a sum stand between blanks, because names may hold hyphens. Throws TemplateError where braces do
// not match or a hole is empty.
ValueTemplate parse_template(std::string_view);

// A capture that a template names, and where it does so first.
struct NameInTemplate {
  std::string name;
  std::size_t offset = 0;
};
std::vector<NameInTemplate> names_in(const ValueTemplate&);  // sorted, each once

// A capture's value by name; nullopt where it took no part in the match.
struct CaptureValue {
  std::string name;
  std::string value;
};

// nullopt where a hole has no value, or a sum has a part that is no number or leaves what a long holds.
std::optional<std::string> fill(const ValueTemplate&, const std::vector<CaptureValue>&);

}  // namespace fasti
