// When was an article published? All that says so is kept with its basis; one statement is chosen, the rest
// stay as candidates.
//
//   JSON-LD datePublished 2021-09-29, «Updated 2 October 2021», file name 2021-10-05-storm.html
//     -> published 2021-09-29, metadata; and a warning that the file name says otherwise
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/date_range.h"

namespace fasti {

// When an article was published, and how that is known.
struct Published {
  // The stronger before the weaker.
  enum class Basis {
    stated,  // by the person who gave us the file: header line, front matter, "published" of an article line
    metadata,   // by the page or message for machines: JSON-LD, meta, <time>, a mail's Date
    by_line,    // "Published 29 September 2021, 10:31 BST"
    dateline,   // "TOLBURY, Sept. 29 (Ferry Press) -"
    address,    // https://example.org/2021/09/29/storm
    file_name,  // 2021-09-29-storm.txt
    inferred,   // from what the text says (timex/infer_published)
    unknown
  };
  DateRange range;  // meaningless where the basis is unknown
  Basis basis = Basis::unknown;
  std::string reason;  // in words: "header line 1: date 2021-09-29"

  bool known() const { return basis != Basis::unknown; }
};
std::string_view to_string(Published::Basis);  // "file name" with a space, as in the formats

// One place that gives a date for the article as a whole.
struct DateStatement {
  enum class What {
    published,
    modified,  // it was there by then, no more
    fetched    // a robot or an archive saw it then, so it is not younger
  };
  DateRange range;
  Published::Basis basis = Published::Basis::metadata;
  What what = What::published;
  std::string where;  // "meta article:published_time: 2021-09-29T10:31:00+01:00"
  bool operator==(const DateStatement&) const = default;
};
std::string_view to_string(DateStatement::What);  // "published" …

// A date for the article as a whole in words of a language, which only the rules can read (timex/by_lines).
struct WordedDate {
  std::string words;  // "Published 29 September 2021, 10:31 BST"
  Published::Basis basis = Published::Basis::by_line;
  DateStatement::What what = DateStatement::What::published;  // where the words do not say
  std::string where;                                          // "by-line", "meta date"
};

// Adds a statement that is not there yet, up to a number that no honest page reaches.
void add_statement(std::vector<DateStatement>&, DateStatement);

// The published statement of the strongest basis; of several in the metadata the one that most others bear
// out, and else the first. One that is later than the page was fetched is left aside where another is not. A
// month or a year from the metadata or below is made finer by a day within it. Unknown where nothing says
// "published": a date of modification is none.
Published choose_published(const std::vector<DateStatement>&);

// Not later than this: the earliest day on which the article was modified or fetched.
std::optional<DateStatement> not_after(const std::vector<DateStatement>&);

// "published-disagree", where a statement differs from the chosen one by more than a day (of months or years:
// by more than one of them). Names both, and which was taken.
std::optional<Diagnostic> published_disagreement(const Published&, const std::vector<DateStatement>&,
                                                 const std::string& path);

}  // namespace fasti
