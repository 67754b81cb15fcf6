#include "rules/phrases.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <unicode/plurrule.h>

namespace fasti {

const std::vector<PhraseKind> phrase_kinds = {
    // the state of an event, in a word and in a sentence
    {"status-agreed", ""},
    {"status-single", ""},
    {"status-refined", ""},
    {"status-disputed", ""},
    {"status-decided", ""},
    {"status-undated", ""},
    {"about-agreed", ""},
    {"about-single", ""},
    {"about-refined", ""},
    {"about-disputed", ""},
    {"about-decided", ""},
    {"about-undated", ""},
    // the picture
    {"without-date", ""},
    {"date-open", ""},
    {"by-person", ""},
    {"fits-each", ""},
    {"nothing-found", ""},
    {"disputed-dates", "n"},
    {"not-shown", "n option"},
    {"page-of", "n all"},
    {"inferred", ""},
    {"date-unknown", ""},
    {"legend", ""},
    {"legend-rival", ""},
    {"legend-open", ""},
    {"legend-stretch", ""},
    {"legend-rival-stretch", ""},
    {"legend-told-alike", ""},
    {"legend-told-apart", ""},
    {"legend-bar", ""},
    {"legend-rival-bar", ""},
    {"legend-about", ""},
    {"legend-open-end", ""},
    {"legend-break", ""},
    {"legend-same-day", ""},
    // the page of the timeline
    {"page-title", ""},
    {"picture", ""},
    {"all-events", ""},
    {"skip-to-events", ""},
    {"show-in-picture", ""},
    {"find", ""},
    {"filters", ""},
    {"all-of-them", ""},
    {"column-kind", ""},
    {"date-from", ""},
    {"date-until", ""},
    {"date-hint", ""},
    {"date-wrong", ""},
    {"show-all", ""},
    {"events-of", "n all"},
    {"no-event-fits", ""},
    {"zoom-in", ""},
    {"zoom-out", ""},
    {"zoom-width", ""},
    {"zoom-whole", ""},
    {"picture-keys", ""},
    {"link-to-event", ""},
    {"next-event", ""},
    {"previous-event", ""},
    {"not-in-this-picture", ""},
    {"statements", "n"},
    {"known-by", "how"},
    {"bond", "source words"},
    {"bounds", "date"},
    {"decided-by", "who date"},
    {"relation-part-of", "event"},
    {"relation-same-day", "event"},
    {"relation-recurring", "event"},
    {"other-sources", "n"},
    {"other-types", "n"},
    {"lane-of-no-source", ""},
    {"lane-of-no-type", ""},
    // counts
    {"events", "n"},
    {"sources", "n"},
    {"events-from-sources", "events sources"},
    {"days-apart", "n"},
    {"disputed-count", "n"},
    {"preferred-count", "n"},
    {"tied-count", "n"},
    {"decided-count", "n"},
    {"agreed-count", "n"},
    {"refined-count", "n"},
    {"single-count", "n"},
    {"undated-count", "n"},
    {"not-in-picture", "n option"},
    {"and-more", "n"},
    // headings
    {"title", ""},
    {"contents", ""},
    {"conflicts", ""},
    {"smaller-events", ""},
    {"agreed-events", ""},
    {"single-events", ""},
    {"undated-statements", ""},
    {"undated-sources", ""},
    {"all-sources", ""},
    {"diagnostics", ""},
    {"how-to-read", ""},
    // columns
    {"column-number", ""},
    {"column-event", ""},
    {"column-dates", ""},
    {"column-verdict", ""},
    {"column-cause", ""},
    {"column-date", ""},
    {"column-share", ""},
    {"column-who", ""},
    {"column-source", ""},
    {"column-sources", ""},
    {"column-status", ""},
    {"column-published", ""},
    {"column-known-by", ""},
    {"column-evidence", ""},
    // a conflict
    {"no-conflict", ""},
    {"disagreement", "n"},
    {"verdict", ""},
    {"verdict-preferred", "date"},
    {"verdict-tied", ""},
    {"verdict-decided", "date"},
    {"short-preferred", "date"},
    {"short-tied", ""},
    {"short-decided", "date"},
    {"lead", "share next margin"},
    {"margin", "n"},
    {"importance", "n"},
    {"preferred", ""},
    {"rival", ""},
    {"share", "n"},
    {"would-change", ""},
    {"why-differ", ""},
    {"evidence", ""},
    {"would-settle", ""},
    {"fits-all", ""},
    {"also-said", ""},
    {"strip", "label"},
    {"strip-mark", "letter date share"},
    {"published", "date"},
    {"published-unknown", ""},
    {"citing", "name"},
    {"certainty-alleged", ""},
    {"certainty-denied", ""},
    {"certainty-threatened", ""},
    {"certainty-planned", ""},
    {"certainty-predicted", ""},
    {"copied-sentence", "source"},
    {"copies", "source"},
    {"borrows", "source"},
    {"smaller-note", "option"},
    {"or", ""},
    {"and", ""},
    // causes: what they are called, what they mean, what would settle them
    {"cause-contradiction", ""},
    {"cause-announcement-for-occurrence", ""},
    {"cause-publication-for-occurrence", ""},
    {"cause-anniversary-for-occurrence", ""},
    {"cause-overnight-or-timezone", ""},
    {"cause-weekday-mismatch", ""},
    {"cause-day-month-order", ""},
    {"cause-wrong-year", ""},
    {"cause-relative-misreading", ""},
    {"cause-typing-slip", ""},
    {"cause-old-style-calendar", ""},
    {"cause-maybe-two-events", ""},
    {"cause-order-violated", ""},
    {"meaning-contradiction", ""},
    {"meaning-announcement-for-occurrence", ""},
    {"meaning-publication-for-occurrence", ""},
    {"meaning-anniversary-for-occurrence", ""},
    {"meaning-overnight-or-timezone", ""},
    {"meaning-weekday-mismatch", ""},
    {"meaning-day-month-order", ""},
    {"meaning-wrong-year", ""},
    {"meaning-relative-misreading", ""},
    {"meaning-typing-slip", ""},
    {"meaning-old-style-calendar", ""},
    {"meaning-maybe-two-events", ""},
    {"meaning-order-violated", ""},
    {"settle-contradiction", ""},
    {"settle-announcement-for-occurrence", ""},
    {"settle-publication-for-occurrence", ""},
    {"settle-anniversary-for-occurrence", ""},
    {"settle-overnight-or-timezone", ""},
    {"settle-weekday-mismatch", ""},
    {"settle-day-month-order", ""},
    {"settle-wrong-year", ""},
    {"settle-relative-misreading", ""},
    {"settle-typing-slip", ""},
    {"settle-old-style-calendar", ""},
    {"settle-maybe-two-events", ""},
    {"settle-order-violated", ""},
    // how a date was derived; {anchor} is one of the anchors below
    {"basis-explicit", "words"},
    {"basis-year-from-context", "words anchor"},
    {"basis-relative-to-publication", "words anchor"},
    {"basis-relative-to-text", "words anchor"},
    {"basis-heading", "words anchor"},
    {"basis-holiday", "words anchor"},
    {"basis-inferred", "words anchor"},
    {"basis-none", ""},
    {"anchor-publication", "date"},
    {"anchor-inferred-publication", "date"},
    {"anchor-text", "words"},
    {"anchor-dated-text", "words date"},
    {"anchor-unknown", ""},
    {"weekday-disagrees", "weekday"},
    // how a publication is known, and as what an event is told
    {"published-by-stated", ""},
    {"published-by-metadata", ""},
    {"published-by-by-line", ""},
    {"published-by-dateline", ""},
    {"published-by-address", ""},
    {"published-by-file-name", ""},
    {"published-by-inferred", ""},
    {"published-by-unknown", ""},
    {"role-announcement", ""},
    {"role-plan", ""},
    {"role-anniversary", ""},
    {"role-background", ""},
    // what people decided
    {"decisions", ""},
    {"column-decision", ""},
    {"column-matter", ""},
    {"column-by", ""},
    {"column-why", ""},
    {"column-force", ""},
    {"new-since", ""},
    {"set-aside", "who date"},
    {"source-distrusted", "who date"},
    {"decision-accept-date", ""},
    {"decision-reject-claim", ""},
    {"decision-split", ""},
    {"decision-merge", ""},
    {"decision-distrust-source", ""},
    {"decision-withdraw", ""},
    {"force-holds", ""},
    {"force-stale", ""},
    {"force-superseded", ""},
    {"force-withdrawn", ""},
    {"force-lost", ""},
    // exports for other programs: what they lack, the ends of a date, and GEDCOM's person that is none
    {"loss", "what"},
    {"loss-conflict", "n"},
    {"loss-undated", "n"},
    {"loss-statement", "n"},
    {"loss-before-era", "n"},
    {"loss-open-end", "n"},
    {"loss-clock", "n"},
    {"loss-as-point", "n"},
    {"loss-to-years", "n"},
    {"not-before", "date"},
    {"not-after", "date"},
    {"no-person", ""},
    // the foot of the page
    {"undated-sources-note", ""},
    {"undated-statements-note", ""},
    {"severity-warning", ""},
    {"severity-error", ""},
    {"severity-note", ""},
    {"read-share", ""},
    {"read-marks", ""},
    {"read-order", ""},
    {"read-strip", ""},
    {"read-keys", ""},
    {"filter", ""},
    {"skip", ""},
    {"back-to-contents", ""},
};

namespace {

// Unicode's categories of numbers; "other" is the plain name.
constexpr std::array<std::string_view, 5> forms = {"-zero", "-one", "-two", "-few", "-many"};

std::string with_name_for(std::string_view name, std::size_t n, const Phrases& phrases) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale(phrases.language.c_str()), error));
  if (U_FAILURE(error) || !rules) return std::string(name);
  std::string category;
  rules->select(static_cast<double>(n)).toUTF8String(category);
  std::string special = fmt::format("{}-{}", name, category);
  return has_phrase(phrases, special) ? special : std::string(name);
}

const std::string* filling_of(std::string_view hole, const Holes& holes) {
  for (const auto& [name, value] : holes)
    if (name == hole) return &value;
  return nullptr;
}

// What a language lacks is at least shown.
std::string without_phrase(std::string_view name, const Holes& holes, Escape escape) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '-', ' ');
  if (escape != nullptr) text = escape(text);
  for (const auto& [hole, value] : holes) text += (text.empty() ? "" : " ") + value;
  return text;
}

}  // namespace

const PhraseKind* phrase_kind(std::string_view name) {
  const auto named = [](std::string_view wanted) {
    const auto found = std::find_if(phrase_kinds.begin(), phrase_kinds.end(),
                                    [&](const PhraseKind& kind) { return kind.name == wanted; });
    return found == phrase_kinds.end() ? nullptr : &*found;
  };
  if (const PhraseKind* kind = named(name)) return kind;
  // What pictures call the types of events; the types themselves are known to the event rules alone.
  static const PhraseKind type_kind{"type-", ""};
  if (name.starts_with(type_kind.name) && name.size() > type_kind.name.size()) return &type_kind;
  for (const std::string_view form : forms) {
    if (!name.ends_with(form)) continue;
    const PhraseKind* kind = named(name.substr(0, name.size() - form.size()));
    if (kind != nullptr && (kind->holes == "n" || kind->holes.starts_with("n "))) return kind;
  }
  return nullptr;
}

std::vector<std::string_view> holes_in(std::string_view text) {
  std::vector<std::string_view> holes;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    holes.push_back(text.substr(open + 1, close - open - 1));
  }
  return holes;
}

bool has_phrase(const Phrases& phrases, std::string_view name) {
  return phrases.texts.find(name) != phrases.texts.end();
}

bool lacks_any(const Phrases& phrases) {
  return std::any_of(phrase_kinds.begin(), phrase_kinds.end(),
                     [&](const PhraseKind& kind) { return !has_phrase(phrases, kind.name); });
}

void fill_up(Phrases& phrases, const Phrases& others) {
  const Phrases own = phrases;
  for (const auto& [name, text] : others.texts)
    if (const PhraseKind* kind = phrase_kind(name); kind != nullptr && !has_phrase(own, kind->name))
      phrases.texts.emplace(name, text);
}

std::string say(const Phrases& phrases, std::string_view name, const Holes& holes, Escape escape) {
  const auto found = phrases.texts.find(name);
  if (found == phrases.texts.end()) return without_phrase(name, holes, escape);
  const std::string_view text = found->second;
  const auto own = [&](std::size_t begin, std::size_t end) {
    const std::string_view words = text.substr(begin, end - begin);
    return escape == nullptr ? std::string(words) : escape(words);
  };
  std::string out;
  std::size_t at = 0;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    const std::string* value = filling_of(text.substr(open + 1, close - open - 1), holes);
    if (value == nullptr) continue;
    out += own(at, open) + *value;
    at = close + 1;
    open = close;
  }
  return out + own(at, text.size());
}

std::string say_number(const Phrases& phrases, std::string_view name, std::size_t n, Holes holes,
                       Escape escape) {
  holes.emplace_back("n", fmt::format("{}", n));
  return say(phrases, with_name_for(name, n, phrases), holes, escape);
}

}  // namespace fasti
