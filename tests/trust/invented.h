// Events with a known truth and sources of known habits, drawn at random but always the same.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "trust/ballot.h"
#include "trust/learn.h"

namespace fasti::test {

struct Habits {
  std::vector<double> independent = {};  // how often each is right
  int ring = 0;                          // so many sources copy one feed, nearly without a slip …
  double feed = 0.5;                     // … which is right so often
  std::vector<int> biased = {};          // these mean another thing: so many days after the truth, as a rule
  double speaks = 0.8;                   // how often a source speaks of an event
};

struct Invented {
  Ballots ballots;
  std::vector<int> truth;  // the right candidate of each ballot; -1 where nobody gives it
};

inline DateRange invented_day(int day) { return range_of_day(Day{15'000 + day}); }

// Days around day 0; the errors are up to a week, never 0.
inline Invented invent(const Habits& habits, int events, unsigned seed) {
  std::mt19937 random(seed);
  const auto chance = [&] { return std::uniform_real_distribution<>(0, 1)(random); };
  const auto error = [&] {
    static constexpr int errors[] = {-7, -3, -2, -1, 1, 2, 3, 7};
    return errors[random() % 8];
  };
  Invented invented;
  invented.ballots.kinds = {"sinking"};
  const std::size_t sources =
      habits.independent.size() + static_cast<std::size_t>(habits.ring) + habits.biased.size();
  for (std::size_t s = 0; s < sources; ++s) invented.ballots.sources.push_back("s" + std::to_string(100 + s));
  for (int e = 0; e < events; ++e) {
    std::vector<std::pair<std::uint32_t, int>> said;
    std::uint32_t source = 0;
    for (const double right : habits.independent) {
      const int day = chance() < right ? 0 : error();
      if (chance() < habits.speaks) said.emplace_back(source, day);
      ++source;
    }
    const int feed = chance() < habits.feed ? 0 : error();
    for (int i = 0; i < habits.ring; ++i, ++source) {
      const int day = chance() < 0.99 ? feed : error();
      if (chance() < habits.speaks) said.emplace_back(source, day);
    }
    for (const int bias : habits.biased) {
      const int day = chance() < 0.9 ? bias : 0;
      if (chance() < habits.speaks) said.emplace_back(source, day);
      ++source;
    }
    Ballot ballot;
    int truth = -1;
    for (int day = -7; day <= 7; ++day) {
      const auto number = static_cast<std::uint32_t>(ballot.candidates.size());
      for (const auto& [who, what] : said)
        if (what == day) ballot.says.push_back({who, number, 1});
      if (ballot.says.empty() || ballot.says.back().candidate != number) continue;
      ballot.candidates.push_back(invented_day(20 * e + day));
      if (day == 0) truth = static_cast<int>(number);
    }
    put_in_order(ballot.says);
    if (ballot.candidates.empty()) continue;
    invented.ballots.events.push_back(std::move(ballot));
    invented.truth.push_back(truth);
  }
  return invented;
}

// The share of events whose heaviest candidate is the right one; of k equal ones each is worth 1/k.
inline double accuracy(const Invented& invented, Method method) {
  const Learned learned = learn(invented.ballots, method);
  double right = 0;
  for (std::size_t e = 0; e < invented.truth.size(); ++e) {
    if (invented.truth[e] < 0) continue;
    const auto weights = weigh(learned, invented.ballots.events[e]);
    const double best = *std::max_element(weights.begin(), weights.end());
    const auto leads = [&](double w) { return w > best - 1e-9; };
    if (leads(weights[static_cast<std::size_t>(invented.truth[e])]))
      right += 1.0 / static_cast<double>(std::count_if(weights.begin(), weights.end(), leads));
  }
  return right / static_cast<double>(invented.truth.size());
}

}  // namespace fasti::test
