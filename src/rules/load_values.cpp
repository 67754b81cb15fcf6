// What a rule gives is tried with words that its captures can hold: a value, modifier or weekday that is
// right for none of them is a slip, and is told where it is written.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "calendar/timex_value.h"
#include "rules/loader.h"
#include "rules/value_form.h"

namespace fasti::loading {

namespace {

constexpr std::size_t most_samples = 40;  // of one capture
constexpr std::size_t most_tries = 400;   // of a template; the first that is right ends them

// Of "1-31" with one or two digits: 1, 31 and 16.
void add_digits(const DigitSpec& spec, std::vector<std::string>& samples) {
  long least = 0;
  long most = 9;
  for (int i = 1; i < spec.least_length; ++i) least = std::max(1L, least) * 10;
  for (int i = 1; i < spec.most_length; ++i) most = most * 10 + 9;
  least = std::max(least, spec.least);
  most = std::min(most, spec.most);
  if (least > most) return;
  for (const long number : {least, most, (least + most) / 2})
    samples.push_back(fmt::format("{:0{}}", number, spec.pad));
}

std::vector<std::string> samples_of(const Lexicon& lexicon, const Capture& capture) {
  std::vector<std::string> samples;
  for (const std::string& name : capture.classes) {
    const auto words = lexicon.classes.find(name);
    if (words == lexicon.classes.end()) return {};
    for (const WordClass::Entry& entry : words->second.entries)
      if (samples.size() < most_samples &&
          std::find(samples.begin(), samples.end(), entry.value) == samples.end())
        samples.push_back(entry.value);
    if (words->second.digits) add_digits(*words->second.digits, samples);
  }
  return samples;
}

struct Sampled {
  std::string name;
  std::vector<std::string> values;
};

// The captures that the template names; nullopt where one of them can be anything.
std::optional<std::vector<Sampled>> sampled_captures(const Loader& loader, const ValueTemplate& value,
                                                     const std::vector<Capture>& captures) {
  std::vector<Sampled> sampled;
  for (const auto& [name, offset] : names_in(value)) {
    const auto capture = std::find_if(captures.begin(), captures.end(),
                                      [&, &wanted = name](const Capture& c) { return c.name == wanted; });
    if (capture == captures.end()) return std::nullopt;
    sampled.push_back({name, samples_of(loader.rules.lexicon, *capture)});
    if (sampled.back().values.empty()) return std::nullopt;
  }
  return sampled;
}

// The nth choice of a sample for each capture: all of them in turn, if they are few, else a mixture.
std::vector<CaptureValue> nth_choice(const std::vector<Sampled>& captures, std::size_t n) {
  std::vector<CaptureValue> chosen;
  for (const Sampled& capture : captures) {
    chosen.push_back({capture.name, capture.values[n % capture.values.size()]});
    n = n / capture.values.size() + (n >= most_tries / 2 ? n : 0);
  }
  return chosen;
}

std::string with_choice(const std::vector<CaptureValue>& chosen) {
  std::string text;
  for (const CaptureValue& capture : chosen)
    text += fmt::format("{}{{{}}} = {}", text.empty() ? "with " : ", ", capture.name, capture.value);
  return text.empty() ? "" : text + ": ";
}

bool is_known_holiday(const Loader& loader, std::string_view name) {
  return loader.rules.holidays.contains(name) || loader.unread.contains(std::string(name));
}

bool is_right(const Loader& loader, Form form, std::string_view text) {
  switch (form) {
    case Form::value:
      return is_value(text, [&](std::string_view name) { return is_known_holiday(loader, name); });
    case Form::mod:
      return std::find(rule_keys::mods.begin(), rule_keys::mods.end(), text) != rule_keys::mods.end();
    case Form::weekday:
      return text.size() == 1 && text[0] >= '1' && text[0] <= '7';
  }
  return true;
}

struct Slip {
  std::string message;
  std::string hint;
};

Slip slip_of_value(const Loader& loader, const std::string& text) {
  if (const std::string_view name = holiday_named(text);
      !name.empty() && name.find('/') == std::string_view::npos && !is_known_holiday(loader, name)) {
    std::vector<std::string> known;
    for (const auto& [holiday, formula] : loader.rules.holidays) known.push_back(holiday);
    return {fmt::format("there is no holiday \"{}\"", name), hint_for(name, known)};
  }
  return {fmt::format("\"{}\" is no value of a time expression", text),
          "values are such as 2020-09-27, XXXX-09-27, XXXX-WXX-3, @-1M or P10D"};
}

Slip slip_of(const Loader& loader, Form form, const std::string& text) {
  if (form == Form::mod)
    return {fmt::format("\"mod\" cannot be \"{}\"", text), hint_for(text, rule_keys::mods)};
  if (form == Form::weekday)
    return {fmt::format("\"weekday\" cannot be \"{}\"", text), "it is a number from 1, Monday, to 7, Sunday"};
  return slip_of_value(loader, text);
}

}  // namespace

void check_form(Loader& loader, const YamlFile& file, const YamlNode& node, const ValueTemplate& value,
                const std::vector<Capture>& captures, Form form) {
  const auto sampled = sampled_captures(loader, value, captures);
  if (!sampled) return;
  std::size_t choices = 1;
  for (const Sampled& capture : *sampled) choices = std::min(choices * capture.values.size(), most_tries);
  for (std::size_t n = 0; n < choices; ++n) {
    const auto text = fill(value, nth_choice(*sampled, n));
    if (text && is_right(loader, form, *text)) return;
  }
  const auto first = nth_choice(*sampled, 0);
  const auto text = fill(value, first);
  if (!text)
    return loader.fail(file, node, with_choice(first) + "the sum in the braces cannot be reckoned",
                       "only numbers can be added");
  Slip slip = slip_of(loader, form, *text);
  loader.fail(file, node, with_choice(first) + slip.message, slip.hint);
}

// A day that no year has is what "30 February" is found as.
bool is_example_value(const Loader& loader, std::string_view text) {
  if (is_right(loader, Form::value, text)) return true;
  constexpr std::size_t day_begins = 8;
  const bool day = text.size() == 10 && text[7] == '-' && text.substr(day_begins) >= "01" &&
                   text.substr(day_begins) <= "31";
  return day && value_range(text.substr(0, 7)).has_value();
}

}  // namespace fasti::loading
