// What must hold for a picture of any style, whatever is in it: nothing overlaps, is cut, crossed or
// forgotten.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "fixtures.h"
#include "render/layout.h"

namespace fasti::test {

inline bool overlap(const Box& a, const Box& b) {
  constexpr double touch = 0.01;
  return a.x + touch < b.right() && b.x + touch < a.right() && a.y + touch < b.bottom() &&
         b.y + touch < a.bottom();
}

inline std::string text_of(const Box& b) {
  return fmt::format("({:.1f}, {:.1f}) {:.1f} x {:.1f}", b.x, b.y, b.width, b.height);
}

// Sorted by height, so that only neighbours need be compared until one begins below the other's end.
inline void check_apart(std::vector<Box> boxes, const std::string& what) {
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.y < b.y; });
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = i + 1; k < boxes.size() && boxes[k].y < boxes[i].bottom(); ++k)
      if (overlap(boxes[i], boxes[k]))
        FAIL_CHECK(what << " overlap: " << text_of(boxes[i]) << " and " << text_of(boxes[k]));
}

inline void check_inside(const Box& inner, const Box& outer, const std::string& what) {
  constexpr double slack = 0.01;
  if (inner.x < outer.x - slack || inner.y < outer.y - slack || inner.right() > outer.right() + slack ||
      inner.bottom() > outer.bottom() + slack)
    FAIL_CHECK(what << " " << text_of(inner) << " is not inside " << text_of(outer));
}

inline void check_card(const Card& card) {
  std::vector<Box> parts;
  for (const TextBlock& text : card.texts) {
    parts.push_back(text.box);
    for (const std::string& line : text.lines)
      if (fixtures::fake_metrics()(line, text.lettering) > text.box.width + 0.01)
        FAIL_CHECK(text.id << ": too wide for its box: " << line);
  }
  for (const Mark& mark : card.marks) parts.push_back(mark.box);
  for (const Badge& badge : card.badges) parts.push_back(badge.box);
  for (const Box& part : parts) check_inside(part, card.box, "part of card " + card.event);
  check_apart(parts, "parts of card " + card.event);
}

// Equal dates, which only random timelines have among candidates, are one date in a lane.
inline std::size_t distinct_dates_of(const Timeline& timeline) {
  std::set<std::string> dates;
  const auto note = [&](const std::string& event, const DateRange& r) {
    dates.insert(fmt::format("{} {} {} {}", event, r.earliest, r.latest, r.approximate));
  };
  std::set<std::string> disputed;
  for (const Conflict& conflict : timeline.conflicts) {
    disputed.insert(conflict.event);
    for (const Candidate& candidate : conflict.candidates) note(conflict.event, candidate.range);
  }
  for (const TimelineEvent& told : timeline.events)
    if (told.verdict.date && !disputed.count(told.event.id)) note(told.event.id, *told.verdict.date);
  return dates.size();
}

inline std::size_t dates_of(const Timeline& timeline) {
  std::map<std::string, const Conflict*> conflicts;
  for (const Conflict& conflict : timeline.conflicts) conflicts[conflict.event] = &conflict;
  std::size_t count = 0;
  for (const TimelineEvent& told : timeline.events) {
    const Conflict* conflict = conflicts[told.event.id];
    count += conflict ? conflict->candidates.size() : told.verdict.date ? 1 : 0;
  }
  return count;
}

// Of the piece from a to b, is something within the box? (Liang and Barsky's clipping.)
inline bool crosses(const Point& a, const Point& b, const Box& box) {
  constexpr double edge = 0.5;  // lines may touch and end at a box
  double from = 0, to = 1;
  const auto clip = [&](double start, double step, double least, double most) {
    if (step == 0) return start > least && start < most;
    const double one = (least - start) / step, other = (most - start) / step;
    from = std::max(from, std::min(one, other));
    to = std::min(to, std::max(one, other));
    return from < to;
  };
  return clip(a.x, b.x - a.x, box.x + edge, box.right() - edge) &&
         clip(a.y, b.y - a.y, box.y + edge, box.bottom() - edge);
}

// All that is written outside of cards.
inline std::vector<TextBlock> free_texts(const Layout& layout) {
  std::vector<TextBlock> texts = layout.texts;
  for (const Tick& tick : layout.ticks)
    for (const TextBlock* text : {&tick.year, &tick.label})
      if (!text->lines.empty()) texts.push_back(*text);
  return texts;
}

inline void check_fits(const TextBlock& text) {
  for (const std::string& line : text.lines)
    if (fixtures::fake_metrics()(line, text.lettering) > text.box.width + 0.01)
      FAIL_CHECK(text.id << ": too wide for its box: " << line);
  if (static_cast<double>(text.lines.size()) * line_height(text.lettering) > text.box.height + 0.01)
    FAIL_CHECK(text.id << ": too high for its box");
}

// Lines that lead from marks to cards and from card to card.
inline std::vector<std::pair<std::string, std::vector<Point>>> leading_lines(const Layout& layout) {
  std::vector<std::pair<std::string, std::vector<Point>>> lines;
  for (const Tie& tie : layout.ties) lines.push_back({"the tie of " + tie.mark, tie.points});
  for (const Stroke& stroke : layout.strokes)
    if (stroke.id.starts_with("join-") || stroke.id.starts_with("way-") || stroke.id.starts_with("break-"))
      lines.push_back({stroke.id, stroke.points});
  return lines;
}

inline void check_lines_cross_nothing(const Layout& layout, const std::vector<TextBlock>& texts) {
  std::vector<std::pair<std::string, Box>> boxes;
  for (const Card& card : layout.cards) boxes.push_back({card.id, card.box});
  for (const TextBlock& text : texts) boxes.push_back({text.id, text.box});
  for (const auto& [name, points] : leading_lines(layout))
    for (std::size_t i = 1; i < points.size(); ++i)
      for (const auto& [id, box] : boxes)
        if (crosses(points[i - 1], points[i], box))
          FAIL_CHECK(name << " crosses " << id << " " << text_of(box));
}

inline void check_cards(const Timeline& timeline, const Layout& layout, const Box& page, bool has_lanes) {
  std::vector<Box> boxes;
  std::set<std::string> events;
  std::set<std::pair<std::string, double>> places;
  for (const Card& card : layout.cards) {
    boxes.push_back(card.box);
    check_inside(card.box, page, card.id);
    check_card(card);
    events.insert(card.event);
    if (!places.insert({card.event, has_lanes ? card.box.x : 0}).second)
      FAIL_CHECK(card.event << " has two cards" << (has_lanes ? " in one lane" : ""));
  }
  CHECK(events.size() == timeline.events.size());
  check_apart(boxes, "cards");
}

// Each candidate date has one mark; with lanes, one in each lane at most.
inline void check_marks(const Timeline& timeline, const Layout& layout, const Box& page, bool has_lanes) {
  std::vector<Box> boxes;
  std::set<std::string> ids, dates;
  for (const Mark& mark : layout.marks) {
    boxes.push_back(mark.box);
    check_inside(mark.box, page, mark.id);
    if (!ids.insert(mark.id).second) FAIL_CHECK("two marks are called " << mark.id);
    dates.insert(mark.id.substr(0, mark.id.find("-in-")));
  }
  if (has_lanes)
    CHECK(dates.size() >= distinct_dates_of(timeline));
  else
    CHECK(layout.marks.size() == dates_of(timeline));
  for (const Card& card : layout.cards) boxes.push_back(card.box);
  check_apart(boxes, "marks and cards");
}

inline void check_picture(const Timeline& timeline, const Layout& layout, bool has_lanes) {
  const Box page{0, 0, layout.width, layout.height};
  const std::vector<TextBlock> texts = free_texts(layout);
  std::vector<Box> boxes;
  for (const TextBlock& text : texts) {
    check_fits(text);
    check_inside(text.box, page, text.id);
    boxes.push_back(text.box);
  }
  for (const Mark& mark : layout.marks) boxes.push_back(mark.box);
  check_apart(boxes, "texts and marks");
  for (const Card& card : layout.cards)
    for (const TextBlock& text : texts)
      if (overlap(card.box, text.box)) FAIL_CHECK(text.id << " lies on " << card.id);
  check_cards(timeline, layout, page, has_lanes);
  check_marks(timeline, layout, page, has_lanes);
  check_lines_cross_nothing(layout, texts);
  for (const DateBar& bar : layout.bars) check_inside(bar.box, page, bar.id);
  for (const Stroke& stroke : layout.strokes)
    for (const Point& point : stroke.points) check_inside({point.x, point.y, 0, 0}, page, stroke.id);
  for (const Panel& panel : layout.panels) check_inside(panel.box, page, panel.id);
}

}  // namespace fasti::test
