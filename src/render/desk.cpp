#include "render/desk.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/escape.h"

namespace fasti {

namespace {

constexpr std::size_t longest_label = 240;
constexpr std::size_t longest_words = 160;  // of a time expression

std::string join(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); }

// "publication 2021-09-29", "article-000:1725 «Sept. 27, 2020»": the words between the marks, if there are
// any.
std::string words_of_anchor(const std::string& anchor) {
  constexpr std::string_view open = "«", close = "»";
  const std::size_t begin = anchor.find(open), end = anchor.rfind(close);
  if (begin == anchor.npos || end == anchor.npos || end < begin + open.size()) return "";
  return anchor.substr(begin + open.size(), end - begin - open.size());
}

std::string told_text_anchor(const Desk& desk, const Timex& timex, const std::string& words) {
  const Holes holes = {{"words", desk.escape(shortened(words, longest_words))}};
  if (!timex.counted_from) return told(desk, "anchor-text", holes);
  return told(desk, "anchor-dated-text", {holes[0], {"date", worded(desk, *timex.counted_from)}});
}

std::string told_anchor(const Desk& desk, const Claim& claim) {
  const Timex& timex = *claim.timex;
  if (const std::string words = words_of_anchor(timex.anchor); !words.empty())
    return told_text_anchor(desk, timex, words);
  const Source* source = source_of(desk, claim.doc);
  const bool published = source != nullptr && source->published.known() && !timex.anchor.empty();
  if (!timex.counted_from && !published) return told(desk, "anchor-unknown");
  const DateRange& date = timex.counted_from ? *timex.counted_from : source->published.range;
  const bool inferred =
      timex.basis != Basis::inferred && published && source->published.basis == Published::Basis::inferred;
  return told(desk, inferred ? "anchor-inferred-publication" : "anchor-publication",
              {{"date", worded(desk, date)}});
}

}  // namespace

Desk::Desk(const Timeline& t, Escape e) : timeline(t), escape(e) {
  for (const Source& source : t.sources) sources.emplace(source.id, &source);
  for (const Family& family : t.families)
    for (const FamilyMember& member : family.members)
      lent.emplace(member.doc, Desk::Lent{family.origin, member.how});
}

// ---- phrases

std::string told(const Desk& desk, std::string_view phrase, const Holes& holes) {
  return say(desk.timeline.phrases, phrase, holes, desk.escape);
}

std::string told_number(const Desk& desk, std::string_view phrase, std::size_t n, const Holes& holes) {
  return say_number(desk.timeline.phrases, phrase, n, holes, desk.escape);
}

std::string told_of(const Desk& desk, std::string_view family, std::string_view member) {
  std::string name = fmt::format("{}-{}", family, member);
  std::replace(name.begin(), name.end(), ' ', '-');
  return has_phrase(desk.timeline.phrases, name) ? told(desk, name) : "";
}

// ---- dates and numbers

std::string worded(const Desk& desk, const DateRange& range) {
  return desk.escape(in_words(range, desk.timeline.wording));
}

std::string weekday_in(const Desk& desk, const DateRange& range) {
  const std::vector<std::string>& names = desk.timeline.wording.weekdays;
  if (range.open_start || range.open_end || days_covered(range) != 1 || names.size() != 7) return "";
  return desk.escape(names[static_cast<std::size_t>(weekday_of(first_day(range)) - 1)]);
}

long hundredths(double share) { return std::lround(share * 100); }

// ---- sources

const Source* source_of(const Desk& desk, const std::string& doc) {
  const auto found = desk.sources.find(doc);
  return found == desk.sources.end() ? nullptr : found->second;
}

std::string name_of(const Source& source) { return source.source.empty() ? source.id : source.source; }

std::string name_of(const Desk& desk, const std::string& doc) {
  const Source* source = source_of(desk, doc);
  return source == nullptr ? doc : name_of(*source);
}

namespace {

// What one document has from another of the same source is told by its id.
std::string lender(const Desk& desk, const std::string& origin, const std::string& borrower) {
  const std::string name = name_of(desk, origin);
  return desk.escape(name == name_of(desk, borrower) ? origin : name);
}

}  // namespace

std::string said_by(const Desk& desk, const Claim& claim) {
  std::vector<std::string> notes;
  if (claim.attributed_to.kind != Attribution::Kind::publisher)
    notes.push_back(
        told(desk, "citing", {{"name", desk.escape(shortened(claim.attributed_to.name, longest_words))}}));
  if (const std::string certainty = told_of(desk, "certainty", claim.certainty); !certainty.empty())
    notes.push_back(certainty);
  return join(notes);
}

std::string copied_from(const Desk& desk, const Claim& claim) {
  if (claim.copy_of.empty()) return "";
  return told(desk, "copied-sentence", {{"source", lender(desk, claim.copy_of, claim.doc)}});
}

std::string copied_from(const Desk& desk, const std::string& doc) {
  std::vector<std::string> notes;
  const auto [begin, end] = desk.lent.equal_range(doc);
  for (auto one = begin; one != end; ++one)
    notes.push_back(told(desk, one->second.how == Borrowing::copy ? "copies" : "borrows",
                         {{"source", lender(desk, one->second.origin, doc)}}));
  return join(notes);
}

std::string place_of(const Desk& desk, const Claim& claim) {
  const Source* source = source_of(desk, claim.doc);
  const std::string path = source == nullptr || source->path.empty() ? claim.doc : source->path;
  return claim.line > 0 ? fmt::format("{}:{}", path, claim.line) : path;
}

std::string place_of(const Diagnostic& d) {
  if (d.place.path.empty()) return d.doc;
  return d.place.line > 0 ? fmt::format("{}:{}", d.place.path, d.place.line) : d.place.path;
}

std::vector<std::string> voices_of(const Desk& desk, const Event& event,
                                   const std::vector<std::size_t>& claims) {
  std::vector<std::string> docs, names;
  for (const std::size_t index : claims) {
    if (index >= event.claims.size()) continue;
    std::string name = name_of(desk, event.claims[index].doc);
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    names.push_back(std::move(name));
    docs.push_back(event.claims[index].doc);
  }
  return docs;
}

std::vector<std::size_t> all_claims(const Event& event) {
  std::vector<std::size_t> all(event.claims.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

// ---- sentences

std::string shortened(std::string_view text, std::size_t most_bytes) {
  const std::string line = one_line(text);
  if (line.size() <= most_bytes) return line;
  std::size_t end = line.rfind(' ', most_bytes);
  if (end == line.npos || end < most_bytes / 2) {  // an endless word
    end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  }
  return line.substr(0, end) + "…";
}

std::string label_of(const Case& one) {
  const std::string& label = one.told->event.label;
  return shortened(label.empty() ? one.conflict->event : label, longest_label);
}

std::string summary_of(const Desk& desk) {
  const Tally t = tally(desk.timeline);
  std::vector<std::string> parts;
  const auto add = [&](std::string_view phrase, std::size_t n) {
    if (n > 0) parts.push_back(told_number(desk, phrase, n));
  };
  if (t.disputed > 0) {
    std::vector<std::string> of_these;
    if (t.preferred > 0) of_these.push_back(told_number(desk, "preferred-count", t.preferred));
    if (t.disputed > t.preferred)
      of_these.push_back(told_number(desk, "tied-count", t.disputed - t.preferred));
    parts.push_back(fmt::format("{} ({})", told_number(desk, "disputed-count", t.disputed), join(of_these)));
  }
  add("decided-count", t.decided);
  add("agreed-count", t.agreed);
  add("refined-count", t.refined);
  add("single-count", t.single);
  add("undated-count", t.undated);
  const std::string head = told(desk, "events-from-sources",
                                {{"events", told_number(desk, "events", t.events)},
                                 {"sources", told_number(desk, "sources", desk.timeline.sources.size())}});
  return parts.empty() ? head : fmt::format("{}: {}", head, join(parts));
}

std::string verdict_of(const Desk& desk, const Case& one) {
  const std::string date = one.told->verdict.date ? worded(desk, *one.told->verdict.date) : "";
  if (date.empty()) return told(desk, "verdict-tied");
  return told(desk, one.decided() ? "verdict-decided" : "verdict-preferred", {{"date", date}});
}

std::string short_verdict_of(const Desk& desk, const Case& one) {
  const std::string date = one.told->verdict.date ? worded(desk, *one.told->verdict.date) : "";
  if (date.empty()) return told(desk, "short-tied");
  return told(desk, one.decided() ? "short-decided" : "short-preferred", {{"date", date}});
}

std::string lead_of(const Desk& desk, const Case& one) {
  const auto& candidates = one.conflict->candidates;
  if (one.decided() || candidates.size() < 2) return "";
  const auto points = [](double share) { return fmt::format("{}", hundredths(share)); };
  return told(desk, "lead",
              {{"share", points(candidates[0].weight)},
               {"next", points(candidates[1].weight)},
               {"margin", points(one.conflict->margin)}});
}

std::string how_dated(const Desk& desk, const Claim& claim) {
  if (!claim.timex) return told(desk, "basis-none");
  const Timex& timex = *claim.timex;
  const std::string words = desk.escape(shortened(timex.text, longest_words));
  std::string text = told(desk, fmt::format("basis-{}", to_string(timex.basis)),
                          {{"words", words}, {"anchor", told_anchor(desk, claim)}});
  if (timex.weekday_disagrees && claim.range)
    if (const std::string weekday = weekday_in(desk, *claim.range); !weekday.empty())
      text += ", " + told(desk, "weekday-disagrees", {{"weekday", weekday}});
  return text;
}

bool is_preferred(const Case& one, std::size_t candidate) {
  const std::optional<DateRange>& date = one.told->verdict.date;
  return one.decided() ? date && *date == one.conflict->candidates[candidate].range
                       : one.conflict->preferred == candidate;
}

std::string evidence_of(const Case& one) {
  const Conflict& conflict = *one.conflict;
  const bool told_already = conflict.reason.find(conflict.cause_reason) != std::string::npos;
  return told_already || conflict.cause == "contradiction" ? "" : as_sentence(conflict.cause_reason);
}

std::string what_would_settle(const Desk& desk, const Case& one) {
  if (one.decided()) return "";
  const std::string by_cause = told_of(desk, "settle", one.conflict->cause);
  return by_cause.empty() ? told(desk, "settle-contradiction") : by_cause;
}

std::string set_aside_of(const Desk& desk, const Verdict& verdict, std::size_t claim) {
  for (const SetAside& one : verdict.set_aside)
    if (one.claim == claim)
      return told(desk, one.distrusted ? "source-distrusted" : "set-aside",
                  {{"who", desk.escape(one.by.who)}, {"date", worded(desk, one.by.when)}});
  return "";
}

std::string matter_of(const Desk& desk, const Decision& decision) {
  if (decision.date) return worded(desk, *decision.date);
  if (!decision.source.empty()) return desk.escape(decision.source);
  if (decision.takes_back) return told_of(desk, "decision", to_string(*decision.takes_back));
  return decision.claims.empty() ? "" : desk.escape(in_words(decision.claims.front()));
}

std::string label_of(const Desk& desk, const Precedent& precedent) {
  for (const TimelineEvent& event : desk.timeline.events)
    if (event.event.id == precedent.event) return shortened(event.event.label, longest_label);
  return shortened(precedent.event.empty() ? precedent.decision.event : precedent.event, longest_label);
}

std::string as_sentence(std::string text) {
  if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

}  // namespace fasti
