// fasti-draw FORMAT DPI: DOT on standard input, the picture on standard output. A program of its own, so that
// whatever happens to Graphviz happens to this process only. Not meant to be called by hand.
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>

#include <unistd.h>

#include "render/graphviz.h"

int main(int argc, char** argv) {
  using namespace fasti;
  const auto format = argc == 3 ? image_format_from(argv[1]) : std::nullopt;
  if (!format) return static_cast<int>(DrawingExit::wrong_call);
  std::ios::sync_with_stdio(false);  // else each byte is asked for by itself
  const std::string dot(std::istreambuf_iterator<char>(std::cin), {});
  const DrawingExit exit = draw_with_graphviz(dot, *format, std::strtod(argv[2], nullptr), stdout);
  _exit(static_cast<int>(exit));  // Graphviz frees nothing and need not
}
