#include "timeline/extract.h"

#include <algorithm>

#include "claim/find_claims.h"
#include "text/blocks.h"
#include "text/parts.h"
#include "timex/broken_lines.h"
#include "timex/infer_published.h"
#include "timex/publication_lines.h"
#include "timex/resolve.h"

namespace fasti {

namespace {

constexpr std::size_t rare =
    8;  // where a smaller share of a text than an eighth has clues, it is matched alone

bool undated(const Article& article) { return !article.published.known(); }

void read_blocks(Document& document, const std::vector<Span>& blocks, const Extraction& e) {
  document.segmented = segment_blocks(document.article.text, blocks, e.rules.orthography);
  document.partials = match_timexes(document.article.text, document.segmented, e.rules, e.profile);
}

// How much of a part is segmented: what has clues; all of it where something is found; all of it.
enum class Depth { clues, whole_if_found, whole };

// Its by-lines and its dateline stand in the first part.
enum class Part { first, later };

void read(Document& document, Span part, const Extraction& e, Depth depth, Part which) {
  const std::string& text = document.article.text;
  std::vector<Span> blocks = join_broken_lines(text, find_blocks(text, part), e.rules, e.profile);
  if (which == Part::first)
    take_publication_lines(document.article, blocks, document.open_dates, e.rules, e.profile);
  if (depth == Depth::whole) return read_blocks(document, blocks, e);
  std::vector<Span> with_clues;
  std::size_t bytes = 0;
  for (const Span block : blocks) {
    if (!e.rules.clues.may_match(text, block)) continue;
    with_clues.push_back(block);
    bytes += block.size();
  }
  const bool if_found = depth == Depth::whole_if_found;
  if (if_found && bytes > part.size() / rare) return read_blocks(document, blocks, e);
  read_blocks(document, with_clues, e);
  if (if_found && !document.partials.empty()) read_blocks(document, blocks, e);
}

void forget_part(Document& document) {
  document.segmented = {};
  document.partials.clear();
  document.timexes.clear();
  document.diagnostics.clear();
  document.article.diagnostics.clear();
  document.resolved = false;
}

void print_part(Document& document, const Extraction& e, const std::function<void(std::string_view)>& print) {
  if (!document.resolved && !document.partials.empty()) {
    Resolved resolved = resolve(document, e.rules, e.profile);
    document.timexes = std::move(resolved.timexes);
    document.diagnostics = std::move(resolved.diagnostics);
  }
  std::vector<Claim> dated;
  if (e.kinds.claims && !document.timexes.empty()) dated = find_dated_claims(document, e.rules);
  if (const std::string lines = extract_lines(document, dated, e.kinds); !lines.empty()) print(lines);
  forget_part(document);
}

Depth depth_for(const Extraction& e) { return e.kinds.claims ? Depth::whole_if_found : Depth::clues; }

// The document's first part is read already.
void print_all(Document& document, const Extraction& e, const std::function<void(std::string_view)>& print) {
  const std::vector<Span> parts = parts_of(document.article.text, document.article.body);
  print_part(document, e, print);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    document.article.body = parts[i];
    read(document, parts[i], e, depth_for(e), Part::later);
    print_part(document, e, print);
  }
}

Document begun(Article article, const Extraction& e, Depth depth) {
  Document document;
  document.article = std::move(article);
  const Span body = document.article.body;
  const std::vector<Span> parts = parts_of(document.article.text, body);
  if (!parts.empty()) {
    document.article.body = parts.front();
    read(document, parts.front(), e, depth, Part::first);
    document.article.body = body;
  }
  if (undated(document.article) && e.published)
    document.article.published = {*e.published, Published::Basis::stated, "given with --published"};
  return document;
}

}  // namespace

void extract(std::vector<Article> articles, const Extraction& e,
             const std::function<void(std::string_view)>& print) {
  std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) { return a.id < b.id; });
  const bool some_undated = !e.published && std::any_of(articles.begin(), articles.end(), undated);
  if (!some_undated) {
    for (Article& article : articles) {
      Document document = begun(std::move(article), e, depth_for(e));
      document.published = document.article.published;
      print_all(document, e, print);
    }
    return;
  }
  // What an article quotes can date another, so all are read before the first is printed.
  std::vector<Document> documents;
  const Depth depth = articles.size() > 1 ? Depth::whole : Depth::whole_if_found;
  for (Article& article : articles) documents.push_back(begun(std::move(article), e, depth));
  infer_published(documents, e.rules, e.profile);
  for (Document& document : documents) {
    print_all(document, e, print);
    document = {};
  }
}

}  // namespace fasti
