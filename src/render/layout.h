// Where everything of a timeline's picture stands: plain numbers in points (1/72 inch), x to the right, y
// downwards from the top left corner. draw_dot turns it into Graphviz's language and adds nothing of its own.
//
//   2020  Sep ┤                                          time flows down the axis; its distances follow time,
//   but
//          27 ●────────── 27 September 2020 ● agreed     compressed, and grow where cards need room
//          28 ◆────────── 28 September 2020 ◆ disputed   a card's date line stands at the height of its mark
//          30 ◇───────┘   ◆ 28 Sept – mediaite           a rival date is hollow and tied to its line in the
//          card
//
// What holds for any timeline, by construction (tests/render/test_layout.cpp): cards do not overlap, marks do
// not overlap, all lies within the canvas, ties run only in the gutter between axis and cards and so cross no
// text, each event has exactly one card, each candidate date exactly one mark. The time needed is n log n.
#pragma once

#include <string>
#include <vector>

#include "render/layout_options.h"
#include "render/style.h"
#include "render/text_metrics.h"
#include "timeline/timeline.h"

namespace fasti {

struct Point {
  double x = 0, y = 0;
};

struct Box {
  double x = 0, y = 0, width = 0, height = 0;  // x, y: the top left corner
  double right() const { return x + width; }
  double bottom() const { return y + height; }
  double centre_x() const { return x + width / 2; }
  double centre_y() const { return y + height / 2; }
};

enum class Align { left, right };

struct TextBlock {
  std::string id;
  Box box;
  std::vector<std::string> lines;
  Lettering lettering = Lettering::note;
  Tone tone = Tone::ink;
  Align align = Align::left;
  std::string tooltip;  // may be empty
};

// How far a date that is shown counts.
enum class Standing {
  sure,   // the verdict's date: filled
  rival,  // lost against a preferred date: hollow and thin, its tie dashed
  open,   // one of several, none preferred: hollow and thick, its tie drawn through
};

// The sign of an event, on the axis and in its card. Its shape is that of the status.
struct Mark {
  std::string id;
  std::string event;
  Box box;
  Status status = Status::single;
  Standing standing = Standing::sure;
  std::string tooltip;
};

// A bracket beside the axis: a date that is a stretch of time. Events of the same date share one.
struct Bracket {
  std::string id;
  double x = 0, top = 0, bottom = 0;
  bool rival = false;        // only rival dates say so
  bool approximate = false;  // dashed, without caps
  bool open_top = false;     // fades out
  bool open_bottom = false;
};

struct Tick {
  std::string id;
  double y = 0;
  double reach = 0;       // length of its stroke, to the left of the axis; 0 beside a mark
  TextBlock year, label;  // without lines where nothing is to be written
};

// From a mark to its card.
struct Tie {
  std::string mark;
  std::string event;
  std::vector<Point> points;
  Status status = Status::single;
  Standing standing = Standing::sure;
};

// A source's name in a frame.
struct Badge {
  std::string id;
  Box box;
  std::string text;
  std::string url;  // as the source gave it; draw_dot lets only safe ones pass
  std::string tooltip;
};

struct Card {
  std::string event;
  Box box;
  Status status = Status::single;
  std::vector<TextBlock> texts;
  std::vector<Mark> marks;  // of the status, and one a candidate
  std::vector<Badge> badges;
  std::string tooltip;  // the whole label, the reason, the quotations
};

struct Stretch {
  double top = 0, bottom = 0;
};

struct Axis {
  double x = 0, top = 0, bottom = 0;
  std::vector<Stretch> breaks;     // time left out, ascending
  std::vector<Stretch> same_date;  // several marks on one date
};

struct Layout {
  double width = 0, height = 0;
  Axis axis;  // top == bottom where there is none
  std::vector<Tick> ticks;
  std::vector<Bracket> brackets;
  std::vector<Mark> marks;  // the axis', in order of time
  std::vector<Tie> ties;
  std::vector<Card> cards;
  std::vector<TextBlock> texts;  // title, headings, legend, sources
  std::vector<Box> rules;        // horizontal hairlines, of no height

  // The legend's samples, drawn like what they explain.
  std::vector<Mark> legend_marks;
  std::vector<Bracket> legend_brackets;
  std::vector<Point> legend_breaks;      // centres of zigzags
  std::vector<Point> legend_same_dates;  // centres
};

Layout layout(const Timeline&, const TextMetrics&, const LayoutOptions& = {});

}  // namespace fasti
