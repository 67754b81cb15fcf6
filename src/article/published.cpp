#include "article/published.h"

#include <algorithm>

#include <fmt/format.h>

#include "calendar/edtf.h"

namespace fasti {

namespace {

using Basis = Published::Basis;
using What = DateStatement::What;
using Statements = std::vector<DateStatement>;

constexpr std::size_t most_statements = 40;
constexpr Day zones = 1;  // the same moment has different days in different places

// How far apart two dates of such granularity may lie before one of them must be wrong.
Day slack_of(const DateRange& range) {
  if (range.granularity <= Granularity::day) return zones;
  return range.granularity == Granularity::year ? 366 : 31;
}

bool agree(const DateRange& a, const DateRange& b) {
  return days_apart(a, b) <= std::max(slack_of(a), slack_of(b));
}

bool is_published(const DateStatement& statement) { return statement.what == What::published; }

std::optional<Day> fetched_on(const Statements& statements) {
  std::optional<Day> day;
  for (const DateStatement& one : statements)
    if (one.what == What::fetched) day = std::min(day.value_or(greatest_day), last_day(one.range));
  return day;
}

// The published ones; without those from after the page was seen, unless there are no others.
std::vector<const DateStatement*> candidates_of(const Statements& statements) {
  const auto fetched = fetched_on(statements);
  std::vector<const DateStatement*> all, possible;
  for (const DateStatement& one : statements) {
    if (!is_published(one)) continue;
    all.push_back(&one);
    if (!fetched || first_day(one.range) <= *fetched + zones) possible.push_back(&one);
  }
  return possible.empty() ? all : possible;
}

std::size_t backers_of(const DateStatement& one, const std::vector<const DateStatement*>& others) {
  return static_cast<std::size_t>(
      std::count_if(others.begin(), others.end(), [&](const DateStatement* other) {
        return other->basis == one.basis && agree(other->range, one.range);
      }));
}

const DateStatement& best_of(const std::vector<const DateStatement*>& candidates) {
  const Basis basis = (*std::min_element(candidates.begin(), candidates.end(), [](auto* a, auto* b) {
                        return a->basis < b->basis;
                      }))->basis;
  const DateStatement* best = nullptr;
  std::size_t most = 0;
  for (const DateStatement* one : candidates) {
    if (one->basis != basis) continue;
    const std::size_t backers = basis == Basis::metadata ? backers_of(*one, candidates) : 1;
    if (best != nullptr && backers <= most) continue;
    best = one;
    most = backers;
  }
  return *best;
}

// A month, where another statement knows the day in it. What a person wrote down is left as it is.
void refine(Published& published, const std::vector<const DateStatement*>& candidates) {
  if (published.basis == Basis::stated) return;
  for (const DateStatement* one : candidates) {
    if (!finer(one->range, published.range) || !covers(published.range, one->range)) continue;
    published.range = one->range;
    published.reason += fmt::format("; more exactly {}", one->where);
    return;
  }
}

}  // namespace

std::string_view to_string(Basis basis) {
  switch (basis) {
    case Basis::stated:
      return "stated";
    case Basis::metadata:
      return "metadata";
    case Basis::by_line:
      return "by-line";
    case Basis::dateline:
      return "dateline";
    case Basis::address:
      return "address";
    case Basis::file_name:
      return "file name";
    case Basis::inferred:
      return "inferred";
    case Basis::unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view to_string(What what) {
  switch (what) {
    case What::published:
      return "published";
    case What::modified:
      return "modified";
    case What::fetched:
      return "fetched";
  }
  return "published";
}

void add_statement(Statements& statements, DateStatement statement) {
  if (statements.size() >= most_statements) return;
  if (std::find(statements.begin(), statements.end(), statement) == statements.end())
    statements.push_back(std::move(statement));
}

Published choose_published(const Statements& statements) {
  const auto candidates = candidates_of(statements);
  if (candidates.empty()) return {};
  const DateStatement& best = best_of(candidates);
  Published published{best.range, best.basis, best.where};
  refine(published, candidates);
  return published;
}

std::optional<DateStatement> not_after(const Statements& statements) {
  const DateStatement* earliest = nullptr;
  for (const DateStatement& one : statements)
    if (!is_published(one) && (earliest == nullptr || one.range.latest < earliest->range.latest))
      earliest = &one;
  return earliest == nullptr ? std::nullopt : std::optional(*earliest);
}

std::optional<Diagnostic> published_disagreement(const Published& published, const Statements& statements,
                                                 const std::string& path) {
  if (!published.known() || published.basis == Basis::inferred) return std::nullopt;
  for (const DateStatement& one : statements) {
    if (!is_published(one) || agree(one.range, published.range)) continue;
    Diagnostic d;
    d.severity = Severity::warning;
    d.code = "published-disagree";
    d.message = fmt::format("the day of publication is given as {} ({}) and as {} ({}); the first is taken",
                            to_edtf(published.range), published.reason, to_edtf(one.range), one.where);
    d.hint = published.basis == Basis::stated ? "" : "if it is wrong, state the right one yourself";
    d.place.path = path;
    return d;
  }
  return std::nullopt;
}

}  // namespace fasti
