#include "render/card.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/escape.h"
#include "render/wrap_text.h"

namespace fasti {

namespace {

constexpr double inset = 14;    // of the text from the card's left edge, where a coloured bar stands
constexpr double pad = 9;       // above, below and right
constexpr double rounding = 2;  // Graphviz rounds the width of a line up
constexpr double row_indent = 15;
constexpr std::size_t label_lines = 4;
constexpr std::size_t date_lines = 2;
constexpr double badge_height = 13;
constexpr double badge_gap = 4;
constexpr std::size_t most_quotes = 12;  // in a tooltip
constexpr std::size_t most_quote_bytes = 2000;

// A card while it grows from top to bottom.
struct Draft {
  const Entry& entry;
  const DateWording& wording;
  const TextMetrics& metrics;
  SetCard set;
  double y = pad;

  double left() const { return inset; }
  double right() const { return set.card.box.width - pad; }
  std::string name(std::string_view part) const { return fmt::format("{}-{}", part, entry.told->event.id); }
  Measure measure(Lettering lettering) const {
    return [this, lettering](std::string_view text) { return metrics(text, lettering); };
  }
};

// Adds a text at the present height, its lines of about equal length; gives it back.
TextBlock& add_text(Draft& draft, std::string id, double x, double width, std::string_view text,
                    std::size_t most, Lettering lettering, Tone tone) {
  TextBlock block;
  block.id = std::move(id);
  block.lines = balanced(text, width - rounding, most, draft.measure(lettering));
  block.box = {x, draft.y, width, static_cast<double>(block.lines.size()) * line_height(lettering)};
  block.lettering = lettering;
  block.tone = tone;
  draft.set.card.texts.push_back(std::move(block));
  return draft.set.card.texts.back();
}

void add_mark(Draft& draft, std::string id, double x, double y, Standing standing) {
  const Box box{x, y - mark_size / 2, mark_size, mark_size};
  draft.set.card.marks.push_back(
      {std::move(id), draft.entry.told->event.id, box, draft.entry.told->verdict.status, standing, ""});
}

std::string header_date(const Entry& entry, const DateWording& wording, const Phrases& phrases) {
  if (!entry.anchor) return say(phrases, "without-date");
  const DatedBy& date = entry.dates[*entry.anchor];
  if (date.standing == Standing::open) return say(phrases, "date-open");
  return in_words(date.range, wording);
}

// Date on the left, status with its sign on the right.
void set_header(Draft& draft, const Phrases& phrases) {
  const Status status = draft.entry.told->verdict.status;
  const std::string word = say(phrases, fmt::format("status-{}", to_string(status)));
  const double middle = draft.y + line_height(Lettering::date) / 2;
  const double sign_x = draft.right() - mark_size;
  add_mark(draft, draft.name("status-mark"), sign_x, middle, Standing::sure);

  const double height = line_height(Lettering::status);
  const double word_width = draft.metrics(word, Lettering::status) + 2 * rounding;
  const Box at{sign_x - 5 - word_width, middle - height / 2, word_width, height};
  const Tone tone = tone_of(status);
  draft.set.card.texts.push_back(
      {draft.name("status"), at, {word}, Lettering::status, tone, Align::right, ""});

  const TextBlock& date =
      add_text(draft, draft.name("date"), draft.left(), at.x - 8 - draft.left(),
               header_date(draft.entry, draft.wording, phrases), date_lines, Lettering::date, Tone::ink);
  draft.set.date_line = middle;
  draft.y = date.box.bottom() + 3;
}

void set_label(Draft& draft) {
  TextBlock& label = add_text(draft, draft.name("label"), draft.left(), draft.right() - draft.left(),
                              draft.entry.told->event.label, label_lines, Lettering::label, Tone::ink);
  label.tooltip = draft.set.card.tooltip;
  draft.y = label.box.bottom() + 5;
}

// A piece of a running line: words, or a source's badge.
struct Piece {
  std::string text;
  const Witness* voice = nullptr;
};

std::string names_from(const std::vector<Piece>& pieces, std::size_t first) {
  std::string text;
  for (std::size_t i = first; i < pieces.size(); ++i)
    if (pieces[i].voice) text += (text.empty() ? "" : ", ") + pieces[i].voice->name;
  return text;
}

// A running line while it is set, from x to the right edge, in as many lines as are allowed.
struct Run {
  Draft& draft;
  std::string name;
  double left = 0, x = 0;
  std::size_t line = 1, pieces = 0;
};

constexpr double badge_pad = 5;
constexpr std::size_t most_run_lines = 3;

std::string next_name(Run& run) { return run.draft.name(fmt::format("{}-{}", run.name, ++run.pieces)); }

void add_badge(Run& run, std::string text, std::string url, std::string tooltip, double width) {
  const Box box{run.x, run.draft.y, width, badge_height};
  run.draft.set.card.badges.push_back(
      {next_name(run), box, std::move(text), std::move(url), std::move(tooltip)});
  run.x += width + badge_gap;
}

void add_words(Run& run, const std::string& text, double width, Lettering lettering, Tone tone) {
  const double height = line_height(lettering);
  const Box box{run.x, run.draft.y + (badge_height - height) / 2, width, height};
  run.draft.set.card.texts.push_back({next_name(run), box, {text}, lettering, tone, Align::left, ""});
  run.x += width + badge_gap;
}

// Sets pieces one after the other; what is left over is counted in a last badge, "+17", whose tooltip names
// it.
void set_run(Run run, const std::vector<Piece>& pieces, Lettering lettering, Tone tone) {
  Draft& draft = run.draft;
  run.x = run.left;
  const double room_for_more = draft.metrics("+00000", Lettering::badge) + 2 * badge_pad;
  const double widest = draft.right() - run.left - room_for_more - badge_gap - 2 * badge_pad;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const Lettering type = piece.voice ? Lettering::badge : lettering;
    const std::string text = shortened(piece.text, widest, draft.measure(type));
    const double width = draft.metrics(text, type) + (piece.voice ? 2 * badge_pad : 2 * rounding);
    const bool is_last_line = run.line == most_run_lines;
    const double after = is_last_line && i + 1 < pieces.size() ? badge_gap + room_for_more : 0;
    if (run.x > run.left && run.x + width + after > draft.right()) {
      if (is_last_line) {
        add_badge(run, fmt::format("+{}", pieces.size() - i), "", names_from(pieces, i), room_for_more);
        break;
      }
      ++run.line;
      run.x = run.left;
      draft.y += badge_height + badge_gap;
    }
    if (piece.voice)
      add_badge(run, text, piece.voice->url, piece.voice->name, width);
    else
      add_words(run, text, width, lettering, tone);
  }
  draft.y += badge_height + 3;
}

// "◆ 28 September 2020 [mediaite] [people]": one line a date, behind the sign that stands on the axis.
void set_rival_dates(Draft& draft, const Phrases& phrases) {
  for (std::size_t i = 0; i < draft.entry.dates.size(); ++i) {
    const DatedBy& date = draft.entry.dates[i];
    std::vector<Piece> pieces = {{in_words(date.range, draft.wording), nullptr}};
    if (date.who.empty()) pieces.push_back({say(phrases, "by-person"), nullptr});
    for (const Witness& voice : date.who) pieces.push_back({voice.name, &voice});
    const std::string name = fmt::format("date-{}", i + 1);
    const double middle = draft.y + badge_height / 2;
    add_mark(draft, draft.name(name + "-mark"), draft.left(), middle, date.standing);
    draft.set.date_lines.push_back(middle);
    set_run({draft, name, draft.left() + row_indent}, pieces, Lettering::row,
            date.standing == Standing::rival ? Tone::muted : Tone::ink);
  }
}

// The claims too vague to choose: "Fits each of these: September 2020 [people]  2020 [usatoday]".
void set_compatible(Draft& draft, const Voices& voices, const Phrases& phrases) {
  std::map<std::string, std::vector<Witness>> by_date;
  for (const std::size_t index : draft.entry.conflict->compatible) {
    if (index >= draft.entry.told->event.claims.size()) continue;
    const Claim& claim = draft.entry.told->event.claims[index];
    if (!claim.range) continue;
    std::vector<Witness>& who = by_date[in_words(*claim.range, draft.wording)];
    const Witness voice = voice_of(voices, claim.doc);
    if (std::find(who.begin(), who.end(), voice) == who.end()) who.push_back(voice);
  }
  if (by_date.empty()) return;
  std::vector<Piece> pieces = {{say(phrases, "fits-each"), nullptr}};
  for (const auto& [date, who] : by_date) {
    pieces.push_back({date, nullptr});
    for (const Witness& voice : who) pieces.push_back({voice.name, &voice});
  }
  set_run({draft, "fits", draft.left() + row_indent}, pieces, Lettering::note, Tone::muted);
}

void set_badges(Draft& draft, const std::vector<Witness>& voices) {
  std::vector<Piece> pieces;
  for (const Witness& voice : voices) pieces.push_back({voice.name, &voice});
  if (pieces.empty()) return;
  set_run({draft, "source", draft.left()}, pieces, Lettering::badge, Tone::muted);
}

std::string tooltip_of(const Entry& entry, const Voices& voices) {
  std::string text = one_line(entry.told->event.label);
  if (!entry.told->verdict.reason.empty()) text += "\n" + one_line(entry.told->verdict.reason);
  std::size_t shown = 0;
  for (const Claim& claim : entry.told->event.claims) {
    if (++shown > most_quotes) return text + "\n…";
    const std::string quote = one_line(std::string_view(claim.quote).substr(0, most_quote_bytes));
    text += fmt::format("\n{}: “{}{}”", one_line(voice_of(voices, claim.doc).name), quote,
                        claim.quote.size() > most_quote_bytes ? "…" : "");
  }
  return text;
}

void shift(Box& box, double dx, double dy) {
  box.x += dx;
  box.y += dy;
}

// An empty card of the event.
Draft begun(const Entry& entry, const DateWording& wording, const TextMetrics& metrics, double width) {
  Draft draft{entry, wording, metrics, {}, pad};
  Card& card = draft.set.card;
  card.event = entry.told->event.id;
  card.id = "event-" + card.event;
  card.status = entry.told->verdict.status;
  card.box.width = width;
  return draft;
}

}  // namespace

SetCard set_card(const Entry& entry, const Voices& voices, const DateWording& wording, const Phrases& phrases,
                 const TextMetrics& metrics, double width) {
  Draft draft = begun(entry, wording, metrics, width);
  Card& card = draft.set.card;
  card.tooltip = tooltip_of(entry, voices);
  set_header(draft, phrases);
  set_label(draft);
  if (entry.conflict && entry.anchor) {
    set_rival_dates(draft, phrases);
    set_compatible(draft, voices, phrases);
    // A card stands by its preferred date line; where there is none, by the line of its first date.
    double& line = draft.set.date_lines[*entry.anchor];
    if (entry.dates[*entry.anchor].standing == Standing::open)
      draft.set.date_line = line;
    else
      line = draft.set.date_line;
  } else {
    draft.set.date_lines.assign(entry.dates.size(), draft.set.date_line);
    set_badges(draft, entry.voices);
  }
  card.box.height = draft.y + pad - 3;
  return std::move(draft.set);
}

std::vector<std::string> lane_label(const Entry& entry, const TextMetrics& metrics, double card_width) {
  const auto measure = [&metrics](std::string_view text) { return metrics(text, Lettering::lane_label); };
  return balanced(entry.told->event.label, card_width - inset - pad - rounding, label_lines, measure);
}

SetCard set_lane_card(const Entry& entry, const DatedBy& date, const std::vector<std::string>& label,
                      bool names_sources, const DateWording& wording, const TextMetrics& metrics,
                      double width) {
  Draft draft = begun(entry, wording, metrics, width);
  Card& card = draft.set.card;
  card.tooltip = one_line(entry.told->event.label);
  if (!entry.told->verdict.reason.empty()) card.tooltip += "\n" + one_line(entry.told->verdict.reason);

  draft.set.date_line = draft.y + line_height(Lettering::date) / 2;
  const double sign_x = draft.right() - mark_size;
  add_mark(draft, draft.name("status-mark"), sign_x, draft.set.date_line, date.standing);
  const TextBlock& words = add_text(draft, draft.name("date"), draft.left(), sign_x - 6 - draft.left(),
                                    in_words(date.range, wording), date_lines, Lettering::date,
                                    date.standing == Standing::rival ? Tone::muted : Tone::ink);
  draft.y = words.box.bottom() + 2;
  const double height = static_cast<double>(label.size()) * line_height(Lettering::lane_label);
  const Box at{draft.left(), draft.y, draft.right() - draft.left(), height};
  card.texts.push_back({draft.name("label"), at, label, Lettering::lane_label, Tone::ink, Align::left, ""});
  draft.y = at.bottom() + 5;
  if (names_sources) set_badges(draft, date.who);
  card.box.height = draft.y + pad - 5;
  return std::move(draft.set);
}

void move(Card& card, double dx, double dy) {
  shift(card.box, dx, dy);
  for (TextBlock& text : card.texts) shift(text.box, dx, dy);
  for (Mark& mark : card.marks) shift(mark.box, dx, dy);
  for (Badge& badge : card.badges) shift(badge.box, dx, dy);
}

}  // namespace fasti
