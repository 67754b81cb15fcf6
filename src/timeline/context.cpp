#include "timeline/context.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"

namespace fasti {

namespace {

constexpr std::size_t most_context = 200;
constexpr std::string_view ellipsis = "\u2026";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The last bytes of a text, from the start of a word on.
std::string tail_of(std::string_view text) {
  if (text.size() <= most_context) return std::string(text);
  std::size_t from = text.size() - most_context;
  while (from < text.size() && !is_space(text[from - 1])) ++from;
  if (from == text.size()) {  // one endless word
    from = text.size() - most_context;
    while (from < text.size() && continues_character(text[from])) ++from;
  }
  return std::string(ellipsis) + std::string(text.substr(from));
}

std::string head_of(std::string_view text) {
  if (text.size() <= most_context) return std::string(text);
  std::size_t to = most_context;
  while (to > 0 && !is_space(text[to])) --to;
  if (to == 0) {
    to = most_context;
    while (to > 0 && continues_character(text[to])) --to;
  }
  return std::string(text.substr(0, to)) + std::string(ellipsis);
}

// The first sentence that ends behind the offset, by number.
std::size_t sentence_at(const std::vector<Sentence>& sentences, std::size_t offset) {
  const auto found = std::upper_bound(sentences.begin(), sentences.end(), offset,
                                      [](std::size_t at, const Sentence& s) { return at < s.span.end; });
  return static_cast<std::size_t>(found - sentences.begin());
}

void add_context(Claim& claim, const Document& document) {
  const std::string_view text = document.article.text;
  const std::vector<Sentence>& sentences = document.segmented.sentences;
  const Span span = claim.span;
  if (sentences.empty() || span.end > text.size() || span.begin >= span.end) return;
  const std::size_t first = std::min(sentence_at(sentences, span.begin), sentences.size() - 1);
  const std::size_t last = std::min(sentence_at(sentences, span.end - 1), sentences.size() - 1);
  const std::size_t from = sentences[first > 0 ? first - 1 : 0].span.begin;
  const std::size_t to = sentences[std::min(last + 1, sentences.size() - 1)].span.end;
  if (from < span.begin) claim.before = tail_of(text.substr(from, span.begin - from));
  if (to > span.end) claim.after = head_of(text.substr(span.end, to - span.end));
}

}  // namespace

void add_context(Timeline& timeline, const std::vector<Document>& documents) {
  std::map<std::string_view, const Document*> by_id;
  for (const Document& document : documents) by_id.emplace(document.article.id, &document);
  std::set<std::string_view> disputed;
  for (const Conflict& conflict : timeline.conflicts) disputed.insert(conflict.event);
  for (TimelineEvent& told : timeline.events) {
    if (!disputed.contains(told.event.id)) continue;
    for (Claim& claim : told.event.claims)
      if (const auto found = by_id.find(claim.doc); found != by_id.end()) add_context(claim, *found->second);
  }
}

}  // namespace fasti
