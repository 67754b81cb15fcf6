// Three steps. Equal texts become one; pairs that most of each is in the other make kin (groups of one text);
// and where one text stands in another for the most part, one of the two groups borrows from the other. The
// groups are not joined by that: an article that holds two wire stories does not make the two one.
#include "copies/families.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "copies/likeness.h"
#include "copies/origin.h"
#include "copies/suspects.h"

namespace fasti {

namespace {

constexpr std::size_t least_words = 20;  // fewer in common are a saying, a footer, a headline
constexpr double most_of_it = 0.6;       // of a text whose every fifth word was changed 0.72 are left

using Texts = std::vector<const PrintedText*>;

// What is compared: each different text once.
struct Distinct {
  Texts texts;                                // the first of each by id
  std::vector<std::vector<std::size_t>> all;  // places in the list of all texts
  std::vector<Shingles> shingles;
};

Texts by_id(const std::vector<PrintedText>& texts) {
  Texts sorted;
  for (const PrintedText& text : texts) sorted.push_back(&text);
  std::sort(sorted.begin(), sorted.end(),
            [](const PrintedText* a, const PrintedText* b) { return a->id < b->id; });
  return sorted;
}

Distinct distinct_among(const Texts& texts) {
  std::vector<std::size_t> order;
  for (std::size_t t = 0; t < texts.size(); ++t)
    if (texts[t]->words.size() >= least_words) order.push_back(t);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return texts[a]->words < texts[b]->words; });
  std::vector<std::vector<std::size_t>> equal;
  for (const std::size_t t : order) {
    if (equal.empty() || texts[equal.back().front()]->words != texts[t]->words) equal.emplace_back();
    equal.back().push_back(t);
  }
  std::sort(equal.begin(), equal.end());
  Distinct distinct;
  for (std::vector<std::size_t>& places : equal) {
    distinct.texts.push_back(texts[places.front()]);
    distinct.shingles.push_back(shingles_of(distinct.texts.back()->words));
    distinct.all.push_back(std::move(places));
  }
  return distinct;
}

std::vector<const Shingles*> pointers_to(const std::vector<Shingles>& all) {
  std::vector<const Shingles*> pointers;
  for (const Shingles& one : all) pointers.push_back(&one);
  return pointers;
}

struct Leaders {
  std::vector<std::size_t> of;
  explicit Leaders(std::size_t size) : of(size) { std::iota(of.begin(), of.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (of[i] != i) i = of[i] = of[of[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a), b = find(b);
    of[std::max(a, b)] = std::min(a, b);
  }
};

// Of two groups of kin, a text of each: one stands in the other for the most part.
struct Holding {
  std::size_t a = 0, b = 0;  // among the distinct texts
};

// Texts that are one text, by the first of them among the distinct ones, and what holds what.
struct Kinship {
  std::map<std::size_t, std::vector<std::size_t>> groups;
  std::vector<std::size_t> group_of;
  std::vector<Holding> holdings;
};

Kinship kinship_of(const Distinct& distinct, const CommonShingles& common) {
  Leaders leaders(distinct.texts.size());
  Kinship kinship;
  for (const auto& [a, b] : suspects_among(pointers_to(distinct.shingles), common)) {
    if (leaders.find(a) == leaders.find(b)) continue;
    const Likeness likeness = likeness_of(distinct.shingles[a], distinct.shingles[b], common);
    if (likeness.words < least_words) continue;
    if (std::min(likeness.of_a, likeness.of_b) >= most_of_it)
      leaders.join(a, b);
    else if (std::max(likeness.of_a, likeness.of_b) >= most_of_it)
      kinship.holdings.push_back({a, b});
  }
  for (std::size_t t = 0; t < distinct.texts.size(); ++t) {
    kinship.group_of.push_back(leaders.find(t));
    kinship.groups[kinship.group_of.back()].push_back(t);
  }
  return kinship;
}

// A group of kin with its likeliest origin first, equal texts all there.
struct Kin {
  std::vector<Claimant> claimants;       // the likeliest origin first
  std::vector<std::size_t> distinct_of;  // of each claimant, its place among the distinct texts
};

Kin kin_of(const std::vector<std::size_t>& group, const Distinct& distinct, const Texts& texts) {
  Texts members;
  std::vector<std::size_t> place;
  for (const std::size_t d : group)
    for (const std::size_t t : distinct.all[d]) {
      members.push_back(texts[t]);
      place.push_back(d);
    }
  const std::vector<Claimant> claimants = claimants_among(members);
  std::vector<std::size_t> order(members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return goes_before(claimants[a], claimants[b]); });
  Kin kin;
  for (const std::size_t i : order) {
    kin.claimants.push_back(claimants[i]);
    kin.distinct_of.push_back(place[i]);
  }
  return kin;
}

// Between two groups each is asked about the other only: who is named, who was earlier, who is longer.
bool goes_before(const Kin& a, const Kin& b) {
  const PrintedText& first_a = *a.claimants.front().text;
  const PrintedText& first_b = *b.claimants.front().text;
  return goes_before(Claimant{&first_a, names_source_of(first_b, first_a) ? std::size_t{1} : 0},
                     Claimant{&first_b, names_source_of(first_a, first_b) ? std::size_t{1} : 0});
}

class FamilyTable {
 public:
  FamilyTable(const Texts& texts, const Distinct& distinct, const CommonShingles& common)
      : distinct_(distinct), common_(common), kinship_(kinship_of(distinct, common)) {
    for (const auto& [first, group] : kinship_.groups) kin_.emplace(first, kin_of(group, distinct, texts));
    for (const Holding& holding : kinship_.holdings) {
      std::size_t lender = kinship_.group_of[holding.a], borrower = kinship_.group_of[holding.b];
      if (lender == borrower) continue;
      if (goes_before(kin_.at(borrower), kin_.at(lender))) std::swap(lender, borrower);
      borrowers_[lender].insert(borrower);
    }
  }

  std::vector<Family> families() const {
    std::vector<Family> all;
    for (const auto& [first, kin] : kin_) {
      const auto borrowers = borrowers_.find(first);
      if (kin.claimants.size() < 2 && borrowers == borrowers_.end()) continue;
      Family family =
          family_of(kin, borrowers == borrowers_.end() ? std::set<std::size_t>() : borrowers->second);
      if (!family.members.empty()) all.push_back(std::move(family));
    }
    std::sort(all.begin(), all.end(), [](const Family& a, const Family& b) { return a.origin < b.origin; });
    return all;
  }

 private:
  Family family_of(const Kin& kin, const std::set<std::size_t>& borrowers) const {
    Family family;
    family.origin = kin.claimants.front().text->id;
    std::vector<Claimant> rest(kin.claimants.begin() + 1, kin.claimants.end());
    add_members(kin, kin.distinct_of.front(), Borrowing::copy, family);
    for (const std::size_t borrower : borrowers) {
      const Kin& others = kin_.at(borrower);
      add_members(others, kin.distinct_of.front(), Borrowing::borrows, family);
      for (Claimant claimant : others.claimants) rest.push_back({claimant.text, 0});
    }
    std::sort(family.members.begin(), family.members.end(),
              [](const FamilyMember& a, const FamilyMember& b) { return a.doc < b.doc; });
    family.reason = reason_for(origin_among(kin, rest), rest);
    return family;
  }

  // The origin with all the credits that the family gives it.
  static Claimant origin_among(const Kin& kin, const std::vector<Claimant>& rest) {
    Claimant origin = kin.claimants.front();
    origin.credits = static_cast<std::size_t>(std::count_if(
        rest.begin(), rest.end(), [&](const Claimant& c) { return names_source_of(*c.text, *origin.text); }));
    return origin;
  }

  // Equal texts are alike in the same way, and follow each other nowhere: so each is compared once.
  void add_members(const Kin& kin, std::size_t origin, Borrowing how, Family& family) const {
    std::map<std::size_t, Likeness> known;
    for (std::size_t i = 0; i < kin.claimants.size(); ++i) {
      const std::string& id = kin.claimants[i].text->id;
      if (id == family.origin) continue;
      const std::size_t place = kin.distinct_of[i];
      const auto [likeness, is_new] = known.try_emplace(place);
      if (is_new)
        likeness->second = likeness_of(distinct_.shingles[place], distinct_.shingles[origin], common_);
      const Likeness& found = likeness->second;
      if (how == Borrowing::borrows && found.words < least_words) continue;
      family.members.push_back({id, how, found.resemblance, found.of_a, found.words});
    }
  }

  const Distinct& distinct_;
  const CommonShingles& common_;
  Kinship kinship_;
  std::map<std::size_t, Kin> kin_;
  std::map<std::size_t, std::set<std::size_t>> borrowers_;
};

}  // namespace

std::string_view to_string(Borrowing how) { return how == Borrowing::copy ? "copy" : "borrows"; }

std::vector<Family> families(const std::vector<PrintedText>& given) {
  const Texts texts = by_id(given);
  const Distinct distinct = distinct_among(texts);
  const CommonShingles common(pointers_to(distinct.shingles));
  return FamilyTable(texts, distinct, common).families();
}

}  // namespace fasti
