// Claims that somebody else extracted, as rows of a table. What is kept of a row is small, so that millions
// fit.
//
//   event,source,date,published                  event 0 "sinking": source 0 "gazette", wording 0
//   sinking,gazette,14 April 1912,         ->                       source 1 "post", wording 1
//   sinking,post,yesterday,1912-04-16
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reconcile/numbered.h"

namespace fasti {

struct ClaimSheet {
  struct Row {
    std::uint32_t event = 0, source = 0, wording = 0;
    float weight = 1;  // 0 to 1, as the table gives it
  };
  struct Wording {
    std::string date, published;
  };
  std::vector<std::string> events;   // sorted
  std::vector<std::string> sources;  // sorted
  std::vector<std::string> kinds;    // of events, sorted
  std::vector<std::uint32_t> kind_of_event;
  std::vector<Wording> wordings;  // each once; sorted
  std::vector<Row> rows;          // by event, source, wording
};

struct SheetRow {
  std::string_view event, source, date, published, kind;
  double weight = 1;
};

// Rows in, sheet out: the same whatever their order. Of an event whose rows name several kinds, the first in
// the alphabet counts; one without has the words in its name that many events share (event_kinds.h).
class ClaimSheetBuilder {
 public:
  void add(const SheetRow&);
  ClaimSheet finish();

 private:
  Numbered events_, sources_, wordings_;
  std::vector<std::string> kind_of_event_;
  std::vector<ClaimSheet::Row> rows_;
};

}  // namespace fasti
