#include "article/address_date.h"

#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "article/machine_date.h"

namespace fasti {

namespace {

using Basis = Published::Basis;
using What = DateStatement::What;

constexpr int first_year_of_web = 1990;
constexpr int last_year = 2199;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int number_of(std::string_view digits) {
  int n = -1;
  if (!digits.empty() && digits.size() <= 8) std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

// Reads a date off the front: year, a separator, month, the same separator, day; or eight digits.
struct Read {
  DateRange range;
  std::size_t length = 0;
};

std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return text.substr(std::min(at, text.size()), end - std::min(at, text.size()));
}

std::string_view month_at(std::string_view text, std::size_t at) {
  const std::string_view digits = digits_at(text, at);
  if (!digits.empty()) return digits;
  const std::string_view word = text.substr(std::min(at, text.size()), 3);
  const bool ends = at + 3 == text.size() || (at + 3 < text.size() && !is_letter(text[at + 3]));
  return protocol_month(word) != 0 && ends ? word : std::string_view();
}

std::optional<Read> eight_digits(std::string_view digits) {
  const auto range = plausible_day(number_of(digits.substr(0, 4)), number_of(digits.substr(4, 2)),
                                   number_of(digits.substr(6, 2)));
  return range ? std::optional(Read{*range, 8}) : std::nullopt;
}

std::optional<Read> read_at(std::string_view text, std::string_view separators) {
  const std::string_view year = digits_at(text, 0);
  if (year.size() == 8) return eight_digits(year);
  if (year.size() != 4 || text.size() < 6 || separators.find(text[4]) == separators.npos) return std::nullopt;
  const std::string_view month = month_at(text, 5);
  const int number = is_digit(text[5]) ? number_of(month) : protocol_month(month);
  if (month.empty() || month.size() > 3 || (is_digit(text[5]) && month.size() > 2)) return std::nullopt;
  const std::size_t behind = 5 + month.size();
  if (behind < text.size() && text[behind] == text[4]) {
    const std::string_view day = digits_at(text, behind + 1);
    if (day.size() == 1 || day.size() == 2) {
      const auto range = plausible_day(number_of(year), number, number_of(day));
      return range ? std::optional(Read{*range, behind + 1 + day.size()}) : std::nullopt;
    }
    if (!day.empty() && text[4] != '/') return std::nullopt;  // 2021-09-29031 is no date
  }
  if (month.size() < 2 || number < 1 || number > 12 || !plausible_day(number_of(year), number, 2))
    return std::nullopt;
  return Read{range_of_month(number_of(year), number), behind};
}

bool of_the_web(const DateRange& range) {
  const int year = civil_of(first_day(range)).year;
  return year >= first_year_of_web && year <= last_year;
}

// The path and what is asked of it, without scheme and host.
std::string_view path_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  const std::size_t slash = address.find('/', scheme == address.npos ? 0 : scheme + 3);
  return slash == address.npos ? std::string_view() : address.substr(slash);
}

// A name without folders and its last ending.
std::string_view stem_of(std::string_view path) {
  if (const std::size_t slash = path.rfind('/'); slash != path.npos) path.remove_prefix(slash + 1);
  if (const std::size_t dot = path.rfind('.'); dot != path.npos && dot > 0 && path.size() - dot <= 6)
    if (is_letter(path[dot + 1 < path.size() ? dot + 1 : dot])) path = path.substr(0, dot);
  return path;
}

bool may_end(std::string_view text, std::size_t at) {
  return at >= text.size() || (!is_digit(text[at]) && !is_letter(text[at]) && text[at] != '.') ||
         text.substr(at, 1) == "T" || text.substr(at, 1) == "t";
}

}  // namespace

std::optional<DateStatement> date_in_address(std::string_view address) {
  if (const auto archived = archived_address(address)) return date_in_address(archived->address);
  const std::string_view path = path_of(address);
  std::optional<Read> best;
  for (std::size_t at = 0; at + 1 < path.size(); ++at) {
    // A part of the path that begins with a date, or a name with a date in it.
    const bool begins = path[at] == '/' || path[at] == '-' || path[at] == '_' || path[at] == '=';
    if (!begins || !is_digit(path[at + 1])) continue;
    auto read = read_at(path.substr(at + 1), path[at] == '/' ? "/-_" : "-_");
    if (!read || !of_the_web(read->range) ||
        (at + 1 + read->length < path.size() && is_digit(path[at + 1 + read->length])))
      continue;
    if (!best || finer(read->range, best->range)) best = read;
  }
  if (!best) return std::nullopt;
  return DateStatement{best->range, Basis::address, What::published, fmt::format("address {}", address)};
}

std::optional<DateStatement> date_in_file_name(std::string_view path) {
  const std::string_view name = stem_of(path);
  std::optional<Read> found;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (!is_digit(name[at]) ||
        (at > 0 && (is_digit(name[at - 1]) || is_letter(name[at - 1]) || name[at - 1] == '.')))
      continue;
    const auto read = read_at(name.substr(at), "-_");
    if (!read || !may_end(name, at + read->length)) continue;
    if (found && found->range != read->range) return std::nullopt;
    found = read;
    at += read->length;
  }
  if (!found) return std::nullopt;
  const std::size_t slash = path.rfind('/');
  return DateStatement{found->range, Basis::file_name, What::published,
                       fmt::format("file name {}", path.substr(slash == path.npos ? 0 : slash + 1))};
}

std::optional<ArchivedAddress> archived_address(std::string_view address) {
  const std::size_t host = address.find("://");
  const std::size_t inner = host == address.npos ? host : address.find("://", host + 3);
  if (inner == address.npos) return std::nullopt;
  const std::size_t scheme = address.rfind('/', inner - 1);
  if (scheme == address.npos || scheme <= host + 2) return std::nullopt;
  std::string_view stamp = address.substr(0, scheme);
  stamp.remove_prefix(stamp.rfind('/') + 1);
  const std::string_view digits = digits_at(stamp, 0);  // behind them may stand "id_" or "if_"
  if (digits.size() < 8) return std::nullopt;
  const auto day = eight_digits(digits.substr(0, 8));
  if (!day) return std::nullopt;
  return ArchivedAddress{
      std::string(address.substr(scheme + 1)),
      {day->range, Basis::address, What::fetched, fmt::format("archive address {}", stamp)}};
}

}  // namespace fasti
