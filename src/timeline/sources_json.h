// What was learnt of the sources, as JSON: whom to believe, who copies, and who may mean something else.
#pragma once

#include <string>

#include "trust/learn.h"

namespace fasti {

//   {"method":"copy-aware","settled":10,
//    "sources":[{"source":"echo","ring":["echo","mail"],"kinds":[{"kind":"death","trust":0.81,"settled":4,"right":4,
//                "compared":120,"backed":98}]}],
//    "rings":[["echo","mail"]],
//    "camps":[{"kind":"departure","camps":[{"sources":[…],"minutes_after_first":0},…]}]}
// Kinds in which a source was neither settled nor compared are left out.
std::string sources_json(const Ballots&, const Learned&);

}  // namespace fasti
