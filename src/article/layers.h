// Packed bytes (gzip, zstd, bzip2, xz) → what is in them, piece by piece and through several layers, so that
// neither the packed nor the unpacked is ever held.
#pragma once

#include <memory>
#include <string>

#include "article/byte_stream.h"
#include "article/limits.h"

namespace fasti {

// The stream itself where it is not packed. Errors, as InputError, all with the byte where the trouble is:
// "broken-archive" (it breaks off, or is damaged; what came before was given), "unpacks-too-large" (more than
// limits.unpacked, or much more than any text would), "too-many-layers". The path is for messages.
std::unique_ptr<ByteStream> unpacked(const std::string& path, std::unique_ptr<ByteStream>, const ReadLimits&);

// "storm.txt.gz" -> "storm.txt"; a name without the ending of a packed file as it is.
std::string without_packing(std::string path);

}  // namespace fasti
