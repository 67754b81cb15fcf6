// How fast web pages are read, from their files to text, title and dates; and the memory that this holds.
//
//   fasti-pages FOLDER
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include "article/html.h"

namespace {

// Of this process, so that what else runs on the machine disturbs little.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::size_t bytes = 0, text = 0, dated = 0;
  const double start = cpu_seconds();
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const fasti::HtmlText read = fasti::html_text(page);
    bytes += page.size();
    text += read.text.size();
    dated += fasti::choose_published(read.dates).known() ? 1 : 0;
  }
  const double took = cpu_seconds() - start;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{} pages, {:.1f} MB, {:.1f} MB of text, {} dated: {:.2f} s, {:.1f} MB/s, {} MB of memory\n",
             paths.size(), static_cast<double>(bytes) * 1e-6, static_cast<double>(text) * 1e-6, dated, took,
             static_cast<double>(bytes) * 1e-6 / took, usage.ru_maxrss / 1024);
}
