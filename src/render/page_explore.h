// The parts of the timeline's page. Not for use outside page_*.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/inline_svg.h"
#include "render/page_parts.h"

namespace fasti::page {

// The id of an event's entry, by which links name it.
std::string anchor_of(const TimelineEvent&);

// "28 September 2020", "Date open", "Without a date": escaped as the desk does.
std::string date_of(const Desk&, const TimelineEvent&);

// What can be chosen from, each with the number of its events. Sources are known by name, as the reader sees
// them.
struct Choices {
  struct Choice {
    std::size_t number = 0;  // by which entries name it
    std::size_t events = 0;
  };
  std::map<std::string, Choice> sources, kinds;
  std::map<Status, std::size_t> statuses;

  explicit Choices(const Desk&);
};

// What is told of events outside of them, found by their id.
struct EventIndex {
  std::unordered_map<std::string, Case> conflicts;
  std::unordered_map<std::string, std::vector<const Relation*>> relations;
  std::unordered_map<std::string, const TimelineEvent*> events;

  explicit EventIndex(const Timeline&);
};

void write_controls(Page&, const Choices&);  // page_controls.cpp

// page_entry.cpp: an event that opens to its evidence.
void write_entry(Page&, const TimelineEvent&, const EventIndex&, const Choices&, bool in_picture);

// page_explore_style.cpp, page_explore_script.cpp: constants, behind those of page_style.h.
extern const std::string_view explore_style;
extern const std::string_view explore_script;
extern const std::string_view explore_script_hash;

}  // namespace fasti::page
