// Which key of a JSON object, or column of a table, holds what of an article.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fasti {

enum class ArticleField { id, published, source, title, url, text };
inline constexpr std::size_t article_field_count = 6;
std::string_view to_string(ArticleField);  // "published", our own name of it

// What the person says; "" where the name is to be guessed.
struct FieldMap {
  std::array<std::string, article_field_count> names;
  const std::string& of(ArticleField field) const { return names[static_cast<std::size_t>(field)]; }
};

// {"text=body", "published=date"}. Throws InputError "wrong-call".
FieldMap field_map_from(const std::vector<std::string>& pairs);

struct FieldGuess {
  ArticleField field;
  std::size_t rank = 0;  // 0 where the name is ours, or was stated; of two names for one thing the lower wins
};
// What a key or column of this name holds; nullopt where it says nothing of an article. Capitals, and "_" for
// "-", play no part. A field whose name was stated has no other.
//   field_named("date_published", {})      published, by one of the names that are met often
std::optional<FieldGuess> field_named(std::string_view name, const FieldMap&);

}  // namespace fasti
