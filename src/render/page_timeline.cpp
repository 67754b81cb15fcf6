#include "render/page_timeline.h"

#include "base/escape.h"
#include "render/page_explore.h"
#include "render/page_style.h"
#include "timeline/choose.h"

namespace fasti {

namespace {

using namespace page;

EventIds ids_of(const Timeline& timeline) {
  EventIds ids;
  for (const TimelineEvent& event : timeline.events) ids.insert(anchor_of(event));
  return ids;
}

void write_head(Page& page, const std::string& title) {
  const Timeline& t = page.desk.timeline;
  write(page, "<header><h1>{}</h1>\n<p class=\"summary\">{}.</p>\n", title, summary_of(page.desk));
  if (const std::size_t left_out = events_left_out(t); left_out > 0)
    write(page, "<p class=\"muted\">{}</p>\n",
          told_number(page.desk, "not-in-picture", left_out,
                      {{"option", fmt::format("<code>{}</code>", escape_xml(t.shows_all))}}));
  write(page, "</header>\n");
}

void write_tool(Page& page, std::string_view action, std::string_view phrase, std::string_view sign) {
  write(page, "<button type=\"button\" data-do=\"{}\" aria-label=\"{}\" title=\"{}\">{}</button>", action,
        told(page.desk, phrase), told(page.desk, phrase), sign);
}

void write_picture(Page& page, const InlinePicture& picture) {
  if (picture.svg.empty()) return;
  write(page, "<section id=\"picture\"><h2 id=\"picture-title\">{}</h2>\n", told(page.desk, "picture"));
  write(page, "<p class=\"tools\" hidden=\"hidden\">");
  write_tool(page, "in", "zoom-in", "+");
  write_tool(page, "out", "zoom-out", "−");
  write_tool(page, "width", "zoom-width", "↔");
  write_tool(page, "whole", "zoom-whole", "↕");
  write(page,
        "</p>\n<div class=\"view\" role=\"region\" tabindex=\"0\" aria-labelledby=\"picture-title\"><div "
        "class=\"sheet{0}\" style=\"--whole:{1:.2f}\" data-width=\"{1:.2f}\" data-height=\"{2:.2f}\">\n",
        picture.wide ? " is-wide" : "", picture.width, picture.height);
  page.html += picture.svg;
  write(page, "</div></div></section>\n");
}

// The script sets these into the event that is open.
void write_ways(Page& page) {
  write(page,
        "<p id=\"ways\" hidden=\"hidden\"><a href=\"#events-title\">{}</a> <button type=\"button\" "
        "data-do=\"before\">{}</button> "
        "<button type=\"button\" data-do=\"next\">{}</button></p>\n",
        told(page.desk, "link-to-event"), told(page.desk, "previous-event"), told(page.desk, "next-event"));
}

void write_events(Page& page, const Choices& choices, const InlinePicture& picture) {
  write(page, "<section id=\"events\"><h2 id=\"events-title\" tabindex=\"-1\">{}</h2>\n",
        told(page.desk, "all-events"));
  if (page.desk.timeline.events.empty()) write(page, "<p>{}</p>\n", told(page.desk, "nothing-found"));
  const EventIndex index(page.desk.timeline);
  for (const TimelineEvent& event : page.desk.timeline.events)
    write_entry(page, event, index, choices, picture.shown.contains(anchor_of(event)));
  write_ways(page);
  write(page, "<p id=\"none\" hidden=\"hidden\">{}</p></section>\n", told(page.desk, "no-event-fits"));
}

// Beside the list, above it where it is wide; both as far as there is room.
std::string_view arrangement_of(const InlinePicture& picture) {
  if (picture.svg.empty()) return " alone";
  return picture.width > 1.5 * picture.height ? " above" : "";
}

}  // namespace

std::string timeline_page(const Timeline& timeline, std::string_view svg) {
  Page page{Desk(timeline, escape_xml), "", true};
  const InlinePicture picture = inline_svg(svg, ids_of(timeline));
  const Choices choices(page.desk);
  const std::string heading =
      timeline.title.empty() ? told(page.desk, "page-title") : escape_xml(shortened(timeline.title, 240));
  write_document_head(page, heading, fmt::format("{}{}", page_style, explore_style), explore_script_hash);
  write(page, "<body class=\"explore\">\n<a class=\"skip\" href=\"#events-title\">{}</a>\n",
        told(page.desk, "skip-to-events"));
  write_head(page, heading);
  write(page, "<main>\n");
  write_controls(page, choices);
  write(page, "<div class=\"panes{}\">\n", arrangement_of(picture));
  write_picture(page, picture);
  write_events(page, choices, picture);
  write(page, "</div>\n<div class=\"foot\">\n");
  write_decisions(page);
  write_undated(page);
  write_sources(page);
  write_diagnostics(page);
  write_how_to_read(page, {"read-share", "read-marks", "read-strip"}, "picture-keys");
  write(page, "</div></main>\n<script>{}</script>\n</body>\n</html>\n", explore_script);
  return std::move(page.html);
}

}  // namespace fasti
