#include "text/parts.h"

#include <algorithm>

namespace fasti {

namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t end_of_part(std::string_view text, std::size_t begin, std::size_t limit) {
  const std::size_t middle = begin + (limit - begin) / 2;
  const std::string_view half = text.substr(middle, limit - middle);
  for (const std::string_view sign : {"\n\n", "\n", " "})
    if (const std::size_t at = half.rfind(sign); at != std::string_view::npos) return middle + at + sign.size();
  std::size_t end = limit;
  while (end > middle && continues_character(text[end])) --end;
  return end > middle ? end : limit;
}

}  // namespace

std::vector<Span> parts_of(std::string_view text, Span body) {
  body.end = std::min(body.end, text.size());
  std::vector<Span> parts;
  for (std::size_t begin = body.begin; begin < body.end;) {
    const std::size_t limit = begin + longest_part;
    const std::size_t end = limit >= body.end ? body.end : end_of_part(text, begin, limit);
    parts.push_back({begin, end});
    begin = end;
  }
  return parts;
}

}  // namespace fasti
