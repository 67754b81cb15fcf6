// Short articles on one matter, read with the built-in English rules, and what their dates amount to.
#pragma once

#include <algorithm>
#include <string>
#include <vector>
#include "catch.h"

#include "calendar/edtf.h"
#include "claim/english.h"
#include "event/group_events.h"
#include "reconcile/reconcile.h"

namespace fasti::test {

struct ShortArticle {
  std::string source;
  std::string published;
  std::string text;
};

struct Read {
  std::vector<Event> events;
  Reconciled result;
};

inline Read read(const std::vector<ShortArticle>& articles) {
  std::vector<Text> texts;
  for (const ShortArticle& article : articles)
    texts.push_back({article.text, article.published, article.source, article.source});
  std::vector<Claim> dated;
  std::vector<Voice> voices;
  NamesByDocument names;
  for (const Document& document : documents_of(texts)) {
    voices.push_back({document.article.id, document.article.source, document.published});
    Claims claims = find_claims(document, english());
    names[document.article.id] = claims.names;
    std::move(claims.dated.begin(), claims.dated.end(), std::back_inserter(dated));
  }
  Read read;
  read.events = group_events(dated, names);
  read.result = reconcile(read.events, voices, english().wording, {}, Method::copy_aware, english().order);
  return read;
}

// "typing-slip, maybe-two-events: 2020-03-12 - 2020-03-21" with a star at the date preferred; conflicts stand
// between |.
inline std::string shown(const Reconciled& result) {
  std::string all;
  for (const Conflict& conflict : result.conflicts) {
    std::string line = conflict.cause;
    for (const OtherCause& other : conflict.also_possible) line += ", " + other.cause;
    std::vector<std::string> dates;
    for (std::size_t c = 0; c < conflict.candidates.size(); ++c)
      dates.push_back(to_edtf(conflict.candidates[c].range) + (conflict.preferred == c ? "*" : ""));
    std::sort(dates.begin(), dates.end());
    line += ":";
    for (const std::string& date : dates) line += " " + date;
    all += (all.empty() ? "" : " | ") + line;
  }
  return all.empty() ? "no conflict" : all;
}

// What was read, for a case that fails.
inline std::string told(const Read& all) {
  std::string text;
  for (const Event& event : all.events) {
    text += event.type + ":";
    for (const Claim& claim : event.claims)
      text += " " + claim.doc + " " + to_edtf(*claim.range) + " (" + std::string(to_string(claim.role)) + ")";
    text += "\n";
  }
  for (const Conflict& conflict : all.result.conflicts) text += conflict.cause_reason + "\n";
  return text;
}

inline void check(const std::vector<ShortArticle>& articles, const std::string& expected) {
  const Read all = read(articles);
  CAPTURE(told(all));
  CHECK(shown(all.result) == expected);
}

}  // namespace fasti::test
