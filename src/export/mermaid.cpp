// A timeline diagram of Mermaid. Its periods are words, so that every date is written as a person would say
// it.
//
//   timeline
//       title 12 events from 5 sources
//       section 2021
//           12 June 2021 : The ferry sank : disputed : rival#58; 14 June 2021 (mercury), …
//
// A section a year, that in which the event begins. Characters that mean something to Mermaid are entities.
#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "calendar/civil.h"
#include "calendar/wording.h"
#include "export/formats.h"

namespace fasti {

namespace {

bool is_safe(char32_t c) {
  if (c >= 0x80) return true;
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == ',' ||
         c == '.' || c == '(' || c == ')' || c == '\'' || c == '-' || c == '/' || c == '!' || c == '?';
}

// Mermaid reads "#58;" as the character of that number.
std::string escaped(std::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, at);
    if (is_safe(c.value))
      out += line.substr(at, c.length);
    else
      out += fmt::format("#{};", static_cast<unsigned>(c.value));
    at += c.length;
  }
  return out;
}

// Words that Mermaid would take for its own at the start of a line ("title", "section") get their first
// letter as a number.
std::string escaped_period(std::string_view text) {
  std::string out = escaped(text);
  for (const std::string_view word : {"title", "section", "timeline", "acc"}) {
    if (out.size() < word.size()) continue;
    const bool same = std::equal(word.begin(), word.end(), out.begin(), [](char a, char b) {
      return a == (b >= 'A' && b <= 'Z' ? char(b + 32) : b);
    });
    if (same) return fmt::format("#{};{}", static_cast<unsigned>(out[0]), out.substr(1));
  }
  return out.empty() ? "-" : out;
}

struct Diagram {
  const Timeline& timeline;
  std::string text;
  std::string section;
};

void put_section(Diagram& diagram, const std::string& section) {
  if (section == diagram.section) return;
  diagram.text += fmt::format("    section {}\n", escaped(section));
  diagram.section = section;
}

void put_period(Diagram& diagram, std::string_view period, const std::vector<std::string>& lines) {
  diagram.text += fmt::format("        {}", escaped_period(period));
  for (const std::string& line : lines) diagram.text += fmt::format(" : {}", escaped(line));
  diagram.text += "\n";
}

// The year in which it begins, or ends where that alone is known.
std::string year_of(const DateRange& range, const Timeline& timeline) {
  const Day day = range.open_start ? last_day(range) : first_day(range);
  return in_words(range_of_year(civil_of(day).year), timeline.wording);
}

// Label, then how it stands and its rivals; sources and reasons would fill the diagram.
std::vector<std::string> lines_of(const Account& account, const ToldDate& date, const Timeline& timeline) {
  std::vector<std::string> lines{account.label};
  const std::vector<std::string> all = remarks(account, &date, timeline);
  if (account.conflict == nullptr) return lines;
  lines.push_back(status_word(account, timeline));
  const std::size_t others = account.dates.size() - 1;
  for (std::size_t i = 1; i <= others && i < all.size(); ++i) lines.push_back(all[i]);
  return lines;
}

struct Period {
  const Account* account;
  const ToldDate* date;

  Moment place() const { return date->range.open_start ? date->range.latest : date->range.earliest; }
};

// A dispute that nobody has won stands in several places, so that the order of the events is not that of
// time.
std::vector<Period> periods_of(const Accounts& all) {
  std::vector<Period> periods;
  for (const Account& account : all.events)
    for (const ToldDate* date : account.main_dates()) periods.push_back({&account, date});
  std::stable_sort(periods.begin(), periods.end(),
                   [](const Period& a, const Period& b) { return a.place() < b.place(); });
  return periods;
}

void put_dated(Diagram& diagram, const Accounts& all) {
  for (const auto& [account, date] : periods_of(all)) {
    put_section(diagram, year_of(date->range, diagram.timeline));
    put_period(diagram, in_words(date->range, diagram.timeline.wording),
               lines_of(*account, *date, diagram.timeline));
  }
}

void put_undated(Diagram& diagram, const Accounts& all) {
  for (const Account& account : all.events) {
    if (!account.dates.empty()) continue;
    const std::string heading = say(diagram.timeline.phrases, "without-date");
    put_section(diagram, heading);
    put_period(diagram, heading, {account.label});
  }
}

}  // namespace

std::string to_mermaid(const Accounts& all, Losses& losses) {
  losses.add(Loss::statement, all.timeline->undated.size());
  Diagram diagram{*all.timeline, "", ""};
  for (const Account& account : all.events)
    if (!account.rivals().empty()) losses.add(Loss::conflict);
  put_dated(diagram, all);
  put_undated(diagram, all);
  std::string head = fmt::format("timeline\n    title {}\n", escaped(all.title));
  if (losses.any()) head += fmt::format("    %% {}\n", one_line(loss_note(losses, all.timeline->phrases)));
  return head + diagram.text;
}

}  // namespace fasti
