#include "inspect/place.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t tokens_around = 6;

bool names_a_line(const std::string& path) {
  const std::size_t colon = path.find_last_not_of("0123456789");
  return colon != std::string::npos && colon + 1 < path.size() && path[colon] == ':';
}

}  // namespace

std::string place_in(const Article& article, Span span) {
  const std::string path = one_line(article.path);
  if (names_a_line(article.path)) return path;
  return fmt::format("{}:{}", path, line_column(article.text, span.begin).line);
}

std::string words_around(const Document& document, Span span) {
  const std::vector<Token>& tokens = document.segmented.tokens;
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                       [](const Token& token, std::size_t at) { return token.span.end <= at; });
  const auto behind = std::lower_bound(first, tokens.end(), span.end, [](const Token& token, std::size_t at) {
    return token.span.begin < at;
  });
  auto from = first;
  for (std::size_t i = 0;
       i < tokens_around && from != tokens.begin() && from != tokens.end() && from->gap != Gap::block; ++i)
    --from;
  auto to = behind;
  for (std::size_t i = 0; i < tokens_around && to != tokens.end() && to->gap != Gap::block; ++i) ++to;
  const std::string_view text = document.article.text;
  const std::size_t begin = from == tokens.end() ? span.begin : from->span.begin;
  const std::size_t end = to == tokens.begin() ? span.end : std::max(span.end, std::prev(to)->span.end);
  const std::string before(text.substr(begin, span.begin - begin));
  const std::string after(text.substr(span.end, end - span.end));
  return one_line(fmt::format("{}[{}]{}", before, text.substr(span.begin, span.size()), after));
}

}  // namespace fasti
