#include "rules/pattern.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rules/hint.h"
#include "rules/pattern_size.h"
#include "text/characters.h"
#include "text/segment.h"

namespace fasti {

namespace {

constexpr int most_repeats = 20;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "3" or "12"; -1 for anything else.
int small_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 2) return -1;
  int value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Recursive descent over the grammar in the header.
class PatternParser {
 public:
  PatternParser(std::string_view text, const PatternContext& context) : text_(text), context_(context) {}

  PatternNode parse() {
    PatternNode whole = parse_choice();
    if (at_ < text_.size()) fail(at_, fmt::format("\"{}\" has no partner before it", text_[at_]), backslash);
    return whole;
  }

 private:
  static constexpr const char* backslash = "write a backslash before a character that is meant itself";

  [[noreturn]] void fail(std::size_t at, std::string message, std::string hint) const {
    throw PatternError{at, std::move(message), std::move(hint)};
  }

  [[noreturn]] void fail_unknown(std::size_t at, std::string_view what, std::string_view name,
                                 const std::vector<std::string>& known) const {
    throw PatternError{at, fmt::format("{} \"{}\"", what, name), hint_for(name, known), std::string(name)};
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  CharacterKind kind_here() const { return kind_of(decode(text_, at_).value); }
  void skip_character() { at_ += decode(text_, at_).length; }

  // Every node passes here once its parts are complete.
  PatternNode measured(PatternNode node, std::size_t begin) const {
    measure(node, context_.lexicon);
    if (node.depth > deepest_pattern)
      fail(begin, "the pattern is nested too deeply", "use fewer groups in groups");
    if (node.weight > heaviest_pattern)
      fail(begin, "the pattern is too large", "its repetitions and fragments multiply; use smaller bounds");
    return node;
  }

  PatternNode parse_choice() {
    const std::size_t begin = at_;
    PatternNode choice;
    choice.kind = PatternNode::Kind::choice;
    do choice.parts.push_back(parse_sequence());
    while (take('|'));
    return choice.parts.size() == 1 ? std::move(choice.parts.front()) : measured(std::move(choice), begin);
  }

  PatternNode parse_sequence() {
    const std::size_t begin = at_;
    PatternNode sequence;
    std::size_t blank = std::string_view::npos;
    std::size_t weight = 0;
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')') {
      if (kind_here() <= CharacterKind::line_break) {
        blank = at_;
        skip_character();
        continue;
      }
      const std::size_t part_begin = at_;
      PatternNode part = parse_part();
      weight += part.weight;
      if (weight > heaviest_pattern) fail(part_begin, "the pattern is too large", "use several rules");
      part.spaced = part.spaced || blank != std::string_view::npos;
      blank = std::string_view::npos;
      sequence.parts.push_back(std::move(part));
    }
    if (sequence.parts.empty()) fail(at_, "an empty alternative finds nothing", "use ? for an optional part");
    if (blank != std::string_view::npos)
      fail(blank, "a blank at the end of a pattern or group counts for nothing",
           "put it before the part that follows");
    return sequence.parts.size() == 1 ? std::move(sequence.parts.front())
                                      : measured(std::move(sequence), begin);
  }

  PatternNode parse_part() {
    const std::size_t begin = at_;
    PatternNode part = parse_atom();
    while (at_ < text_.size() && (text_[at_] == '?' || text_[at_] == '['))
      part = repeated(std::move(part), begin);
    return part;
  }

  PatternNode repeated(PatternNode part, std::size_t begin) {
    PatternNode repeat = leaf(PatternNode::Kind::repeat);
    repeat.least = 0;
    if (!take('?')) parse_bounds(repeat);
    repeat.parts.push_back(std::move(part));
    return measured(std::move(repeat), begin);
  }

  void parse_bounds(PatternNode& repeat) {
    const std::size_t opened = at_++;
    const std::size_t closed = text_.find(']', opened);
    const bool is_closed = closed != std::string_view::npos;
    const std::string_view bounds = is_closed ? text_.substr(opened + 1, closed - opened - 1) : "";
    const std::size_t dots = bounds.find("..");
    repeat.least = dots == std::string_view::npos ? -1 : small_number(bounds.substr(0, dots));
    repeat.most = dots == std::string_view::npos ? -1 : small_number(bounds.substr(dots + 2));
    if (repeat.least < 0 || repeat.most < 1 || repeat.least > repeat.most || repeat.most > most_repeats)
      fail(opened, "a repetition must read [least..most]",
           fmt::format("for example [0..3]; at most {}", most_repeats));
    at_ = closed + 1;
  }

  PatternNode parse_atom() {
    switch (text_[at_]) {
      case '(':
        return parse_group();
      case '{':
        return parse_class();
      case '<':
        return parse_fragment();
      case '_':
        ++at_;
        return leaf(PatternNode::Kind::any_word);
      case '?':
      case '[':
        fail(at_, fmt::format("nothing stands before \"{}\" to be repeated", text_[at_]), backslash);
      case '}':
      case ']':
      case '>':
        fail(at_, fmt::format("\"{}\" has no partner before it", text_[at_]), backslash);
      default:
        return parse_words();
    }
  }

  static PatternNode leaf(PatternNode::Kind kind) {
    PatternNode node;
    node.kind = kind;
    return node;
  }

  PatternNode parse_group() {
    const std::size_t opened = at_++;
    if (++groups_ > deepest_pattern)
      fail(opened, "the pattern is nested too deeply", "use fewer groups in groups");
    PatternNode inner = parse_choice();
    if (!take(')')) fail(opened, "\"(\" is never closed", backslash);
    --groups_;
    if (!inner.spaced) return inner;
    // A group keeps the blank inside it to itself: the blank before it is another.
    PatternNode group;
    group.parts.push_back(std::move(inner));
    return measured(std::move(group), opened);
  }

  std::string_view name_until(char close, std::string_view what) {
    const std::size_t opened = at_++;
    const std::size_t closed = text_.find(close, at_);
    if (closed == std::string_view::npos)
      fail(opened, fmt::format("\"{}\" is never closed", text_[opened]), backslash);
    const std::string_view name = text_.substr(at_, closed - at_);
    if (name.empty()) fail(opened, fmt::format("the name of the {} is missing", what), "");
    at_ = closed + 1;
    return name;
  }

  PatternNode parse_class() {
    const std::size_t opened = at_;
    std::string_view inside = name_until('}', "lexicon class");
    const bool capital = inside.starts_with('^');
    if (capital) inside.remove_prefix(1);
    const std::size_t colon = inside.find(':');
    const std::size_t name_begin = colon == std::string_view::npos ? 0 : colon + 1;
    if (colon == 0) fail(opened, "the name before the colon is missing", "write {class} or {name:class}");
    PatternNode node = leaf(PatternNode::Kind::word_class);
    node.capital = capital;
    node.capture = inside.substr(0, colon);
    node.class_name = inside.substr(name_begin);
    if (node.class_name == "Name") {
      node.kind = PatternNode::Kind::any_name;
      return node;
    }
    if (!context_.lexicon.classes.contains(node.class_name))
      fail_unknown(opened + 1 + (capital ? 1 : 0) + name_begin, "unknown lexicon class", node.class_name,
                   class_names());
    return measured(std::move(node), opened);
  }

  std::vector<std::string> class_names() const {
    std::vector<std::string> names;
    for (const auto& [name, unused] : context_.lexicon.classes) names.push_back(name);
    return names;
  }

  PatternNode parse_fragment() {
    const std::size_t opened = at_;
    const std::string_view name = name_until('>', "fragment");
    const PatternNode* fragment = context_.fragment(name);
    if (fragment == nullptr) fail_unknown(opened + 1, "unknown fragment", name, context_.fragment_names());
    PatternNode group;
    group.parts.push_back(*fragment);
    return measured(std::move(group), opened);
  }

  static bool is_word_part(CharacterKind kind) {
    return continues_word(kind) || kind == CharacterKind::digit || kind == CharacterKind::apostrophe ||
           kind == CharacterKind::invisible;
  }

  // A word, a word with its part of speech ("lose/v"), or one other character.
  PatternNode parse_words() {
    const std::size_t begin = at_;
    if (take('\\') && at_ == text_.size())
      fail(begin, "a lone backslash", "write the character that is meant after it");
    const std::size_t word_begin = at_;
    const bool is_word = is_word_part(kind_here());
    skip_character();
    while (is_word && at_ < text_.size() && is_word_part(kind_here())) skip_character();
    const std::string_view word = text_.substr(word_begin, at_ - word_begin);
    if (phrase_of(word).empty()) fail(begin, "nothing that can be seen stands here", "");
    if (!is_word) return phrase({phrase_of(word)}, begin);
    const std::size_t slash = at_;
    const Inflection* inflection = take_part_of_speech();
    if (inflection == nullptr) return phrase(spellings_of(word), begin);
    const std::string lemma = folded(word);
    PatternNode node = phrase(all_forms(*inflection, lemma, begin), begin);
    node.lemma = lemma;
    node.part_of_speech = text_.substr(slash + 1, at_ - slash - 1);
    return node;
  }

  PatternNode phrase(std::vector<Phrase> spellings, std::size_t begin) const {
    PatternNode node = leaf(PatternNode::Kind::phrase);
    node.spellings = std::move(spellings);
    return measured(std::move(node), begin);
  }

  // "/v" or "/n" behind a word. A date such as 9/11 goes on with a digit and is no case of it.
  const Inflection* take_part_of_speech() {
    if (at_ + 1 >= text_.size() || text_[at_] != '/' || !is_ascii_letter(text_[at_ + 1])) return nullptr;
    const std::size_t begin = at_ + 1;
    std::size_t end = begin;
    while (end < text_.size() && (is_ascii_letter(text_[end]) || text_[end] == '-')) ++end;
    const std::string_view name = text_.substr(begin, end - begin);
    const auto found = context_.lexicon.inflections.find(name);
    if (found == context_.lexicon.inflections.end())
      throw PatternError{begin, fmt::format("there is no inflection \"{}\"", name),
                         "write \\/ for the character itself", std::string(name)};
    at_ = end;
    return &found->second;
  }

  std::vector<Phrase> all_forms(const Inflection& inflection, std::string_view lemma,
                                std::size_t begin) const {
    std::set<std::string> words;
    for (const auto& [form, list] : forms_of(inflection, lemma)) words.insert(list.begin(), list.end());
    if (words.empty())
      fail(begin, fmt::format("no ending of the inflection fits \"{}\"", lemma), "add it under irregular");
    std::vector<Phrase> forms;
    for (const std::string& word : words) forms.push_back(phrase_of(word));
    return forms;
  }

  std::string_view text_;
  const PatternContext& context_;
  std::size_t at_ = 0;
  std::uint32_t groups_ = 0;
};

}  // namespace

PatternNode parse_pattern(std::string_view text, const PatternContext& context) {
  if (text.empty()) throw PatternError{0, "the pattern is empty", ""};
  return PatternParser(text, context).parse();
}

}  // namespace fasti
