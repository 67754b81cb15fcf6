// Runs a function in a forked child under limits and brings home what it wrote.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace fasti {

struct ChildLimits {
  std::chrono::milliseconds time{60'000};
  std::size_t memory = 0;  // bytes of address space; 0 is unlimited
};

struct ChildResult {
  std::string output;    // what it wrote to the given descriptor
  std::string messages;  // its standard error, at most 64 KiB
  int exit_code = 0;     // where it ended by itself
  int signal = 0;        // where it was ended: SIGSEGV, SIGXCPU …
  bool timed_out = false;
};

// `work` is given the descriptor to write to; what it returns is the exit code. The child leaves by _exit, so
// that no destructor, no buffer and no leak checker of the parent runs in it. Throws std::system_error where
// the system gives no pipe or no process.
ChildResult run_in_child(const std::function<int(int output)>& work, const ChildLimits&);

// Writes all of it, also through interruptions; false on error.
bool write_all(int descriptor, const char* bytes, std::size_t size);

}  // namespace fasti
