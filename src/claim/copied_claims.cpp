// Articles that families tie together are read one after the other, lenders first. A sentence that an earlier
// one has, word for word or edited, is traced to the first; a claim in it is a copy where its own words stand
// there too and its date is that of the first, by its words or by what they mean.
#include "claim/copied_claims.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/hash.h"
#include "calendar/date_range.h"
#include "copies/shingles.h"

namespace fasti {

namespace {

constexpr double edited_at_most = 0.5;  // so much of an edited sentence is left at least
constexpr double said_there = 0.6;      // so much of a claim stands in the first sentence
constexpr std::size_t sentences_a_shingle = 4;

struct FirstSentence {
  const Document* document = nullptr;
  std::size_t number = 0;  // among its sentences
  std::vector<WordHash> words;
};

std::uint64_t hash_of(const std::vector<WordHash>& words) {
  std::uint64_t hash = hash_seed;
  for (const WordHash word : words) hash = (hash ^ word) * 1099511628211ULL;
  return hash ^ (hash >> 31U);
}

// The share of the words that stand in runs of two which `others` has too; of a single word, whether it is
// there.
double part_in(const std::vector<WordHash>& words, const std::vector<WordHash>& others) {
  if (words.empty()) return 0;
  if (words.size() == 1) return std::find(others.begin(), others.end(), words[0]) == others.end() ? 0 : 1;
  std::set<std::pair<WordHash, WordHash>> pairs;
  for (std::size_t i = 0; i + 1 < others.size(); ++i) pairs.emplace(others[i], others[i + 1]);
  std::size_t found = 0, until = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!pairs.contains({words[i], words[i + 1]})) continue;
    found += i + 2 - std::max(until, i);
    until = i + 2;
  }
  return static_cast<double>(found) / static_cast<double>(words.size());
}

bool stands_in(const std::vector<WordHash>& words, const std::vector<WordHash>& others) {
  return std::search(others.begin(), others.end(), words.begin(), words.end()) != others.end();
}

// The sentences of a group of articles, each where it was first.
class FirstSentences {
 public:
  // The sentence of an earlier article that this one repeats; else it is kept as a first one itself.
  const FirstSentence* find_or_add(const Document& document, std::size_t number) {
    const Sentence& sentence = document.segmented.sentences[number];
    std::vector<WordHash> words =
        hashed_words(document.article.text, document.segmented.tokens, sentence.tokens).hashes;
    if (words.empty()) return nullptr;
    const std::uint64_t hash = hash_of(words);
    if (const auto same = by_hash_.find(hash); same != by_hash_.end())
      return elsewhere(same->second, document);
    const Shingles shingles = shingles_of(words);
    if (const FirstSentence* like = most_like(shingles, words, document)) return like;
    by_hash_.emplace(hash, all_.size());
    for (const Shingle shingle : set_of(shingles))
      if (auto& holders = by_shingle_[shingle]; holders.size() < sentences_a_shingle)
        holders.push_back(all_.size());
    all_.push_back({&document, number, std::move(words)});
    return nullptr;
  }

 private:
  const FirstSentence* elsewhere(std::size_t sentence, const Document& document) const {
    return all_[sentence].document == &document ? nullptr : &all_[sentence];
  }

  const FirstSentence* most_like(const Shingles& shingles, const std::vector<WordHash>& words,
                                 const Document& document) const {
    std::map<std::size_t, std::size_t> shared;
    for (const Shingle shingle : shingles)
      if (const auto holders = by_shingle_.find(shingle); holders != by_shingle_.end())
        for (const std::size_t holder : holders->second) ++shared[holder];
    const FirstSentence* best = nullptr;
    double most = edited_at_most;
    for (const auto& [holder, count] : shared) {
      const double part = std::max(part_in(words, all_[holder].words), part_in(all_[holder].words, words));
      if (part < most || elsewhere(holder, document) == nullptr || (best != nullptr && part == most))
        continue;
      best = &all_[holder];
      most = part;
    }
    return best;
  }

  std::vector<FirstSentence> all_;
  std::unordered_map<std::uint64_t, std::size_t> by_hash_;
  std::unordered_map<Shingle, std::vector<std::size_t>> by_shingle_;
};

using ById = std::map<std::string_view, const Document*>;

// Which articles lend to which, and groups of those that are tied by that.
class Order {
 public:
  Order(const std::vector<Family>& families, const ById& documents) : documents_(documents) {
    for (const Family& family : families)
      for (const FamilyMember& member : family.members) {
        ties_[family.origin].insert(member.doc);
        ties_[member.doc].insert(family.origin);
        if (lends_to_[family.origin].insert(member.doc).second) ++lenders_[member.doc];
      }
  }

  // Lenders before borrowers, else by day, then id.
  std::vector<std::vector<const Document*>> groups() {
    std::vector<std::vector<const Document*>> all;
    std::set<std::string_view> seen;
    for (const auto& [doc, ties] : ties_) {
      if (seen.contains(doc)) continue;
      all.push_back(in_order(tied_to(doc, seen)));
    }
    return all;
  }

 private:
  std::set<std::string_view> tied_to(std::string_view doc, std::set<std::string_view>& seen) const {
    std::set<std::string_view> group{doc};
    std::vector<std::string_view> open{doc};
    while (!open.empty()) {
      const auto ties = ties_.find(open.back());
      open.pop_back();
      for (const std::string_view other : ties->second)
        if (group.insert(other).second) open.push_back(other);
    }
    seen.insert(group.begin(), group.end());
    return group;
  }

  std::pair<Day, std::string_view> place_of(std::string_view doc) const {
    const Published& published = documents_.at(doc)->published;
    return {published.known() ? first_day(published.range) : std::numeric_limits<Day>::max(), doc};
  }

  std::vector<const Document*> in_order(const std::set<std::string_view>& group) {
    std::set<std::tuple<std::size_t, Day, std::string_view>> open;  // by lenders that are still to come
    const auto entry = [&](std::string_view doc) {
      const auto [day, id] = place_of(doc);
      return std::tuple(lenders_[doc], day, id);
    };
    for (const std::string_view doc : group)
      if (documents_.contains(doc)) open.insert(entry(doc));
    std::vector<const Document*> order;
    while (!open.empty()) {  // two that lend to each other are taken as they come
      const std::string_view doc = std::get<2>(*open.begin());
      open.erase(open.begin());
      order.push_back(documents_.at(doc));
      for (const std::string_view borrower : lends_to_[doc]) {
        const bool waits = documents_.contains(borrower) && open.erase(entry(borrower)) > 0;
        --lenders_[borrower];
        if (waits) open.insert(entry(borrower));
      }
    }
    return order;
  }

  const ById& documents_;
  std::map<std::string_view, std::set<std::string_view>> ties_, lends_to_;
  std::map<std::string_view, std::size_t> lenders_;
};

using Place = std::pair<const Document*, std::size_t>;  // a sentence, by its number
using ClaimsByPlace = std::map<Place, std::vector<Claim*>>;

std::size_t sentence_of(const Claim& claim, const Document& document) {
  const auto& sentences = document.segmented.sentences;
  const auto found =
      std::upper_bound(sentences.begin(), sentences.end(), claim.span.begin,
                       [](std::size_t at, const Sentence& sentence) { return at < sentence.span.end; });
  return static_cast<std::size_t>(found - sentences.begin());
}

std::vector<WordHash> words_in(const Document& document, Span span) {
  return hashed_words(std::string_view(document.article.text).substr(span.begin, span.size())).hashes;
}

bool gives_its_date(const Claim& claim, const Document& document, const FirstSentence& first,
                    const ClaimsByPlace& claims) {
  if (!claim.range) return true;
  if (claim.timex && stands_in(words_in(document, claim.timex->span), first.words)) return true;
  const auto there = claims.find({first.document, first.number});
  return there != claims.end() &&
         std::any_of(there->second.begin(), there->second.end(),
                     [&](const Claim* other) { return other->range == claim.range; });
}

void mark(const std::vector<Claim*>& here, const Document& document, const FirstSentence& first,
          const ClaimsByPlace& claims) {
  for (Claim* claim : here)
    if (part_in(words_in(document, claim->span), first.words) >= said_there &&
        gives_its_date(*claim, document, first, claims))
      claim->copy_of = first.document->article.id;
}

}  // namespace

PrintedText printed_text_of(const Document& document) {
  Words words = hashed_words(document.article.text, document.segmented.tokens);
  PrintedText text{document.article.id,
                   document.article.source,
                   {},
                   std::move(words.hashes),
                   std::move(words.capitalised)};
  if (document.published.known() && !document.published.range.open_start)
    text.published = first_day(document.published.range);
  return text;
}

void mark_copies(const std::vector<Claim*>& claims, const std::vector<Family>& families,
                 const std::vector<Document>& documents) {
  if (families.empty()) return;
  ById by_id;
  for (const Document& document : documents) by_id.emplace(document.article.id, &document);
  Order order(families, by_id);
  ClaimsByPlace by_place;
  for (Claim* claim : claims)
    if (const auto document = by_id.find(claim->doc); document != by_id.end())
      by_place[{document->second, sentence_of(*claim, *document->second)}].push_back(claim);
  for (const std::vector<const Document*>& group : order.groups()) {
    FirstSentences firsts;
    for (const Document* document : group)
      for (std::size_t number = 0; number < document->segmented.sentences.size(); ++number) {
        const FirstSentence* first = firsts.find_or_add(*document, number);
        if (first == nullptr) continue;
        if (const auto here = by_place.find({document, number}); here != by_place.end())
          mark(here->second, *document, *first, by_place);
      }
  }
}

}  // namespace fasti
