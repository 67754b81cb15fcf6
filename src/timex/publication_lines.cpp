#include "timex/publication_lines.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/utf8.h"
#include "calendar/timex_value.h"
#include "timex/partial.h"
#include "timex/settle_order.h"

namespace fasti {

namespace {

using Basis = Published::Basis;
using Says = ByLineRule::Says;
using What = DateStatement::What;

constexpr std::size_t longest_line = 240;  // bytes; more is a paragraph
constexpr std::size_t lines_above = 6, lines_below = 3;
constexpr std::uint32_t most_other_words = 3;  // beside cues, dates and times: "Uhr", "EST", a name
constexpr std::uint32_t longest_place = 10;    // tokens before the date of a dateline

// ---- a date of a line ----

// A day or a month that the words themselves say, or a day whose year they leave open.
std::optional<LineDate> date_of(const PartialTimex& timex) {
  if (timex.type == TimexType::duration || timex.type == TimexType::set || !timex.mod.empty())
    return std::nullopt;
  LineDate date;
  date.span = timex.span;
  // Day and month in an order that nobody tells: from the one to the other.
  const OrderedValue order = in_order(timex.partial, true);
  const Partial partial = parse_partial(order.value);
  if (partial.direction != 0 || !partial.week_of.empty()) return std::nullopt;
  if (partial.kind == Partial::Kind::complete) {
    date.range = value_range(partial.value);
    if (const auto other = value_range(order.other); other && date.range)
      date.range = hull(*date.range, *other);
    if (!date.range || (date.range->granularity != Granularity::day &&
                        date.range->granularity != Granularity::month && order.other.empty()))
      return std::nullopt;
    return date;
  }
  if (partial.kind != Partial::Kind::missing || partial.value.size() != 10 ||
      !partial.value.starts_with("XXXX-") ||
      partial.value.find_first_not_of("0123456789-", 5) != std::string::npos || !order.other.empty())
    return std::nullopt;
  date.month = std::atoi(partial.value.substr(5, 2).c_str());
  date.day = std::atoi(partial.value.substr(8, 2).c_str());
  return date;
}

// ---- a line, token by token ----

struct Cue {
  TokenRange tokens;
  const ByLineRule* rule = nullptr;
};

class WordedLine {
 public:
  WordedLine(const std::string& text, const RuleSet& rules, const Profile& profile)
      : text_(text),
        rules_(rules),
        segmented_(segment_blocks(text, {{0, text.size()}}, rules.orthography)),
        partials_(match_timexes(text, segmented_, rules, profile)) {}

  const std::vector<PartialTimex>& partials() const { return partials_; }
  const std::vector<Token>& tokens() const { return segmented_.tokens; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens().size()); }

  bool is_sign(std::uint32_t t) const { return tokens()[t].kind == TokenKind::punctuation; }
  std::string_view word(std::uint32_t t) const { return text_of(text_, tokens()[t]); }

  // Cues do not overlap each other or a time expression. Of an untrusted line, only those that begin it or
  // follow a sign, a date or another cue.
  std::vector<Cue> cues(bool anywhere) const {
    const Program& program = rules_.by_line_program;
    const Symbols symbols = program.symbols_of(text_, tokens());
    std::vector<Cue> found;
    for (std::uint32_t at = 0; at < size();) {
      const bool here = anywhere || at == 0 || is_sign(at - 1) || in_partial(at - 1) ||
                        (!found.empty() && found.back().tokens.end == at);
      std::uint32_t next = at + 1;
      if (here)
        for (const Hit& hit : program.hits_at(symbols, at)) {
          if (touches_partial(hit.tokens)) continue;
          found.push_back({hit.tokens, &rules_.by_lines[hit.pattern]});
          next = hit.tokens.end;
          break;
        }
      at = next;
    }
    return found;
  }

  bool in_partial(std::uint32_t t) const {
    return std::any_of(partials_.begin(), partials_.end(),
                       [&](const PartialTimex& p) { return p.tokens.holds(t); });
  }

 private:
  bool touches_partial(TokenRange range) const {
    return std::any_of(partials_.begin(), partials_.end(), [&](const PartialTimex& p) {
      return p.tokens.begin < range.end && range.begin < p.tokens.end;
    });
  }

  const std::string& text_;
  const RuleSet& rules_;
  Segmented segmented_;
  std::vector<PartialTimex> partials_;
};

bool is_in_any(const std::vector<Cue>& cues, std::uint32_t t) {
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) { return cue.tokens.holds(t); });
}

// Nothing but cues, dates, times, signs and a word or two.
bool is_nothing_else(const WordedLine& line, const std::vector<Cue>& cues) {
  if (cues.empty()) return false;
  std::uint32_t others = 0;
  for (std::uint32_t t = 0; t < line.size(); ++t)
    if (!line.is_sign(t) && !line.in_partial(t) && !is_in_any(cues, t)) ++others;
  return others <= most_other_words;
}

const Cue* cue_before(const std::vector<Cue>& cues, std::uint32_t token) {
  const Cue* last = nullptr;
  for (const Cue& cue : cues)
    if (cue.tokens.end <= token) last = &cue;
  return last;
}

std::string shown(std::string_view words) {
  std::string text = repair_utf8(std::string(words.substr(0, 100))).text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return std::string(trimmed(text)) + (words.size() > 100 ? " …" : "");
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

// ---- datelines ----

bool opens(std::string_view sign) { return sign == "(" || sign == "["; }
bool closes(std::string_view sign) { return sign == ")" || sign == "]"; }
bool is_dash(std::string_view sign) {
  return sign == "-" || sign == "–" || sign == "—" || sign == "―" || sign == "--";
}

// Behind the token a bracket may follow, "(Ferry Press)": the token behind it.
std::uint32_t behind_bracket(const WordedLine& line, std::uint32_t at) {
  if (at >= line.size() || !opens(line.word(at))) return at;
  for (std::uint32_t t = at + 1; t < line.size() && t < at + 8; ++t)
    if (closes(line.word(t))) return t + 1;
  return at;
}

// Names of places begin with capitals: "PORT ELLERY, Ruritania", "St. Ewe (Ferry Press)".
bool is_place(const WordedLine& line, std::uint32_t end) {
  if (end == 0 || end > longest_place || !line.tokens()[0].capitalised) return false;
  bool in_bracket = false;
  for (std::uint32_t t = 0; t < end; ++t) {
    const std::string_view word = line.word(t);
    if (line.is_sign(t)) {
      if (opens(word) || closes(word))
        in_bracket = opens(word);
      else if (word != "," && word != "." && word != "/" && word != "-" && word != "'" && word != "’")
        return false;
    } else if (!line.tokens()[t].capitalised && !in_bracket) {
      return false;
    }
  }
  return true;
}

// "(29.09.2021, Ferry Press)": behind the bracket that the date stands in.
std::uint32_t behind_rest_of_bracket(const WordedLine& line, std::uint32_t at) {
  for (std::uint32_t t = at; t < line.size() && t < at + 6; ++t) {
    if (opens(line.word(t))) return at;
    if (closes(line.word(t))) return t + 1;
  }
  return at;
}

// Where the report itself begins, given where the date ends; nothing where no dash stands before it.
std::optional<std::uint32_t> begin_of_report(const WordedLine& line, std::uint32_t behind_date) {
  std::uint32_t at = behind_rest_of_bracket(line, behind_date);
  while (at < line.size() && (line.word(at) == "," || line.word(at) == ".")) ++at;
  at = behind_bracket(line, at);
  if (at >= line.size() || !is_dash(line.word(at))) return std::nullopt;
  while (at < line.size() && is_dash(line.word(at))) ++at;
  return at < line.size() ? std::optional(at) : std::nullopt;
}

// ---- years ----

// The day whose year is open, where it lies nearest to another date of the article.
std::optional<DateRange> nearest(const OpenDate& open, const DateRange& to) {
  std::optional<DateRange> best;
  const int year = civil_of(first_day(to)).year;
  for (int y = year - 1; y <= year + 1; ++y) {
    const Civil civil{y, open.month, open.day};
    if (!is_valid(civil)) continue;
    const DateRange day = range_of_day(day_of(civil));
    if (!best || days_apart(day, to) < days_apart(*best, to)) best = day;
  }
  return best;
}

// ---- the article's dates ----

class Statements {
 public:
  Statements(Article& article, std::vector<OpenDate>& open) : article_(article), open_(open) {
    if (article.published.known() && article.dates.empty())
      article.dates.push_back(
          {article.published.range, article.published.basis, What::published, article.published.reason});
  }

  void add(const LineDate& date, Basis basis, const std::string& where) {
    if (date.range) return add_statement(article_.dates, {*date.range, basis, date.what, where});
    if (date.what == What::published && date.month != 0)
      pending_.push_back({date.month, date.day, basis, where});
  }

  // Years come from what else is said of the article.
  void settle() {
    const std::vector<DateStatement> known = article_.dates;
    for (OpenDate& one : pending_) {
      std::optional<DateRange> day;
      if (!known.empty()) day = nearest(one, known.front().range);
      if (day)
        add_statement(article_.dates, {*day, one.basis, What::published, one.where});
      else
        open_.push_back(std::move(one));
    }
    pending_.clear();
    if (article_.dates.empty()) return;
    article_.published = choose_published(article_.dates);
    if (auto d = published_disagreement(article_.published, article_.dates, article_.path)) {
      d->doc = article_.id;
      article_.diagnostics.push_back(std::move(*d));
    }
  }

 private:
  Article& article_;
  std::vector<OpenDate>& open_;
  std::vector<OpenDate> pending_;
};

std::string text_of_block(const Article& article, Span block) {
  return article.text.substr(block.begin, block.size());
}

// True, and its dates added, if the line is a by-line.
bool take_by_line(const Article& article, Span block, Statements& statements, const RuleSet& rules,
                  const Profile& profile) {
  if (block.size() > longest_line ||
      !has_digit(std::string_view(article.text).substr(block.begin, block.size())))
    return false;
  const std::string line = text_of_block(article, block);
  const std::vector<LineDate> dates = dates_of_by_line(line, false, rules, profile);
  for (const LineDate& date : dates)
    statements.add(date, Basis::by_line, fmt::format("by-line «{}»", shown(line)));
  return !dates.empty();
}

void take_by_lines(const Article& article, std::vector<Span>& blocks, Statements& statements,
                   const RuleSet& rules, const Profile& profile) {
  std::vector<bool> taken(blocks.size(), false);
  const std::size_t above = std::min(lines_above, blocks.size());
  const std::size_t below = std::max(above, blocks.size() - std::min(lines_below, blocks.size()));
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (i < above || i >= below) taken[i] = take_by_line(article, blocks[i], statements, rules, profile);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (!taken[i]) blocks[kept++] = blocks[i];
  blocks.resize(kept);
}

void take_dateline(const Article& article, std::vector<Span>& blocks, Statements& statements,
                   const RuleSet& rules, const Profile& profile) {
  for (std::size_t i = 0; i < blocks.size() && i < 3; ++i) {
    Span& block = blocks[i];
    const Span start{block.begin, std::min(block.end, block.begin + longest_line)};
    if (!has_digit(std::string_view(article.text).substr(start.begin, start.size()))) continue;
    const std::string words = text_of_block(article, start);
    const auto dateline = dateline_of(words, rules, profile);
    if (!dateline) continue;
    statements.add(dateline->date, Basis::dateline,
                   fmt::format("dateline «{}»", shown(std::string_view(words).substr(0, dateline->text))));
    block.begin += dateline->text;
    return;
  }
}

}  // namespace

std::vector<LineDate> dates_of_by_line(const std::string& text, bool trusted, const RuleSet& rules,
                                       const Profile& profile) {
  const WordedLine line(text, rules, profile);
  const std::vector<Cue> cues = line.cues(trusted);
  if (!trusted && !is_nothing_else(line, cues)) return {};
  std::vector<LineDate> dates;
  for (const PartialTimex& timex : line.partials()) {
    auto date = date_of(timex);
    if (!date) continue;
    const Cue* cue = cue_before(cues, timex.tokens.begin);
    if (cue == nullptr && !cues.empty() && cues.front().rule->says != Says::modified) cue = &cues.front();
    if (cue == nullptr && !trusted) continue;
    if (cue != nullptr) date->rule = cue->rule;
    if (cue != nullptr && cue->rule->says == Says::modified) date->what = What::modified;
    dates.push_back(std::move(*date));
  }
  return dates;
}

std::optional<Dateline> dateline_of(const std::string& paragraph, const RuleSet& rules,
                                    const Profile& profile) {
  const WordedLine line(paragraph, rules, profile);
  if (line.partials().empty()) return std::nullopt;
  for (const PartialTimex& timex : line.partials()) {
    const auto date = date_of(timex);
    if (!date) continue;
    if (!is_place(line, timex.tokens.begin)) return std::nullopt;
    const auto report = begin_of_report(line, timex.tokens.end);
    if (!report) return std::nullopt;
    return Dateline{*date, line.tokens()[*report].span.begin};
  }
  return std::nullopt;
}

void take_publication_lines(Article& article, std::vector<Span>& blocks, std::vector<OpenDate>& open,
                            const RuleSet& rules, const Profile& profile) {
  Statements statements(article, open);
  for (const WordedDate& one : article.worded_dates)
    for (LineDate date : dates_of_by_line(one.words, true, rules, profile)) {
      if (date.rule == nullptr) date.what = one.what;
      statements.add(date, one.basis, fmt::format("{} «{}»", one.where, shown(one.words)));
    }
  take_by_lines(article, blocks, statements, rules, profile);
  take_dateline(article, blocks, statements, rules, profile);
  statements.settle();
}

}  // namespace fasti
