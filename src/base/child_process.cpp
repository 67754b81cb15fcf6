#include "base/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/sanitizer.h"

namespace fasti {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_message_bytes = 64 * 1024;
constexpr std::chrono::microseconds longest_pause{20'000};

struct Pipe {
  std::array<int, 2> ends{-1, -1};  // read, write

  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(0);
    close(1);
  }
  void close(std::size_t end) {
    if (ends[end] >= 0) ::close(ends[end]);
    ends[end] = -1;
  }
};

void limit(int resource, rlim_t most) {
  rlimit now{};
  if (::getrlimit(static_cast<__rlimit_resource_t>(resource), &now) != 0) return;
  now.rlim_cur = std::min(now.rlim_max, most);
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &now);
}

void apply(const ChildLimits& limits) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count() / 1000 + 2));
  // The address sanitizer reserves terabytes that it never uses.
#if !defined(FASTI_ADDRESS_SANITIZER)
  if (limits.memory > 0) limit(RLIMIT_AS, limits.memory);
#endif
}

// The text as a file without a name, so that no pipe can run full while we wait to read.
int as_descriptor(const std::string& text) {
  const int file = ::memfd_create("input", MFD_CLOEXEC);
  if (file < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t written = ::write(file, text.data() + at, text.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw std::system_error(errno, std::generic_category(), "write");
    at += static_cast<std::size_t>(written);
  }
  ::lseek(file, 0, SEEK_SET);
  return file;
}

[[noreturn]] void become(const char* path, char* const* arguments, int input, Pipe& output, Pipe& messages,
                         const ChildLimits& limits) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGPIPE}) std::signal(signal, SIG_DFL);
  ::dup2(input, STDIN_FILENO);
  ::dup2(output.ends[1], STDOUT_FILENO);
  ::dup2(messages.ends[1], STDERR_FILENO);
  apply(limits);
  ::execv(path, arguments);
  ::_exit(127);
}

// Appends what can be read; false at the end.
bool read_some(int descriptor, std::string& into, std::size_t most) {
  std::array<char, 65536> buffer;
  const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  const std::size_t room = most - std::min(most, into.size());
  into.append(buffer.data(), std::min(static_cast<std::size_t>(got), room));
  return got > 0;
}

// Reads both pipes until the child closes them; false where it wrote too much or the time ran out first.
bool collect(Pipe& output, Pipe& messages, ChildResult& result, std::size_t most, Clock::time_point until) {
  while (output.ends[0] >= 0 || messages.ends[0] >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    result.timed_out = left <= 0;
    if (result.timed_out || result.wrote_too_much) return false;
    std::array<pollfd, 2> ready{{{output.ends[0], POLLIN, 0}, {messages.ends[0], POLLIN, 0}}};
    if (::poll(ready.data(), ready.size(), static_cast<int>(std::min<long long>(left, 60'000))) < 0 &&
        errno != EINTR)
      return false;
    if (ready[0].revents != 0 && !read_some(output.ends[0], result.output, most + 1)) output.close(0);
    result.wrote_too_much = result.output.size() > most;
    if (ready[1].revents != 0 && !read_some(messages.ends[0], result.messages, most_message_bytes))
      messages.close(0);
  }
  return !result.wrote_too_much;
}

// Waits for the end of a child that has closed its pipes, which most do by ending. False where the time ran
// out first.
bool ends_in_time(pid_t child, int& status, Clock::time_point until) {
  for (auto pause = std::chrono::microseconds(100); Clock::now() < until;
       pause = std::min(pause * 2, longest_pause)) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) return true;
    std::this_thread::sleep_for(pause);
  }
  return false;
}

void kill_and_wait(pid_t child, int& status) {
  ::kill(child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

ChildResult run_program(const std::string& path, const std::vector<std::string>& arguments,
                        const std::string& input, const ChildLimits& limits) {
  std::vector<std::string> words{path};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);

  Pipe output, messages;
  const int file = as_descriptor(input);
  const pid_t child = ::fork();
  if (child == 0) become(path.c_str(), pointers.data(), file, output, messages, limits);
  const int problem = errno;
  ::close(file);
  if (child < 0) throw std::system_error(problem, std::generic_category(), "fork");
  output.close(1);
  messages.close(1);
  ChildResult result;
  const auto until = Clock::now() + limits.time;
  int status = 0;
  if (!collect(output, messages, result, limits.output, until)) {
    kill_and_wait(child, status);
  } else if (!ends_in_time(child, status, until)) {
    result.timed_out = true;
    kill_and_wait(child, status);
  }
  if (result.wrote_too_much) result.output.resize(limits.output);
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

}  // namespace fasti
