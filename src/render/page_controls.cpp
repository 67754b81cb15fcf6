// Search and filters of the timeline's page. They are shown by the script, since they do nothing without it.
#include <algorithm>
#include <set>

#include "base/escape.h"
#include "render/page_explore.h"

namespace fasti::page {

namespace {

// "prison-break" -> "prison break"
std::string words_of_kind(std::string_view type) {
  std::string words = one_line(type);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

void number(std::map<std::string, Choices::Choice>& choices) {
  std::size_t next = 0;
  for (auto& [name, choice] : choices) choice.number = next++;
}

// A choice of one of several; none where there is nothing to choose.
void write_select(Page& page, std::string_view name, std::string_view label,
                  const std::map<std::string, Choices::Choice>& choices, std::string_view language,
                  std::string (*words)(std::string_view)) {
  if (choices.size() < 2) return;
  write(page, "<label>{} <select name=\"{}\"><option value=\"\">{}</option>", told(page.desk, label), name,
        told(page.desk, "all-of-them"));
  for (const auto& [choice, of] : choices)
    write(page, "<option value=\"{}\"{}>{} ({})</option>", of.number, language, escape_xml(words(choice)),
          of.events);
  write(page, "</select></label>\n");
}

void write_date(Page& page, std::string_view name, std::string_view label) {
  write(page,
        "<label>{} <input name=\"{}\" type=\"text\" size=\"12\" autocomplete=\"off\" placeholder=\"{}\" "
        "aria-describedby=\"date-wrong\"/></label>\n",
        told(page.desk, label), name, told(page.desk, "date-hint"));
}

void write_statuses(Page& page, const std::map<Status, std::size_t>& statuses) {
  if (statuses.size() < 2) return;
  write(page, "<fieldset><legend>{}</legend>", told(page.desk, "column-status"));
  for (const auto& [status, events] : statuses)
    write(
        page,
        "<label class=\"chip\"><input type=\"checkbox\" name=\"status\" value=\"{}\" checked=\"checked\"/>{} "
        "<span class=\"muted\">{}</span></label>\n",
        to_string(status), state_html(page, status), events);
  write(page, "</fieldset>\n");
}

std::string one_line_of(std::string_view text) { return shortened(text, 120); }

}  // namespace

Choices::Choices(const Desk& desk) {
  for (const TimelineEvent& event : desk.timeline.events) {
    for (const std::string& doc : voices_of(desk, event.event, all_claims(event.event)))
      ++sources[name_of(desk, doc)].events;
    ++kinds[event.event.type].events;
    ++statuses[event.verdict.status];
  }
  number(sources);
  number(kinds);
}

void write_controls(Page& page, const Choices& choices) {
  if (page.desk.timeline.events.size() < 2) return;
  write(page, "<form id=\"controls\" role=\"search\" aria-label=\"{}\" hidden=\"hidden\">\n",
        told(page.desk, "filters"));
  write(page, "<label class=\"find\">{} <input name=\"find\" type=\"search\"/></label>\n",
        told(page.desk, "find"));
  write_select(page, "source", "column-source", choices.sources, "", one_line_of);
  // Kinds are named by the rules, in English whatever the language of the texts.
  write_select(page, "kind", "column-kind", choices.kinds, is_in_english(page) ? "" : " lang=\"en\"",
               words_of_kind);
  write_date(page, "from", "date-from");
  write_date(page, "until", "date-until");
  write_statuses(page, choices.statuses);
  write(page,
        "<p class=\"outcome\"><button type=\"reset\">{}</button> <output aria-live=\"polite\" "
        "data-of=\"{}\"></output> "
        "<span id=\"date-wrong\" hidden=\"hidden\">{}</span></p>\n</form>\n",
        told(page.desk, "show-all"), told(page.desk, "events-of"), told(page.desk, "date-wrong"));
}

}  // namespace fasti::page
