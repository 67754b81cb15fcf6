#include "inspect/rule_diff_text.h"

#include <map>

#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "inspect/place.h"

namespace fasti {

namespace {

struct Tally {
  std::size_t found = 0, lost = 0, changed = 0;
  void count(const Change& change) { ++(!change.before ? found : !change.after ? lost : changed); }
  std::string text() const {
    std::string list;
    const auto add = [&](char sign, std::size_t number) {
      if (number > 0) list += fmt::format("{}{}{}", list.empty() ? "" : " ", sign, number);
    };
    add('+', found);
    add('-', lost);
    add('~', changed);
    return list;
  }
};

char sign_of(const Change& change) { return !change.before ? '+' : !change.after ? '-' : '~'; }

// "2021-09-28 (month-day)", with the words where these differ.
std::string told(const Timex& timex, bool with_words, bool with_range) {
  std::string text = timex.value;
  if (!timex.mod.empty()) text += " " + timex.mod;
  if (with_range)
    text += timex.range ? fmt::format(" = {}", to_edtf(*timex.range)) : " without a place in time";
  text += fmt::format(" ({})", timex.rule);
  return with_words ? fmt::format("\"{}\" {}", one_line(timex.text), text) : text;
}

class Teller {
 public:
  Teller(const RuleDiff& diff, const RuleReading& before, const RuleReading& after)
      : diff_(diff), before_(before), after_(after) {}

  std::string run() {
    if (diff_.empty()) return "nothing differs\n";
    const std::string articles = articles_text();
    const std::string events = events_text();
    std::string text = articles;
    if (!by_rule_.empty()) text += by_rule_text();
    if (!events.empty()) text += (text.empty() ? "" : "\n") + events;
    return text + "\n" + summary();
  }

 private:
  std::string articles_text() {
    std::string lines;
    for (const RuleDiff::InDocument& here : diff_.documents) {
      const Document& old = before_.documents[here.document];
      const Document& now = after_.documents[here.document];
      if (here.published)
        lines += fmt::format("~ {} published {} → {}\n", one_line(now.article.path), published(old),
                             published(now));
      for (const Change& change : here.timexes) lines += timex_line(change, old, now);
    }
    return lines;
  }

  static std::string published(const Document& document) {
    return document.published.known() ? to_edtf(document.published.range) : "unknown";
  }

  std::string timex_line(const Change& change, const Document& old, const Document& now) {
    const Timex* from = change.before ? &old.timexes[*change.before] : nullptr;
    const Timex* to = change.after ? &now.timexes[*change.after] : nullptr;
    const Timex& here = to != nullptr ? *to : *from;
    by_rule_[here.rule].count(change);
    timexes_.count(change);
    const bool words_differ = from != nullptr && to != nullptr && from->span != to->span;
    const bool range_only = from != nullptr && to != nullptr && from->value == to->value &&
                            from->mod == to->mod && from->range != to->range;
    std::string values = from != nullptr ? told(*from, words_differ, range_only) : "";
    if (from != nullptr && to != nullptr) values += " → ";
    if (to != nullptr) values += told(*to, words_differ, range_only);
    return fmt::format("{} {} {}   {}\n", sign_of(change), place_in(now.article, here.span), values,
                       words_around(now, here.span));
  }

  std::string by_rule_text() const {
    std::string lines = "\nby rule:\n";
    for (const auto& [rule, tally] : by_rule_) lines += fmt::format("  {:32} {}\n", rule, tally.text());
    return lines;
  }

  // "2020-09-28, agreed, 3 claims"
  static std::string verdict(const TimelineEvent& entry) {
    const std::size_t claims = entry.event.claims.size();
    return fmt::format("{}, {}{}", entry.verdict.date ? to_edtf(*entry.verdict.date) : "no date",
                       to_string(entry.verdict.status),
                       claims == 1 ? "" : fmt::format(", {} claims", claims));
  }

  static std::string first_place(const TimelineEvent& entry) {
    const Claim& claim = entry.event.claims.front();
    return fmt::format("{}:{}", one_line(claim.doc), claim.line);
  }

  std::string events_text() {
    std::string lines;
    for (const Change& change : diff_.events) {
      events_.count(change);
      const TimelineEvent* from = change.before ? &before_.timeline.events[*change.before] : nullptr;
      const TimelineEvent* to = change.after ? &after_.timeline.events[*change.after] : nullptr;
      const TimelineEvent& here = to != nullptr ? *to : *from;
      std::string verdicts = from != nullptr ? verdict(*from) : "";
      if (from != nullptr && to != nullptr) verdicts += " → ";
      if (to != nullptr) verdicts += verdict(*to);
      const bool retyped = from != nullptr && from->event.type != here.event.type;
      lines +=
          fmt::format("{} {} {} ({}{}): {}\n", sign_of(change), first_place(here), one_line(here.event.label),
                      retyped ? from->event.type + " → " : "", here.event.type, verdicts);
      if (from != nullptr && to != nullptr) lines += claim_lines(from->event, to->event);
    }
    return lines.empty() ? "" : "events:\n" + lines;
  }

  // What the sources of an event say otherwise than before.
  static std::string claim_lines(const Event& old, const Event& now) {
    std::map<std::tuple<std::string, Span>, Change> claims;
    for (std::size_t i = 0; i < old.claims.size(); ++i)
      claims[{old.claims[i].doc, old.claims[i].mention.span}].before = i;
    for (std::size_t i = 0; i < now.claims.size(); ++i)
      claims[{now.claims[i].doc, now.claims[i].mention.span}].after = i;
    if (claims.size() < 2) return "";
    std::string lines;
    for (const auto& [key, change] : claims) {
      const std::string from = change.before ? to_edtf(*old.claims[*change.before].range) : "";
      const std::string to = change.after ? to_edtf(*now.claims[*change.after].range) : "";
      if (from == to) continue;
      const Claim& claim = change.after ? now.claims[*change.after] : old.claims[*change.before];
      lines += fmt::format("    {} {}:{} {}: {}{}{}\n", sign_of(change), one_line(claim.doc), claim.line,
                           one_line(claim.label), from, change.before && change.after ? " → " : "", to);
    }
    return lines;
  }

  std::string summary() const {
    return fmt::format("expressions: {}; events: {}\n", in_words(timexes_), in_words(events_));
  }

  static std::string in_words(const Tally& tally) {
    return fmt::format("{} found, {} lost, {} changed", tally.found, tally.lost, tally.changed);
  }

  const RuleDiff& diff_;
  const RuleReading& before_;
  const RuleReading& after_;
  std::map<std::string, Tally> by_rule_;
  Tally timexes_, events_;
};

}  // namespace

std::string rule_diff_text(const RuleDiff& diff, const RuleReading& before, const RuleReading& after) {
  return Teller(diff, before, after).run();
}

}  // namespace fasti
