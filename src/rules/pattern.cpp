#include "rules/pattern.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "base/diagnostic.h"

namespace fasti {

namespace {

constexpr int most_repeats = 20;

// The first token that a part can begin with gets the blank that stands before the part.
void put_blank_before(PatternNode& node) {
  switch (node.kind) {
    case PatternNode::Kind::choice:
      for (PatternNode& part : node.parts) put_blank_before(part);
      break;
    case PatternNode::Kind::sequence:
      for (PatternNode& part : node.parts) {
        put_blank_before(part);
        if (part.kind != PatternNode::Kind::repeat || part.least > 0) break;
      }
      break;
    case PatternNode::Kind::repeat:
      put_blank_before(node.parts.front());
      break;
    default:
      node.spaced = true;
  }
}

// Recursive descent over the grammar in the header.
class PatternParser {
 public:
  PatternParser(std::string_view text, const PatternContext& context) : text_(text), context_(context) {}

  PatternNode parse() {
    PatternNode whole = parse_choice();
    if (at_ < text_.size()) fail(at_, fmt::format("\"{}\" has no partner before it", text_[at_]), "");
    return whole;
  }

 private:
  [[noreturn]] void fail(std::size_t at, std::string message, std::string hint) const {
    throw PatternError{at, std::move(message), std::move(hint)};
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  PatternNode parse_choice() {
    PatternNode choice;
    choice.kind = PatternNode::Kind::choice;
    do choice.parts.push_back(parse_sequence());
    while (take('|'));
    return choice.parts.size() == 1 ? std::move(choice.parts.front()) : choice;
  }

  PatternNode parse_sequence() {
    PatternNode sequence;
    bool blank = false;
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')') {
      if (text_[at_] == ' ' || text_[at_] == '\t') {
        blank = true;
        ++at_;
        continue;
      }
      PatternNode part = parse_part();
      if (blank) put_blank_before(part);
      blank = false;
      sequence.parts.push_back(std::move(part));
    }
    if (blank && !sequence.parts.empty())
      fail(at_, "a blank at the end of a pattern or group counts for nothing",
           "put it before the part that follows");
    if (sequence.parts.empty()) fail(at_, "an empty alternative finds nothing", "use ? for an optional part");
    return sequence;
  }

  PatternNode parse_part() {
    PatternNode part = parse_atom();
    while (at_ < text_.size() && (text_[at_] == '?' || text_[at_] == '[')) part = repeated(std::move(part));
    return part;
  }

  PatternNode repeated(PatternNode part) {
    PatternNode repeat;
    repeat.kind = PatternNode::Kind::repeat;
    repeat.least = 0;
    repeat.most = 1;
    if (!take('?')) parse_bounds(repeat);
    repeat.parts.push_back(std::move(part));
    return repeat;
  }

  void parse_bounds(PatternNode& repeat) {
    const std::size_t opened = at_++;
    const std::size_t closed = text_.find(']', opened);
    const std::string_view bounds =
        closed == std::string_view::npos ? "" : text_.substr(opened + 1, closed - opened - 1);
    const std::size_t dots = bounds.find("..");
    const auto number = [&](std::string_view digits) {
      if (digits.empty() || digits.size() > 2 ||
          !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return -1;
      return std::stoi(std::string(digits));
    };
    repeat.least = dots == std::string_view::npos ? -1 : number(bounds.substr(0, dots));
    repeat.most = dots == std::string_view::npos ? -1 : number(bounds.substr(dots + 2));
    if (repeat.least < 0 || repeat.most < 1 || repeat.least > repeat.most || repeat.most > most_repeats)
      fail(opened, "a repetition must read [least..most]",
           fmt::format("for example [0..3]; at most {}", most_repeats));
    at_ = closed + 1;
  }

  PatternNode parse_atom() {
    const std::size_t begin = at_;
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
        fail(begin, fmt::format("nothing stands before \"{}\" to be repeated", text_[at_]), "");
      case '}':
      case ']':
      case '>':
        fail(begin, fmt::format("\"{}\" has no partner before it", text_[at_]),
             "write a backslash before a character that is meant itself");
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
    PatternNode inner = parse_choice();
    if (!take(')')) fail(opened, "\"(\" is never closed", "");
    return inner;
  }

  std::string_view name_until(char close, std::string_view what) {
    const std::size_t opened = at_++;
    const std::size_t closed = text_.find(close, at_);
    if (closed == std::string_view::npos)
      fail(opened, fmt::format("\"{}\" is never closed", text_[opened]), "");
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
    PatternNode node = leaf(PatternNode::Kind::word_class);
    node.capital = capital;
    node.capture = inside.substr(0, colon);
    node.class_name = colon == std::string_view::npos ? inside : inside.substr(colon + 1);
    if (node.class_name == "Name") {
      node.kind = PatternNode::Kind::any_name;
      return node;
    }
    if (!context_.lexicon.classes.contains(node.class_name)) {
      std::vector<std::string> known;
      for (const auto& [name, unused] : context_.lexicon.classes) known.push_back(name);
      fail(opened + 1 + (capital ? 1 : 0) + (colon == std::string_view::npos ? 0 : colon + 1),
           fmt::format("unknown lexicon class \"{}\"", node.class_name),
           did_you_mean(node.class_name, known));
    }
    return node;
  }

  PatternNode parse_fragment() {
    const std::size_t opened = at_;
    const std::string_view name = name_until('>', "fragment");
    const PatternNode* fragment = context_.fragment(name);
    if (fragment == nullptr)
      fail(opened + 1, fmt::format("unknown fragment \"{}\"", name),
           did_you_mean(name, context_.fragment_names));
    return *fragment;
  }

  static std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    if (const auto nearest = nearest_word(word, known)) return fmt::format("did you mean \"{}\"?", *nearest);
    return fmt::format("known are: {}", fmt::join(known, ", "));
  }

  static bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80 || c == '\'';
  }

  // A word, a word with its part of speech ("lose/v"), or one other character.
  PatternNode parse_words() {
    const std::size_t begin = at_;
    if (take('\\') && at_ == text_.size())
      fail(begin, "a lone backslash", "write the character that is meant after it");
    if (!is_letter(text_[at_])) {
      const std::size_t character = at_++;
      return phrase({phrase_of(text_.substr(character, 1))});
    }
    const std::size_t word_begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    const std::string_view word = text_.substr(word_begin, at_ - word_begin);
    const std::size_t slash = at_;
    if (const Inflection* inflection = take_part_of_speech()) {
      PatternNode node = phrase(all_forms(*inflection, word));
      node.lemma = word;
      node.part_of_speech = text_.substr(slash + 1, at_ - slash - 1);
      return node;
    }
    return phrase(spellings_of(word));
  }

  static PatternNode phrase(std::vector<Phrase> spellings) {
    PatternNode node = leaf(PatternNode::Kind::phrase);
    node.spellings = std::move(spellings);
    return node;
  }

  // "/v" or "/n", if that is what stands here.
  const Inflection* take_part_of_speech() {
    if (at_ >= text_.size() || text_[at_] != '/') return nullptr;
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const auto found = context_.lexicon.inflections.find(text_.substr(at_ + 1, end - at_ - 1));
    if (found == context_.lexicon.inflections.end()) return nullptr;
    at_ = end;
    return &found->second;
  }

  static std::vector<Phrase> all_forms(const Inflection& inflection, std::string_view lemma) {
    std::set<std::string> words;
    for (const auto& [form, list] : forms_of(inflection, lemma)) words.insert(list.begin(), list.end());
    std::vector<Phrase> forms;
    for (const std::string& word : words) forms.push_back(phrase_of(word));
    return forms;
  }

  std::string_view text_;
  const PatternContext& context_;
  std::size_t at_ = 0;
};

void collect_captures(const PatternNode& node, std::set<std::string>& names) {
  if (!node.capture.empty()) names.insert(node.capture);
  for (const PatternNode& part : node.parts) collect_captures(part, names);
}

}  // namespace

PatternNode parse_pattern(std::string_view text, const PatternContext& context) {
  if (text.empty()) throw PatternError{0, "the pattern is empty", ""};
  return PatternParser(text, context).parse();
}

std::vector<std::string> captures_of(const PatternNode& node) {
  std::set<std::string> names;
  collect_captures(node, names);
  return {names.begin(), names.end()};
}

}  // namespace fasti
