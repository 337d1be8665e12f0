// SQLite's C interface, for the ResultsStore room; tests change stores with it.
#pragma once
#include <sqlite3.h>
