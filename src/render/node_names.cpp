#include "render/node_names.h"

namespace fasti {

namespace {

// Without "-2" at its end, if there is a number.
std::string_view without_number(std::string_view name) {
  const std::size_t hyphen = name.rfind('-');
  const bool number = hyphen != name.npos && hyphen + 1 < name.size() &&
                      name.find_first_not_of("0123456789", hyphen + 1) == name.npos;
  return number ? name.substr(0, hyphen) : name;
}

// Without "-in-2": in the second lane.
std::string_view without_lane(std::string_view name) {
  const std::string_view shorter = without_number(name);
  return shorter.ends_with("-in") && shorter != name ? shorter.substr(0, shorter.size() - 3) : name;
}

// The event whose id ends a name: "source-1-e-7" -> e-7. Of several the longest.
EventIds::const_iterator named_at_end(std::string_view name, const EventIds& events) {
  for (std::size_t at = name.find('-'); at != name.npos; at = name.find('-', at + 1))
    if (const auto found = events.find(name.substr(at + 1)); found != events.end()) return found;
  return events.end();
}

}  // namespace

// Marks are numbered, "mark-e-7-2", and e-7-2 may be another event; joins lead from one to another,
// "join-e-7-1-2". Other names may carry a word behind the id.
EventIds::const_iterator event_of_node(std::string_view name, const EventIds& events) {
  name = without_lane(name.substr(0, name.find('~')));  // two nodes of one name
  if (name.starts_with("mark-")) name = without_number(name);
  if (name.starts_with("join-")) name = without_number(without_number(name));
  const auto found = named_at_end(name, events);
  return found != events.end() ? found : named_at_end(name.substr(0, name.rfind('-')), events);
}

// An edge is named by both its nodes, "event-e-7--mark-e-7-2", and belongs to the first that is of an event.
EventIds::const_iterator event_of_edge(std::string_view name, const EventIds& events) {
  for (std::size_t at = name.find("--"); at != name.npos; at = name.find("--", at + 1))
    for (const std::string_view node : {name.substr(0, at), name.substr(at + 2)})
      if (const auto found = event_of_node(node, events); found != events.end()) return found;
  return events.end();
}

}  // namespace fasti
