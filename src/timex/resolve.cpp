// How an incomplete date gets the rest of itself.
//
// Each expression is resolved in the order of the text, those outside quotations first, because what is said inside
// one ("a year ago you gave me …") may count from a date that stands beside it. Three anchors offer themselves:
//
//   publication   the day the article appeared; for "last week", "14 years ago", and as the last resort of "Sept. 28"
//   narrative     the last date told; for "two days later", and for dates that go on with a story
//   neighbour     a coarser expression just before it: "last week, on September 18" lies in that week
//
// A date without a year has one reading a year. Evidence is tried from strong to weak, and the first kind that
// chooses wins; what it passed over is kept as alternatives with the reason:
//
//   1. a weekday that stands beside it: readings on another weekday cannot be meant
//   2. the neighbour
//   3. the same month or day, told earlier with its year: "in September last year … in September"
//   4. the story: a date with its year in the same paragraph ("Sept. 27, 2020 … on Sept. 30"). In the narrative
//      profile the paragraph does not matter
//   5. publication: the nearest past reading, or the nearest future one where the sentence looks ahead
//
// Published unknown and no story: the value keeps its X, which is better than a guess.
#include "timex/resolve.h"

#include <algorithm>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "calendar/timex_value.h"
#include "timex/partial.h"

namespace fasti {

std::string_view to_string(Basis basis) {
  constexpr std::string_view names[] = {"explicit", "year-from-context", "relative-to-publication", "relative-to-text",
                                        "heading",  "holiday",           "inferred"};
  return names[static_cast<int>(basis)];
}

namespace {

constexpr std::int64_t neighbour_tokens = 3;    // "last week, on September 18": two tokens between
constexpr std::int64_t story_days = 200;        // a story does not jump farther without saying the year
constexpr std::size_t look_back = 40;           // expressions

// Something that other dates may be counted from.
struct Point {
  DateRange range;
  std::string anchor;
  Basis basis = Basis::explicit_;
};

class Resolver {
 public:
  Resolver(const Document& document, const RuleSet& rules, const Profile& profile)
      : document_(document), rules_(rules), profile_(profile) {}

  Resolved run() {
    for (const PartialTimex& partial : document_.partials) result_.timexes.push_back(started(partial));
    for (const bool quoted : {false, true})
      for (std::size_t i = 0; i < document_.partials.size(); ++i)
        if (in_quotation(document_.partials[i].tokens.begin) == quoted) resolve_one(i);
    for (std::size_t i = 0; i < document_.partials.size(); ++i) measure_span(i);
    return std::move(result_);
  }

 private:
  // ---- looking around ----

  const std::vector<Token>& tokens() const { return document_.segmented.tokens; }

  template <class Parts>
  static std::size_t index_holding(const Parts& parts, std::uint32_t token) {
    const auto after = std::upper_bound(parts.begin(), parts.end(), token,
                                        [](std::uint32_t t, const auto& part) { return t < part.tokens.begin; });
    return after == parts.begin() ? 0 : static_cast<std::size_t>(after - parts.begin()) - 1;
  }
  std::size_t block_of(std::uint32_t token) const { return index_holding(document_.segmented.blocks, token); }
  const Sentence& sentence_of(std::uint32_t token) const {
    return document_.segmented.sentences[index_holding(document_.segmented.sentences, token)];
  }
  bool in_quotation(std::uint32_t token) const {
    const auto& quotations = document_.segmented.quotations;
    return std::any_of(quotations.begin(), quotations.end(), [&](const Quotation& q) { return q.tokens.holds(token); });
  }

  // True where a word of the class stands in the sentence, on the same side of the quotation marks: "will" for
  // future-marker.
  bool sentence_has(TokenRange timex, std::string_view class_name) const {
    const Sentence& sentence = sentence_of(timex.begin);
    const bool quoted = in_quotation(timex.begin);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      if (!timex.holds(t) && in_quotation(t) == quoted && rules_.is_in(class_name, folded(text_of(document_.article.text, tokens()[t])))) return true;
    return false;
  }

  Timex started(const PartialTimex& partial) const {
    Timex timex;
    timex.doc = document_.article.id;
    timex.span = partial.span;
    timex.tokens = partial.tokens;
    timex.text = document_.article.text.substr(partial.span.begin, partial.span.size());
    timex.type = partial.type;
    timex.partial = partial.partial;
    timex.mod = partial.mod;
    timex.rule = partial.rule->id;
    return timex;
  }

  std::string place_of(const Timex& timex) const {
    return fmt::format("{}:{} «{}»", timex.doc, timex.span.begin, timex.text);
  }

  // ---- anchors ----

  std::optional<Point> publication() const {
    const Published& published = document_.published;
    if (!published.known()) return std::nullopt;
    const bool inferred = published.basis == Published::Basis::inferred;
    return Point{published.range, fmt::format("publication {}{}", to_edtf(published.range), inferred ? " (inferred)" : ""),
                 inferred ? Basis::inferred : Basis::relative_to_publication};
  }

  // The last date told before expression `i`, outside quotations; only such as pass `accept`.
  template <class Accept>
  const Timex* told_before(std::size_t i, Accept accept) const {
    for (std::size_t back = 1; back <= std::min(i, look_back); ++back) {
      const Timex& timex = result_.timexes[i - back];
      if (timex.type == TimexType::duration || timex.type == TimexType::set || !timex.range) continue;
      if (in_quotation(timex.tokens.begin) || !accept(timex)) continue;
      return &timex;
    }
    return nullptr;
  }

  std::optional<Point> narrative(std::size_t i) const {
    const Timex* told = told_before(i, [](const Timex& t) { return finer_than_decade(t); });
    if (told == nullptr) return std::nullopt;
    return Point{*told->range, place_of(*told), Basis::relative_to_text};
  }

  static bool finer_than_decade(const Timex& timex) { return timex.range->granularity <= Granularity::year; }

  // The year stands in the words, or follows from words that fix it.
  static bool says_its_year(const Timex& timex) {
    if (timex.basis == Basis::explicit_ || timex.basis == Basis::year_from_context) return finer_than_decade(timex);
    return timex.partial.starts_with('@') && timex.partial.find("Y-") != std::string::npos;
  }

  // The date that stands beside a quotation says when the words inside it were said.
  std::optional<Point> spoken(std::size_t i) const {
    const std::uint32_t token = document_.partials[i].tokens.begin;
    if (!in_quotation(token)) return std::nullopt;
    const Sentence& sentence = sentence_of(token);
    for (const Timex& timex : result_.timexes) {
      if (!sentence.tokens.holds(timex.tokens.begin) || in_quotation(timex.tokens.begin) || !timex.range) continue;
      if (timex.type != TimexType::date || timex.range->granularity != Granularity::day) continue;
      return Point{*timex.range, "when it was said, " + place_of(timex), Basis::relative_to_text};
    }
    return std::nullopt;
  }

  // ---- fixing a value ----

  static void fix(Timex& timex, std::string value, Basis basis, std::string anchor) {
    timex.value = std::move(value);
    timex.range = value_range(timex.value, timex.mod);
    timex.basis = basis;
    timex.anchor = std::move(anchor);
  }

  // A coarser expression that ends just before this one: "last week, on September 18".
  const Timex* neighbour(std::size_t i) const {
    if (i == 0) return nullptr;
    const Timex& before = result_.timexes[i - 1];
    const Timex& timex = result_.timexes[i];
    if (!before.range || before.type != TimexType::date) return nullptr;
    if (timex.tokens.begin - before.tokens.end > neighbour_tokens) return nullptr;
    if (sentence_of(before.tokens.begin).tokens.begin != sentence_of(timex.tokens.begin).tokens.begin) return nullptr;
    return before.range->granularity > Granularity::day ? &before : nullptr;
  }

  void resolve_one(std::size_t i) {
    Timex& timex = result_.timexes[i];
    const Partial partial = parse_partial(timex.partial);
    switch (partial.kind) {
      case Partial::Kind::complete: resolve_complete(i); break;
      case Partial::Kind::shifted: resolve_shift(i, partial); break;
      case Partial::Kind::missing: resolve_missing(i, partial); break;
    }
    check_weekday(i);
  }

  void resolve_complete(std::size_t i) {
    Timex& timex = result_.timexes[i];
    const std::size_t bracket = timex.partial.find('(');
    if (bracket == std::string::npos) {
      fix(timex, timex.partial, Basis::explicit_, "");
      const bool names_a_day = timex.type == TimexType::date && timex.partial.size() == 10 && timex.partial[4] == '-';
      if (names_a_day && !timex.range) tell(timex, "impossible-date", fmt::format("there is no such day as \"{}\"", timex.text));
      return;
    }
    const std::string year = timex.partial.substr(0, 4);
    const auto value = value_in_year("XXXX" + timex.partial.substr(4), std::atoi(year.c_str()), rules_);
    fix(timex, value.value_or(timex.partial), Basis::holiday, "");
  }

  std::optional<Point> anchor_for(std::size_t i) const {
    switch (document_.partials[i].anchor) {
      case Anchor::publication:
        if (const auto said = spoken(i)) return said;
        return publication();
      case Anchor::narrative:
      case Anchor::now: return narrative(i);
      case Anchor::context: return publication();
    }
    return std::nullopt;
  }

  // "@-1Y-09-30" from one day.
  std::string shifted_from(Day day, const Partial& partial) const {
    const std::string unit = shifted_value(day, partial.count, partial.unit);
    if (partial.in_year.empty() || unit.empty()) return unit;
    const int year = static_cast<int>(civil_of(day).year + partial.count);
    return value_in_year("XXXX" + partial.in_year, year, rules_).value_or("");
  }

  void resolve_shift(std::size_t i, const Partial& partial) {
    Timex& timex = result_.timexes[i];
    const auto anchor = anchor_for(i);
    if (!anchor) {
      timex.value = "XXXX";
      return;
    }
    timex.counted_from = anchor->range;
    const std::string value = shifted_from(first_day(anchor->range), partial);
    const std::string last = shifted_from(last_day(anchor->range), partial);
    fix(timex, value, anchor->basis, anchor->anchor);
    if (value == last) return;
    // The anchor is too vague for one value; the range still says what is known.
    const auto last_range = value_range(last, timex.mod);
    timex.value = "XXXX";
    if (timex.range && last_range) timex.range = hull(*timex.range, *last_range);
  }

  // ---- dates without a year, weekdays without a week ----

  Day centre_of(const Point& point) const { return (first_day(point.range) + last_day(point.range)) / 2; }

  static void drop_other_weekdays(std::vector<Reading>& readings, int weekday) {
    std::erase_if(readings, [weekday](const Reading& r) {
      return r.range.granularity == Granularity::day && weekday_of(first_day(r.range)) != weekday;
    });
  }

  void resolve_missing(std::size_t i, const Partial& partial) {
    Timex& timex = result_.timexes[i];
    const auto published = publication();
    const auto story = told_before(i, [](const Timex& t) { return finer_than_decade(t); });
    if (!published && story == nullptr) {
      timex.value = partial.value;
      return;
    }
    const Point around = published ? *published : Point{*story->range, place_of(*story), Basis::year_from_context};
    std::vector<Reading> readings = readings_near(partial.value, centre_of(around), rules_);
    if (partial.direction != 0) return resolve_directed(timex, partial, readings, around);
    const std::string& weekday = document_.partials[i].weekday;
    if (!weekday.empty()) narrow_to_weekday(timex, readings, weekday.front() - '0');
    choose(i, readings, published);
  }

  void narrow_to_weekday(Timex& timex, std::vector<Reading>& readings, int weekday) {
    std::vector<Reading> fitting = readings;
    drop_other_weekdays(fitting, weekday);
    if (fitting.empty()) return;
    for (const Reading& lost : readings)
      if (weekday_of(first_day(lost.range)) != weekday)
        timex.alternatives.push_back({lost.value, "falls on another weekday than the one named"});
    readings = std::move(fitting);
  }

  // "<XXXX-09": the last September before the anchor.
  void resolve_directed(Timex& timex, const Partial& partial, const std::vector<Reading>& readings, const Point& anchor) {
    const Day day = centre_of(anchor);
    const Reading* chosen = nullptr;
    for (const Reading& reading : readings) {
      const bool week = partial.value.find('W') != std::string::npos;
      const bool same = week ? iso_week_of(first_day(reading.range)) == iso_week_of(day)
                             : civil_of(first_day(reading.range)).year == civil_of(day).year;
      if (partial.direction == '<' && last_day(reading.range) < day) chosen = &reading;
      if (partial.direction == '=' && same && chosen == nullptr) chosen = &reading;
      if (partial.direction == '>' && first_day(reading.range) > day && chosen == nullptr) chosen = &reading;
    }
    if (chosen == nullptr) timex.value = partial.value;
    else fix(timex, chosen->value, anchor.basis, anchor.anchor);
  }

  static const Reading* nearest(const std::vector<Reading>& readings, const DateRange& to) {
    const Reading* best = nullptr;
    for (const Reading& reading : readings)
      if (best == nullptr || days_apart(reading.range, to) < days_apart(best->range, to)) best = &reading;
    return best;
  }

  void choose(std::size_t i, const std::vector<Reading>& readings, const std::optional<Point>& published) {
    Timex& timex = result_.timexes[i];
    const bool holiday = timex.partial.find('(') != std::string::npos;
    const auto take = [&](const Reading* reading, std::string anchor, std::string_view why, Basis basis) {
      for (const Reading& lost : readings)
        if (&lost != reading && published && days_apart(lost.range, published->range) < 550)
          timex.alternatives.push_back({lost.value, std::string(why)});
      fix(timex, reading->value, holiday ? Basis::holiday : basis, std::move(anchor));
    };
    if (readings.empty()) {
      timex.value = timex.partial;
      return;
    }
    if (const Timex* coarser = neighbour(i)) {
      const Reading* reading = nearest(readings, *coarser->range);
      return take(reading, place_of(*coarser), "not within the stretch named just before", Basis::year_from_context);
    }
    if (const auto [reading, told] = repeated(i, readings); reading != nullptr)
      return take(reading, place_of(*told), "the text told this date with its year before", Basis::year_from_context);
    if (const auto [reading, told] = continued(i, readings, published); reading != nullptr)
      return take(reading, place_of(*told), "the story goes on from the date told before", Basis::year_from_context);
    if (!published) {
      timex.value = timex.partial;
      return;
    }
    const Basis basis = published->basis == Basis::inferred ? Basis::inferred : Basis::year_from_context;
    take(nearest_to_publication(i, readings, published->range), published->anchor, "farther from publication", basis);
  }

  using Choice = std::pair<const Reading*, const Timex*>;

  // The same month or day as one that was told with its year.
  Choice repeated(std::size_t i, const std::vector<Reading>& readings) const {
    const Timex& timex = result_.timexes[i];
    const std::string_view tail = std::string_view(timex.partial).substr(std::min<std::size_t>(4, timex.partial.size()));
    if (tail.size() < 3 || tail.find_first_of("(WX") != std::string_view::npos || !document_.partials[i].weekday.empty()) return {};
    const Timex* told = told_before(i, [&](const Timex& t) {
      return says_its_year(t) && t.value.size() == 4 + tail.size() && std::string_view(t.value).substr(4) == tail;
    });
    if (told == nullptr) return {};
    for (const Reading& reading : readings)
      if (reading.value == told->value) return {&reading, told};
    return {};
  }

  // The story that the date goes on with.
  Choice continued(std::size_t i, const std::vector<Reading>& readings, const std::optional<Point>& published) const {
    const bool anywhere = profile_.narrative_first || !published;
    const std::size_t block = block_of(result_.timexes[i].tokens.begin);
    if (result_.timexes[i].partial.find('(') != std::string::npos && !anywhere) return {};
    if (sentence_has(result_.timexes[i].tokens, "future-marker") && !anywhere) return {};
    const Timex* told = told_before(i, [&](const Timex& t) {
      return says_its_year(t) && (anywhere || block_of(t.tokens.begin) == block);
    });
    if (told == nullptr) return {};
    // The nearest reading, going on rather than back.
    const Reading* best = nullptr;
    for (const Reading& reading : readings) {
      if (published && reading.range.earliest > published->range.latest) continue;
      const std::int64_t apart = days_apart(reading.range, *told->range);
      if (apart > story_days) continue;
      if (best == nullptr || apart < days_apart(best->range, *told->range)) best = &reading;
    }
    return {best, best == nullptr ? nullptr : told};
  }

  const Reading* nearest_to_publication(std::size_t i, const std::vector<Reading>& readings, const DateRange& published) const {
    const bool future = sentence_has(result_.timexes[i].tokens, "future-marker") || !profile_.past_first;
    const Reading* past = nullptr;
    const Reading* ahead = nullptr;
    for (const Reading& reading : readings) {
      if (reading.range.earliest <= published.latest) past = &reading;
      if (reading.range.latest >= published.earliest && ahead == nullptr) ahead = &reading;
    }
    const Reading* first = future ? ahead : past;
    const Reading* second = future ? past : ahead;
    return first != nullptr ? first : second != nullptr ? second : &readings.front();
  }

  // ---- afterthoughts ----

  void tell(const Timex& timex, std::string code, std::string message) {
    Diagnostic d;
    d.severity = Severity::warning;
    d.code = std::move(code);
    d.message = std::move(message);
    d.place.path = document_.article.path;
    d.doc = timex.doc;
    d.span = timex.span;
    result_.diagnostics.push_back(std::move(d));
  }

  void check_weekday(std::size_t i) {
    const std::string& weekday = document_.partials[i].weekday;
    Timex& timex = result_.timexes[i];
    if (weekday.empty() || !timex.range || timex.range->granularity != Granularity::day) return;
    const int actual = weekday_of(first_day(*timex.range));
    if (actual == weekday.front() - '0') return;
    timex.weekday_disagrees = true;
    const auto& names = rules_.wording.weekdays;
    const std::string name = names.size() == 7 ? names[static_cast<std::size_t>(actual - 1)] : fmt::format("weekday {}", actual);
    tell(timex, "weekday-mismatch", fmt::format("\"{}\": {} was a {}", timex.text, timex.value, name));
  }

  // "70 days … since September 26": where that day plus 70 days would lie after publication, the days were counted
  // up to it, and the duration began so much earlier.
  void measure_span(std::size_t i) {
    Timex& duration = result_.timexes[i];
    const auto length = duration.type == TimexType::duration ? length_of(duration.value) : std::nullopt;
    if (!length || i + 1 >= result_.timexes.size()) return;
    const Timex& date = result_.timexes[i + 1];
    if (!date.range || date.type != TimexType::date || !joined_by_span_rule(duration, date)) return;
    const auto published = publication();
    const DateRange end_if_since = shifted(*date.range, *length, +1);
    if (!published || end_if_since.earliest <= published->range.latest + 7 * seconds_per_day) return;
    const DateRange start = shifted(*date.range, *length, -1);
    duration.range = range_of_days(first_day(start), last_day(*date.range), Granularity::span);
    duration.basis = Basis::relative_to_text;
    duration.anchor = fmt::format("counted back from {}", place_of(date));
  }

  bool joined_by_span_rule(const Timex& duration, const Timex& date) const {
    if (date.tokens.begin <= duration.tokens.end) return false;
    const std::string before = folded(text_of(document_.article.text, tokens()[date.tokens.begin - 1]));
    return std::any_of(rules_.spans.begin(), rules_.spans.end(), [&](const SpanRule& rule) {
      return date.tokens.begin - duration.tokens.end <= rule.within && rules_.is_in(rule.word, before);
    });
  }

  const Document& document_;
  const RuleSet& rules_;
  const Profile& profile_;
  Resolved result_;
};

}  // namespace

Resolved resolve(const Document& document, const RuleSet& rules, const Profile& profile) {
  return Resolver(document, rules, profile).run();
}

}  // namespace fasti
