// Copies among invented articles: time, memory, and how many of them are found, by what was done to them.
//
//   copies MOST      from 1,000 to MOST articles, each ten times more
//
// An article has 300 words, every tenth 100. Words follow Zipf's law, and every second one is drawn from the
// few that like to follow the one before, so that runs of three come again in texts that have nothing to do
// with each other. The articles are of a hundred outlets, each with a footer of twenty words. Every tenth is
// a copy of an earlier one.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <map>
#include <random>
#include <set>

#include <sys/resource.h>

#include <fmt/format.h>

#include "copies/families.h"
#include "text/segment.h"

namespace {

using namespace fasti;

constexpr std::size_t outlets = 100, vocabulary = 30'000, words_in_article = 300, words_in_wire = 100,
                      words_in_footer = 20;

enum Change : std::size_t {
  original,
  edits_5,
  edits_10,
  edits_20,
  headline,
  cut,
  brief,
  held,
  merged,
  changes
};
constexpr const char* names[] = {"",    "5 % edits", "10 % edits", "20 % edits", "headline",
                                 "cut", "brief",     "held",       "merged"};

using Text = std::vector<std::uint32_t>;

struct Made {
  Text text;
  Change change = original;
  std::set<std::size_t> roots;  // the originals that it has words of
};

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

long peak_memory() {  // megabytes
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

class Inventor {
 public:
  Text text(std::size_t words) {
    Text text;
    for (std::size_t i = 0; i < words; ++i) text.push_back(next(text.empty() ? 0 : text.back()));
    return text;
  }
  std::uint32_t below(std::size_t most) { return static_cast<std::uint32_t>(random_() % most); }

  Text edited(Text text, unsigned in_a_hundred) {
    for (std::uint32_t& word : text)
      if (below(100) < in_a_hundred) word = zipf();
    return text;
  }

 private:
  std::uint32_t zipf() {
    return static_cast<std::uint32_t>(std::pow(vocabulary, static_cast<double>(random_()) / 4294967296.0));
  }
  std::uint32_t next(std::uint32_t word) {
    if (random_() % 2 == 0) return zipf();
    return (word * 2654435761U + below(6) * 40503U) % 2000;
  }
  std::mt19937 random_{20261130};
};

Made changed(Change change, const std::vector<Made>& all, Inventor& inventor) {
  const auto any = [&] {
    const std::size_t words = change == held ? words_in_wire : words_in_article;
    std::size_t i = inventor.below(all.size());
    while (all[i].change != original || all[i].text.size() != words) i = inventor.below(all.size());
    return i;
  };
  const std::size_t first = any();
  Text text = all[first].text;
  std::set<std::size_t> roots{first};
  const auto at = [](Text& t, std::size_t i) { return t.begin() + static_cast<std::ptrdiff_t>(i); };
  switch (change) {
    case edits_5:
      text = inventor.edited(std::move(text), 5);
      break;
    case edits_10:
      text = inventor.edited(std::move(text), 10);
      break;
    case edits_20:
      text = inventor.edited(std::move(text), 20);
      break;
    case headline:
      std::copy_n(inventor.text(8).begin(), 8, text.begin());
      break;
    case cut:  // two of five paragraphs
      text.erase(at(text, 60), at(text, 120));
      text.erase(at(text, 160), at(text, 220));
      break;
    case merged: {
      const std::size_t second = any();
      text.insert(text.end(), all[second].text.begin(), all[second].text.end());
      roots.insert(second);
      break;
    }
    case brief:  // its first eighty words
      text.resize(80);
      break;
    case held: {  // within an article of another
      Text around = inventor.text(words_in_article - words_in_wire);
      around.insert(at(around, 80), text.begin(), text.end());
      text = std::move(around);
      break;
    }
    default:
      break;
  }
  return {std::move(text), change, std::move(roots)};
}

std::vector<Made> articles(std::size_t count, Inventor& inventor) {
  std::vector<Made> all;
  std::size_t copies = 0;
  while (all.size() < count) {
    if (all.size() % 10 == 9)
      all.push_back(changed(static_cast<Change>(1 + copies++ % (changes - 1)), all, inventor));
    else
      all.push_back(
          {inventor.text(all.size() % 10 == 0 ? words_in_wire : words_in_article), original, {all.size()}});
  }
  return all;
}

std::string spelled(const Text& text) {
  std::string all;
  for (const std::uint32_t word : text) {
    all += all.empty() ? "" : " ";
    for (std::uint32_t rest = word + 27; rest > 0; rest /= 27) all += static_cast<char>('a' + rest % 26);
  }
  return all + ".";
}

std::vector<PrintedText> read(const std::vector<Made>& made, Inventor& inventor) {
  std::vector<std::string> footers;
  for (std::size_t i = 0; i < outlets; ++i) footers.push_back(spelled(inventor.text(words_in_footer)));
  std::vector<PrintedText> texts;
  for (std::size_t i = 0; i < made.size(); ++i) {
    const std::size_t outlet = i * 7919 % outlets;
    const std::string text = spelled(made[i].text) + "\n\n" + footers[outlet];
    Words words = hashed_words(text, segment(text, {0, text.size()}, {}).tokens);
    texts.push_back({fmt::format("{:07}", i), fmt::format("outlet {}", outlet), static_cast<Day>(i),
                     std::move(words.hashes), std::move(words.capitalised)});
  }
  return texts;
}

struct Score {
  std::size_t made[changes] = {}, found[changes] = {};
  std::size_t told = 0, right = 0;
};

Score score_of(const std::vector<Family>& families, const std::vector<Made>& made) {
  Score score;
  std::map<std::size_t, std::set<std::size_t>> told_with;  // of each copy, the originals in its families
  const auto meet = [&](std::size_t a, std::size_t b) {
    return std::any_of(made[a].roots.begin(), made[a].roots.end(),
                       [&](std::size_t root) { return made[b].roots.count(root) > 0; });
  };
  for (const Family& family : families) {
    const std::size_t origin = std::stoul(family.origin);
    for (const FamilyMember& member : family.members) {
      const std::size_t doc = std::stoul(member.doc);
      ++score.told;
      score.right += meet(origin, doc) ? 1 : 0;
      told_with[doc].insert(made[origin].roots.begin(), made[origin].roots.end());
      told_with[origin].insert(made[doc].roots.begin(), made[doc].roots.end());
    }
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (made[i].change == original) continue;
    ++score.made[made[i].change];
    score.found[made[i].change] +=
        std::all_of(made[i].roots.begin(), made[i].roots.end(),
                    [&](std::size_t root) { return told_with[i].count(root) > 0; });
  }
  return score;
}

void measure(std::size_t count) {
  Inventor inventor;
  const std::vector<Made> made = articles(count, inventor);
  const double begin = cpu_seconds();
  const std::vector<PrintedText> texts = read(made, inventor);
  const double read_by = cpu_seconds();
  const long before = peak_memory();
  const std::vector<Family> found = families(texts);
  const double found_by = cpu_seconds();
  const Score score = score_of(found, made);
  fmt::print("| {} | {:.2f} | {:.2f} | {} | {:.4f} |", count, read_by - begin, found_by - read_by,
             peak_memory() - before,
             score.told == 0 ? 1 : static_cast<double>(score.right) / static_cast<double>(score.told));
  for (std::size_t change = 1; change < changes; ++change)
    fmt::print(" {:.3f} |", static_cast<double>(score.found[change]) /
                                static_cast<double>(std::max<std::size_t>(1, score.made[change])));
  fmt::print("\n");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t most = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
  fmt::print("| articles | seconds to read | to find | MB for that | precision |");
  for (std::size_t change = 1; change < changes; ++change) fmt::print(" {} |", names[change]);
  fmt::print("\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  for (std::size_t count = 1000; count <= most; count *= 10) measure(count);
}
