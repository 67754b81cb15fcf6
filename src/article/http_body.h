// An HTTP response as a crawler saved it → its status, what it says of its body, and the body itself.
#pragma once

#include <string>
#include <string_view>

#include "article/limits.h"

namespace fasti {

struct HttpBody {
  int status = 0;       // 200
  std::string type;     // "text/html", in small letters; "" where it says none
  std::string charset;  // "utf-8", in small letters; "" where it says none
  std::string bytes;    // chunks joined, gzip unpacked
  std::string trouble;  // why there is no body: "its body is packed in a way (br) that is not known here"
};

// Header lines may end in a line feed alone. What is no HTTP response has the status 0.
HttpBody http_body(std::string_view response, const ReadLimits&);

// "text/html; charset=UTF-8" -> type and charset.
void read_content_type(std::string_view value, std::string& type, std::string& charset);

// The value of the first header line of this name (in small letters), trimmed; "" if there is none.
std::string_view header_value(std::string_view head, std::string_view name);

}  // namespace fasti
