// Single pages, each a PDF of its own, bound to one PDF without the hour at which they were drawn, so that
// the same pages are the same bytes.
#pragma once

#include <string>
#include <vector>

namespace fasti {

// Throws std::exception where one of them is no PDF.
std::string bound_pdf(const std::vector<std::string>& pages);

}  // namespace fasti
