// Who speaks in a document, and since when.
#pragma once

#include <string>

#include "article/article.h"

namespace fasti {

struct Voice {
  std::string doc;
  std::string source;  // documents of one source count once
  Published published;
};

}  // namespace fasti
