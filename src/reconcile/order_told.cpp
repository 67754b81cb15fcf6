#include "reconcile/order_told.h"

#include <algorithm>

#include <fmt/format.h>

#include "reconcile/reasons.h"

namespace fasti {

namespace {

constexpr std::size_t longest_quote = 120;
constexpr std::int64_t days_of_a_month = 31;  // that "in 2021" ends with the article that says so is no news

// A line of the quotation's words, cut where it is long.
std::string in_quotes(const std::string& quote) {
  std::string text;
  for (const char c : quote) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank || (!text.empty() && text.back() != ' ')) text += blank ? ' ' : c;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (text.size() > longest_quote) {
    std::size_t end = longest_quote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end) + "…";
  }
  return "«" + text + "»";
}

const Claim& claim_at(const OrderedEvents& o, std::size_t event, std::size_t claim) {
  return o.events[event].claims[claim];
}

// «The funeral was held on May 3» (post, 3 May 2020)
std::string told(const OrderedEvents& o, std::size_t event, std::size_t claim) {
  const Claim& one = claim_at(o, event, claim);
  return fmt::format("{} ({}, {})", in_quotes(one.quote), source_of(one.doc, o.voices),
                     in_words(o.dates[event].value_or(*one.range), o.wording));
}

std::string by_way_of(const OrderedEvents& o, const std::vector<std::size_t>& chain, bool forward) {
  std::string way;
  for (std::size_t i = 1; i < chain.size(); ++i) {
    const Precedence& p = o.network.precedences[chain[i]];
    way += fmt::format("{}{}", way.empty() ? ", by way of " : " and ",
                       forward ? in_quotes(claim_at(o, p.earlier, p.earlier_claim).quote)
                               : in_quotes(claim_at(o, p.later, p.later_claim).quote));
  }
  return way;
}

std::string who_says(const OrderedEvents& o, const std::vector<std::size_t>& chain) {
  const Precedence& p = o.network.precedences[chain.front()];
  if (chain.size() > 1 || !p.told) return "";
  return fmt::format(" as {} tells it", source_of(claim_at(o, p.later, p.later_claim).doc, o.voices));
}

// What comes before the event, or after it.
std::string before_it(const OrderedEvents& o, const Limit& limit) {
  const Precedence& p = o.network.precedences[limit.chain.front()];
  return fmt::format("{}{}, which came first{}", told(o, p.earlier, p.earlier_claim),
                     by_way_of(o, limit.chain, true), who_says(o, limit.chain));
}
std::string after_it(const OrderedEvents& o, const Limit& limit) {
  const Precedence& p = o.network.precedences[limit.chain.front()];
  return fmt::format("{}{}, which came later{}", told(o, p.later, p.later_claim),
                     by_way_of(o, limit.chain, false), who_says(o, limit.chain));
}

std::string already_told(const OrderedEvents& o, std::size_t event) {
  const Appeared& appeared = *o.network.over_by[event];
  const Claim& claim = claim_at(o, event, appeared.claim);
  return fmt::format("{} told of it on {} already, {}", source_of(claim.doc, o.voices),
                     in_words(appeared.published, o.wording), in_quotes(claim.quote));
}

// "This week" says by itself that it ends with its article, or did before.
bool counts_from_publication(const OrderedEvents& o, std::size_t event) {
  const Claim& claim = claim_at(o, event, o.network.over_by[event]->claim);
  return counted(claim) && claim.timex->basis != Basis::relative_to_text;
}

std::optional<OutOfOrder> against(const OrderedEvents& o, std::size_t event, std::size_t c,
                                  const DateRange& date) {
  const Limits& limits = o.limits[event];
  const std::string when = in_words(date, o.wording);
  if (limits.earliest && date.latest < limits.earliest->moment)
    return OutOfOrder{c, fmt::format("on {} it would come before {}", when, before_it(o, *limits.earliest))};
  if (!limits.latest || date.earliest <= limits.latest->moment) return std::nullopt;
  if (limits.latest->chain.empty())
    return OutOfOrder{c, fmt::format("it cannot have been on {}: {}", when, already_told(o, event))};
  return OutOfOrder{c, fmt::format("on {} it would come after {}", when, after_it(o, *limits.latest))};
}

}  // namespace

OrderedEvents in_order(const std::vector<Event>& events, const std::vector<Voice>& voices,
                       const DateWording& wording, const OrderNetwork& network,
                       std::vector<std::optional<DateRange>> dates) {
  std::vector<Limits> limits = limits_of(network, dates);
  return {events, voices, wording, network, std::move(dates), std::move(limits)};
}

std::vector<OutOfOrder> out_of_order(const OrderedEvents& o, std::size_t event,
                                     const std::vector<DateRange>& candidates) {
  std::vector<OutOfOrder> found;
  for (std::size_t c = 0; c < candidates.size(); ++c)
    if (auto one = against(o, event, c, candidates[c])) found.push_back(std::move(*one));
  if (found.size() == candidates.size()) found.clear();
  return found;
}

std::optional<Bounds> bounds_of(const OrderedEvents& o, std::size_t event) {
  const auto& date = o.dates[event];
  if (!date || date->open_start || date->open_end || days_covered(*date) <= 1) return std::nullopt;
  const Limits& limits = o.limits[event];
  Day first = first_day(*date);
  Day last = last_day(*date);
  std::vector<std::string> reasons;
  if (limits.earliest && day_of_moment(limits.earliest->moment) > first) {
    first = day_of_moment(limits.earliest->moment);
    reasons.push_back("it comes after " + before_it(o, *limits.earliest));
  }
  const bool newsworthy =
      limits.latest && (!limits.latest->chain.empty() ||
                        (last - first < days_of_a_month && !counts_from_publication(o, event)));
  if (newsworthy && day_of_moment(limits.latest->moment) < last) {
    last = day_of_moment(limits.latest->moment);
    reasons.push_back(limits.latest->chain.empty() ? already_told(o, event)
                                                   : "it comes before " + after_it(o, *limits.latest));
  }
  if (reasons.empty() || first > last) return std::nullopt;
  return Bounds{first == last ? range_of_day(first) : range_of_days(first, last, Granularity::span),
                list_of(reasons)};
}

std::vector<Diagnostic> what_is_out_of_order(const OrderedEvents& o) {
  std::vector<Diagnostic> found;
  for (std::size_t e = 0; e < o.events.size(); ++e) {
    const auto& limit = o.limits[e].earliest;
    if (!o.dates[e] || !limit || o.dates[e]->latest >= limit->moment) continue;
    const Precedence& last = o.network.precedences[limit->chain.back()];
    const Claim& claim = claim_at(o, e, last.later_claim);
    Diagnostic d;
    d.severity = Severity::warning;
    d.code = "order-violated";
    d.doc = claim.doc;
    d.span = claim.span;
    d.message = fmt::format("{} comes before {}; one of the dates is wrong, or they are not of one matter",
                            told(o, e, last.later_claim), before_it(o, *limit));
    found.push_back(std::move(d));
  }
  return found;
}

}  // namespace fasti
