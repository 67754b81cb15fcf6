#include "claim/tidy_label.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/characters.h"

namespace fasti {

namespace {

using Words = std::vector<std::string>;

// Brackets as the Penn Treebank writes them, and its quotation marks.
constexpr std::string_view treebank_brackets[] = {"-lrb", "-rrb", "-lsb", "-rsb", "-lcb", "-rcb"};
constexpr std::string_view dashes_and_commas[] = {"-", "–", "—", ",", ";", ":", "*", "•", "|", "/"};

bool is_any(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

Words split(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// "'s", "’ll": an apostrophe and one or two letters.
bool is_short_ending(std::string_view word) {
  if (word.empty()) return false;
  const auto first = decode(word, 0);
  if (kind_of(first.value) != CharacterKind::apostrophe) return false;
  const std::string_view rest = word.substr(first.length);
  const bool letters = std::all_of(rest.begin(), rest.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return letters && !rest.empty() && rest.size() <= 2;
}

bool closes(std::string_view word) {
  constexpr std::string_view closing[] = {",", ".", ";", ":", "!", "?", "%",
                                          ")", "]", "”", "»", "…", "'", "’"};
  const bool by_itself = is_any(word, closing);
  return by_itself || is_short_ending(word);
}

bool opens(std::string_view word) {
  constexpr std::string_view opening[] = {"(", "[", "“", "‘", "«", "$", "£", "€"};
  return is_any(word, opening);
}

bool is_treebank_bracket(std::string word) {
  if (word.ends_with('-')) word.pop_back();
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return is_any(word, treebank_brackets);
}

// "` avoidable '" -> "‘ avoidable ’"; one that is not closed goes.
void pair_single_quotes(Words& words) {
  for (auto word = words.begin(); word != words.end();) {
    const auto closing = *word == "`" ? std::find(word, words.end(), "'") : words.end();
    if (closing != words.end() && closing == word + 1) {  // nothing within
      word = words.erase(word, word + 2);
      continue;
    }
    if (closing != words.end()) {
      *word = "‘";
      *closing = "’";
    }
    word = *word == "`" ? words.erase(word) : word + 1;
  }
}

std::string joined(const Words& words) {
  std::string text;
  bool tight = true;
  for (const std::string& word : words) {
    if (!tight && !closes(word)) text += ' ';
    text += word;
    tight = opens(word);
  }
  return text;
}

void drop_ends(Words& words) {
  while (!words.empty() && is_any(words.front(), dashes_and_commas)) words.erase(words.begin());
  while (!words.empty() && is_any(words.back(), dashes_and_commas)) words.pop_back();
}

void drop_end_marks(std::string& text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {",", ";", ":", "–", "—", " ", "“", "(", "[", "«"})
      if (text.ends_with(mark)) {
        text.resize(text.size() - mark.size());
        again = true;
      }
  }
}

// "-The mill closed"
void drop_leading_dash(std::string& text) {
  for (const std::string_view dash : {"-", "–", "—"})
    if (text.starts_with(dash)) text.erase(0, dash.size());
}

// Closes what is open at the end, and drops what closes nothing.
void pair_up(std::string& text, std::string_view open, std::string_view close, bool close_at_end) {
  std::string out;
  std::vector<std::size_t> opened;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (rest.starts_with(close) && (open != close || !opened.empty())) {
      if (!opened.empty()) {
        out += close;
        opened.pop_back();
      }
      at += close.size();
    } else if (rest.starts_with(open)) {
      opened.push_back(out.size());
      out += open;
      at += open.size();
    } else {
      out += text[at++];
    }
  }
  for (; !opened.empty(); opened.pop_back())
    if (close_at_end && opened.size() == 1)
      out += close;
    else
      out.erase(opened.back(), open.size());
  text = std::move(out);
}

}  // namespace

std::string tidy_label(std::string_view label) {
  std::string text(label);
  replace_all(text, "``", "“");
  replace_all(text, "''", "”");
  Words words = split(text);
  std::erase_if(words, is_treebank_bracket);
  pair_single_quotes(words);
  drop_ends(words);
  text = joined(words);
  drop_end_marks(text);
  drop_leading_dash(text);
  pair_up(text, "“", "”", true);
  pair_up(text, "«", "»", true);
  pair_up(text, "\"", "\"", true);
  pair_up(text, "(", ")", false);
  pair_up(text, "[", "]", false);
  return text;
}

}  // namespace fasti
