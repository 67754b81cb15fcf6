#include "inspect/neighbourhoods.h"

#include <algorithm>
#include <iterator>

namespace fasti {

namespace {

constexpr std::size_t most_before = 3;
constexpr std::size_t most_behind = 2;

// A word, or several that stand for one: another untaken word.
struct Part {
  TokenRange tokens;
  std::string shown;
};

class Surveyor {
 public:
  Surveyor(const std::vector<UntakenWord>& untaken, const std::vector<bool>& taken, const Document& document,
           const RuleSet& rules)
      : untaken_(untaken), taken_(taken), document_(document), rules_(rules) {}

  std::vector<Neighbourhood> run(std::size_t gap) const {
    const Part word = untaken_part(gap);
    const auto& sentences = document_.segmented.sentences;
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), word.tokens.begin,
                         [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
    const TokenRange sentence = std::prev(after)->tokens;
    std::vector<Part> before, behind;
    for (std::uint32_t at = word.tokens.begin;
         before.size() < most_before && at > sentence.begin && usable(at - 1);
         at = before.back().tokens.begin)
      before.push_back(part_ending(at));
    for (std::uint32_t at = word.tokens.end; behind.size() < most_behind && at < sentence.end && usable(at);
         at = behind.back().tokens.end)
      behind.push_back(part_beginning(at));
    std::vector<Neighbourhood> all;
    for (std::size_t l = 0; l <= before.size(); ++l)
      for (std::size_t r = 0; r <= behind.size(); ++r)
        if (l + r > 0) all.push_back(joined(before, l, word, behind, r));
    return all;
  }

 private:
  const Token& token(std::uint32_t t) const { return document_.segmented.tokens[t]; }

  // A hyphen or an apostrophe inside a word goes on; other punctuation ends what belongs together.
  bool usable(std::uint32_t t) const {
    if (taken_[t]) return false;
    if (token(t).kind != TokenKind::punctuation) return true;
    const bool close_behind = t + 1 < taken_.size() && token(t + 1).gap == Gap::none;
    return token(t).gap == Gap::none && close_behind;
  }

  Part untaken_part(std::size_t i) const {
    return {untaken_[i].tokens, rules_.date_words[untaken_[i].kind].text};
  }

  Part plain_part(std::uint32_t t) const {
    if (token(t).kind == TokenKind::number) return {{t, t + 1}, "#"};
    return {{t, t + 1}, folded(text_of(document_.article.text, token(t)))};
  }

  Part part_beginning(std::uint32_t t) const {
    const auto at =
        std::lower_bound(untaken_.begin(), untaken_.end(), t,
                         [](const UntakenWord& word, std::uint32_t b) { return word.tokens.begin < b; });
    if (at != untaken_.end() && at->tokens.begin == t)
      return untaken_part(static_cast<std::size_t>(at - untaken_.begin()));
    return plain_part(t);
  }

  Part part_ending(std::uint32_t end) const {
    const auto at =
        std::lower_bound(untaken_.begin(), untaken_.end(), end,
                         [](const UntakenWord& word, std::uint32_t e) { return word.tokens.end < e; });
    if (at != untaken_.end() && at->tokens.end == end)
      return untaken_part(static_cast<std::size_t>(at - untaken_.begin()));
    return plain_part(end - 1);
  }

  Neighbourhood joined(const std::vector<Part>& before, std::size_t l, const Part& word,
                       const std::vector<Part>& behind, std::size_t r) const {
    std::vector<const Part*> parts;
    for (std::size_t i = l; i-- > 0;) parts.push_back(&before[i]);
    parts.push_back(&word);
    for (std::size_t i = 0; i < r; ++i) parts.push_back(&behind[i]);
    Neighbourhood all{"", {parts.front()->tokens.begin, parts.back()->tokens.end}};
    for (const Part* part : parts) {
      if (!all.text.empty() && token(part->tokens.begin).gap != Gap::none) all.text += ' ';
      all.text += part->shown;
    }
    return all;
  }

  const std::vector<UntakenWord>& untaken_;
  const std::vector<bool>& taken_;
  const Document& document_;
  const RuleSet& rules_;
};

}  // namespace

std::vector<Neighbourhood> neighbourhoods_of(std::size_t gap, const std::vector<UntakenWord>& untaken,
                                             const std::vector<bool>& taken, const Document& document,
                                             const RuleSet& rules) {
  return Surveyor(untaken, taken, document, rules).run(gap);
}

}  // namespace fasti
