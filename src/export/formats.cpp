#include "export/formats.h"

#include <algorithm>

namespace fasti {

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> table = {
      {"timelinejs", "TimelineJS 3 (JSON)", {}, to_timelinejs},
      {"vis", "vis-timeline, items and groups (JSON)", {}, to_vis},
      {"markwhen", "Markwhen", {".mw", ".mkw"}, to_markwhen},
      {"mermaid", "Mermaid timeline", {".mmd", ".mermaid"}, to_mermaid},
      {"ical", "iCalendar (RFC 5545)", {".ics", ".ical"}, to_icalendar},
      {"csv", "a table, one row a date", {".csv"}, to_event_csv},
      {"timesketch", "Timesketch (JSON lines)", {".jsonl"}, to_timesketch},
      {"jsonld", "schema.org events (JSON-LD)", {".jsonld"}, to_json_ld},
      {"gedcom", "GEDCOM 7, one event structure a claim", {".ged"}, to_gedcom},
  };
  return table;
}

namespace {

bool ends_with_letters(std::string_view text, std::string_view ending) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b; };
  return text.size() >= ending.size() &&
         std::equal(ending.begin(), ending.end(), text.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [&](char b, char a) { return same(a, b); });
}

}  // namespace

const ExportFormat* format_named(std::string_view name) {
  for (const ExportFormat& format : export_formats())
    if (format.name == name) return &format;
  return nullptr;
}

const ExportFormat* format_for_file(std::string_view path) {
  for (const ExportFormat& format : export_formats())
    for (const std::string_view ending : format.endings)
      if (ends_with_letters(path, ending)) return &format;
  return nullptr;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const ExportFormat& format : export_formats()) names.emplace_back(format.name);
  return names;
}

}  // namespace fasti
