// Shares and weights as they are printed: thousandths tell all that they are worth.
#pragma once

#include <cmath>

namespace fasti {

inline double rounded(double value) { return std::round(value * 1000) / 1000; }

}  // namespace fasti
