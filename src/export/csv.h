// Time expressions as CSV (RFC 4180), one a row, for spreadsheets and data frames.
//
//   doc,begin,end,text,type,value,mod,earliest,latest,granularity,basis,anchor,rule
//   storm,132,141,yesterday,DATE,2021-09-28,,2021-09-28,2021-09-28,day,relative-to-publication,publication
//   2021-09-29,by-day
//
// Cells that hold words from outside (doc, text, anchor, rule) are kept from being formulas, see csv_words in
// base/escape.h. The others are ours and stay as they are: -0206 is a year.
#pragma once

#include <string>

#include "timex/document.h"

namespace fasti {

std::string csv_header();
std::string csv_rows(const Document&);

}  // namespace fasti
