// A half-open range of bytes in a text: [begin, end). Every value that came out of a text keeps one, so that
// the source's own words can always be shown.
#pragma once

#include <compare>
#include <cstddef>

namespace fasti {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  auto operator<=>(const Span&) const = default;
};

inline bool overlaps(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }
inline bool contains(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

}  // namespace fasti
