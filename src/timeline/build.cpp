#include "timeline/build.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "claim/attribution.h"
#include "claim/copied_claims.h"
#include "claim/find_claims.h"
#include "decisions/decide.h"
#include "event/choose_label.h"
#include "event/group_events.h"
#include "event/rank.h"
#include "text/blocks.h"
#include "timeline/context.h"
#include "timeline/copies.h"
#include "timeline/review.h"
#include "timex/broken_lines.h"
#include "timex/infer_published.h"
#include "timex/publication_lines.h"
#include "timex/resolve.h"

namespace fasti {

namespace {

void assume_published(Article& article, const std::optional<DateRange>& assumed) {
  if (!article.published.known() && assumed)
    article.published = {*assumed, Published::Basis::stated, "given with --published"};
}

Document document_of(Article article, const RuleSet& rules, const Profile& profile,
                     const std::optional<DateRange>& assumed) {
  Document document;
  std::vector<Span> blocks =
      join_broken_lines(article.text, find_blocks(article.text, article.body), rules, profile);
  take_publication_lines(article, blocks, document.open_dates, rules, profile);
  assume_published(article, assumed);
  document.segmented = segment_blocks(article.text, blocks, rules.orthography);
  document.partials = match_timexes(article.text, document.segmented, rules, profile);
  document.article = std::move(article);
  return document;
}

Source source_of(const Document& document) {
  const Article& article = document.article;
  return {article.id,   article.source,     article.title, article.url,
          article.path, document.published, article.dates};
}

std::vector<Diagnostic> all_diagnostics(const std::vector<Document>& documents) {
  std::vector<Diagnostic> all;
  for (const Document& document : documents) {
    all.insert(all.end(), document.article.diagnostics.begin(), document.article.diagnostics.end());
    all.insert(all.end(), document.diagnostics.begin(), document.diagnostics.end());
  }
  return all;
}

Settled settled(const TimelineEvent& entry) {
  return {&entry.event, entry.verdict.date, entry.verdict.status == Status::disputed};
}

// Where an event stands on the axis.
Moment place_in_time(const TimelineEvent& entry) { return settled(entry).place().earliest; }

std::vector<Settled> settled(const std::vector<TimelineEvent>& events) {
  std::vector<Settled> all;
  for (const TimelineEvent& entry : events) all.push_back(settled(entry));
  return all;
}

SourceOf sources_of(const std::vector<Source>& sources) {
  SourceOf source_of;
  for (const Source& source : sources) source_of[source.id] = source.source;
  return source_of;
}

std::vector<std::string> names_of(const std::vector<Source>& sources) {
  std::vector<std::string> names;
  for (const Source& source : sources) names.push_back(source.source);
  return names;
}

void put_in_order_of_events(std::vector<Conflict>& conflicts, const std::vector<TimelineEvent>& events) {
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < events.size(); ++i) place[events[i].event.id] = i;
  std::sort(conflicts.begin(), conflicts.end(),
            [&](const Conflict& a, const Conflict& b) { return place[a.event] < place[b.event]; });
}

}  // namespace

std::vector<Document> date_articles(std::vector<Article> articles, const RuleSet& rules,
                                    const Profile& profile, const std::optional<DateRange>& assumed) {
  std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) { return a.id < b.id; });
  std::vector<Document> documents;

  // Segment and match: what each text says by itself, and what its by-lines say of it.
  for (Article& article : articles)
    documents.push_back(document_of(std::move(article), rules, profile, assumed));
  // Date the articles that do not say when they appeared.
  infer_published(documents, rules, profile);

  // From here on every document has its publication date, or is known to have none: resolve the rest from it.
  for (Document& document : documents) {
    if (document.resolved) continue;
    Resolved resolved = resolve(document, rules, profile);
    document.timexes = std::move(resolved.timexes);
    document.diagnostics = std::move(resolved.diagnostics);
  }
  return documents;
}

Timeline build_timeline(const std::vector<Document>& documents, const RuleSet& rules,
                        const Decisions& decisions) {
  Timeline timeline;
  timeline.language = rules.language;
  timeline.wording = rules.wording;
  timeline.phrases = rules.phrases;
  timeline.diagnostics = all_diagnostics(documents);

  // Compare: which articles are copies of others.
  timeline.families = families_among(documents);
  timeline.quotations = quotations_among(documents, timeline.families);

  // State: what each source says happened when.
  std::vector<Claim> dated;
  std::vector<Voice> voices;
  NamesByDocument names;
  for (const Document& document : documents) {
    timeline.sources.push_back(source_of(document));
    voices.push_back({document.article.id, document.article.source, document.published});
    Claims claims = find_claims(document, rules);
    names[document.article.id] = std::move(claims.names);
    std::move(claims.dated.begin(), claims.dated.end(), std::back_inserter(dated));
    std::move(claims.undated.begin(), claims.undated.end(), std::back_inserter(timeline.undated));
    std::move(claims.background.begin(), claims.background.end(), std::back_inserter(timeline.background));
  }
  // From here on a claim knows whether its article only copied it.
  std::vector<Claim*> claims_of_all;
  for (std::vector<Claim>* claims : {&dated, &timeline.undated, &timeline.background})
    for (Claim& claim : *claims) claims_of_all.push_back(&claim);
  mark_copies(claims_of_all, timeline.families, documents);
  recognise_outlets(claims_of_all, names_of(timeline.sources));

  // Group: claims of all sources that tell one event.
  std::vector<Event> grouped = group_events(std::move(dated), names);

  // Decide: what people have settled goes before what is concluded.
  Applied applied = apply_decisions(std::move(grouped), decisions, voices);

  // Reconcile: what the dates of each event amount to.
  Reconciled reconciled = reconcile(applied, voices, rules.wording, rules.order);

  std::vector<Event> events = std::move(applied.events);
  timeline.decisions = std::move(applied.precedents);
  timeline.diagnostics.insert(timeline.diagnostics.end(), applied.diagnostics.begin(),
                              applied.diagnostics.end());
  timeline.conflicts = std::move(reconciled.conflicts);
  timeline.diagnostics.insert(timeline.diagnostics.end(), reconciled.diagnostics.begin(),
                              reconciled.diagnostics.end());
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].label = best_labelled(events[i].claims, reconciled.verdicts[i].date).label;
    timeline.events.push_back({std::move(events[i]), std::move(reconciled.verdicts[i]), {}});
  }

  // Relate: what is part of what, what shares a day, what recurs.
  timeline.relations = find_relations(settled(timeline.events));

  // Rank: what to show where not all can be shown.
  const std::vector<Rank> ranks = rank_events(settled(timeline.events), sources_of(timeline.sources));
  for (std::size_t i = 0; i < ranks.size(); ++i) timeline.events[i].rank = ranks[i];

  // From here on nothing is concluded, only put in order.
  std::sort(timeline.events.begin(), timeline.events.end(),
            [](const TimelineEvent& a, const TimelineEvent& b) {
              return std::tuple(place_in_time(a), a.event.id) < std::tuple(place_in_time(b), b.event.id);
            });
  put_in_order_of_events(timeline.conflicts, timeline.events);

  // Review: what a person needs who looks at the conflicts.
  set_importance(timeline);
  add_context(timeline, documents);
  return timeline;
}

}  // namespace fasti
