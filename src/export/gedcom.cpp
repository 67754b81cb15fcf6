// FamilySearch GEDCOM 7.0, for genealogists: one event structure a claim, with the source's words.
//
//   1 EVEN The ferry went down
//   2 TYPE The ferry sank                   the event; claims of one event stand together
//   2 DATE 14 JUN 2021
//   3 PHRASE 14 June 2021
//   2 SOUR @S3@
//   3 DATA
//   4 TEXT The ferry went down on June 14.
//   2 _EVENT e-04
//   2 _EDTF 2021-06-14
//
// GEDCOM takes the first of several as the preferred one: the claims of the preferred date come first, or an
// entry without a source where a person chose another date or only several claims together leave this one.
// Events belong to persons there, and a timeline has none that are known to be such; all hang on one INDI,
// whose NOTE says so. Clock times within a minute are written; other stretches of a day are that day, their
// words in PHRASE.
#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "base/escape.h"
#include "calendar/edtf.h"
#include "calendar/iso_text.h"
#include "calendar/units.h"
#include "export/formats.h"

namespace fasti {

namespace {

// A payload cannot begin with a single '@', which would be a pointer; further lines are CONT.
void put(std::string& file, int level, std::string_view tag, std::string_view payload) {
  std::string_view rest = payload;
  std::string_view name = tag;
  int depth = level;
  for (bool more = true; more;) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    file += fmt::format("{} {}", depth, name);
    if (!line.empty()) file += fmt::format(" {}{}", line.front() == '@' ? "@" : "", line);
    file += "\n";
    more = end != rest.npos;
    if (more) rest.remove_prefix(end + 1);
    name = "CONT";
    depth = level + 1;
  }
}

void put_text(std::string& file, int level, std::string_view tag, std::string_view text) {
  std::string clean = clean_text(text);
  clean.erase(std::remove(clean.begin(), clean.end(), '\r'), clean.end());
  if (!clean.empty()) put(file, level, tag, clean);
}

void put_pointer(std::string& file, int level, std::string_view tag, std::string_view pointer) {
  file += fmt::format("{} {} {}\n", level, tag, pointer);
}

// ---- dates ----

// "28 SEP 2020", "SEP 2020", "44 BCE": one end of a date in a unit of the calendar.
std::string end_text(Moment end, Granularity unit) {
  constexpr std::array<std::string_view, 12> months = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                       "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  const Civil civil = civil_of(day_of_moment(end));
  const std::string year =
      civil.year > 0 ? fmt::format("{}", civil.year) : fmt::format("{} BCE", 1 - civil.year);
  if (unit == Granularity::year) return year;
  const std::string_view month = months[static_cast<std::size_t>(civil.month - 1)];
  if (unit == Granularity::month) return fmt::format("{} {}", month, year);
  return fmt::format("{} {} {}", civil.day, month, year);
}

Granularity unit_of(const DateRange& range) {
  if (has_clock(range)) return Granularity::day;
  return end_unit(range);
}

// GEDCOM's AFT is "no earlier than", its BEF "no later than", BET "some time between".
std::string date_text(const DateRange& range) {
  const Granularity unit = unit_of(range);
  const std::string first = end_text(range.earliest, unit);
  const std::string last = end_text(range.latest, unit);
  if (range.open_start && range.open_end) return "";
  if (range.open_start) return "BEF " + last;
  if (range.open_end) return "AFT " + first;
  if (first != last) return fmt::format("BET {} AND {}", first, last);
  return range.approximate ? "ABT " + first : first;
}

bool is_clock_time(const DateRange& range) {
  return has_clock(range) && range.latest - range.earliest < 60 && !range.open_start && !range.open_end;
}

void put_date(std::string& file, int level, const DateRange& range, const Timeline& timeline,
              Losses& losses) {
  put(file, level, "DATE", date_text(range));
  if (is_clock_time(range)) {
    const std::string second = iso_second(range.earliest);
    put(file, level + 1, "TIME", second.substr(second.find('T') + 1));
  } else if (has_clock(range)) {
    losses.add(Loss::clock);
  }
  put_text(file, level + 1, "PHRASE", in_words(range, timeline.wording));
}

// ---- sources and claims ----

struct Pedigree {  // the file and what its parts are called
  const Accounts& all;
  Losses& losses;
  std::map<std::string, std::size_t, std::less<>> numbers = {};  // of documents
  std::string text = {};

  const Timeline& timeline() const { return *all.timeline; }
  std::string xref(std::string_view doc) const {
    const auto found = numbers.find(doc);
    return found == numbers.end() ? "@VOID@" : fmt::format("@S{}@", found->second);
  }
};

void put_citation(Pedigree& pedigree, const Claim& claim) {
  put_pointer(pedigree.text, 2, "SOUR", pedigree.xref(claim.doc));
  put_text(pedigree.text, 3, "PAGE", fmt::format("{}:{}", one_line(claim.doc), claim.line));
  put(pedigree.text, 3, "DATA", "");
  const auto source = pedigree.all.sources.find(claim.doc);
  if (source != pedigree.all.sources.end() && source->second->published.known())
    put_date(pedigree.text, 4, source->second->published.range, pedigree.timeline(), pedigree.losses);
  put_text(pedigree.text, 4, "TEXT", claim.quote);
}

void begin_event(Pedigree& pedigree, const Account* account, std::string_view label, std::string_view type,
                 const std::optional<DateRange>& range) {
  put_text(pedigree.text, 1, "EVEN", label.empty() ? std::string_view("-") : label);
  put_text(pedigree.text, 2, "TYPE", type.empty() ? std::string_view("-") : type);
  if (range) put_date(pedigree.text, 2, *range, pedigree.timeline(), pedigree.losses);
  if (account) put_text(pedigree.text, 2, "_EVENT", account->told->event.id);
  if (range) put_text(pedigree.text, 2, "_EDTF", to_edtf(*range));
}

void put_note(Pedigree& pedigree, const Account& account) {
  put_text(pedigree.text, 2, "NOTE",
           joined(remarks(account, account.told->verdict.date ? &account.dates.front() : nullptr,
                          pedigree.timeline()),
                  "\n"));
}

bool says_what_is_chosen(const TimelineEvent& told, std::size_t claim, const Timeline& timeline) {
  const std::optional<DateRange>& chosen = told.verdict.date;
  return chosen && told.event.claims[claim].range == *chosen && why_set_aside(told, claim, timeline).empty();
}

// The claims of the preferred date first; those that a person set aside last.
std::vector<std::size_t> by_rank(const TimelineEvent& told, const Timeline& timeline) {
  std::vector<std::size_t> order(told.event.claims.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t i) {
    if (says_what_is_chosen(told, i, timeline)) return 0;
    return why_set_aside(told, i, timeline).empty() ? 1 : 2;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  return order;
}

void put_event(Pedigree& pedigree, const Account& account) {
  const TimelineEvent& told = *account.told;
  const std::optional<DateRange>& chosen = told.verdict.date;
  const std::vector<std::size_t> order = by_rank(told, pedigree.timeline());
  const bool nobody_says_so =
      order.empty() || (chosen && !says_what_is_chosen(told, order.front(), pedigree.timeline()));
  if (nobody_says_so) {
    begin_event(pedigree, &account, account.label, account.label, chosen);
    put_note(pedigree, account);
  }
  for (const std::size_t i : order) {
    const Claim& claim = told.event.claims[i];
    begin_event(pedigree, &account, one_line(claim.label), account.label, claim.range);
    if (i == order.front() && !nobody_says_so) put_note(pedigree, account);
    put_text(pedigree.text, 2, "NOTE", why_set_aside(told, i, pedigree.timeline()));
    put_citation(pedigree, claim);
  }
}

void put_statement(Pedigree& pedigree, const Claim& claim) {
  begin_event(pedigree, nullptr, one_line(claim.label), one_line(claim.mention.type), std::nullopt);
  put_citation(pedigree, claim);
}

void put_source(Pedigree& pedigree, const Source& source) {
  pedigree.text += fmt::format("0 {} SOUR\n", pedigree.xref(source.id));
  put_text(pedigree.text, 1, "TITL", one_line(source.title.empty() ? source.id : source.title));
  put_text(pedigree.text, 1, "ABBR", one_line(source.id));
  put_text(pedigree.text, 1, "PUBL", source_name(pedigree.all, source.id));
  put_text(pedigree.text, 1, "NOTE", safe_link(source.url));
}

}  // namespace

std::string to_gedcom(const Accounts& all, Losses& losses) {
  const Timeline& timeline = *all.timeline;
  Pedigree pedigree{all, losses};
  for (const Source& source : timeline.sources)
    pedigree.numbers.emplace(source.id, pedigree.numbers.size() + 1);
  for (const Account& account : all.events) put_event(pedigree, account);
  for (const Claim& claim : timeline.undated) put_statement(pedigree, claim);
  for (const Source& source : timeline.sources) put_source(pedigree, source);

  std::string file =
      "\xEF\xBB\xBF"
      "0 HEAD\n1 GEDC\n2 VERS 7.0\n1 SOUR fasti\n";
  put_text(file, 1, "NOTE",
           losses.any() ? all.title + "\n" + loss_note(losses, timeline.phrases) : all.title);
  file += "0 @T1@ INDI\n";
  put_text(file, 1, "NOTE", say(timeline.phrases, "no-person"));
  return file + pedigree.text + "0 TRLR\n";
}

}  // namespace fasti
