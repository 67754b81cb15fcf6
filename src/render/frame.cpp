#include "render/frame.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "calendar/wording.h"
#include "render/card.h"
#include "render/wrap_text.h"
#include "timeline/choose.h"

namespace fasti {

namespace {

constexpr double sample_width = 26;  // of the legend's drawings
constexpr double legend_row = 18;
constexpr double source_row = 13;
constexpr double wide_column = 330;  // of the legend and the sources, where there is room for more than two

Measure measure_of(const TextMetrics& metrics, Lettering lettering) {
  return [&metrics, lettering](std::string_view text) { return metrics(text, lettering); };
}

std::size_t columns_in(double width) {
  return static_cast<std::size_t>(std::clamp(width / wide_column, 2.0, 6.0));
}

// Adds a text over the given width; returns the height below it.
double add_text(Layout& layout, const TextMetrics& metrics, std::string id, Box at, std::string_view text,
                std::size_t most_lines, Lettering lettering, Tone tone) {
  TextBlock block{std::move(id),
                  at,
                  balanced(text, at.width - 2, most_lines, measure_of(metrics, lettering)),
                  lettering,
                  tone,
                  Align::left,
                  ""};
  block.box.height = static_cast<double>(block.lines.size()) * line_height(lettering);
  layout.texts.push_back(block);
  return block.box.bottom();
}

// --- the legend

struct Sample {
  std::string text;
  enum class Kind { mark, bracket, bar, join, cut, zigzag, same_date } kind = Kind::mark;
  Mark mark;
  Bracket bracket;
  DateBar bar;
  Stroke join;
};

Sample mark_sample(std::string text, Status status, Standing standing) {
  Sample sample{std::move(text), Sample::Kind::mark, {}, {}, {}, {}};
  sample.mark.status = status;
  sample.mark.standing = standing;
  return sample;
}

std::vector<Sample> samples_of_marks(const Layout& layout, const Phrases& phrases) {
  std::set<Status> statuses;
  std::set<std::pair<Standing, Status>> lost;
  for (const Card& card : layout.cards) statuses.insert(card.status);
  for (const Mark& mark : layout.marks)
    if (mark.standing != Standing::sure) lost.insert({mark.standing, mark.status});
  std::vector<Sample> samples;
  for (const Status status : statuses)
    samples.push_back(
        mark_sample(say(phrases, fmt::format("about-{}", to_string(status))), status, Standing::sure));
  for (const Standing standing : {Standing::rival, Standing::open}) {
    const auto found =
        std::find_if(lost.begin(), lost.end(), [&](const auto& one) { return one.first == standing; });
    if (found == lost.end()) continue;
    const std::string_view text = standing == Standing::rival ? "legend-rival" : "legend-open";
    samples.push_back(mark_sample(say(phrases, text), found->second, standing));
  }
  return samples;
}

std::vector<Sample> samples_of_axis(const Layout& layout, const Phrases& phrases) {
  std::vector<Sample> samples;
  const auto add_bar = [&](std::string_view phrase, const DateBar& like, auto occurs) {
    if (!std::any_of(layout.bars.begin(), layout.bars.end(), occurs)) return;
    samples.push_back({say(phrases, phrase), Sample::Kind::bar, {}, {}, like, {}});
  };
  const auto add_bracket = [&](std::string_view phrase, const Bracket& like, auto occurs) {
    if (!std::any_of(layout.brackets.begin(), layout.brackets.end(), occurs)) return;
    samples.push_back({say(phrases, phrase), Sample::Kind::bracket, {}, like, {}, {}});
  };
  Bracket plain, rival, about, open;
  rival.rival = true;
  about.approximate = true;
  open.open_bottom = true;
  const auto is_open = [](const Bracket& b) { return b.open_top || b.open_bottom; };
  add_bracket("legend-stretch", plain,
              [&](const Bracket& b) { return !b.approximate && !b.rival && !is_open(b); });
  add_bracket("legend-rival-stretch", rival, [](const Bracket& b) { return b.rival; });
  add_bracket("legend-about", about, [](const Bracket& b) { return b.approximate; });
  add_bracket("legend-open-end", open, is_open);
  DateBar plain_bar, rival_bar, about_bar, open_bar;
  rival_bar.rival = about_bar.approximate = open_bar.open_end = true;
  const auto is_open_bar = [](const DateBar& b) { return b.open_start || b.open_end; };
  add_bar("legend-bar", plain_bar,
          [&](const DateBar& b) { return !b.approximate && !b.rival && !is_open_bar(b); });
  add_bar("legend-rival-bar", rival_bar, [](const DateBar& b) { return b.rival; });
  add_bar("legend-about", about_bar, [](const DateBar& b) { return b.approximate; });
  add_bar("legend-open-end", open_bar, is_open_bar);
  const bool has_same_dates = std::any_of(layout.panels.begin(), layout.panels.end(), [](const Panel& panel) {
    return panel.id.starts_with("same-date");
  });
  if (!layout.axis.same_date.empty() || has_same_dates)
    samples.push_back({say(phrases, "legend-same-day"), Sample::Kind::same_date, {}, {}, {}, {}});
  const bool is_broken = std::any_of(layout.strokes.begin(), layout.strokes.end(),
                                     [](const Stroke& stroke) { return stroke.id.starts_with("break-"); });
  if (!layout.axis.breaks.empty() || is_broken)
    samples.push_back(
        {say(phrases, "legend-break"), is_broken ? Sample::Kind::cut : Sample::Kind::zigzag, {}, {}, {}, {}});
  return samples;
}

// Of the lines between the lanes of those who tell one event.
std::vector<Sample> samples_of_joins(const Layout& layout, const Phrases& phrases) {
  std::vector<Sample> samples;
  for (const bool apart : {false, true}) {
    const auto found = std::find_if(layout.strokes.begin(), layout.strokes.end(), [&](const Stroke& stroke) {
      return stroke.id.starts_with("join-") && stroke.dashed == apart;
    });
    if (found == layout.strokes.end()) continue;
    const std::string_view phrase = apart ? "legend-told-apart" : "legend-told-alike";
    samples.push_back({say(phrases, phrase), Sample::Kind::join, {}, {}, {}, *found});
  }
  return samples;
}

// Draws the sample around the middle of its row.
void place_sample(Layout& layout, Sample sample, std::size_t number, double x, double middle) {
  const double centre = x + sample_width / 2 - 4;
  switch (sample.kind) {
    case Sample::Kind::mark:
      sample.mark.id = fmt::format("legend-mark-{}", number);
      sample.mark.box = {centre - mark_size / 2, middle - mark_size / 2, mark_size, mark_size};
      layout.legend_marks.push_back(sample.mark);
      break;
    case Sample::Kind::bracket:
      sample.bracket.id = fmt::format("legend-bracket-{}", number);
      sample.bracket.x = centre;
      sample.bracket.top = middle - 7;
      sample.bracket.bottom = middle + 7;
      layout.legend_brackets.push_back(sample.bracket);
      break;
    case Sample::Kind::bar:
      sample.bar.id = fmt::format("legend-bar-{}", number);
      sample.bar.box = {centre - 9, middle - 3, 18, 6};
      layout.legend_bars.push_back(sample.bar);
      break;
    case Sample::Kind::join:
      sample.join.id = fmt::format("legend-line-{}", number);
      sample.join.points = {{centre - 10, middle}, {centre + 10, middle}};
      layout.strokes.push_back(sample.join);
      break;
    case Sample::Kind::cut:
      for (const double x_of_stroke : {centre - 2, centre + 2})
        layout.strokes.push_back({fmt::format("legend-cut-{}", number),
                                  {{x_of_stroke - 2, middle + 7}, {x_of_stroke + 2, middle - 7}}});
      break;
    case Sample::Kind::zigzag:
      layout.legend_breaks.push_back({centre, middle});
      break;
    case Sample::Kind::same_date:
      layout.legend_same_dates.push_back({centre, middle});
      break;
  }
}

double set_heading(Layout& layout, const TextMetrics& metrics, std::string id, std::string_view text,
                   double margin, double y) {
  layout.rules.push_back({margin, y, layout.width - 2 * margin, 0});
  const Box at{margin, y + 8, layout.width - 2 * margin, 0};
  return add_text(layout, metrics, std::move(id), at, text, 1, Lettering::heading, Tone::ink) + 6;
}

std::string source_text(const Source& source, const Timeline& timeline) {
  const std::string name = source.source.empty() ? source.id : source.source;
  if (!source.published.known()) return fmt::format("{} – {}", name, say(timeline.phrases, "date-unknown"));
  const std::string date = in_few_words(source.published.range, timeline.wording);
  if (source.published.basis != Published::Basis::inferred) return fmt::format("{} – {}", name, date);
  return fmt::format("{} – {} ({})", name, date, say(timeline.phrases, "inferred"));
}

// Explains what occurs in `explained`.
double set_legend(Layout& layout, const Layout& explained, const Phrases& phrases, const TextMetrics& metrics,
                  double margin, double y) {
  std::vector<Sample> samples = samples_of_marks(explained, phrases);
  for (const auto& more : {samples_of_joins(explained, phrases), samples_of_axis(explained, phrases)})
    samples.insert(samples.end(), more.begin(), more.end());
  if (samples.empty()) return y;
  y = set_heading(layout, metrics, "legend", say(phrases, "legend"), margin, y);
  const std::size_t columns = columns_in(layout.width - 2 * margin);
  const double width = (layout.width - 2 * margin) / static_cast<double>(columns);
  const std::size_t rows = (samples.size() + columns - 1) / columns;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double x = margin + static_cast<double>(i / rows) * width;
    const double middle = y + (static_cast<double>(i % rows) + 0.5) * legend_row;
    place_sample(layout, samples[i], i + 1, x, middle);
    const Box at{x + sample_width, middle - line_height(Lettering::note) / 2, width - sample_width - 10, 0};
    add_text(layout, metrics, fmt::format("legend-{}", i + 1), at, samples[i].text, 1, Lettering::note,
             Tone::muted);
  }
  return y + static_cast<double>(rows) * legend_row + 12;
}

double set_sources(Layout& layout, const Timeline& timeline, const TextMetrics& metrics, double margin,
                   double y) {
  if (timeline.sources.empty()) return y;
  y = set_heading(layout, metrics, "sources", say(timeline.phrases, "all-sources"), margin, y);
  const std::size_t columns = columns_in(layout.width - 2 * margin);
  const double width = (layout.width - 2 * margin) / static_cast<double>(columns);
  const std::size_t rows = (timeline.sources.size() + columns - 1) / columns;
  for (std::size_t i = 0; i < timeline.sources.size(); ++i) {
    const Box at{margin + static_cast<double>(i / rows) * width,
                 y + static_cast<double>(i % rows) * source_row, width - 10, 0};
    add_text(layout, metrics, fmt::format("source-{}", i + 1), at, source_text(timeline.sources[i], timeline),
             1, Lettering::note, Tone::muted);
  }
  return y + static_cast<double>(rows) * source_row;
}

}  // namespace

std::string summary_of(const Timeline& timeline) {
  const Phrases& phrases = timeline.phrases;
  if (timeline.events.empty()) return say(phrases, "nothing-found");
  std::size_t disputed = 0;
  for (const TimelineEvent& event : timeline.events)
    disputed += event.shown && event.verdict.status == Status::disputed ? 1 : 0;
  const std::size_t left_out = events_left_out(timeline);
  std::string text = say_number(phrases, "events", events_shown(timeline)) + ", " +
                     say_number(phrases, "sources", timeline.sources.size());
  if (disputed > 0) text += ", " + say_number(phrases, "disputed-dates", disputed);
  if (left_out > 0)
    text += ". " + say_number(phrases, "not-shown", left_out, {{"option", timeline.shows_all}});
  return text;
}

double set_title(Layout& layout, const Timeline& timeline, const TextMetrics& metrics,
                 const LayoutOptions& options, double y) {
  const double width = layout.width - 2 * options.margin;
  if (!options.title.empty())
    y = add_text(layout, metrics, "title", {options.margin, y, width, 0}, options.title, 3, Lettering::title,
                 Tone::ink) +
        5;
  y = add_text(layout, metrics, "summary", {options.margin, y, width, 0},
               options.subtitle.empty() ? summary_of(timeline) : options.subtitle, 2, Lettering::subtitle,
               Tone::muted);
  layout.rules.push_back({options.margin, y + 12, width, 0});
  return y + 30;
}

double set_foot(Layout& layout, const Timeline& timeline, const TextMetrics& metrics,
                const LayoutOptions& options, double y) {
  if (options.legend || options.sources) y += 28;
  const Layout& explained = options.legend_of != nullptr ? *options.legend_of : layout;
  if (options.legend) y = set_legend(layout, explained, timeline.phrases, metrics, options.margin, y);
  if (options.sources) y = set_sources(layout, timeline, metrics, options.margin, y);
  return y;
}

}  // namespace fasti
