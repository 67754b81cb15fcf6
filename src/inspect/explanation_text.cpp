#include "inspect/explanation_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "inspect/marked_text.h"
#include "inspect/partial_words.h"

namespace fasti {

namespace {

constexpr std::size_t most_lost = 6;
constexpr std::size_t most_values = 3;

std::string in_quotes(std::string_view words) { return fmt::format("\"{}\"", one_line(words)); }

std::string line(std::string_view label, std::string_view words) {
  return fmt::format("     {:<8}{}\n", label, words);
}

std::string rule_line(const TimexRule& rule) {
  return line("rule", fmt::format("{}, {}:{}", rule.id, rule.place.path, rule.place.line));
}

// ---- what an expression is ----

std::string value_of(const Timex& timex) {
  return timex.mod.empty() ? timex.value : fmt::format("{}, {}", timex.value, timex.mod);
}

std::string headline(const Timex& timex, const DateWording& wording) {
  const std::string words = in_quotes(timex.text);
  const std::string when = timex.range ? in_words(*timex.range, wording) : "";
  if (timex.type == TimexType::set) return fmt::format("{} says how often ({})", words, value_of(timex));
  if (timex.type == TimexType::duration)
    return fmt::format("{} says how long ({}){}", words, value_of(timex),
                       when.empty() ? "" : ", here " + when);
  if (!when.empty()) return fmt::format("{} is {} ({})", words, when, value_of(timex));
  return fmt::format("{} {} ({})", words,
                     timex.value.starts_with('X') ? "stays open" : "has no place in time", value_of(timex));
}

std::string captures_line(const std::vector<CapturedWords>& captures) {
  std::string list;
  for (const CapturedWords& captured : captures) {
    list += fmt::format("{}{} = {}", list.empty() ? "" : ", ", captured.name, captured.value);
    if (captured.text != captured.value) list += fmt::format(" ({})", in_quotes(captured.text));
  }
  return list.empty() ? "" : line("parts", list);
}

std::string_view use_of_anchor(Basis basis) {
  switch (basis) {
    case Basis::year_from_context:
      return ": what is left open is taken from there";
    case Basis::relative_to_publication:
    case Basis::relative_to_text:
      return ": it is counted from there";
    case Basis::holiday:
      return ": the holiday of that time";
    default:
      return "";
  }
}

// "text:12 «May 3»" -> "«May 3»": there is only one text here.
std::string anchor_name(const Timex& timex) {
  const std::string place = timex.doc + ":";
  const std::size_t at = timex.anchor.find(place);
  const std::size_t blank = at == std::string::npos ? at : timex.anchor.find(' ', at + place.size());
  if (blank == std::string::npos) return timex.anchor;
  return timex.anchor.substr(0, at) + timex.anchor.substr(blank + 1);
}

std::string anchor_line(const Timex& timex) {
  if (timex.anchor.empty()) return "";
  return line("from", one_line(anchor_name(timex)) + std::string(use_of_anchor(timex.basis)));
}

// Readings that lost, those of one reason on a line.
std::string alternatives_lines(const std::vector<Alternative>& alternatives) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
  for (const Alternative& lost : alternatives) {
    auto known = std::find_if(by_reason.begin(), by_reason.end(),
                              [&](const auto& r) { return r.first == lost.reason; });
    if (known == by_reason.end()) known = by_reason.insert(by_reason.end(), {lost.reason, {}});
    known->second.push_back(lost.value);
  }
  std::string lines;
  for (const auto& [reason, values] : by_reason) {
    const std::size_t told = std::min(values.size(), most_values);
    const std::string more = values.size() > told ? fmt::format(" and {} more", values.size() - told) : "";
    lines +=
        line("not", fmt::format("{}{}: {}",
                                fmt::join(values.begin(), values.begin() + static_cast<long>(told), ", "),
                                more, reason));
  }
  return lines;
}

std::string diagnostics_lines(const Timex& timex, const std::vector<Diagnostic>& diagnostics) {
  std::string lines;
  for (const Diagnostic& d : diagnostics)
    if (d.span && *d.span == timex.span) lines += line("note", one_line(d.message));
  return lines;
}

std::string timex_lines(const Timex& timex, const Document& document) {
  return line("words", fmt::format("{}: {}", timex.partial, partial_in_words(timex.partial, timex.type))) +
         anchor_line(timex) + alternatives_lines(timex.alternatives) +
         diagnostics_lines(timex, document.diagnostics);
}

// ---- what came to nothing ----

std::string lost_lines(std::string_view label, const std::vector<LostMatch>& lost, std::string_view text) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(lost.size(), most_lost); ++i)
    lines += line(label, fmt::format("{} {}", lost[i].rule->id, why_lost(lost[i], text)));
  if (lost.size() > most_lost) lines += line("", fmt::format("and {} more", lost.size() - most_lost));
  return lines;
}

std::string near_lines(const std::vector<NearMiss>& misses, std::string_view text) {
  std::string lines;
  for (const NearMiss& miss : misses) {
    std::string wanted;
    const std::size_t told = std::min(miss.wanted.size(), most_values);
    for (std::size_t i = 0; i < told; ++i)
      wanted += fmt::format("{}\"{}\"",
                            i == 0                        ? ""
                            : i + 1 == miss.wanted.size() ? " or "
                                                          : ", ",
                            miss.wanted[i]);
    if (miss.wanted.size() > told) wanted += fmt::format(" or {} others", miss.wanted.size() - told);
    lines += line("near", fmt::format("{} matches {}, then wants {} and finds {}", miss.rule->id,
                                      in_quotes(text.substr(miss.matched.begin, miss.matched.size())), wanted,
                                      miss.found.empty() ? "the end" : in_quotes(miss.found)));
  }
  return lines;
}

// ---- the paragraphs ----

class Paragraphs {
 public:
  Paragraphs(const Explanation& explanation, const Document& document, const RuleSet& rules)
      : explanation_(explanation), document_(document), rules_(rules) {}

  std::string run() {
    std::string result;
    const std::vector<Sentence>& sentences = document_.segmented.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      marks_.clear();
      Span part = sentences[i].span;
      std::string paragraphs = of_part(part);
      // What is taken for the end of a sentence may stand inside an expression: "Sept. 28".
      while (!marks_.empty() && marks_.back().span.end > part.end && i + 1 < sentences.size()) {
        part.end = sentences[++i].span.end;
        paragraphs += of_part(part);
      }
      if (!paragraphs.empty())
        result += (result.empty() ? "" : "\n") + marked_text(text(), part, marks_, "  ") + paragraphs;
    }
    return result.empty() ? "No rule takes anything here, and no word is listed under date-words.\n" : result;
  }

 private:
  std::string_view text() const { return document_.article.text; }

  // Takings and untaken words up to the end of the part, in the order of the text.
  std::string of_part(Span part) {
    std::string paragraphs;
    const auto& takings = explanation_.takings;
    const auto& untaken = explanation_.untaken;
    while (true) {
      const bool taking = next_taking_ < takings.size() && takings[next_taking_].span.begin < part.end;
      const bool none = next_untaken_ < untaken.size() && untaken[next_untaken_].span.begin < part.end;
      if (!taking && !none) return paragraphs;
      if (taking && (!none || takings[next_taking_].span.begin <= untaken[next_untaken_].span.begin))
        paragraphs += of_taking(takings[next_taking_++]);
      else
        paragraphs += of_untaken(untaken[next_untaken_++]);
    }
  }

  std::string numbered(std::string_view headline) { return fmt::format("{:>3}. {}\n", ++number_, headline); }

  std::string of_taking(const Taking& taking) {
    const std::string lost = lost_lines("lost", taking.lost, text());
    std::string common = rule_line(*taking.rule) + captures_line(taking.captures);
    if (taking.rule->negative) {
      marks_.push_back({taking.span, '='});
      return numbered(fmt::format("{} is no date",
                                  in_quotes(text().substr(taking.span.begin, taking.span.size())))) +
             common + lost;
    }
    std::string paragraphs;
    for (const std::size_t i : taking.timexes) {
      const Timex& timex = document_.timexes[i];
      marks_.push_back({timex.span, '^'});
      paragraphs += numbered(headline(timex, rules_.wording)) + common + timex_lines(timex, document_);
      common = rule_line(*taking.rule);
    }
    return paragraphs + lost;
  }

  std::string of_untaken(const Untaken& untaken) {
    marks_.push_back({untaken.span, '~'});
    return numbered(fmt::format("no rule takes {}",
                                in_quotes(text().substr(untaken.span.begin, untaken.span.size())))) +
           lost_lines("kept", untaken.kept_away, text()) + near_lines(untaken.near, text());
  }

  const Explanation& explanation_;
  const Document& document_;
  const RuleSet& rules_;
  std::size_t next_taking_ = 0, next_untaken_ = 0;
  int number_ = 0;
  std::vector<TextMark> marks_;
};

// "votes" stands behind it (not-right: " votes")
std::string objection_in_words(const ContextPattern& context, const std::string& beside) {
  const std::string_view side = context.left ? "left" : "right";
  if (!context.wanted)
    return fmt::format("{} stands {} it (not-{}: \"{}\")", in_quotes(beside),
                       context.left ? "before" : "behind", side, context.text);
  return fmt::format("it needs {}: \"{}\", and {} stands there", side, context.text,
                     beside.empty() ? "nothing" : in_quotes(beside));
}

}  // namespace

std::string explanation_text(const Explanation& explanation, const Document& document, const RuleSet& rules) {
  return Paragraphs(explanation, document, rules).run();
}

std::string why_lost(const LostMatch& lost, std::string_view text) {
  const std::string words = in_quotes(text.substr(lost.span.begin, lost.span.size()));
  if (lost.winner != nullptr && lost.winner->negative)
    return fmt::format("would take {}, but these words are no date", words);
  switch (lost.fate) {
    case Sighting::Fate::shorter:
      return fmt::format("would take {} only; the longest match wins", words);
    case Sighting::Fate::later_rule:
      return "would take the same words; of two such rules the one that is read first wins";
    case Sighting::Fate::inside:
      return fmt::format("would take {}, which is taken already", words);
    case Sighting::Fate::other_profile:
      return fmt::format("would take {}, but it holds in another profile only ({})", words,
                         fmt::join(lost.rule->profiles, ", "));
    case Sighting::Fate::no_value:
      return fmt::format("would take {}, but its value has holes that nothing fills", words);
    case Sighting::Fate::taken:
      return "is taken";
    case Sighting::Fate::kept_away:
      break;
  }
  return fmt::format("would take {}, but {}", words, objection_in_words(*lost.objection, lost.beside));
}

}  // namespace fasti
