#include "rules/progress.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace fasti {

namespace {

// Before a token, and whether the pattern has asked for a blank since the last one.
struct Stand {
  std::uint32_t token = 0;
  bool spaced = false;
  auto operator<=>(const Stand&) const = default;
};
using Stands = std::set<Stand>;

class Walk {
 public:
  Walk(const Lexicon& lexicon, const FoldedText& text, std::uint32_t begin)
      : lexicon_(lexicon), text_(text), begin_(begin) {
    progress_.reached = begin;
  }

  Progress run(const PatternNode& pattern) {
    for (const Stand& end : through(pattern, {{begin_, false}}))
      if (end.token > begin_ && (progress_.ends.empty() || progress_.ends.back() != end.token))
        progress_.ends.push_back(end.token);
    return std::move(progress_);
  }

 private:
  const std::vector<Token>& tokens() const { return *text_.symbols.tokens; }

  bool may_follow(std::uint32_t token, bool spaced) const {
    return Program::may_stand(text_.symbols.steps[token], spaced);
  }

  static Stands behind_blank(const Stands& from) {
    Stands spaced;
    for (const Stand& stand : from) spaced.insert({stand.token, true});
    return spaced;
  }

  // From where on the pattern can go further.
  Stands through(const PatternNode& node, const Stands& before) {
    const Stands from = node.spaced ? behind_blank(before) : before;
    switch (node.kind) {
      case PatternNode::Kind::sequence: {
        Stands at = from;
        for (const PatternNode& part : node.parts) at = through(part, at);
        return at;
      }
      case PatternNode::Kind::choice: {
        Stands all;
        for (const PatternNode& part : node.parts) all.merge(through(part, from));
        return all;
      }
      case PatternNode::Kind::repeat:
        return through_repeat(node, from);
      default:
        return through_words(node, from);
    }
  }

  Stands through_repeat(const PatternNode& node, Stands at) {
    Stands all;
    for (int round = 0; round < node.most && !at.empty(); ++round) {
      if (round >= node.least) all.insert(at.begin(), at.end());
      if (round > 0 && node.spaced) at = behind_blank(at);
      at = through(node.parts.front(), at);
    }
    all.merge(at);
    return all;
  }

  Stands through_words(const PatternNode& node, const Stands& from) {
    Stands ends;
    for (const Stand& stand : from) {
      const Stands more = ends_of_words(node, stand);
      if (more.empty()) note_failure(node, stand);
      ends.insert(more.begin(), more.end());
    }
    return ends;
  }

  // Of all failures only the farthest count.
  void note_failure(const PatternNode& node, const Stand& stand) {
    if (stand.token < progress_.reached) return;
    if (stand.token > progress_.reached) progress_.wanted.clear();
    progress_.reached = stand.token;
    std::string part = (stand.spaced ? " " : "") + text_of_part(node);
    if (std::find(progress_.wanted.begin(), progress_.wanted.end(), part) == progress_.wanted.end())
      progress_.wanted.push_back(std::move(part));
  }

  bool stands_there(const Stand& stand) const {
    if (stand.token >= tokens().size()) return false;
    return stand.token == begin_ || may_follow(stand.token, stand.spaced);
  }

  Stands ends_of_words(const PatternNode& node, const Stand& stand) const {
    if (!stands_there(stand)) return {};
    const Token& token = tokens()[stand.token];
    switch (node.kind) {
      case PatternNode::Kind::any_word:
        return token.kind == TokenKind::punctuation ? Stands{} : Stands{{stand.token + 1, false}};
      case PatternNode::Kind::any_name:
        return token.kind == TokenKind::word && token.capitalised ? Stands{{stand.token + 1, false}}
                                                                  : Stands{};
      case PatternNode::Kind::phrase:
        return ends_of(node.spellings, stand.token);
      default:
        return node.capital && !token.capitalised ? Stands{} : ends_of_class(node.class_name, stand.token);
    }
  }

  Stands ends_of_class(const std::string& name, std::uint32_t at) const {
    const auto found = lexicon_.classes.find(name);
    if (found == lexicon_.classes.end()) return {};
    Stands ends;
    for (const WordClass::Entry& entry : found->second.entries)
      if (stands_at(entry.phrase, at)) ends.insert({at + length_of(entry.phrase), false});
    if (found->second.digits && tokens()[at].kind == TokenKind::number &&
        fits(*found->second.digits, text_of(text_.symbols.text, tokens()[at])))
      ends.insert({at + 1, false});
    return ends;
  }

  Stands ends_of(const std::vector<Phrase>& phrases, std::uint32_t at) const {
    Stands ends;
    for (const Phrase& phrase : phrases)
      if (stands_at(phrase, at)) ends.insert({at + length_of(phrase), false});
    return ends;
  }

  static std::uint32_t length_of(const Phrase& phrase) { return static_cast<std::uint32_t>(phrase.size()); }

  bool stands_at(const Phrase& phrase, std::uint32_t at) const {
    if (phrase.empty() || phrase.size() > tokens().size() - at) return false;
    for (std::uint32_t t = 0; t < phrase.size(); ++t) {
      if (phrase[t].word != text_.words[at + t]) return false;
      if (t > 0 && !may_follow(at + t, phrase[t].spaced)) return false;
    }
    return true;
  }

  const Lexicon& lexicon_;
  const FoldedText& text_;
  std::uint32_t begin_;
  Progress progress_;
};

}  // namespace

FoldedText folded_text(std::string_view text, const std::vector<Token>& tokens, const Program& program) {
  FoldedText result{program.symbols_of(text, tokens), {}};
  result.words.reserve(tokens.size());
  for (const Token& token : tokens) result.words.push_back(folded(text_of(text, token)));
  return result;
}

Progress progress_of(const PatternNode& pattern, const Lexicon& lexicon, const FoldedText& text,
                     std::uint32_t begin) {
  return Walk(lexicon, text, begin).run(pattern);
}

std::string text_of_part(const PatternNode& node) {
  switch (node.kind) {
    case PatternNode::Kind::word_class:
      return fmt::format("{{{}{}}}", node.capital ? "^" : "", node.class_name);
    case PatternNode::Kind::any_name:
      return "{Name}";
    case PatternNode::Kind::any_word:
      return "_";
    default:
      if (!node.lemma.empty()) return fmt::format("{}/{}", node.lemma, node.part_of_speech);
      return node.spellings.empty() ? "" : key_of(node.spellings.front());
  }
}

}  // namespace fasti
