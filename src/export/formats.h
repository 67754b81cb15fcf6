// The formats of other programs that a timeline can be exported to: one table, from which come the help, the
// hints and the tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/accounts.h"
#include "export/losses.h"

namespace fasti {

// What an exporter is: a pure function that counts what it could not write.
using Exporter = std::string (*)(const Accounts&, Losses&);

std::string to_timelinejs(const Accounts&, Losses&);  // timelinejs.cpp
std::string to_vis(const Accounts&, Losses&);         // vis.cpp
std::string to_markwhen(const Accounts&, Losses&);    // markwhen.cpp
std::string to_mermaid(const Accounts&, Losses&);     // mermaid.cpp
std::string to_icalendar(const Accounts&, Losses&);   // icalendar.cpp
std::string to_event_csv(const Accounts&, Losses&);   // event_csv.cpp
std::string to_timesketch(const Accounts&, Losses&);  // timesketch.cpp
std::string to_json_ld(const Accounts&, Losses&);     // json_ld.cpp
std::string to_gedcom(const Accounts&, Losses&);      // gedcom.cpp

struct ExportFormat {
  std::string_view name;                  // "ical"
  std::string_view title;                 // "iCalendar (RFC 5545)"
  std::vector<std::string_view> endings;  // ".ics"; none where several formats share one
  Exporter write;
};
const std::vector<ExportFormat>& export_formats();

const ExportFormat* format_named(std::string_view);          // nullptr where there is none
const ExportFormat* format_for_file(std::string_view path);  // by the ending, in any case of letters

std::vector<std::string> format_names();

}  // namespace fasti
