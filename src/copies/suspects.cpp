#include "copies/suspects.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace fasti {

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// ---- MinHash in bands: texts with a resemblance of 0.8 share a band with 0.998, of 0.6 with 0.81, of 0.2
// with 0.02.

constexpr std::size_t rows = 4, bands = 12, bins = rows * bands;

using Signature = std::array<std::uint32_t, bins>;

// Empty bins take the least of the next that is not.
void fill_empty_bins(Signature& least, std::uint32_t empty) {
  const Signature found = least;
  for (std::size_t bin = 0; bin < bins; ++bin)
    for (std::size_t step = 1; least[bin] == empty && step < bins; ++step)
      if (const std::uint32_t next = found[(bin + step) % bins]; next != empty)
        least[bin] = mixed(next + static_cast<std::uint32_t>(step));
}

std::optional<Signature> signature_of(const Shingles& text, const CommonShingles& common) {
  constexpr std::uint32_t empty = std::numeric_limits<std::uint32_t>::max();
  Signature least;
  least.fill(empty);
  bool any = false;
  for (const Shingle shingle : text) {
    if (common.contain(shingle)) continue;
    any = true;
    const std::uint64_t chance = mixed(shingle ^ 0x5BD1E995U);
    std::uint32_t& bin = least[(chance * bins) >> 32U];
    bin = std::min(bin, mixed(static_cast<std::uint32_t>(chance)));
  }
  if (!any) return std::nullopt;
  fill_empty_bins(least, empty);
  return least;
}

std::uint64_t band_of(const Signature& signature, std::size_t band) {
  std::uint64_t hash = band;
  for (std::size_t row = 0; row < rows; ++row)
    hash = (hash ^ signature[band * rows + row]) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

// Of each bucket, every text with the one before: a chain holds together what a star with a chance middle may
// not.
void add_suspects_by_bands(const std::vector<const Shingles*>& texts, const CommonShingles& common,
                           std::vector<Pair>& pairs) {
  std::vector<std::pair<std::uint32_t, Signature>> signatures;
  for (std::uint32_t t = 0; t < texts.size(); ++t)
    if (const auto signature = signature_of(*texts[t], common)) signatures.emplace_back(t, *signature);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> buckets(signatures.size());
  for (std::size_t band = 0; band < bands; ++band) {
    for (std::size_t i = 0; i < signatures.size(); ++i)
      buckets[i] = {band_of(signatures[i].second, band), signatures[i].first};
    std::sort(buckets.begin(), buckets.end());
    for (std::size_t i = 1; i < buckets.size(); ++i)
      if (buckets[i].first == buckets[i - 1].first)
        pairs.emplace_back(buckets[i - 1].second, buckets[i].second);
  }
}

// ---- one text within another

constexpr std::uint32_t one_of = 4;
constexpr std::size_t partners_a_shingle = 4;  // the first holders, and as many of the nearest before
constexpr std::size_t partners_a_text = 12;
constexpr std::size_t least_shared = 2;
constexpr double least_share = 0.15;  // of the samples of the text that has fewer

bool is_sampled(Shingle shingle) { return mixed(shingle ^ 0x27D4EB2FU) % one_of == 0; }

struct Posting {
  Shingle shingle = 0;
  std::uint32_t text = 0;
  auto operator<=>(const Posting&) const = default;
};

// Which texts have a sampled shingle, and where among the postings those of each text stand.
struct Index {
  std::vector<Posting> postings;             // by shingle, then text
  std::vector<std::uint32_t> list_begin;     // of each posting, the first of its shingle
  std::vector<std::uint32_t> of_text;        // places of postings, by text
  std::vector<std::uint32_t> of_text_begin;  // of text t: of_text[of_text_begin[t] … of_text_begin[t + 1])
  std::vector<std::uint32_t> samples;        // of each text
};

Index index_of(const std::vector<const Shingles*>& texts, const CommonShingles& common) {
  Index index;
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    Shingles sample;
    for (const Shingle shingle : *texts[t])
      if (is_sampled(shingle) && !common.contain(shingle)) sample.push_back(shingle);
    sample = set_of(std::move(sample));
    index.samples.push_back(static_cast<std::uint32_t>(sample.size()));
    for (const Shingle shingle : sample) index.postings.push_back({shingle, t});
  }
  std::sort(index.postings.begin(), index.postings.end());
  index.of_text_begin.assign(texts.size() + 1, 0);
  for (std::uint32_t p = 0; p < index.postings.size(); ++p) {
    const bool same = p > 0 && index.postings[p - 1].shingle == index.postings[p].shingle;
    index.list_begin.push_back(same ? index.list_begin.back() : p);
    ++index.of_text_begin[index.postings[p].text + 1];
  }
  for (std::size_t t = 0; t < texts.size(); ++t) index.of_text_begin[t + 1] += index.of_text_begin[t];
  std::vector<std::uint32_t> next = index.of_text_begin;
  index.of_text.resize(index.postings.size());
  for (std::uint32_t p = 0; p < index.postings.size(); ++p) index.of_text[next[index.postings[p].text]++] = p;
  return index;
}

// Earlier texts that share sampled shingles with this one, an entry a shingle.
std::vector<std::uint32_t> holders_before(const Index& index, std::uint32_t text) {
  std::vector<std::uint32_t> holders;
  for (std::uint32_t i = index.of_text_begin[text]; i < index.of_text_begin[text + 1]; ++i) {
    const std::uint32_t place = index.of_text[i], begin = index.list_begin[place];
    for (std::uint32_t p = begin; p < place; ++p) {
      if (p - begin >= partners_a_shingle && place - p > partners_a_shingle)
        p = place - static_cast<std::uint32_t>(partners_a_shingle);
      holders.push_back(index.postings[p].text);
    }
  }
  std::sort(holders.begin(), holders.end());
  return holders;
}

struct Shared {
  std::uint32_t text = 0;
  std::size_t shingles = 0;
};

void add_suspects_by_samples(const std::vector<const Shingles*>& texts, const CommonShingles& common,
                             std::vector<Pair>& pairs) {
  const Index index = index_of(texts, common);
  for (std::uint32_t text = 0; text < texts.size(); ++text) {
    const std::vector<std::uint32_t> holders = holders_before(index, text);
    std::vector<Shared> all;
    for (auto begin = holders.begin(); begin != holders.end();) {
      const auto end = std::find_if(begin, holders.end(), [&](std::uint32_t t) { return t != *begin; });
      const Shared shared{*begin, static_cast<std::size_t>(end - begin)};
      const double samples = std::min(index.samples[text], index.samples[*begin]);
      if (shared.shingles >= least_shared && static_cast<double>(shared.shingles) >= least_share * samples)
        all.push_back(shared);
      begin = end;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Shared& a, const Shared& b) { return a.shingles > b.shingles; });
    if (all.size() > partners_a_text) all.resize(partners_a_text);
    for (const Shared& shared : all) pairs.emplace_back(shared.text, text);
  }
}

}  // namespace

std::vector<Pair> suspects_among(const std::vector<const Shingles*>& texts, const CommonShingles& common) {
  std::vector<Pair> pairs;
  add_suspects_by_bands(texts, common, pairs);
  add_suspects_by_samples(texts, common, pairs);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace fasti
