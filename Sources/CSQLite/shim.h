// SQLite's C interface, for the ResultsStore room only.
#pragma once
#include <sqlite3.h>
