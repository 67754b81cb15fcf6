// A picture that Graphviz drew, made fit to stand in a page: read by an XML parser and written anew from what
// a drawing may hold, so that nothing of it can become markup, a script or a request; without the names that
// are meant for programs, which browsers would show as tooltips; and with its events as links to their
// entries.
//
//   <g id="node7" class="node"><title>event-e-1</title><polygon …/></g>   the card of the event e-1,
//   <g class="node"><title>label-e-1</title><text …>It sank</text></g>    and what follows of it
//   -> <a class="event" href="#e-1" data-event="e-1"><polygon class="card" …/><text …>It sank</text></a>
//
//   <g class="node"><title>mark-e-1-2</title><ellipse …/></g>             elsewhere: its second date on the
//   axis
//   -> <g class="of" data-event="e-1"><ellipse …/></g>
#pragma once

#include <string>
#include <string_view>

#include "render/node_names.h"

namespace fasti {

struct InlinePicture {
  std::string svg;  // the pieces (svg_pieces.h); empty where there was no picture that can be read
  double width = 0, height = 0;  // in points
  bool wide = false;             // its pieces stand side by side, else one below the other
  EventIds shown;                // the events that have a card in it
};

// Ids in the result begin with "picture-". Links of the picture are left out, since a link holds none; an
// event's entry has them all. Names of nodes are matched to events by their end ("date-e-1", "mark-e-1-2"),
// so that other layouts can have other parts.
InlinePicture inline_svg(std::string_view svg, const EventIds&);

}  // namespace fasti
