// What another program would find in an export, read by the rules of each format and by nothing of ours: for
// the tests that look whether all that went in comes out.
#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace fasti::readers {

inline std::vector<std::string> lines_of(const std::string& text, const std::string& end) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  for (std::size_t found = text.find(end); found != text.npos; found = text.find(end, at)) {
    lines.push_back(text.substr(at, found - at));
    at = found + end.size();
  }
  if (at < text.size()) lines.push_back(text.substr(at));
  return lines;
}

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

inline std::string from_html(std::string text) {
  for (const auto& [entity, character] : std::vector<std::pair<std::string, std::string>>{
           {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    text = replaced(text, entity, character);
  return text;
}

// ---- iCalendar ----

using Properties = std::multimap<std::string, std::string>;

inline std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      out += text[i] == 'n' || text[i] == 'N' ? '\n' : text[i];
    } else {
      out += text[i];
    }
  }
  return out;
}

// The properties of the calendar itself first, then those of each event.
inline std::vector<Properties> calendar(const std::string& text) {
  std::vector<Properties> found(1);
  for (const std::string& line : lines_of(replaced(text, "\r\n ", ""), "\r\n")) {
    const std::size_t colon = line.find(':');
    const std::string name = line.substr(0, colon), value = line.substr(colon + 1);
    if (name == "BEGIN" && value == "VEVENT") found.emplace_back();
    found.back().emplace(name, unescaped(value));
  }
  return found;
}

// ---- CSV ----

inline std::vector<std::vector<std::string>> table(const std::string& text) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inside) {
      if (c != '"')
        rows.back().back() += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        rows.back().back() += text[++i];
      else
        inside = false;
    } else if (c == '"') {
      inside = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();  // behind the last line break
  return rows;
}

// ---- GEDCOM ----

struct Structure {
  std::string tag, payload;
  std::vector<Structure> below;

  const Structure* find(const std::string& name) const {
    for (const Structure& one : below)
      if (one.tag == name) return &one;
    return nullptr;
  }
};

// All records under one that is none. A level may only be one deeper than the line before it.
inline Structure gedcom(const std::string& text) {
  Structure root;
  std::vector<Structure*> open{&root};
  for (std::string line : lines_of(text.substr(3), "\n")) {  // behind the mark
    const std::size_t blank = line.find(' ');
    const std::size_t level = std::stoul(line.substr(0, blank));
    line.erase(0, blank + 1);
    if (line.front() == '@') line.erase(0, line.find(' ') + 1);
    const std::size_t end = line.find(' ');
    std::string payload = end == line.npos ? "" : line.substr(end + 1);
    if (payload.rfind("@@", 0) == 0) payload.erase(0, 1);
    if (level + 1 > open.size()) throw std::runtime_error("a level is left out: " + line);
    if (line.substr(0, end) == "CONT") {
      open[level]->payload += "\n" + payload;
      continue;
    }
    open.resize(level + 1);
    open.back()->below.push_back({line.substr(0, end), payload, {}});
    open.push_back(&open.back()->below.back());
  }
  return root;
}

// ---- Mermaid and Markwhen ----

inline std::string from_mermaid(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '#' ? text.find(';', i) : text.npos;
    if (end == text.npos) {
      out += text[i];
    } else {
      append_utf8(out, static_cast<char32_t>(std::stoul(text.substr(i + 1, end - i - 1))));
      i = end;
    }
  }
  return out;
}

// Of each line that is a period: the period and what happened in it.
inline std::vector<std::vector<std::string>> diagram(const std::string& text) {
  std::vector<std::vector<std::string>> periods;
  for (const std::string& line : lines_of(text, "\n")) {
    if (line.rfind("        ", 0) != 0) continue;
    periods.emplace_back();
    for (const std::string& part : lines_of(line.substr(8), " : "))
      periods.back().push_back(from_mermaid(part));
  }
  return periods;
}

struct Written {
  std::string when, label;
  std::vector<std::string> tags;
};

inline std::vector<Written> markwhen(const std::string& text) {
  std::vector<Written> entries;
  bool begins = false;
  for (const std::string& line : lines_of(text, "\n")) {
    if (begins && !line.empty()) {
      const std::size_t colon = line.find(": ");
      Written entry{line.substr(0, colon), line.substr(colon + 2), {}};
      for (std::size_t at = entry.label.rfind(" #");
           at != entry.label.npos && entry.label.find(' ', at + 1) == entry.label.npos;
           at = entry.label.rfind(" #")) {
        if (entry.label.compare(at + 2, 3, "\xE2\x81\xA0") == 0) break;
        entry.tags.insert(entry.tags.begin(), entry.label.substr(at + 2));
        entry.label.erase(at);
      }
      entry.label = replaced(entry.label, "\xE2\x81\xA0", "");
      entries.push_back(entry);
    }
    begins = line.empty();
  }
  return entries;
}

// ---- the labels of all dated events, whatever the format ----

inline std::vector<std::string> labels(const std::string& format, const std::string& text) {
  std::vector<std::string> found;
  nlohmann::json whole;  // of the formats that are JSON as a whole
  if (format == "timelinejs" || format == "vis" || format == "jsonld") whole = nlohmann::json::parse(text);
  if (format == "timelinejs") {
    for (const auto& slide : whole["events"]) found.push_back(from_html(slide["text"]["headline"]));
  } else if (format == "vis") {
    for (const auto& item : whole["items"]) found.push_back(from_html(item["content"]));
  } else if (format == "jsonld") {
    for (const auto& event : whole["@graph"][0]["itemListElement"]) found.push_back(event["name"]);
  } else if (format == "timesketch") {
    for (const std::string& line : lines_of(text, "\n"))
      found.push_back(nlohmann::json::parse(line)["message"]);
  } else if (format == "csv") {
    for (const auto& row : table(text)) found.push_back(row[1]);
    found.erase(found.begin());
  } else if (format == "ical") {
    for (const Properties& event : calendar(text))
      for (auto [at, end] = event.equal_range("SUMMARY"); at != end; ++at) found.push_back(at->second);
  } else if (format == "gedcom") {
    const Structure file = gedcom(text);
    const Structure* person = file.find("INDI");
    for (const Structure& event : person->below)
      if (event.tag == "EVEN") found.push_back(event.find("TYPE")->payload);
  } else if (format == "mermaid") {
    for (const auto& period : diagram(text)) found.push_back(period.at(1));
  } else if (format == "markwhen") {
    for (const Written& entry : markwhen(text)) found.push_back(entry.label);
  }
  return found;
}

}  // namespace fasti::readers
