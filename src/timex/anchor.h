// What an incomplete date may be counted from: publication, the last date told, the moment at which a
// quotation was said.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "timex/surroundings.h"
#include "timex/timex.h"

namespace fasti {

struct AnchorPoint {
  DateRange range;
  std::string name;  // for people: "publication 2021-09-29", "article-000:1725 «Sept. 27, 2020»"
  Basis basis = Basis::explicit_;
};

// In all of these, `timexes` holds the document's expressions and only those before `i` are looked at.

std::optional<AnchorPoint> publication_anchor(const Document&);

// When the words are as good as written: under a line that is only a day, as in a chronicle, on that day;
// else on publication.
std::optional<AnchorPoint> writing_anchor(const Surroundings&, const std::vector<Timex>& timexes,
                                          std::size_t i);

// The last date told before expression `i` that is accepted: outside quotations, with a place in time.
const Timex* told_before(const Surroundings&, const std::vector<Timex>& timexes, std::size_t i,
                         const std::function<bool(const Timex&)>& accept);

// The last date told, not coarser than a year; what is counted in decades or centuries ("the following
// decade") may also be counted from one.
std::optional<AnchorPoint> narrative_anchor(const Surroundings&, const std::vector<Timex>& timexes,
                                            std::size_t i, std::string_view unit = "Y");

// The last day told, whatever stands between: "that night".
std::optional<AnchorPoint> told_day_anchor(const Surroundings&, const std::vector<Timex>& timexes,
                                           std::size_t i);

// The day that a clock time or a part of a day belongs to: the one that its sentence names, before or after
// it; else, in a history, the last day told, and in news the day of publication.
std::optional<AnchorPoint> day_anchor(const Surroundings&, const std::vector<Timex>& timexes, std::size_t i,
                                      const Profile&);

// The stretch that business figures are of: the quarter or half-year told last, but not one that it was
// compared with ("a year earlier"); without one, the last quarter that was complete on publication.
std::optional<AnchorPoint> period_anchor(const Surroundings&, const std::vector<Timex>& timexes,
                                         std::size_t i);

// "“A year ago you left,” he wrote on May 3": the day in the sentence around a quotation says when its words
// were said.
std::optional<AnchorPoint> spoken_anchor(const Surroundings&, const std::vector<Timex>& timexes,
                                         std::size_t i);

bool no_coarser_than_year(const Timex&);

// The words give the year, or fix it: "Sept. 27, 2020", "September last year".
bool says_its_year(const Timex&);

std::string place_of(const Timex&);  // article-000:1725 «Sept. 27, 2020»

}  // namespace fasti
