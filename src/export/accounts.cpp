#include "export/accounts.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/escape.h"

namespace fasti {

namespace {

// Names of sources, each once, in the order in which they are first heard.
class NameList {
 public:
  void add(std::string name) {
    if (seen_.insert(name).second) list.push_back(std::move(name));
  }
  std::vector<std::string> list;

 private:
  std::set<std::string> seen_;
};

std::vector<std::string> names_of(const Candidate& candidate, const Event& event, const Accounts& all) {
  NameList names;
  for (const std::size_t i : candidate.claims)
    if (i < event.claims.size()) names.add(source_name(all, event.claims[i].doc));
  if (names.list.empty())
    for (const std::string& source : candidate.sources) names.add(one_line(source));
  return names.list;
}

const SetAside* set_aside(const Verdict& verdict, std::size_t claim) {
  for (const SetAside& one : verdict.set_aside)
    if (one.claim == claim) return &one;
  return nullptr;
}

std::vector<std::string> names_of(const TimelineEvent& told, const Accounts& all) {
  NameList names;
  for (std::size_t i = 0; i < told.event.claims.size(); ++i)
    if (!set_aside(told.verdict, i)) names.add(source_name(all, told.event.claims[i].doc));
  return names.list;
}

std::size_t claims_that_count(const TimelineEvent& told) {
  return told.event.claims.size() - told.verdict.set_aside.size();
}

bool is_decided(const Account& account) { return account.told->verdict.status == Status::decided; }

void add_candidates(Account& account, const Accounts& all) {
  for (std::size_t i = 0; i < account.conflict->candidates.size(); ++i) {
    const Candidate& candidate = account.conflict->candidates[i];
    account.dates.push_back({candidate.range, DateRank::open, candidate.weight,
                             names_of(candidate, account.told->event, all), candidate.claims.size()});
  }
}

// The verdict's date goes to the front, also where a person chose one that no source gives.
void add_verdict(Account& account) {
  const std::optional<DateRange>& chosen = account.told->verdict.date;
  if (!chosen) return;
  const bool disputed = !account.dates.empty();
  for (ToldDate& date : account.dates) date.rank = DateRank::rival;
  const auto found = std::find_if(account.dates.begin(), account.dates.end(),
                                  [&](const ToldDate& date) { return date.range == *chosen; });
  if (found != account.dates.end())
    std::rotate(account.dates.begin(), found, found + 1);
  else if (disputed)
    account.dates.insert(account.dates.begin(), ToldDate{*chosen, {}, 0, {}, 0});
  else
    account.dates.push_back({*chosen, {}, 1, account.sources, claims_that_count(*account.told)});
  account.dates.front().rank = is_decided(account) ? DateRank::decided
                               : disputed          ? DateRank::preferred
                                                   : DateRank::only;
}

Account account_of(const TimelineEvent& told, const Conflict* conflict, const Accounts& all) {
  Account account{&told, conflict, one_line(told.event.label), {}, names_of(told, all)};
  if (account.label.empty()) account.label = "?";
  if (conflict) add_candidates(account, all);
  add_verdict(account);
  return account;
}

std::string named_after_contents(const Timeline& timeline) {
  std::set<std::string> voices;
  for (const Source& source : timeline.sources)
    voices.insert(source.source.empty() ? source.id : source.source);
  return say(timeline.phrases, "events-from-sources",
             {{"events", say_number(timeline.phrases, "events", timeline.events.size())},
              {"sources", say_number(timeline.phrases, "sources", voices.size())}});
}

std::string with_those_who_say_so(const ToldDate& date, const Timeline& timeline) {
  std::string line = in_words(date.range, timeline.wording);
  if (!date.sources.empty()) line += fmt::format(" ({})", joined(date.sources, ", "));
  return line;
}

std::string rank_word(DateRank rank, const Timeline& timeline) {
  if (rank == DateRank::decided) return say(timeline.phrases, "status-decided");
  return say(timeline.phrases, rank == DateRank::preferred ? "preferred" : "rival");
}

std::string other_date(const ToldDate& date, const Timeline& timeline) {
  std::string line =
      fmt::format("{}: {}", rank_word(date.rank, timeline), with_those_who_say_so(date, timeline));
  if (date.share > 0)
    line +=
        ", " + say(timeline.phrases, "share", {{"n", fmt::format("{:.0f}", std::round(date.share * 100))}});
  return line;
}

std::string own_date(const Account& account, const ToldDate* date, const Timeline& timeline) {
  const std::string status = status_word(account, timeline);
  if (!date) return status;
  const std::string line = fmt::format("{}, {}", in_words(date->range, timeline.wording), status);
  if (date->rank != DateRank::rival) return line;
  return fmt::format("{}: {}", rank_word(date->rank, timeline), line);
}

std::vector<const ToldDate*> dates_where(const Account& account, bool rival) {
  std::vector<const ToldDate*> found;
  for (const ToldDate& date : account.dates)
    if ((date.rank == DateRank::rival) == rival) found.push_back(&date);
  return found;
}

}  // namespace

std::string_view to_string(DateRank rank) {
  switch (rank) {
    case DateRank::only:
      return "only";
    case DateRank::decided:
      return "decided";
    case DateRank::preferred:
      return "preferred";
    case DateRank::rival:
      return "rival";
    case DateRank::open:
      return "open";
  }
  return "";
}

std::vector<const ToldDate*> Account::main_dates() const { return dates_where(*this, false); }
std::vector<const ToldDate*> Account::rivals() const { return dates_where(*this, true); }

Accounts accounts_of(const Timeline& timeline, std::string_view title) {
  Accounts all;
  all.timeline = &timeline;
  all.title = one_line(title.empty() ? named_after_contents(timeline) : std::string(title));
  for (const Source& source : timeline.sources) all.sources.emplace(source.id, &source);
  std::unordered_map<std::string, const Conflict*> conflicts;
  for (const Conflict& conflict : timeline.conflicts) conflicts.emplace(conflict.event, &conflict);
  all.events.reserve(timeline.events.size());
  for (const TimelineEvent& told : timeline.events) {
    const auto found = conflicts.find(told.event.id);
    all.events.push_back(account_of(told, found == conflicts.end() ? nullptr : found->second, all));
  }
  return all;
}

std::string source_name(const Accounts& all, std::string_view doc) {
  const auto found = all.sources.find(doc);
  const bool named = found != all.sources.end() && !found->second->source.empty();
  return one_line(named ? std::string_view(found->second->source) : doc);
}

std::vector<std::string> remarks(const Account& account, const ToldDate* date, const Timeline& timeline) {
  std::vector<std::string> lines{own_date(account, date, timeline)};
  for (const ToldDate& other : account.dates)
    if (&other != date) lines.push_back(other_date(other, timeline));
  if (!account.sources.empty())
    lines.push_back(
        fmt::format("{}: {}", say(timeline.phrases, "column-sources"), joined(account.sources, ", ")));
  if (!account.told->verdict.reason.empty()) lines.push_back(one_line(account.told->verdict.reason));
  return lines;
}

std::string why_set_aside(const TimelineEvent& told, std::size_t claim, const Timeline& timeline) {
  const SetAside* one = set_aside(told.verdict, claim);
  if (!one) return "";
  return say(timeline.phrases, one->distrusted ? "source-distrusted" : "set-aside",
             {{"who", one_line(one->by.who)}, {"date", in_words(one->by.when, timeline.wording)}});
}

std::string status_word(const Account& account, const Timeline& timeline) {
  return say(timeline.phrases, fmt::format("status-{}", to_string(account.told->verdict.status)));
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

}  // namespace fasti
