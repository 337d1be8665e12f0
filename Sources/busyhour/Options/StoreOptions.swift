internal import ArgumentParser
internal import ResultsStore

/// Which database.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "Database of runs (default: $BUSYHOUR_DB, else results/busyhour.db).", valueName: "path"))
  var database: String?

  var path: String { database ?? Environment["BUSYHOUR_DB"] ?? "results/busyhour.db" }

  /// - Throws: `StoreError`, also when there is no database yet.
  func openForReading() throws -> ResultsStore { try ResultsStore.open(path, readOnly: true) }
}
