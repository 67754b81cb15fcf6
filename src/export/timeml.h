// A document as TimeML, the form of TimeBank and of the programs that are measured on it.
//
//   <TimeML>
//   <DOCID>storm</DOCID>
//   <DCT><TIMEX3 tid="t0" type="DATE" value="2021-09-29"
//   functionInDocument="CREATION_TIME">2021-09-29</TIMEX3></DCT> <TITLE>Storm over the lake</TITLE> <TEXT>The
//   pier collapsed <TIMEX3 tid="t1" type="DATE" value="2021-09-28" temporalFunction="true"
//   anchorTimeID="t0">yesterday</TIMEX3>.</TEXT>
//   </TimeML>
//
// What stands in TEXT is the article's body, character for character; only characters that XML forbids become
// U+FFFD, which is told.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "timex/document.h"

namespace fasti {

struct TimeMl {
  std::string xml;                   // one <TimeML> element and a line break
  std::vector<Diagnostic> replaced;  // "not-in-xml", at most one
};

// DCT is left out where the day of publication is not known or lies in no single year, TITLE where there is
// none.
TimeMl timeml_of(const Document&);

// What goes before the first document and behind the last. XML has one root: of one document, it is its
// <TimeML>; of several, <TimeMLCorpus> around them.
std::string timeml_begin(std::size_t documents);
std::string timeml_end(std::size_t documents);

}  // namespace fasti
