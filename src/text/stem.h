// Words cut to what their forms share, so that "sinks", "sinking" and "sink" are one. Snowball's stemmers do
// it, which are the field's standard (M. F. Porter, "Snowball: a language for stemming algorithms", 2001).
//
//   Stemmer("en").stem("explosions") == "explos"
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace fasti {

// Not to be shared among threads. For a language that Snowball lacks, words stay as they are.
class Stemmer {
 public:
  explicit Stemmer(const std::string& language);  // ISO 639: "en", "de"
  std::string stem(std::string_view folded_word);

 private:
  struct Closer {
    void operator()(sb_stemmer*) const;
  };
  std::unique_ptr<sb_stemmer, Closer> stemmer_;
};

}  // namespace fasti
