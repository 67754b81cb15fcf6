#include "inspect/explain.h"

#include <algorithm>

#include "inspect/near_misses.h"

namespace fasti {

namespace {

using Fate = Sighting::Fate;

class Explainer {
 public:
  Explainer(const Document& document, const RuleSet& rules, const Profile& profile)
      : document_(document),
        rules_(rules),
        profile_(profile),
        folded_(folded_text(document.article.text, document.segmented.tokens, rules.timex_program)) {}

  Explanation run() {
    const std::vector<Sighting> sightings =
        sightings_in(document_.article.text, document_.segmented, rules_, profile_);
    for (const Sighting& sighting : sightings)
      if (sighting.fate == Fate::taken) result_.takings.push_back(taking_of(sighting));
    for (const Sighting& sighting : sightings)
      if (is_beaten(sighting)) add(taking_with(sighting.winner).lost, lost_of(sighting));
    find_untaken(sightings);
    return std::move(result_);
  }

 private:
  static bool is_beaten(const Sighting& sighting) { return sighting.fate >= Fate::shorter; }
  static bool is_refused(const Sighting& sighting) {
    return sighting.fate != Fate::taken && !is_beaten(sighting);
  }

  const Token& token(std::uint32_t t) const { return document_.segmented.tokens[t]; }
  Span span_of(TokenRange range) const {
    return {token(range.begin).span.begin, token(range.end - 1).span.end};
  }

  std::string words_of(TokenRange range) const {
    const Span span = span_of(range);
    return document_.article.text.substr(span.begin, span.size());
  }

  Taking taking_of(const Sighting& sighting) const {
    Taking taking;
    taking.rule = &rules_.timexes[sighting.hit.pattern];
    taking.span = span_of(sighting.hit.tokens);
    taking.captures = captured_by(sighting.hit, *taking.rule);
    if (!taking.rule->negative) taking.timexes = timexes_within(taking.span);
    return taking;
  }

  std::vector<std::size_t> timexes_within(Span span) const {
    const std::vector<Timex>& timexes = document_.timexes;
    const auto first =
        std::lower_bound(timexes.begin(), timexes.end(), span.begin,
                         [](const Timex& timex, std::size_t at) { return timex.span.begin < at; });
    std::vector<std::size_t> within;
    for (auto timex = first; timex != timexes.end() && timex->span.begin < span.end; ++timex)
      within.push_back(static_cast<std::size_t>(timex - timexes.begin()));
    return within;
  }

  std::vector<CapturedWords> captured_by(const Hit& hit, const TimexRule& rule) const {
    std::vector<CapturedWords> captured;
    const auto values = capture_values(rules_, rule.captures, hit, folded_.symbols);
    for (std::size_t slot = 0; slot < rule.captures.size(); ++slot) {
      if (hit.captures[slot].size() == 0) continue;
      const CaptureValue& value = values[captured.size()];
      captured.push_back({value.name, value.value, words_of(hit.captures[slot])});
    }
    return captured;
  }

  Taking& taking_with(const Hit& winner) {
    const std::size_t begin = span_of(winner.tokens).begin;
    return *std::lower_bound(result_.takings.begin(), result_.takings.end(), begin,
                             [](const Taking& taking, std::size_t at) { return taking.span.begin < at; });
  }

  LostMatch lost_of(const Sighting& sighting) const {
    LostMatch lost;
    lost.rule = &rules_.timexes[sighting.hit.pattern];
    lost.span = span_of(sighting.hit.tokens);
    lost.fate = sighting.fate;
    lost.objection = sighting.objection;
    if (is_beaten(sighting)) lost.winner = &rules_.timexes[sighting.winner.pattern];
    if (sighting.objection != nullptr)
      lost.beside = word_beside(sighting.hit.tokens, sighting.objection->left);
    return lost;
  }

  std::string word_beside(TokenRange range, bool left) const {
    if (left)
      return range.begin == 0 || token(range.begin).gap == Gap::block
                 ? ""
                 : words_of({range.begin - 1, range.begin});
    const bool last = range.end == document_.segmented.tokens.size() || token(range.end).gap == Gap::block;
    return last ? "" : words_of({range.end, range.end + 1});
  }

  // Several patterns of a rule may find the same words.
  static void add(std::vector<LostMatch>& list, LostMatch lost) {
    const bool known = std::any_of(list.begin(), list.end(), [&](const LostMatch& other) {
      return other.rule == lost.rule && other.span == lost.span;
    });
    if (!known) list.push_back(std::move(lost));
  }

  void find_untaken(const std::vector<Sighting>& sightings) {
    const std::vector<bool> taken = taken_tokens(sightings, document_.segmented.tokens.size());
    untaken_at_.assign(taken.size(), none);
    for (const UntakenWord& word : untaken_words(document_, rules_, taken))
      put({span_of(word.tokens),
           rules_.date_words[word.kind].text,
           {},
           near_misses(document_, rules_, folded_, word.tokens)},
          word.tokens);
    for (const Sighting& sighting : sightings)
      if (is_refused(sighting)) add_refused(lost_of(sighting), sighting.hit.tokens);
    std::stable_sort(result_.untaken.begin(), result_.untaken.end(),
                     [](const Untaken& a, const Untaken& b) { return a.span < b.span; });
  }

  void put(Untaken untaken, TokenRange words) {
    for (std::uint32_t t = words.begin; t < words.end; ++t) untaken_at_[t] = result_.untaken.size();
    result_.untaken.push_back(std::move(untaken));
  }

  // To the expression that has its words instead, or to the untaken word among them.
  void add_refused(LostMatch lost, TokenRange words) {
    const auto after =
        std::lower_bound(result_.takings.begin(), result_.takings.end(), lost.span.begin,
                         [](const Taking& taking, std::size_t at) { return taking.span.end <= at; });
    if (after != result_.takings.end() && overlaps(after->span, lost.span))
      return add(after->lost, std::move(lost));
    for (std::uint32_t t = words.begin; t < words.end; ++t)
      if (untaken_at_[t] != none) return add(result_.untaken[untaken_at_[t]].kept_away, std::move(lost));
    const Span span = lost.span;
    put({span, "", {std::move(lost)}, {}}, words);
  }

  static constexpr std::size_t none = ~std::size_t{0};
  const Document& document_;
  const RuleSet& rules_;
  const Profile& profile_;
  FoldedText folded_;
  std::vector<std::size_t> untaken_at_;  // by token: index into the untaken, or none
  Explanation result_;
};

}  // namespace

Explanation explain(const Document& document, const RuleSet& rules, const Profile& profile) {
  return Explainer(document, rules, profile).run();
}

}  // namespace fasti
