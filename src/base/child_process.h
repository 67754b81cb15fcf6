// Runs another program under limits and brings home what it wrote.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace fasti {

struct ChildLimits {
  std::chrono::milliseconds time{60'000};
  std::size_t memory = 0;                     // bytes of address space; 0 is unlimited
  std::size_t output = std::size_t{1} << 30;  // bytes that it may write to its standard output
};

struct ChildResult {
  std::string output;    // its standard output
  std::string messages;  // its standard error, at most 64 KiB
  int exit_code = 0;     // where it ended by itself
  int signal = 0;        // where it was ended: SIGSEGV, SIGXCPU …
  bool timed_out = false;
  bool wrote_too_much = false;  // more than it may; `output` is cut there
};

// `input` is the program's standard input. Between fork and exec only what is safe beside other threads is
// done. A program that outlives its time is killed, also where it has closed its output. Throws
// std::system_error where the system gives no pipe or no process; a program that cannot be started ends with
// 127.
ChildResult run_program(const std::string& path, const std::vector<std::string>& arguments,
                        const std::string& input, const ChildLimits&);

}  // namespace fasti
