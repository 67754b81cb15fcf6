#include "cli/streams.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "base/diagnostic.h"
#include "base/escape.h"

namespace fasti::cli {

namespace {

void fill_closed(int number, int flags) {
  if (::fcntl(number, F_GETFD) >= 0 || errno != EBADF) return;
  // The lowest free number is given, and those below are taken by now. If even this fails, nothing is lost.
  [[maybe_unused]] const int opened = ::open("/dev/null", flags);
}

[[noreturn]] void fail_output(int error) {
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "output-failed";
  d.message = "cannot write to standard output: " + std::generic_category().message(error);
  throw InputError(std::move(d));
}

}  // namespace

void fill_closed_streams() {
  fill_closed(STDIN_FILENO, O_WRONLY);
  fill_closed(STDOUT_FILENO, O_RDONLY);
  fill_closed(STDERR_FILENO, O_WRONLY);
}

void print_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail_output(errno);
}

void finish_out() {
  if (std::fflush(stdout) != 0) fail_output(errno);
  if (std::ferror(stdout) != 0) fail_output(EIO);
}

void print_error(std::string_view text) {
  const std::string clean = clean_text(text);
  std::fwrite(clean.data(), 1, clean.size(), stderr);
}

}  // namespace fasti::cli
