// Counts what one regular expression for dates finds in a file, by RE2: a yardstick for scripts/bench.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <re2/re2.h>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream stream(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const std::string month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
  const RE2 date("\\b(?:" + month + " \\d{1,2}(?:, \\d{4})?|\\d{1,2} " + month + "(?: \\d{4})?|" + month +
                 " \\d{4}|\\d{4}-\\d\\d-\\d\\d)\\b");
  re2::StringPiece rest(text);
  std::size_t found = 0;
  while (RE2::FindAndConsume(&rest, date)) ++found;
  std::printf("%zu\n", found);
  return 0;
}
