// The one place that knows which Catch2 is installed: Debian 12 ships 2.13, newer systems 3.
#pragma once
#ifdef FASTI_CATCH3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
