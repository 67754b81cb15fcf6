#include "article/layers.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>

#include <archive.h>
#include <fmt/format.h>
#include <zlib.h>

#include "article/remark.h"

namespace fasti {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t piece = std::size_t{64} << 10U;
constexpr int most_layers = 4;

// Texts shrink to a third or a tenth, chronicles of one sentence to a hundredth. Past this, and past the size
// from which it matters, the file was made to fill a disk.
constexpr std::size_t most_times = 200;
constexpr std::size_t harmless = std::size_t{64} << 20U;

enum class Packing { none, gzip, zstd, bzip2, xz };

struct Kind {
  Packing packing;
  std::string_view magic;
  const char* name;
};
constexpr std::array<Kind, 4> kinds{{{Packing::gzip, "\x1F\x8B\x08"sv, "gzip"},
                                     {Packing::zstd, "\x28\xB5\x2F\xFD"sv, "zstd"},
                                     {Packing::bzip2, "BZh"sv, "bzip2"},
                                     {Packing::xz,
                                      "\xFD"
                                      "7zXZ\0"sv,
                                      "xz"}}};
constexpr std::size_t looked_at = 10;  // bytes

constexpr std::array<std::string_view, 7> endings{".gz", ".zst", ".zstd", ".bz2", ".xz", ".gzip", ".z"};

// What was looked at, then the rest.
struct BegunStream final : ByteStream {
  BegunStream(std::string begun, std::unique_ptr<ByteStream> stream)
      : begin(std::move(begun)), rest(std::move(stream)) {}

  std::size_t read(char* into, std::size_t most) override {
    if (taken == begin.size()) return rest->read(into, most);
    const std::size_t got = begin.copy(into, most, taken);
    taken += got;
    return got;
  }
  std::size_t expected() const override { return rest->expected(); }

  std::string begin;
  std::size_t taken = 0;
  std::unique_ptr<ByteStream> rest;
};

// What the unpackers share: where they are, what to say, how much is enough.
class UnpackingStream : public ByteStream {
 public:
  UnpackingStream(std::string path, const char* kind, std::unique_ptr<ByteStream> packed,
                  const ReadLimits& limits)
      : path_(std::move(path)), kind_(kind), packed_(std::move(packed)), limits_(limits) {}

 protected:
  std::size_t fill() {
    const std::size_t got = packed_->read(input_.data(), input_.size());
    read_ += got;
    return got;
  }

  [[noreturn]] void fail(std::string code, std::string message, std::string hint) const {
    throw InputError(file_error(std::move(code), path_, std::move(message), std::move(hint)));
  }
  [[noreturn]] void fail_at(std::size_t byte, std::string_view what) const {
    fail("broken-archive", fmt::format("this {} file {} at byte {}", kind_, what, byte),
         "get it again from where it came from");
  }

  // `packed` bytes gave `got` more.
  void count(std::size_t got, std::size_t packed) {
    given_ += got;
    if (given_ > limits_.unpacked)
      fail("unpacks-too-large",
           fmt::format("what this {} file holds is larger than {}", kind_, in_megabytes(limits_.unpacked)),
           "--max-unpacked allows more");
    if (given_ > harmless && given_ / most_times > packed)
      fail("unpacks-too-large",
           fmt::format("this {} file unpacks to more than {} times its size, as no text does", kind_,
                       most_times),
           "if it is none the less one, unpack it first");
  }

  std::array<char, piece> input_{};
  std::size_t read_ = 0;   // packed bytes
  std::size_t given_ = 0;  // unpacked bytes

 private:
  std::string path_;
  const char* kind_;
  std::unique_ptr<ByteStream> packed_;
  ReadLimits limits_;
};

// zlib itself, because libarchive checks no sums of gzip and loses what stands before the place where a file
// breaks off.
class GzipStream final : public UnpackingStream {
 public:
  GzipStream(std::string path, std::unique_ptr<ByteStream> packed, const ReadLimits& limits)
      : UnpackingStream(std::move(path), "gzip", std::move(packed), limits) {
    constexpr int gzip_only = 16 + MAX_WBITS;
    if (::inflateInit2(&z_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~GzipStream() override { ::inflateEnd(&z_); }

  std::size_t read(char* into, std::size_t most) override {
    most = std::min(most, piece);
    z_.next_out = reinterpret_cast<Bytef*>(into);
    z_.avail_out = static_cast<uInt>(most);
    while (z_.avail_out == most && more()) {
      const int result = ::inflate(&z_, Z_NO_FLUSH);
      inside_ = result != Z_STREAM_END;
      if (result == Z_DATA_ERROR && z_.avail_out == most) fail_at(read_ - z_.avail_in, "is damaged");
      if (result == Z_MEM_ERROR) throw std::bad_alloc();
    }
    const std::size_t got = most - z_.avail_out;
    count(got, read_);
    return got;
  }

 private:
  // True if there are bytes to unpack: more of this member, or of the next one, which may follow.
  bool more() {
    if (z_.avail_in == 0) {
      z_.next_in = reinterpret_cast<Bytef*>(input_.data());
      z_.avail_in = static_cast<uInt>(fill());
    }
    if (z_.avail_in == 0 && inside_) fail_at(read_, "breaks off");
    if (z_.avail_in > 0 && !inside_) ::inflateReset(&z_);
    return z_.avail_in > 0;
  }

  z_stream z_{};
  bool inside_ = true;  // a member
};

// The others, through libarchive.
class ArchiveStream final : public UnpackingStream {
 public:
  ArchiveStream(std::string path, const Kind& kind, std::unique_ptr<ByteStream> packed,
                const ReadLimits& limits)
      : UnpackingStream(std::move(path), kind.name, std::move(packed), limits),
        archive_(::archive_read_new(), ::archive_read_free) {
    if (!archive_) throw std::bad_alloc();
    ::archive_read_support_format_raw(archive_.get());
    ::archive_read_support_format_empty(archive_.get());
    if (kind.packing == Packing::zstd) ::archive_read_support_filter_zstd(archive_.get());
    if (kind.packing == Packing::bzip2) ::archive_read_support_filter_bzip2(archive_.get());
    if (kind.packing == Packing::xz) ::archive_read_support_filter_xz(archive_.get());
  }

  std::size_t read(char* into, std::size_t most) override {
    if (!open_) open();
    if (ended_) return 0;
    const la_ssize_t got = ::archive_read_data(archive_.get(), into, most);
    if (got < 0) fail_here();
    count(static_cast<std::size_t>(got), read_);
    return static_cast<std::size_t>(got);
  }

 private:
  static la_ssize_t deliver(archive*, void* self, const void** bytes) {
    auto& stream = *static_cast<ArchiveStream*>(self);
    *bytes = stream.input_.data();
    try {
      return static_cast<la_ssize_t>(stream.fill());
    } catch (...) {  // must not pass through a library in C
      stream.trouble_ = std::current_exception();
      return -1;
    }
  }

  void open() {
    open_ = true;
    archive_entry* entry = nullptr;
    if (::archive_read_open(archive_.get(), this, nullptr, deliver, nullptr) != ARCHIVE_OK) fail_here();
    const int result = ::archive_read_next_header(archive_.get(), &entry);
    ended_ = result == ARCHIVE_EOF;
    if (!ended_ && result != ARCHIVE_OK && result != ARCHIVE_WARN) fail_here();
  }

  [[noreturn]] void fail_here() const {
    if (trouble_) std::rethrow_exception(trouble_);
    const char* said = ::archive_error_string(archive_.get());
    fail_at(read_, said != nullptr && std::strstr(said, "runcated") != nullptr ? "breaks off" : "is damaged");
  }

  std::unique_ptr<archive, int (*)(archive*)> archive_;
  std::exception_ptr trouble_;
  bool open_ = false;
  bool ended_ = false;
};

bool begins_as(const Kind& kind, std::string_view begin) {
  // Three letters alone may begin a text; behind them stand the block size and a number.
  if (kind.packing == Packing::bzip2 && begin.size() == looked_at && begin.substr(4) != "1AY&SY")
    return false;
  return begin.starts_with(kind.magic);
}

std::string first_bytes(ByteStream& stream) {
  std::string begin(looked_at, '\0');
  std::size_t filled = 0;
  while (filled < begin.size()) {
    const std::size_t got = stream.read(begin.data() + filled, begin.size() - filled);
    if (got == 0) break;
    filled += got;
  }
  begin.resize(filled);
  return begin;
}

}  // namespace

std::unique_ptr<ByteStream> unpacked(const std::string& path, std::unique_ptr<ByteStream> stream,
                                     const ReadLimits& limits) {
  for (int layer = 0;; ++layer) {
    std::string begin = first_bytes(*stream);
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return begins_as(k, begin); });
    stream = std::make_unique<BegunStream>(std::move(begin), std::move(stream));
    if (kind == kinds.end()) return stream;
    if (layer == most_layers)
      throw InputError(file_error("too-many-layers", path,
                                  fmt::format("this file is packed more than {} times over", most_layers),
                                  "unpack it first"));
    if (kind->packing == Packing::gzip)
      stream = std::make_unique<GzipStream>(path, std::move(stream), limits);
    else
      stream = std::make_unique<ArchiveStream>(path, *kind, std::move(stream), limits);
  }
}

std::string without_packing(std::string path) {
  for (const std::string_view ending : endings) {
    if (path.size() <= ending.size()) continue;
    const std::string_view last = std::string_view(path).substr(path.size() - ending.size());
    const bool same = std::equal(last.begin(), last.end(), ending.begin(), [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b;
    });
    if (same) return without_packing(path.substr(0, path.size() - ending.size()));
  }
  return path;
}

}  // namespace fasti
