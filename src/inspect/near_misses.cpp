#include "inspect/near_misses.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace fasti {

namespace {

constexpr std::uint32_t look_back = 8;   // tokens before the word at which a match that reaches it may begin
constexpr std::uint32_t near_word = 2;   // tokens between where a match failed and the word
constexpr std::uint32_t few_tokens = 2;  // that a match must have taken which fails before the word
constexpr std::size_t most_told = 3;

struct Candidate {
  const TimexRule* rule = nullptr;
  std::uint32_t begin = 0;
  Progress progress;
  bool took_word = false;
  std::uint32_t taken() const { return progress.reached - begin; }
};

bool nearer(const Candidate& a, const Candidate& b) {
  if (a.taken() != b.taken()) return a.taken() > b.taken();
  return a.took_word && !b.took_word;
}

std::optional<Candidate> candidate_of(const TimexRule& rule, Progress progress, std::uint32_t begin,
                                      TokenRange word) {
  Candidate candidate{&rule, begin, std::move(progress), false};
  const std::uint32_t reached = candidate.progress.reached;
  candidate.took_word = begin <= word.begin && reached >= word.end;
  const bool just_before =
      reached <= word.begin && word.begin - reached <= near_word && candidate.taken() >= few_tokens;
  if (!candidate.took_word && !just_before) return std::nullopt;
  return candidate;
}

// The nearest that any pattern of the rule came, from any start.
std::optional<Candidate> nearest_of(const TimexRule& rule, const RuleSet& rules, const FoldedText& text,
                                    std::uint32_t first, TokenRange word) {
  std::optional<Candidate> best;
  for (std::uint32_t begin = first; begin <= word.begin; ++begin)
    for (const PatternNode& pattern : rule.patterns) {
      Progress progress = progress_of(pattern, rules.lexicon, text, begin);
      if (!progress.ends.empty()) continue;  // it matches; then other things are told of it
      auto candidate = candidate_of(rule, std::move(progress), begin, word);
      if (candidate && (!best || nearer(*candidate, *best))) best = std::move(candidate);
    }
  return best;
}

std::uint32_t first_token_of_sentence(const Document& document, std::uint32_t token) {
  const std::vector<Sentence>& sentences = document.segmented.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return after == sentences.begin() ? 0 : std::prev(after)->tokens.begin;
}

NearMiss miss_of(const Candidate& candidate, const Document& document) {
  const std::vector<Token>& tokens = document.segmented.tokens;
  const std::uint32_t next = candidate.progress.reached;
  NearMiss miss;
  miss.rule = candidate.rule;
  miss.matched = {tokens[candidate.begin].span.begin, tokens[next - 1].span.end};
  miss.wanted = candidate.progress.wanted;
  if (next < tokens.size() && tokens[next].gap != Gap::block)
    miss.found = text_of(document.article.text, tokens[next]);
  return miss;
}

}  // namespace

std::vector<NearMiss> near_misses(const Document& document, const RuleSet& rules, const FoldedText& text,
                                  TokenRange word) {
  const std::uint32_t earliest = word.begin > look_back ? word.begin - look_back : 0;
  const std::uint32_t first = std::max(earliest, first_token_of_sentence(document, word.begin));
  std::vector<Candidate> candidates;
  for (const TimexRule& rule : rules.timexes)
    if (!rule.negative)
      if (auto candidate = nearest_of(rule, rules, text, first, word))
        candidates.push_back(std::move(*candidate));
  std::stable_sort(candidates.begin(), candidates.end(), nearer);
  std::vector<NearMiss> misses;
  for (const Candidate& candidate : candidates)
    if (misses.size() < most_told) misses.push_back(miss_of(candidate, document));
  return misses;
}

}  // namespace fasti
