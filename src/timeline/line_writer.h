// Writes JSON objects on one line each, key by key, at the end of a string. Extracting writes one line for
// each expression of a large text; building a document in memory for each cost ten times what this does. The
// bytes are those that nlohmann-json writes.
//
//   LineWriter w{out}; w.open(); w.text("kind", "timex"); w.number("begin", 5); w.close();
//   {"kind":"timex","begin":5}
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fasti {

class LineWriter {
 public:
  explicit LineWriter(std::string& out) : out_(out) {}

  void open() { begin('{'); }
  void close() { end('}'); }
  void open(std::string_view key) { name(key), begin('{'); }
  void open_list(std::string_view key) { name(key), begin('['); }
  void close_list() { end(']'); }
  void text(std::string_view key, std::string_view value) { name(key), value_of(value); }
  void text_unless_empty(std::string_view key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  void number(std::string_view key, std::size_t value);
  void nothing(std::string_view key) { name(key), out_ += "null"; }
  void item(std::string_view value) { separate(), value_of(value); }  // of a list
  void open_item() { separate(), begin('{'); }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void name(std::string_view key) {
    separate();
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }
  void begin(char bracket) {
    out_ += bracket;
    first_ = true;
  }
  void end(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  void value_of(std::string_view text);

  std::string& out_;
  bool first_ = true;  // nothing stands in the open object or list yet
};

}  // namespace fasti
