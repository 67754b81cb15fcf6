#include "cli/choice_options.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "calendar/edtf.h"

namespace fasti::cli {

namespace {

// "12" -> 12; nothing for what is no whole number or beyond all counting.
std::optional<std::size_t> whole_number(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<DateRange> date_of(std::string_view option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto range = from_edtf(text)) return range;
  throw call_error(fmt::format("{} \"{}\" is no date", option, text),
                   "write it as 2021-09-29, 2021-09 or 2021; years before 1 as -0206, which is 207 BC");
}

Only only_of(const std::string& text) {
  const std::size_t sign = text.find('=');
  const auto key = only_key_from(text.substr(0, sign));
  if (sign == text.npos || !key)
    throw call_error(fmt::format("--only \"{}\" cannot be understood", text),
                     "write source=NAME, type=NAME, status=NAME or event=ID");
  return {*key, text.substr(sign + 1)};
}

// What the timeline has under a key.
std::vector<std::string> values_of(OnlyKey key, const Timeline& timeline) {
  std::set<std::string> values;
  if (key == OnlyKey::source)
    for (const Source& source : timeline.sources) values.insert({source.source, source.id});
  for (const TimelineEvent& told : timeline.events) {
    if (key == OnlyKey::type) values.insert(told.event.type);
    if (key == OnlyKey::status) values.insert(std::string(to_string(told.verdict.status)));
    if (key == OnlyKey::event) values.insert(told.event.id);
  }
  return {values.begin(), values.end()};
}

}  // namespace

void add_choice(CLI::App& app, ChoiceOptions& options) {
  app.add_option(
         "--level", options.level,
         "What the picture and the report show: 1 main events, 2 also normal ones, 3 all. By default 2, "
         "which is all of up to 40 events")
      ->type_name("1|2|3");
  app.add_option(
         "--max-events", options.max_events,
         "Show the N weightiest events at most, with a fair share for each period. timeline.json has all")
      ->type_name("N");
  app.add_option("--from", options.from, "Show what was on this date or later: 2021-09-29, 2021-09 or 2021")
      ->type_name("DATE");
  app.add_option("--to", options.to, "Show what was on this date or earlier")->type_name("DATE");
  app.add_option("--only", options.only,
                 "Show only events of a source, a type or a status: source=NAME, type=NAME, status=NAME, or "
                 "event=ID. Several of one kind are alternatives, of different kinds all must hold")
      ->type_name("KEY=NAME")
      ->allow_extra_args(false);
}

Choice choice_for(const ChoiceOptions& options) {
  Choice choice;
  if (!options.level.empty()) {
    const auto level = whole_number(options.level);
    if (!level || *level < 1 || *level > 3)
      throw call_error(fmt::format("there is no level \"{}\"", options.level),
                       "--level 1 shows the main events, 2 also normal ones, 3 all");
    choice.level = static_cast<int>(*level);
  }
  if (!options.max_events.empty()) {
    choice.most_events = whole_number(options.max_events);
    if (!choice.most_events || *choice.most_events == 0)
      throw call_error(fmt::format("--max-events \"{}\" is no number of events", options.max_events),
                       "write a whole number from 1 on, as in --max-events 50; --level 3 shows all");
  }
  choice.from = date_of("--from", options.from);
  choice.to = date_of("--to", options.to);
  if (choice.from && choice.to && choice.to->latest < choice.from->earliest)
    throw call_error(fmt::format("--to {} lies before --from {}", options.to, options.from),
                     "change the two");
  for (const std::string& text : options.only) choice.only.push_back(only_of(text));
  return choice;
}

void check_names(const Choice& choice, const Timeline& timeline) {
  constexpr std::size_t most_named = 12;
  for (const Only& only : choice.only) {
    std::vector<std::string> known = values_of(only.key, timeline);
    if (std::find(known.begin(), known.end(), only.value) != known.end()) continue;
    const auto nearest = nearest_word(only.value, known);
    const bool more = known.size() > most_named;
    if (more) known.resize(most_named);
    throw call_error(fmt::format("no event has the {} \"{}\"", to_string(only.key), only.value),
                     nearest ? fmt::format("did you mean \"{}\"?", *nearest)
                             : fmt::format("there are: {}{}", fmt::join(known, ", "), more ? " …" : ""));
  }
}

}  // namespace fasti::cli
