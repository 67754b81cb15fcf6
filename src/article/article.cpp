#include "article/article.h"

namespace fasti {

std::string_view to_string(Published::Basis basis) {
  switch (basis) {
    case Published::Basis::stated:
      return "stated";
    case Published::Basis::metadata:
      return "metadata";
    case Published::Basis::file_name:
      return "file name";
    case Published::Basis::inferred:
      return "inferred";
    case Published::Basis::unknown:
      return "unknown";
  }
  return "unknown";
}

}  // namespace fasti
