internal import ContactCenter
internal import ResultsStore

/// A run by reference, or a scenario file that is simulated first.
struct RunSubject: Sendable {
  private let text: String
  private let options: SimulationOptions.Values
  private let database: String
  private let console: Console
  let isFile: Bool

  init(_ text: String, _ options: SimulationOptions.Values, _ store: StoreOptions, _ console: Console) {
    self.text = text
    self.options = options
    database = store.path
    self.console = console
    isFile = [".yaml", ".yml"].contains { text.hasSuffix($0) } || text.contains("/")
  }

  /// - Throws: also ``CommandError/onlyForFiles(_:)`` where a stored run is asked to be another one.
  func run(wantsIntervals: Bool) async throws -> Run {
    if isFile {
      return try await RunMaker(
        file: text, options: options, database: database, wantsIntervals: wantsIntervals, console: console
      ).make()
    }
    if let option = options.firstThatSimulates { throw CommandError.onlyForFiles(option) }
    var run = try RunReader(store: ResultsStore.open(database, readOnly: true)).run(matching: text)
    if wantsIntervals { try await run.makeIntervals(threads: options.threads) }
    return run
  }
}
