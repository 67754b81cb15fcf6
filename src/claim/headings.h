// Lines that are nothing but a date: each dates what stands below it, up to the next such line.
//
//   "2011-03-18" / "Guards open fire on the crowd ."     over(the token "open") is the expression 2011-03-18
#pragma once

#include <cstdint>
#include <map>

#include "timex/document.h"

namespace fasti {

class Headings {
 public:
  // Needs the document's timexes, which must outlive this.
  explicit Headings(const Document&);

  bool empty() const { return by_token_.empty(); }
  bool begins_at(std::uint32_t token) const { return by_token_.contains(token); }
  const Timex* over(std::uint32_t token) const;  // null where no heading stands above it

 private:
  std::map<std::uint32_t, const Timex*> by_token_;  // by its first token
};

}  // namespace fasti
