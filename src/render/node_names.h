// Which event a part of a picture belongs to, by the names that draw_dot gives to nodes and edges.
//
//   event_of_node("date-e-7", {"e-7"})                     -> e-7
//   event_of_node("mark-e-7-2", {"e-7", "e-7-2"})          -> e-7: marks are numbered
//   event_of_edge("event-e-7--mark-e-7-2", {"e-7"})        -> e-7
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace fasti {

// As the page and the picture write them (dot_name).
using EventIds = std::set<std::string, std::less<>>;

// end() where the part is of no event.
EventIds::const_iterator event_of_node(std::string_view name, const EventIds&);
EventIds::const_iterator event_of_edge(std::string_view name, const EventIds&);

}  // namespace fasti
