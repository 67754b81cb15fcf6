#include <fmt/format.h>

int main() {
  fmt::print("fasti {}\n", FASTI_VERSION);
  return 0;
}
