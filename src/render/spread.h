// Things in a row that want to stand at given places and need room: each is moved as little as can be (the
// sum of the squares of all movements is the least), and none passes another.
//
//   spread({10, 11, 50}, {8, 8})  ->  {6.5, 14.5, 50}
//
// Pool adjacent violators (Ayer et al., 1955), in linear time.
#pragma once

#include <vector>

namespace fasti {

// `wanted` ascending; gaps[i] is kept between i and i + 1.
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& gaps);

}  // namespace fasti
