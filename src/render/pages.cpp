// Page by page, greedily: as many of the events that are left as fit. How many that are is found by trying,
// beginning with as many as stood on the page before.
#include "render/pages.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

#include <fmt/format.h>

#include "render/frame.h"

namespace fasti {

namespace {

constexpr double least_card_width = 200;

struct NamedPaper {
  std::string_view name;
  Paper paper;
};

// ISO 216 in millimetres, and the sheets of North America in inches.
constexpr double points_a_millimetre = 72 / 25.4;
constexpr std::array<NamedPaper, 7> papers{{{"A5", {148 * points_a_millimetre, 210 * points_a_millimetre}},
                                            {"A4", {210 * points_a_millimetre, 297 * points_a_millimetre}},
                                            {"A3", {297 * points_a_millimetre, 420 * points_a_millimetre}},
                                            {"A2", {420 * points_a_millimetre, 594 * points_a_millimetre}},
                                            {"letter", {8.5 * 72, 11 * 72}},
                                            {"legal", {8.5 * 72, 14 * 72}},
                                            {"tabloid", {11 * 72, 17 * 72}}}};
constexpr std::string_view landscape = "-landscape";

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// The events from `begin` to `end` of the whole as a timeline of their own, with the sources that they name.
class Slices {
 public:
  explicit Slices(const Timeline& whole) : whole_(whole) {
    empty_.title = whole.title;
    empty_.language = whole.language;
    empty_.wording = whole.wording;
    empty_.phrases = whole.phrases;
    for (const TimelineEvent& told : whole.events)
      if (told.shown) events_.push_back(&told);
    for (const Source& source : whole.sources) sources_[source.id] = &source;
    for (const Conflict& conflict : whole.conflicts) conflicts_[conflict.event] = &conflict;
  }

  std::size_t events() const { return events_.size(); }
  std::size_t sources() const { return whole_.sources.size(); }

  Timeline of_events(std::size_t begin, std::size_t end) const {
    Timeline part = empty_;
    for (std::size_t i = begin; i < end; ++i) {
      part.events.push_back(*events_[i]);
      if (const auto found = conflicts_.find(events_[i]->event.id); found != conflicts_.end())
        part.conflicts.push_back(*found->second);
      for (const Claim& claim : events_[i]->event.claims)
        if (const auto found = sources_.find(claim.doc); found != sources_.end())
          part.sources.push_back(*found->second);
    }
    std::sort(part.sources.begin(), part.sources.end(),
              [](const Source& a, const Source& b) { return a.id < b.id; });
    part.sources.erase(std::unique(part.sources.begin(), part.sources.end(),
                                   [](const Source& a, const Source& b) { return a.id == b.id; }),
                       part.sources.end());
    return part;
  }

  // … and with the list of all sources.
  Timeline of_last_events(std::size_t begin) const {
    Timeline part = of_events(begin, events());
    part.sources = whole_.sources;
    return part;
  }

  Timeline of_sources(std::size_t begin, std::size_t end) const {
    Timeline part = empty_;
    part.sources.assign(whole_.sources.begin() + static_cast<std::ptrdiff_t>(begin),
                        whole_.sources.begin() + static_cast<std::ptrdiff_t>(end));
    return part;
  }

 private:
  const Timeline& whole_;
  Timeline empty_;
  std::vector<const TimelineEvent*> events_;
  std::unordered_map<std::string, const Source*> sources_;
  std::unordered_map<std::string, const Conflict*> conflicts_;
};

// As many things as the page holds, at least one: grows from a guess while they fit, shrinks while they do
// not. `fits(n)` must hold for all that is smaller where it holds for n.
template <class Fits>
std::size_t as_many_as_fit(std::size_t left, std::size_t guess, Fits fits) {
  std::size_t most = std::clamp<std::size_t>(guess, 1, left);
  if (fits(most)) {
    while (most < left && fits(most + 1)) ++most;
    return most;
  }
  while (most > 1 && !fits(most - 1)) --most;
  return std::max<std::size_t>(most - (most > 1 ? 1 : 0), 1);
}

struct Setting {
  const TextMetrics& metrics;
  LayoutOptions options;
  Paper paper;

  Layout lay(const Timeline& part) const { return layout(part, metrics, options); }
  bool holds(const Layout& page) const {
    return page.width <= paper.width + 0.5 && page.height <= paper.height + 0.5;
  }
  bool holds(const Timeline& part) const { return holds(lay(part)); }
};

// Cards as wide as the paper allows. What stands beside them grows with what is shown, so the width is taken
// of all events.
double card_width_for(const Timeline& whole, const Setting& setting) {
  if (setting.options.style != Style::vertical) return setting.options.card_width;
  const double beside = setting.lay(whole).width - setting.options.card_width;
  return std::max(least_card_width, setting.paper.width - beside);
}

// What stands on a page: events or sources, from and to; on the last page of events also all sources, where
// there is room for them.
struct Content {
  enum class Kind { events, events_and_sources, sources } kind = Kind::events;
  std::size_t begin = 0, end = 0;
};

Timeline part_for(const Content& content, const Slices& slices) {
  switch (content.kind) {
    case Content::Kind::events:
      return slices.of_events(content.begin, content.end);
    case Content::Kind::events_and_sources:
      return slices.of_last_events(content.begin);
    case Content::Kind::sources:
      break;
  }
  return slices.of_sources(content.begin, content.end);
}

// The page, its cards as wide as there is room beside their axis.
Layout page_of(const Content& content, const Slices& slices, Setting setting) {
  const Timeline part = part_for(content, slices);
  setting.options.sources = content.kind != Content::Kind::events;
  Layout page = setting.lay(part);
  if (setting.options.style == Style::vertical && page.width < setting.paper.width) {
    setting.options.card_width += setting.paper.width - page.width;
    page = setting.lay(part);
  }
  page.width = std::max(page.width, setting.paper.width);
  page.height = std::max(page.height, setting.paper.height);
  return page;
}

std::vector<Content> contents_of(const Slices& slices, Setting setting) {
  std::vector<Content> contents;
  for (std::size_t begin = 0, guess = 8; begin < slices.events();) {
    setting.options.legend = begin == 0;
    const std::size_t number = as_many_as_fit(slices.events() - begin, guess, [&](std::size_t n) {
      return setting.holds(slices.of_events(begin, begin + n));
    });
    contents.push_back({Content::Kind::events, begin, begin + number});
    begin += number;
    guess = number;
  }
  setting.options.legend = contents.size() == 1;
  setting.options.sources = true;
  if (!contents.empty() && setting.holds(slices.of_last_events(contents.back().begin))) {
    contents.back().kind = Content::Kind::events_and_sources;
    return contents;
  }
  setting.options.legend = false;
  for (std::size_t begin = 0, guess = 40; begin < slices.sources();) {
    const std::size_t number = as_many_as_fit(slices.sources() - begin, guess, [&](std::size_t n) {
      return setting.holds(slices.of_sources(begin, begin + n));
    });
    contents.push_back({Content::Kind::sources, begin, begin + number});
    begin += number;
    guess = number;
  }
  return contents;
}

}  // namespace

std::optional<Paper> paper_from(std::string_view name) {
  const bool wide =
      name.size() > landscape.size() && same_word(name.substr(name.size() - landscape.size()), landscape);
  if (wide) name.remove_suffix(landscape.size());
  for (const NamedPaper& known : papers)
    if (same_word(known.name, name)) return wide ? Paper{known.paper.height, known.paper.width} : known.paper;
  return std::nullopt;
}

std::string paper_names() {
  std::string names;
  for (std::size_t i = 0; i < papers.size(); ++i)
    names += fmt::format("{}{}", i == 0 ? "" : i + 1 == papers.size() ? " or " : ", ", papers[i].name);
  return names + fmt::format(", each also with {}", landscape);
}

std::vector<Layout> pages(const Timeline& whole, const TextMetrics& metrics, LayoutOptions options,
                          const Paper& paper) {
  Setting setting{metrics, std::move(options), paper};
  setting.options.card_width = card_width_for(whole, setting);
  // All on one sheet, sources included, where that is possible.
  Layout all = setting.lay(whole);
  if (setting.holds(all)) {
    all.width = paper.width;
    all.height = paper.height;
    return {std::move(all)};
  }
  setting.options.legend_of = &all;
  const std::string summary = summary_of(whole);
  setting.options.sources = false;
  setting.options.subtitle =
      say(whole.phrases, "page-of", {{"n", "0000"}, {"all", "0000"}}) + " · " + summary;
  const Slices slices(whole);
  const std::vector<Content> contents = contents_of(slices, setting);

  std::vector<Layout> result;
  for (const Content& content : contents) {
    const bool first = result.empty();
    const std::string number =
        say(whole.phrases, "page-of",
            {{"n", fmt::format("{}", result.size() + 1)}, {"all", fmt::format("{}", contents.size())}});
    setting.options.subtitle = first ? number + " · " + summary : number;
    setting.options.legend = first;
    result.push_back(page_of(content, slices, setting));
  }
  return result;
}

}  // namespace fasti
