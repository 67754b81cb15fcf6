#include "rules/rule_set.h"

#include <algorithm>

namespace fasti {

namespace {

std::string phrase_in_text(const Symbols& symbols, TokenRange range) {
  Phrase phrase;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = (*symbols.tokens)[t];
    phrase.push_back({folded(text_of(symbols.text, token)), t > range.begin && token.gap != Gap::none});
  }
  return key_of(phrase);
}

// "05" and "5" -> "05", if the class has two digits
std::string digits_value(const DigitSpec& spec, std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  std::string value(digits);
  const auto width = static_cast<std::size_t>(spec.pad);
  if (value.size() < width) value.insert(0, width - value.size(), '0');
  return value;
}

// Where a capture may come from several classes, the first that holds the phrase gives its value.
std::string value_of_capture(const RuleSet& rules, const Capture& capture, const std::string& phrase) {
  for (const std::string& name : capture.classes) {
    if (const std::string* value = rules.value_in(name, phrase)) return *value;
    const auto words = rules.lexicon.classes.find(name);
    if (words == rules.lexicon.classes.end() || !words->second.digits) continue;
    if (fits(*words->second.digits, phrase)) return digits_value(*words->second.digits, phrase);
  }
  return phrase;
}

}  // namespace

const std::string* RuleSet::value_in(std::string_view class_name, std::string_view folded_phrase) const {
  const auto values = class_values.find(class_name);
  if (values == class_values.end()) return nullptr;
  const auto value = values->second.find(folded_phrase);
  return value == values->second.end() ? nullptr : &value->second;
}

bool RuleSet::has_form(std::string_view word, std::string_view part_of_speech, std::string_view form) const {
  const auto readings = forms.find(word);
  if (readings == forms.end()) return false;
  return std::any_of(readings->second.begin(), readings->second.end(), [&](const WordForm& reading) {
    return reading.part_of_speech == part_of_speech && reading.form == form;
  });
}

bool RuleSet::looks_like_past(std::string_view word) const {
  if (forms.find(word) == forms.end()) return ends_like_past(word, *this);
  return (has_form(word, "v", "past") || has_form(word, "v", "participle")) && !has_form(word, "v", "base");
}

bool ends_like_past(std::string_view word, const RuleSet& rules) {
  constexpr std::size_t shortest_stem = 3;
  return std::any_of(rules.past_endings.begin(), rules.past_endings.end(), [&](const std::string& ending) {
    return word.size() >= ending.size() + shortest_stem && word.ends_with(ending);
  });
}

const ContextPattern* objection_to(const RuleSet& rules, const TimexRule& rule, const Symbols& symbols,
                                   TokenRange match) {
  for (const auto& context : rule.contexts) {
    const bool touches = context->left
                             ? rules.timex_program.stands_before(context->number, symbols, match.begin)
                             : rules.timex_program.stands_behind(context->number, symbols, match.end);
    if (touches != context->wanted) return context.get();
  }
  return nullptr;
}

std::vector<CaptureValue> capture_values(const RuleSet& rules, const std::vector<Capture>& captures,
                                         const Hit& hit, const Symbols& symbols) {
  std::vector<CaptureValue> values;
  for (std::size_t slot = 0; slot < captures.size(); ++slot) {
    if (hit.captures[slot].size() == 0) continue;
    const std::string phrase = phrase_in_text(symbols, hit.captures[slot]);
    values.push_back({captures[slot].name, value_of_capture(rules, captures[slot], phrase)});
  }
  return values;
}

}  // namespace fasti
