#include "timex/choose_reading.h"

#include <algorithm>

#include "calendar/julian.h"
#include "calendar/timex_value.h"
#include "timex/anchor.h"

namespace fasti {

namespace {

constexpr std::uint32_t neighbour_tokens = 3;    // "last week, on September 18": two tokens between
constexpr std::int64_t weight_of_same_year = 2;  // found on one half of the histories, checked on the other
constexpr std::int64_t weight_of_other_year = 3;
constexpr std::int64_t days_of_plans = 12 * 365;  // a paper seldom looks farther ahead: the '60s are past
constexpr std::int64_t days_of_long_ago = 60 * 365;
constexpr std::int64_t days_of_a_decade = 3653;
constexpr std::size_t day_value_length = 10;  // XXXX-05-03
constexpr std::uint32_t near_verb = 4;        // tokens; a verb so near governs the date
constexpr std::int64_t days_of_a_month = 31;
constexpr std::int64_t story_days = 200;            // a story does not jump farther without saying the year
constexpr std::int64_t days_of_alternatives = 550;  // readings farther from publication are not worth telling

// One kind of evidence has chosen this reading.
struct Choice {
  std::optional<DateReading> reading;
  std::string anchor;
  std::string lost_because;  // what is wrong with the others
  Basis basis = Basis::year_from_context;
  explicit operator bool() const { return reading.has_value(); }
};

class Chooser {
 public:
  Chooser(std::vector<Timex>& timexes, std::size_t i, const Partial& partial, const Surroundings& around,
          const Profile& profile)
      : timexes_(timexes),
        i_(i),
        partial_(partial),
        around_(around),
        profile_(profile),
        published_(writing_anchor(around, timexes, i)) {}

  void run() {
    const auto middle = middle_of_readings();
    if (middle) readings_ = readings_around(middle->range);
    narrow_to_weekday();
    Choice choice = partial_.direction != 0 && middle ? directed(*middle) : undirected();
    if (choice)
      take(choice);
    else
      timex().value = open_value();
  }

 private:
  // Where the rule names an anchor, that one; else publication, and without it the story.
  std::optional<AnchorPoint> middle_of_readings() const {
    const bool story_first = rule_anchor() == Anchor::narrative || !published_;
    const auto told = story_first ? narrative_anchor(around_, timexes_, i_) : std::nullopt;
    return told ? told : published_;
  }

  std::string open_value() const {
    const std::string value = without_formula(partial_.value, around_.rules);
    return value.size() >= day_value_length && partial_.direction == 0 ? value + partial_.time : value;
  }

  Anchor rule_anchor() const { return around_.document.partials[i_].anchor; }
  bool misses(std::string_view what) const { return partial_.value.starts_with(what); }
  bool misses_century_or_era() const { return misses("BC?") || (misses("XX") && !misses("XXXX")); }
  bool misses_quarter() const { return misses("XXXX-Q") || misses("XXXX-H"); }  // of business figures
  bool misses_year_of_day() const {
    return misses("XXXX-") && partial_.value.size() == 10 && weekday().empty();
  }
  // The story dates what is incomplete, in whatever paragraph it was told.
  bool story_anywhere() const {
    return profile_.narrative_first || !published_ || rule_anchor() == Anchor::narrative;
  }

  Timex& timex() { return timexes_[i_]; }
  const Timex& timex() const { return timexes_[i_]; }
  bool holiday() const { return names_holiday(partial_.value); }
  const std::string& weekday() const { return around_.document.partials[i_].weekday; }
  static Day centre_of(const DateRange& range) { return (first_day(range) + last_day(range)) / 2; }

  void take(const Choice& choice) {
    for (const DateReading& lost : readings_) {
      const bool worth_telling =
          published_ && days_apart(lost.range, published_->range) < days_of_alternatives;
      if (lost.value != choice.reading->value && worth_telling)
        timex().alternatives.push_back({lost.value, choice.lost_because});
    }
    timex().value = with_ending(choice.reading->value, partial_);
    timex().range = value_range(timex().value, timex().mod);
    timex().basis = holiday() ? Basis::holiday : choice.basis;
    timex().anchor = choice.anchor;
  }

  std::vector<DateReading> readings_around(const DateRange& range) const {
    return readings_near(partial_.value, centre_of(range), around_.rules);
  }

  bool falls_on_named_weekday(const DateReading& r) const {
    return weekday().empty() || r.range.granularity != Granularity::day ||
           may_fall_on(first_day(r.range), weekday().front() - '0');
  }

  void narrow_to_weekday() {
    if (weekday().empty()) return;
    // Far from publication some year always fits; then it is rather the weekday that is wrong.
    const auto fits = [&](const DateReading& r) {
      const bool far = published_ && days_apart(r.range, published_->range) > days_of_alternatives;
      return falls_on_named_weekday(r) && !far;
    };
    if (std::none_of(readings_.begin(), readings_.end(), fits)) return;
    for (const DateReading& lost : readings_)
      if (!falls_on_named_weekday(lost))
        timex().alternatives.push_back({lost.value, "falls on another weekday than the one named"});
    std::erase_if(readings_, [&](const DateReading& r) { return !fits(r); });
  }

  // "<XXXX-09": the last September before the anchor.
  Choice directed(const AnchorPoint& anchor) const {
    const Day day = centre_of(anchor.range);
    const bool by_week = partial_.value.find('W') != std::string::npos;
    Choice choice{std::nullopt, anchor.name, "not the one that the words point to", anchor.basis};
    for (const DateReading& reading : readings_) {
      const Day first = first_day(reading.range);
      const bool same =
          by_week ? iso_week_of(first) == iso_week_of(day) : civil_of(first).year == civil_of(day).year;
      if (partial_.direction == '<' && last_day(reading.range) < day) choice.reading = reading;
      if (partial_.direction == '=' && same && !choice.reading) choice.reading = reading;
      if (partial_.direction == '>' && first > day && !choice.reading) choice.reading = reading;
    }
    return choice;
  }

  // "The 1860s and '70s": of the century that was named just before.
  Choice in_century_before() const {
    if (!misses_century_or_era() || i_ == 0 || partial_.value.starts_with("BC")) return {};
    const Timex& before = timexes_[i_ - 1];
    const bool listed = before.range && before.basis == Basis::explicit_ && before.type == TimexType::date &&
                        timex().tokens.begin - before.tokens.end <= neighbour_tokens &&
                        days_covered(*before.range) <= days_of_a_decade &&
                        around_.same_sentence(before.tokens, timex().tokens);
    if (!listed) return {};
    return {nearest_to(*before.range, false), place_of(before), "farther from the date named just before",
            Basis::year_from_context};
  }

  Choice undirected() const {
    if (Choice choice = in_century_before()) return choice;
    if (rule_anchor() == Anchor::publication && published_) return near_publication();
    if (Choice choice = beside_coarser()) return choice;
    // A history tells one February after the other; the news come back to the one they have dated.
    const bool history = profile_.narrative_first;
    if (history && !misses_year_of_day())
      if (Choice choice = going_on_with_story()) return choice;
    if (Choice choice = told_with_year_before()) return choice;
    if (history)
      if (Choice choice = going_on_with_story()) return choice;
    if (!history)
      if (Choice choice = going_on_with_story()) return choice;
    return published_ && !readings_.empty() ? near_publication() : Choice{};
  }

  // Of readings around the range: the nearest on the weekday that is named. Stories are told year by year:
  // within one, they go back as easily as on; of weekdays the next one is meant rather than the last.
  std::optional<DateReading> nearest_to(const DateRange& range, bool not_after_publication) const {
    std::optional<DateReading> best;
    const bool by_week = partial_.value.find("WXX") != std::string::npos;
    const auto distance = [&](const DateReading& reading) {
      if (by_week) return days_apart(reading.range, range) * (reading.range.latest < range.earliest ? 2 : 1);
      const bool same_year = civil_of(first_day(reading.range)).year == civil_of(first_day(range)).year;
      return days_apart(reading.range, range) * (same_year ? weight_of_same_year : weight_of_other_year);
    };
    for (const DateReading& reading : readings_around(range)) {
      if (not_after_publication && published_ && reading.range.earliest > published_->range.latest) continue;
      if (!falls_on_named_weekday(reading)) continue;
      if (!best || distance(reading) < distance(*best)) best = reading;
    }
    return best;
  }

  Choice beside_coarser() const {
    if (i_ == 0) return {};
    const Timex& before = timexes_[i_ - 1];
    const bool coarser = before.range && before.type == TimexType::date &&
                         before.range->granularity > Granularity::day && no_coarser_than_year(before);
    const bool beside = timex().tokens.begin - before.tokens.end <= neighbour_tokens &&
                        around_.same_sentence(before.tokens, timex().tokens);
    if (!coarser || !beside) return {};
    // "last week" is loose; a quarter that "ended June 30" is not where the date is.
    const auto reading = nearest_to(*before.range, false);
    if (reading && before.range->granularity > Granularity::week && !meet(reading->range, *before.range))
      return {};
    return {reading, place_of(before), "not within the stretch named just before", Basis::year_from_context};
  }

  Choice told_with_year_before() const {
    if (misses_quarter()) return {};
    const std::string tail = partial_.value.substr(std::min<std::size_t>(4, partial_.value.size()));
    if (tail.size() < 3 || tail.find_first_of("(WX") != std::string::npos || !weekday().empty()) return {};
    const Timex* told = told_before(around_, timexes_, i_, [&](const Timex& t) {
      return t.basis != Basis::relative_to_text && says_its_year(t) && t.value.size() == 4 + tail.size() &&
             t.value.ends_with(tail);
    });
    if (told == nullptr) return {};
    return {DateReading{told->value, *told->range}, place_of(*told),
            "the text told this date with its year before", Basis::year_from_context};
  }

  // In news, "on Sunday" is the one before publication, unless the sentence has just told a day: "on June 8
  // the governor came, and on Sunday the bell was rung".
  bool told_day_holds_weekday(const Timex& t) const {
    return t.range->granularity == Granularity::day && around_.same_sentence(t.tokens, timex().tokens) &&
           t.basis != Basis::relative_to_publication && t.partial.find("WXX") == std::string::npos &&
           days_apart(*t.range, published_->range) <= days_of_a_month;
  }

  // A history tells on from its last month or day. A bare year counts as a heading, or in its own paragraph:
  // where it begins a sentence ("In 1941 …"), or nothing finer was told there ("the campaign planned for
  // 1976" moves nothing on). The news go on from a day or month that was told with its year, in the same
  // paragraph.
  bool may_go_on_from(const Timex& t, bool anywhere) const {
    if (!says_its_year(t)) return false;
    const bool same_block = around_.block[t.tokens.begin] == around_.block[timex().tokens.begin];
    const bool fine = days_covered(*t.range) <= days_of_a_month;
    if (anywhere)
      return fine || around_.is_heading(t.tokens) || (same_block && around_.begins_sentence(t.tokens));
    const bool from_publication = published_ && t.anchor == published_->name && t.partial.starts_with('X');
    return fine && same_block && !from_publication;
  }

  const Timex* story_so_far() const {
    const bool anywhere = story_anywhere();
    const bool a_weekday = partial_.value.find("WXX") != std::string::npos;
    const std::uint32_t block = around_.block[timex().tokens.begin];
    const Timex* story = told_before(around_, timexes_, i_, [&](const Timex& t) {
      return a_weekday && !anywhere ? told_day_holds_weekday(t) : may_go_on_from(t, anywhere);
    });
    const bool in_block = story != nullptr && around_.block[story->tokens.begin] == block;
    if (!anywhere || in_block) return story;
    const Timex* year = told_before(around_, timexes_, i_, [&](const Timex& t) {
      return says_its_year(t) &&
             (story == nullptr || (around_.block[t.tokens.begin] == block && !t.partial.starts_with('@')));
    });
    return year != nullptr ? year : story;
  }

  Choice going_on_with_story() const {
    if (!story_anywhere() && (holiday() || misses_quarter() || around_.looks_ahead(timex().tokens)))
      return {};
    const Timex* told = story_so_far();
    if (told == nullptr) return {};
    const auto reading = nearest_to(*told->range, !misses_century_or_era());
    if (!reading || (!misses_century_or_era() && days_apart(reading->range, *told->range) > story_days))
      return {};
    return {reading, place_of(*told), "the story goes on from the date told before",
            Basis::year_from_context};
  }

  // Published within some two weeks: which Sunday is "Sunday"? Then none is better than a guess.
  bool several_in_stretch() const {
    const auto in_stretch = [&](const DateReading& reading) {
      return first_day(reading.range) <= last_day(published_->range) &&
             last_day(reading.range) + 6 >= first_day(published_->range);
    };
    return days_covered(published_->range) > 1 &&
           std::count_if(readings_.begin(), readings_.end(), in_stretch) > 1;
  }

  // A year or decade of long ago, told in the same paragraph: "born in 1888 … in the summer of '27".
  const Timex* long_ago() const {
    const std::uint32_t block = around_.block[timex().tokens.begin];
    const Timex* told = told_before(around_, timexes_, i_, [&](const Timex& t) {
      const bool states_it = t.basis == Basis::explicit_ || t.basis == Basis::relative_to_text;
      return states_it && around_.block[t.tokens.begin] == block &&
             days_covered(*t.range) <= days_of_a_decade;
    });
    const bool far = told != nullptr && told->range->latest < published_->range.earliest &&
                     days_apart(*told->range, published_->range) > days_of_long_ago;
    return far ? told : nullptr;
  }

  // "the '90s", "in '95": the one that is nearest, but none far ahead.
  Choice nearest_century() const {
    if (const Timex* told = long_ago())
      return {nearest_to(*told->range, true), place_of(*told), "the story goes on from the date told before",
              Basis::year_from_context};
    std::optional<DateReading> best;
    const auto distance = [&](const DateReading& r) { return days_apart(r.range, published_->range); };
    for (const DateReading& reading : readings_) {
      const bool ahead = reading.range.earliest > published_->range.latest;
      const bool decade = reading.range.granularity == Granularity::decade;
      if (ahead && profile_.past_first && (decade || distance(reading) > days_of_plans)) continue;
      if (!best || distance(reading) < distance(*best)) best = reading;
    }
    return {best, published_->name, "farther from publication", Basis::year_from_context};
  }

  Choice near_publication() const {
    if (misses_century_or_era()) return nearest_century();
    if (several_in_stretch()) return {};
    const bool inferred = published_->basis == Basis::inferred;
    return {reading_near_publication(), published_->name, "farther from publication",
            inferred ? Basis::inferred : Basis::year_from_context};
  }

  // The verb chooses between the last one and the next one of a weekday and the like; of a month or a day the
  // nearer one is taken, as the verb inclines.
  std::optional<DateReading> reading_near_publication() const {
    std::optional<DateReading> past;
    std::optional<DateReading> ahead;
    for (const DateReading& reading : readings_) {
      if (reading.range.earliest <= published_->range.latest) past = reading;
      if (reading.range.latest >= published_->range.earliest && !ahead) ahead = reading;
    }
    if (!past || !ahead) return past ? past : ahead;
    const TenseCue cue = around_.tense_at(timex().tokens);
    if (!profile_.past_first) return ahead;
    const bool nth_in_year = misses("XXXX-") && partial_.value.find_first_of("(W") == std::string::npos;
    if (!nth_in_year) {
      // A paper calls tomorrow by its name; of six days ago it would say "last".
      const bool tomorrow =
          first_day(ahead->range) == last_day(published_->range) + 1 && days_covered(ahead->range) == 1;
      return cue.tense == Tense::future || tomorrow ? ahead : past;
    }
    // "He fell ill in November" is past, whatever month it is now.
    if (cue.tense == Tense::past && cue.tokens_between <= near_verb && !misses_year_of_day()) return past;
    const auto weight =
        static_cast<double>(days_apart(ahead->range, published_->range)) * weight_of_ahead(cue.tense);
    return weight < static_cast<double>(days_apart(past->range, published_->range)) ? ahead : past;
  }

  // How much farther a date ahead seems than one that is past. A verb only inclines, for "the offer was
  // extended to Nov. 20" and "she promised aid where the bomb of Aug. 7 had gone off" both have verbs that
  // mislead.
  static double weight_of_ahead(Tense tense) {
    return tense == Tense::future ? 0.25 : tense == Tense::none ? 2.0 : 4.0;
  }

  std::vector<Timex>& timexes_;
  std::size_t i_;
  const Partial& partial_;
  const Surroundings& around_;
  const Profile& profile_;
  std::optional<AnchorPoint> published_;
  std::vector<DateReading> readings_;
};

}  // namespace

void choose_reading(std::vector<Timex>& timexes, std::size_t i, const Partial& partial,
                    const Surroundings& around, const Profile& profile) {
  Chooser(timexes, i, partial, around, profile).run();
}

}  // namespace fasti
