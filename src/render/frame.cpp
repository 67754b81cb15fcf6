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
constexpr std::size_t columns = 2;

Measure measure_of(const TextMetrics& metrics, Lettering lettering) {
  return [&metrics, lettering](std::string_view text) { return metrics(text, lettering); };
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
  enum class Kind { mark, bracket, zigzag, same_date } kind = Kind::mark;
  Mark mark;
  Bracket bracket;
};

Sample mark_sample(std::string text, Status status, Standing standing) {
  Sample sample{std::move(text), Sample::Kind::mark, {}, {}};
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
  const auto add_bracket = [&](std::string_view phrase, const Bracket& like, auto occurs) {
    if (!std::any_of(layout.brackets.begin(), layout.brackets.end(), occurs)) return;
    samples.push_back({say(phrases, phrase), Sample::Kind::bracket, {}, like});
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
  if (!layout.axis.same_date.empty())
    samples.push_back({say(phrases, "legend-same-day"), Sample::Kind::same_date, {}, {}});
  if (!layout.axis.breaks.empty())
    samples.push_back({say(phrases, "legend-break"), Sample::Kind::zigzag, {}, {}});
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

double set_legend(Layout& layout, const Phrases& phrases, const TextMetrics& metrics, double margin,
                  double y) {
  std::vector<Sample> samples = samples_of_marks(layout, phrases);
  const std::vector<Sample> more = samples_of_axis(layout, phrases);
  samples.insert(samples.end(), more.begin(), more.end());
  if (samples.empty()) return y;
  y = set_heading(layout, metrics, "legend", say(phrases, "legend"), margin, y);
  const double width = (layout.width - 2 * margin) / columns;
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
  const double width = (layout.width - 2 * margin) / columns;
  const std::size_t rows = (timeline.sources.size() + columns - 1) / columns;
  for (std::size_t i = 0; i < timeline.sources.size(); ++i) {
    const Box at{margin + static_cast<double>(i / rows) * width,
                 y + static_cast<double>(i % rows) * source_row, width - 10, 0};
    add_text(layout, metrics, fmt::format("source-{}", i + 1), at, source_text(timeline.sources[i], timeline),
             1, Lettering::note, Tone::muted);
  }
  return y + static_cast<double>(rows) * source_row;
}

}  // namespace fasti
