#include "cli/command.h"

int main(int argc, char** argv) { return fasti::cli::run(argc, argv); }
