// Whether the address sanitizer is built in; g++ and clang say it in different ways.
#pragma once

#if defined(__SANITIZE_ADDRESS__)
#define FASTI_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FASTI_ADDRESS_SANITIZER 1
#endif
#endif
