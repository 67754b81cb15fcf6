// Grouping of invented claims: time, candidates' bound and what came out, by the number of claims.
//
//   grouping MOST      from 1,000 to MOST claims, each ten times more
//
// An event is told by one to five of a hundred outlets in half the same words, a day apart at times; words
// follow Zipf's law, as in real texts, and a fifth of the events share their day with many others.
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <random>

#include <fmt/format.h>

#include "event/group_events.h"

namespace {

using namespace fasti;

constexpr std::size_t outlets = 100;
constexpr std::size_t vocabulary = 30000;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

class Inventor {
 public:
  std::vector<Claim> claims(std::size_t count) {
    std::vector<Claim> claims;
    std::uniform_int_distribution<int> day(0, static_cast<int>(count / 20) + 30);
    std::uniform_int_distribution<int> tellers(1, 5);
    for (std::size_t event = 0; claims.size() < count; ++event) {
      const std::vector<std::string> words = some_words(8);
      const int date = random_() % 5 == 0 ? 7 : day(random_);
      for (int i = tellers(random_); i > 0 && claims.size() < count; --i)
        claims.push_back(claim(words, date + (random_() % 4 == 0 ? 1 : 0), claims.size()));
    }
    return claims;
  }

 private:
  std::vector<std::string> some_words(std::size_t count) {
    std::vector<std::string> words;
    std::uniform_real_distribution<double> uniform(0, 1);
    for (std::size_t i = 0; i < count; ++i)
      words.push_back(fmt::format("w{}", static_cast<int>(std::pow(vocabulary, uniform(random_)))));
    return words;
  }
  Claim claim(const std::vector<std::string>& words, int day, std::size_t number) {
    Claim claim;
    claim.doc = fmt::format("outlet-{}", random_() % outlets);
    claim.span = {number * 100, number * 100 + 80};
    claim.mention.type = claim.mention.head = "event";
    claim.mention.kinds = {"event"};
    claim.mention.span = claim.span;
    claim.entry = true;
    for (const std::string& word : some_words(6)) claim.terms.push_back({word});
    for (std::size_t i = 0; i < words.size(); ++i)
      if (random_() % 4 != 0) claim.terms.push_back({words[i]});
    claim.range = range_of_day(first_ + day);
    return claim;
  }

  std::mt19937 random_{20};
  static constexpr std::int64_t first_ = 14610;  // 1 January 2010, days since 1970
};

}  // namespace

int main(int argc, char** argv) {
  const std::size_t most = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100000;
  fmt::print("{:>10} {:>10} {:>9} {:>16}\n", "claims", "events", "seconds", "ns / (n log2 n)");
  NamesByDocument names;
  for (std::size_t i = 0; i < outlets; ++i) names[fmt::format("outlet-{}", i)] = {};
  for (std::size_t count = 1000; count <= most; count *= 10) {
    std::vector<Claim> claims = Inventor().claims(count);
    const double start = cpu_seconds();
    const std::vector<Event> events = group_events(std::move(claims), names);
    const double took = cpu_seconds() - start;
    const double n = static_cast<double>(count);
    fmt::print("{:>10} {:>10} {:>9.2f} {:>16.1f}\n", count, events.size(), took,
               took * 1e9 / (n * std::log2(n)));
  }
}
