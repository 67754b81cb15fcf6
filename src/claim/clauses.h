// Sentences cut into clauses, so that a date is joined to the verb it belongs to and not to its neighbour's.
//
//   "On Nov. 29 his wife announced | that the singer, | who had been ill, | had died on Nov. 27."
//    main                            complement           relative          complement
#pragma once

#include <cstdint>
#include <vector>

#include "claim/word_view.h"

namespace fasti {

struct Clause {
  enum class Kind { main, complement, relative, adverbial, coordinate, participial };
  TokenRange tokens;
  Kind kind = Kind::main;
  std::size_t sentence = 0;        // index into the sentences
  std::size_t parent = no_parent;  // the clause that this one hangs on; always an earlier one
  bool quoted = false;             // inside quotation marks

  static constexpr std::size_t no_parent = ~std::size_t{0};
};

// In the order of the text; together they hold every token. A clause that goes on after an insertion is two
// entries, the second with the first as its parent.
std::vector<Clause> find_clauses(const WordView&);

}  // namespace fasti
