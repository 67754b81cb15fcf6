// How large a pattern becomes when its repetitions are written out. Inside this room only.
#pragma once

#include "rules/pattern.h"

namespace fasti {

// Sets weight and depth of a node from those of its parts, which are set already.
void measure(PatternNode&, const Lexicon&);

}  // namespace fasti
