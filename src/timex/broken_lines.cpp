#include "timex/broken_lines.h"

#include <algorithm>

#include "text/segment.h"
#include "timex/match.h"

namespace fasti {

namespace {

// Bytes to each side of a break that a date and its context may take up; what is cut goes on to a blank.
constexpr std::size_t before = 56;
constexpr std::size_t behind = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool one_line_break(std::string_view between) {
  return std::count(between.begin(), between.end(), '\n') == 1 &&
         between.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The last line of the first block and the first line of the second, as far as they may matter.
Span around(std::string_view text, Span first, Span second) {
  const std::size_t least = std::max(first.begin, first.end - std::min(first.end, 2 * before));
  const std::size_t most = std::min(second.end, second.begin + 2 * behind);
  Span joint{std::max(least, first.end - std::min(first.end, before)), std::min(most, second.begin + behind)};
  while (joint.begin > least && text[joint.begin - 1] != ' ') --joint.begin;
  while (joint.end < most && text[joint.end] != ' ') ++joint.end;
  return joint;
}

// "… at 10 a.m." ends in an abbreviation, "… the pier." in a sentence.
bool ends_sentence(std::string_view line, const Orthography& orthography) {
  constexpr std::string_view ends = "!?:;\"";
  if (ends.find(line.back()) != std::string_view::npos) return true;
  if (line.back() != '.') return false;
  line.remove_suffix(1);
  const std::size_t blank = line.rfind(' ');
  return !orthography.abbreviations.contains(
      folded(blank == std::string_view::npos ? line : line.substr(blank + 1)));
}

// Lines that cannot be the two halves of a wrapped one, whatever they say.
bool stand_apart(std::string_view text, Span first, Span second, const Orthography& orthography) {
  return !one_line_break(text.substr(first.end, second.begin - first.end)) ||
         (is_digit(text[first.begin]) && is_digit(text[second.begin])) ||
         ends_sentence(text.substr(first.begin, first.size()), orthography);
}

bool date_goes_over(std::string_view text, Span first, Span second, const RuleSet& rules,
                    const Profile& profile) {
  if (stand_apart(text, first, second, rules.orthography)) return false;
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
