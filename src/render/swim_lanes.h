// Who says which: each event in the lanes of its sources, at the date that each gives; or in the lane of its
// type. At most twelve lanes: of more, the fullest have one each and the rest share a last one. Of more than
// six types, those with one event share a lane too: a lane is for what belongs together.
//
//   e-04, told by courier (28 September) and mercury (30 September)
//     by source  ->  courier: 28 September, sure;  mercury: 30 September, rival; a card in each
//     by type    ->  loss: both dates, one card
#pragma once

#include <string>
#include <vector>

#include "render/entry.h"
#include "render/layout_options.h"
#include "timeline/timeline.h"

namespace fasti {

struct SwimLane {
  std::string name;
  std::size_t events = 0;
};

// A date of an event in a lane.
struct LaneDate {
  std::size_t lane = 0;
  DatedBy date;
  bool carries_card = true;  // one of the dates of an event in a lane does
};

struct SwimLanes {
  std::vector<SwimLane> lanes;
  std::vector<std::vector<LaneDate>> dates;  // of each entry, by lane; none of an undated event
  std::size_t others = 0;                    // how many share the last lane; 0 where it is one's own
};

inline constexpr std::size_t most_lanes = 12;

SwimLanes swim_lanes(const Timeline&, const std::vector<Entry>&, const Voices&, LanesBy);

}  // namespace fasti
