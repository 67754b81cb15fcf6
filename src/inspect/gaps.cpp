#include "inspect/gaps.h"

#include <algorithm>
#include <queue>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "base/escape.h"
#include "inspect/neighbourhoods.h"
#include "inspect/place.h"

namespace fasti {

namespace {

constexpr std::size_t most_places = 3;
constexpr std::size_t most_words = 6;

struct UntakenPlace {
  std::size_t document = 0;
  Span word;
  std::string folded_word;
  std::size_t kind = 0;
  struct Choice {
    std::uint32_t around = 0;  // number of the neighbourhood
    Span words;
  };
  std::vector<Choice> choices;
  bool settled = false;
};

// All gaps, and the texts of their neighbourhoods by number.
struct Survey {
  std::vector<UntakenPlace> gaps;
  std::vector<std::string> texts;
  std::vector<std::size_t> lengths;               // in words besides the gap's own
  std::vector<std::vector<std::uint32_t>> found;  // by neighbourhood: its gaps
  std::unordered_map<std::string, std::uint32_t> numbers;

  std::uint32_t number_of(const Neighbourhood& around) {
    const auto [known, is_new] = numbers.try_emplace(around.text, static_cast<std::uint32_t>(texts.size()));
    if (is_new) {
      texts.push_back(around.text);
      lengths.push_back(around.tokens.size() - 1);
      found.emplace_back();
    }
    return known->second;
  }
};

Span span_of(const Document& document, TokenRange range) {
  const std::vector<Token>& tokens = document.segmented.tokens;
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

void survey(const Document& document, std::size_t number, const RuleSet& rules, const Profile& profile,
            Survey& all) {
  const std::vector<bool> taken =
      taken_tokens(sightings_in(document.article.text, document.segmented, rules, profile),
                   document.segmented.tokens.size());
  const std::vector<UntakenWord> untaken = untaken_words(document, rules, taken);
  for (std::size_t i = 0; i < untaken.size(); ++i) {
    UntakenPlace gap;
    gap.document = number;
    gap.word = span_of(document, untaken[i].tokens);
    gap.folded_word = folded(one_line(document.article.text.substr(gap.word.begin, gap.word.size())));
    gap.kind = untaken[i].kind;
    for (const Neighbourhood& around : neighbourhoods_of(i, untaken, taken, document, rules)) {
      const std::uint32_t known = all.number_of(around);
      all.found[known].push_back(static_cast<std::uint32_t>(all.gaps.size()));
      gap.choices.push_back({known, span_of(document, around.tokens)});
    }
    all.gaps.push_back(std::move(gap));
  }
}

// A neighbourhood that several gaps share, and what it tells: the words that need not be told again for each.
struct Offer {
  std::size_t worth = 0;
  std::size_t count = 0;
  std::uint32_t around = 0;
};

class Grouper {
 public:
  Grouper(Survey& all, const RuleSet& rules) : all_(all), rules_(rules) {}

  std::vector<GapGroup> run() {
    const auto less = [this](const Offer& a, const Offer& b) {
      return a.worth != b.worth ? a.worth < b.worth : all_.texts[a.around] > all_.texts[b.around];
    };
    std::priority_queue<Offer, std::vector<Offer>, decltype(less)> offers(less);
    counts_.resize(all_.texts.size());
    for (std::uint32_t n = 0; n < all_.texts.size(); ++n) {
      counts_[n] = all_.found[n].size();
      if (counts_[n] > 1) offers.push(offer_of(n));
    }
    while (!offers.empty()) {
      const Offer best = offers.top();
      offers.pop();
      const std::size_t left = counts_[best.around];
      if (left < 2) continue;
      if (left == best.count)
        settle(best.around);
      else
        offers.push(offer_of(best.around));  // some of its gaps have gone elsewhere
    }
    settle_rest();
    return sorted();
  }

 private:
  Offer offer_of(std::uint32_t n) const { return {counts_[n] * all_.lengths[n], counts_[n], n}; }

  void settle(std::uint32_t around) {
    GapGroup group;
    group.around = all_.texts[around];
    for (const std::uint32_t i : all_.found[around]) {
      UntakenPlace& gap = all_.gaps[i];
      if (gap.settled) continue;
      const auto choice = std::find_if(gap.choices.begin(), gap.choices.end(),
                                       [&](const UntakenPlace::Choice& c) { return c.around == around; });
      add(group, gap, choice->words);
    }
    groups_.push_back(std::move(group));
  }

  void settle_rest() {
    std::vector<GapGroup> by_kind(rules_.date_words.size());
    for (UntakenPlace& gap : all_.gaps)
      if (!gap.settled) add(by_kind[gap.kind], gap, gap.word);
    for (std::size_t kind = 0; kind < by_kind.size(); ++kind) {
      by_kind[kind].around = rules_.date_words[kind].text;
      by_kind[kind].alone = true;
      if (by_kind[kind].count > 0) groups_.push_back(std::move(by_kind[kind]));
    }
  }

  void add(GapGroup& group, UntakenPlace& gap, Span words) {
    gap.settled = true;
    for (const UntakenPlace::Choice& choice : gap.choices) --counts_[choice.around];
    ++group.count;
    if (group.places.size() < most_places) group.places.push_back({gap.document, words});
    auto known = std::find_if(group.words.begin(), group.words.end(),
                              [&](const auto& word) { return word.first == gap.folded_word; });
    if (known == group.words.end()) known = group.words.insert(group.words.end(), {gap.folded_word, 0});
    ++known->second;
  }

  std::vector<GapGroup> sorted() {
    for (GapGroup& group : groups_)
      std::sort(group.words.begin(), group.words.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
      });
    std::sort(groups_.begin(), groups_.end(), [](const GapGroup& a, const GapGroup& b) {
      if (a.alone != b.alone) return b.alone;
      return a.count != b.count ? a.count > b.count : a.around < b.around;
    });
    return std::move(groups_);
  }

  Survey& all_;
  const RuleSet& rules_;
  std::vector<std::size_t> counts_;  // by neighbourhood: gaps that are not settled
  std::vector<GapGroup> groups_;
};

std::string words_of(const GapGroup& group) {
  std::string list;
  for (std::size_t i = 0; i < std::min(group.words.size(), most_words); ++i)
    list += fmt::format("{}{} {}", i == 0 ? "" : ", ", one_line(group.words[i].first), group.words[i].second);
  return list + (group.words.size() > most_words ? " …" : "");
}

}  // namespace

std::vector<GapGroup> find_gaps(const std::vector<Document>& documents, const RuleSet& rules,
                                const Profile& profile) {
  Survey all;
  for (std::size_t d = 0; d < documents.size(); ++d) survey(documents[d], d, rules, profile, all);
  return Grouper(all, rules).run();
}

std::string gaps_text(const std::vector<GapGroup>& groups, const std::vector<Document>& documents) {
  std::string text;
  std::size_t total = 0;
  bool alone = false;
  for (const GapGroup& group : groups) {
    if (group.alone && !alone)
      text += fmt::format("{}with other words around each time:\n", text.empty() ? "" : "\n");
    alone = group.alone;
    text += fmt::format("{:>6} {:32} {}\n", group.count, one_line(group.around), words_of(group));
    for (const GapPlace& place : group.places)
      text += fmt::format("{:>6} {}: {}\n", "", place_in(documents[place.document].article, place.words),
                          words_around(documents[place.document], place.words));
    total += group.count;
  }
  return text + fmt::format("{}{} words that look like a part of a date are taken by no rule\n",
                            text.empty() ? "" : "\n", total);
}

}  // namespace fasti
