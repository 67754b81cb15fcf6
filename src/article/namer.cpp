#include "article/namer.h"

#include <fmt/format.h>

#include "article/remark.h"
#include "base/hash.h"

namespace fasti {

namespace {

void note_new_id(Article& article, const std::string& wanted) {
  Diagnostic d = file_error(
      "repeated-id", article.path,
      fmt::format("the id \"{}\" is another article's, so this one is called \"{}\"", wanted, article.id));
  d.severity = Severity::note;
  article.diagnostics.push_back(std::move(d));
}

}  // namespace

bool Namer::reserve(const std::string& id) { return taken_.emplace(hash_on(hash_seed, id), 1).second; }

std::string Namer::free_id(const std::string& wanted) {
  if (reserve(wanted)) return wanted;
  for (std::uint32_t number = taken_[hash_on(hash_seed, wanted)] + 1;; ++number) {
    std::string id = fmt::format("{}-{}", wanted, number);
    if (!reserve(id)) continue;
    taken_[hash_on(hash_seed, wanted)] = number;
    return id;
  }
}

void Namer::name(Article& article) {
  const std::string wanted = article.id;
  article.id = free_id(wanted);
  if (article.id != wanted) note_new_id(article, wanted);
  if (article.source.empty()) article.source = article.id;
  for (Diagnostic& d : article.diagnostics) d.doc = article.id;
}

}  // namespace fasti
