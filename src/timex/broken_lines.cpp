#include "timex/broken_lines.h"

#include <algorithm>

#include "text/segment.h"
#include "timex/match.h"

namespace fasti {

namespace {

constexpr std::size_t reach = 120;  // bytes to each side of a break that a date and its context may take up

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool one_line_break(std::string_view between) {
  return std::count(between.begin(), between.end(), '\n') == 1 &&
         between.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The last line of the first block and the first line of the second, as far as they may matter.
Span around(std::string_view text, Span first, Span second) {
  Span joint{std::max(first.begin, first.end - std::min(first.end, reach)),
             std::min(second.end, second.begin + reach)};
  const Span widest{joint.begin - std::min(joint.begin, reach), joint.end + reach};
  while (joint.begin > std::max(first.begin, widest.begin) && text[joint.begin - 1] != ' ') --joint.begin;
  while (joint.end < std::min(second.end, widest.end) && text[joint.end] != ' ') ++joint.end;
  return joint;
}

// Lines that cannot be the two halves of a wrapped one, whatever they say.
bool stand_apart(std::string_view text, Span first, Span second) {
  constexpr std::string_view ends = "!?:;";
  return !one_line_break(text.substr(first.end, second.begin - first.end)) ||
         ends.find(text[first.end - 1]) != std::string_view::npos ||
         (is_digit(text[first.begin]) && is_digit(text[second.begin]));
}

bool date_goes_over(std::string_view text, Span first, Span second, const RuleSet& rules,
                    const Profile& profile) {
  if (stand_apart(text, first, second)) return false;
  const Span joint = around(text, first, second);
  if (!rules.clues.may_match(text, joint)) return false;
  const Segmented segmented = segment_blocks(text, {joint}, rules.orthography);
  const std::vector<PartialTimex> found = match_timexes(text, segmented, rules, profile);
  return std::any_of(found.begin(), found.end(), [&](const PartialTimex& timex) {
    const bool only_date = timex.span.begin == first.begin;
    return (!only_date || is_lower(text[second.begin])) && timex.span.begin < first.end &&
           timex.span.end > second.begin;
  });
}

}  // namespace

std::vector<Span> join_broken_lines(std::string_view text, const std::vector<Span>& blocks,
                                    const RuleSet& rules, const Profile& profile) {
  std::vector<Span> joined;
  for (const Span block : blocks) {
    if (!joined.empty() && date_goes_over(text, joined.back(), block, rules, profile))
      joined.back().end = block.end;
    else
      joined.push_back(block);
  }
  return joined;
}

}  // namespace fasti
