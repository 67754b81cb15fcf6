// Where the time of `fasti extract` goes: each stage by itself over one file, in nanoseconds of CPU a byte.
//
//   stages RULES FILE [TIMES]
#include <ctime>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "article/read.h"
#include "claim/find_claims.h"
#include "rules/load.h"
#include "timeline/json.h"
#include "timex/infer_published.h"
#include "timex/resolve.h"

namespace {

// Of this process, so that what else runs on the machine disturbs little.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
auto timed(const char* name, std::size_t bytes, const Work& work) {
  const double start = cpu_seconds();
  auto result = work();
  const double took = cpu_seconds() - start;
  fmt::print("{:<12} {:9.2f} ms {:8.2f} ns/byte\n", name, took * 1e3,
             took * 1e9 / static_cast<double>(bytes));
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace fasti;
  if (argc < 3) return 2;
  const RuleSet rules = timed("rules", 1, [&] { return load_rules({argv[1]}, "en"); });
  std::ifstream stream(argv[2], std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const std::size_t size = bytes.size();
  const Profile& profile = rules.profiles.at("news");
  const int times = argc > 3 ? std::atoi(argv[3]) : 1;
  for (int i = 0; i < times; ++i) {
    std::vector<Document> documents(1);
    Document& document = documents.front();
    document.article = timed("article", size, [&] { return article_from_text("a.txt", bytes); });
    const std::string& text = document.article.text;
    document.segmented =
        timed("segment", size, [&] { return segment(text, document.article.body, rules.orthography); });
    document.partials =
        timed("match", size, [&] { return match_timexes(text, document.segmented, rules, profile); });
    timed("infer", size, [&] {
      infer_published(documents, rules, profile);
      return 0;
    });
    Resolved resolved = timed("resolve", size, [&] { return resolve(document, rules, profile); });
    document.timexes = std::move(resolved.timexes);
    document.diagnostics = std::move(resolved.diagnostics);
    const auto claims = timed("claims", size, [&] { return find_dated_claims(document, rules); });
    const std::string lines = timed("lines", size, [&] { return extract_lines(document, claims); });
    fmt::print("{} bytes of lines, {} timexes, {} claims\n", lines.size(), document.timexes.size(),
               claims.size());
  }
  return 0;
}
