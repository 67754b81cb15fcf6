// Standard output and standard error. Either may be closed, full or gone; then nothing is claimed that did
// not happen, and nothing crashes.
#pragma once

#include <string_view>

namespace fasti::cli {

// Call before any file is opened. Puts something in the place of standard streams that are closed, so that no
// file of ours gets their number: reading from it, or printing results to it, fails; messages are swallowed.
void fill_closed_streams();

// To standard output. Throws InputError, code "output-failed", where that cannot be written.
void print_out(std::string_view text);

// The same for what still waits to be written. Call before claiming success.
void finish_out();

// To standard error, cleaned of what a file may have brought that would make a terminal do something
// (escape.h: clean_text). Where that fails, there is nobody left to tell.
void print_error(std::string_view text);

}  // namespace fasti::cli
