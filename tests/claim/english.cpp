#include "claim/english.h"

#include "calendar/edtf.h"
#include "claim/attach_dates.h"
#include "rules/load.h"
#include "timeline/build.h"

namespace fasti::test {

namespace {

void put(std::string& line, std::string_view separator, const std::string& item) {
  if (!line.empty()) line += separator;
  line += item;
}

const char* name_of(Clause::Kind kind) {
  switch (kind) {
    case Clause::Kind::main:
      return "main";
    case Clause::Kind::complement:
      return "complement";
    case Clause::Kind::relative:
      return "relative";
    case Clause::Kind::adverbial:
      return "adverbial";
    case Clause::Kind::coordinate:
      return "coordinate";
    case Clause::Kind::participial:
      return "participial";
  }
  return "";
}

}  // namespace

const RuleSet& english() {
  static const RuleSet rules = load_rules({FASTI_SOURCE_DIR "/rules"}, "en");
  return rules;
}

Article article_of(const Text& text) {
  Article article;
  article.id = text.id;
  article.source = text.source.empty() ? text.id : text.source;
  article.text = text.text;
  article.body = {0, text.text.size()};
  if (const auto range = from_edtf(text.published))
    article.published = {*range, Published::Basis::stated, "for the test"};
  return article;
}

std::vector<Document> documents_of(const std::vector<Text>& texts) {
  std::vector<Article> articles;
  for (const Text& text : texts) articles.push_back(article_of(text));
  return date_articles(std::move(articles), english(), english().profiles.at("news"));
}

Document document_of(const Text& text) { return documents_of({text}).front(); }

// "Teodor Maslin, Maslin=Teodor Maslin": the words, and the fuller name where it is another.
std::string names_of(const Text& text) {
  const Document document = document_of(text);
  const SentenceView view = view_of(document, english());
  std::string line;
  for (const NameMention& mention : view.names.mentions) {
    const std::string words = view.text(mention.tokens);
    const std::string& name = view.name(mention.name);
    put(line, ", ", words == name ? words : words + "=" + name);
  }
  return line;
}

// "On May 3 he left | complement: that …": the kind stands before all but main clauses; quoted ones have a q.
std::string clauses_of(const Text& text) {
  const Document document = document_of(text);
  const SentenceView view = view_of(document, english());
  std::string line;
  for (const Clause& clause : view.clauses) {
    std::string kind = clause.kind == Clause::Kind::main ? "" : name_of(clause.kind);
    if (clause.quoted) kind += kind.empty() ? "q" : " q";
    put(line, " | ", (kind.empty() ? "" : kind + ": ") + view.text(clause.tokens));
  }
  return line;
}

// "he=Ned Orr"
std::string pronouns_of(const Text& text) {
  const Document document = document_of(text);
  const SentenceView view = view_of(document, english());
  std::string line;
  for (std::uint32_t token = 0; token < view.antecedents.size(); ++token)
    if (const NameNumber name = view.antecedents[token]; name != nobody)
      put(line, ", ",
          text.text.substr(view.token(token).span.begin, view.token(token).span.size()) + "=" +
              view.name(name));
  return line;
}

// "died:death, ~tour:event, announced:announcement(death)": a ~ before what may not have happened, the topic
// of an announcement in brackets, a minus before nouns and a * before an announcement's object.
std::string mentions_of(const Text& text) {
  const Document document = document_of(text);
  const SentenceView view = view_of(document, english());
  std::string line;
  for (const EventMention& mention : view.mentions) {
    std::string item = mention.unreal ? "~" : "";
    if (!mention.verb) item += "-";
    if (mention.is_topic) item += "*";
    item += view.text(mention.tokens) + ":" + (mention.rule == nullptr ? "event" : mention.rule->type);
    if (mention.topic != EventMention::no_topic) item += "(" + view.mentions[mention.topic].rule->type + ")";
    put(line, ", ", item);
  }
  return line;
}

// "died 2020-05-03, left -": each mention's words and its date.
std::string dates_of(const Text& text) {
  const Document document = document_of(text);
  const SentenceView view = view_of(document, english());
  const auto dates = attach_dates(view);
  std::string line;
  for (std::size_t m = 0; m < view.mentions.size(); ++m)
    put(line, ", ", view.text(view.mentions[m].tokens) + " " + (dates[m] ? to_edtf(*dates[m]->range) : "-"));
  return line;
}

// The labels of all dated claims: "Ned Orr died | Ann Orr left"
std::string labels_of(const Text& text) {
  std::string line;
  for (const Claim& claim : find_claims(document_of(text), english()).dated) put(line, " | ", claim.label);
  return line;
}

// "2020-05-03 death [Ned Orr] <Ned Orr died>", with the role where it is no occurrence, "^post" for what it
// was told with, and ? for undated ones, ! for background.
std::string claims_of(const Text& text) {
  const Claims claims = find_claims(document_of(text), english());
  std::string line;
  for (const auto* list : {&claims.dated, &claims.undated, &claims.background})
    for (const Claim& claim : *list) {
      std::string item = list == &claims.background ? "!" : "";
      item += claim.range ? to_edtf(*claim.range) : "?";
      item += " " + claim.mention.type;
      if (claim.role != Role::occurrence) item += "/" + std::string(to_string(claim.role));
      if (!claim.told_with.empty()) item += "^" + claim.told_with;
      item += " [";
      for (std::size_t i = 0; i < claim.mention.participants.size(); ++i)
        item += (i > 0 ? ", " : "") + claim.mention.participants[i];
      put(line, "; ", item + "] <" + claim.label + ">");
    }
  return line;
}

}  // namespace fasti::test
