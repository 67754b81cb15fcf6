// A claim as a decision remembers it, and the claims that are there now by these keys. A decision outlives
// edits of the text before its claims, corrected slips in their words, and rules that read them otherwise.
//
//   {doc: "echo", begin: 41, date: 2021-06-14, quote: "The ferry Wren sank on June 14, 2021."}
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/claim.h"

namespace fasti {

struct ClaimKey {
  std::string doc;
  std::string quote;                 // how the quotation begins, on one line
  std::optional<std::size_t> begin;  // its first byte
  std::string date;                  // that it claims, as EDTF; may be empty
  bool operator==(const ClaimKey&) const = default;
};

// The claim must be dated.
ClaimKey key_of(const Claim&);

// A key that a person wrote, in the form that key_of gives.
ClaimKey tidied(const ClaimKey&);

// "echo «The ferry Wren sank on June 14, 2021.»", for messages.
std::string in_words(const ClaimKey&);

// Claims by number. They must live on.
class ClaimIndex {
 public:
  explicit ClaimIndex(std::vector<const Claim*> claims);

  // The claim of this key: the one of the document that begins with the same words, or else with much the
  // same. Of several the one that is unchanged in place and date, else one that `preferred` holds for, then
  // one of the same date, then the nearest in the text.
  // A document that got folders before its name, or lost them, is still the same one.
  using Numbered = std::function<bool(std::size_t)>;
  std::optional<std::size_t> find(const ClaimKey&, const Numbered& preferred) const;

  // Whether the claim was there as it is now when the (tidied) key was taken: its words, and its date.
  bool is(const ClaimKey&, std::size_t claim) const;

 private:
  std::vector<std::size_t> of_document(const std::string& doc) const;

  std::vector<const Claim*> claims_;
  std::vector<ClaimKey> keys_;
  std::map<std::string, std::vector<std::size_t>> by_document_;
};

}  // namespace fasti
