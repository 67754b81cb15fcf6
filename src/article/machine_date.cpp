#include "article/machine_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace fasti {

namespace {

// The oldest newspapers that are scanned are of the early 17th century.
constexpr int first_year = 1600;
constexpr int last_year = 2199;

// What an empty field becomes: the zero of Unix (with western zones the day before), Windows, spreadsheets.
constexpr std::array<Civil, 7> empty_days = {Civil{1970, 1, 1},   Civil{1969, 12, 31}, Civil{1601, 1, 1},
                                             Civil{1899, 12, 30}, Civil{1899, 12, 31}, Civil{1900, 1, 1},
                                             Civil{1904, 1, 1}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Numbers and words of a date, with the sign before each: "2021-09-29T10:31" -> 2021 -09 -29 T 10 :31
struct Part {
  std::string_view text;
  char before = ' ';
  bool number = false;
  int value() const {
    int n = -1;
    if (number && text.size() <= 9) std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
  }
};

constexpr std::size_t most_parts = 16;

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size() && parts.size() < most_parts;) {
    const auto kind = [&](std::size_t i) {
      const char c = text[i];
      if (is_digit(c)) return 1;
      return fold_case(static_cast<unsigned char>(c)) - 'a' < 26U && static_cast<unsigned char>(c) < 0x80 ? 2
                                                                                                          : 0;
    };
    if (kind(at) == 0) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && kind(at) == kind(begin)) ++at;
    parts.push_back({text.substr(begin, at - begin), begin == 0 ? ' ' : text[begin - 1], kind(begin) == 1});
  }
  return parts;
}

std::string lower(std::string_view text) {
  std::string result;
  for (char c : text) result += static_cast<char>(fold_case(static_cast<unsigned char>(c)));
  return result;
}

// What may stand beside a date in protocols: days of the week, names of zones, halves of the day.
bool is_beside(std::string_view word) {
  constexpr std::array<std::string_view, 31> words = {
      "mon", "tue", "wed",  "thu", "fri", "sat",  "sun",  "gmt", "utc", "ut",  "z",
      "t",   "am",  "pm",   "bst", "est", "edt",  "cst",  "cdt", "mst", "mdt", "pst",
      "pdt", "cet", "cest", "ist", "jst", "aest", "aedt", "msk", "hkt"};
  return std::find(words.begin(), words.end(), lower(word)) != words.end();
}

// Behind the date only a clock time and a zone: "T10:31:00.000+01:00", " 10:31 BST".
bool only_time(const std::vector<Part>& parts, std::size_t from) {
  return std::all_of(parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end(), [](const Part& part) {
    return part.number ? part.text.size() <= 9 : is_beside(part.text);
  });
}

std::optional<DateRange> year_month_day(const std::vector<Part>& p) {
  if (p.size() < 3 || p[0].text.size() != 4 || !p[1].number || !p[2].number || p[1].before != p[2].before ||
      p[1].text.size() > 2 || p[2].text.size() > 2 || !only_time(p, 3))
    return std::nullopt;
  return plausible_day(p[0].value(), p[1].value(), p[2].value());
}

std::optional<DateRange> year_month(const std::vector<Part>& p) {
  if (p.size() != 2 || p[0].text.size() != 4 || p[1].text.size() != 2 || p[1].before == ' ' ||
      p[1].value() < 1 || p[1].value() > 12 || !plausible_day(p[0].value(), p[1].value(), 2))
    return std::nullopt;
  return range_of_month(p[0].value(), p[1].value());
}

// "29.09.2021", "29/09/2021 10:31", "9/29/2021". Dots mean that the day comes first.
std::optional<DateRange> either_order(const std::vector<Part>& p) {
  if (p.size() < 3 || p[0].text.size() > 2 || p[1].text.size() > 2 || p[2].text.size() != 4 || !p[1].number ||
      !p[2].number || p[1].before != p[2].before || !only_time(p, 3))
    return std::nullopt;
  const int first = p[0].value(), second = p[1].value(), year = p[2].value();
  const auto day_first = plausible_day(year, second, first);
  const auto month_first = plausible_day(year, first, second);
  if (!day_first || p[1].before == '.') return p[1].before == '.' ? day_first : month_first;
  if (!month_first || first == second) return day_first;
  return hull(*day_first, *month_first);
}

// "Wed, 29 Sep 2021 10:31:00 +0100", "Wed Sep 29 10:31:00 UTC 2021", "Sep 29 2021": one name of a month, one
// number of a day beside it, one of a year.
std::optional<DateRange> with_month_name(const std::vector<Part>& p) {
  const auto name = std::find_if(
      p.begin(), p.end(), [](const Part& part) { return !part.number && protocol_month(part.text) != 0; });
  if (name == p.end()) return std::nullopt;
  int year = 0, day = 0;
  for (auto part = p.begin(); part != p.end(); ++part) {
    if (!part->number && part != name && !is_beside(part->text)) return std::nullopt;
    if (!part->number) continue;
    const bool clock_or_zone = part->before == ':' || part->before == '+' || part->before == '.';
    const bool beside = part == name + 1 || part + 1 == name;
    if (part->text.size() == 4 && year == 0 && !clock_or_zone)
      year = part->value();
    else if (part->text.size() <= 2 && beside && day == 0)
      day = part->value();
  }
  return day == 0 ? std::nullopt : plausible_day(year, protocol_month(name->text), day);
}

int digits_at(std::string_view digits, std::size_t at, std::size_t count) {
  int n = 0;
  std::from_chars(digits.data() + at, digits.data() + at + count, n);
  return n;
}

std::optional<DateRange> of_digits(std::string_view digits) {
  return plausible_day(digits_at(digits, 0, 4), digits_at(digits, 4, 2), digits_at(digits, 6, 2));
}

std::optional<DateRange> of_seconds(std::string_view digits) {
  long long seconds = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (digits.size() == 13) seconds /= 1000;
  const Civil day = civil_of(day_of_moment(seconds));
  return plausible_day(day.year, day.month, day.day);
}

// "20210929", "20210929T103100Z", "202109291031", or seconds since 1970.
std::optional<DateRange> one_number(const std::vector<Part>& p) {
  const std::string_view digits = p[0].text;
  if (!p[0].number || !only_time(p, 1)) return std::nullopt;
  if (digits.size() == 8 || digits.size() == 12 || digits.size() == 14) return of_digits(digits);
  if (p.size() == 1 && (digits.size() == 10 || digits.size() == 13)) return of_seconds(digits);
  return std::nullopt;
}

}  // namespace

int protocol_month(std::string_view name) {
  // RFC 822 names the months so, in whatever language the message is.
  constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto found = std::find(names.begin(), names.end(), lower(name));
  return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

std::optional<DateRange> plausible_day(int year, int month, int day) {
  const Civil civil{year, month, day};
  if (year < first_year || year > last_year || !is_valid(civil)) return std::nullopt;
  if (std::find(empty_days.begin(), empty_days.end(), civil) != empty_days.end()) return std::nullopt;
  return range_of_day(day_of(civil));
}

std::optional<DateRange> read_machine_date(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 80) return std::nullopt;
  const std::vector<Part> parts = parts_of(text);
  if (parts.empty()) return std::nullopt;
  for (const auto read : {year_month_day, year_month, either_order, with_month_name, one_number})
    if (const auto range = read(parts)) return range;
  return std::nullopt;
}

}  // namespace fasti
