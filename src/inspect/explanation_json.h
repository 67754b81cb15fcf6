// An explanation for programs, as one JSON object; docs/formats.md has its keys.
#pragma once

#include <string>

#include "inspect/explain.h"

namespace fasti {

std::string explanation_json(const Explanation&, const Document&);

}  // namespace fasti
