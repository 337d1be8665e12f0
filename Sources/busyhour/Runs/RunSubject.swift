internal import ContactCenter
internal import Reporting
internal import ResultsStore

/// A run by reference, or a scenario file that is simulated first.
struct RunSubject: Sendable {
  private let text: String
  private var options: SimulationOptions.Values
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

  /// The same run, beside files for which the options are meant.
  var asStored: RunSubject {
    var subject = self
    subject.options = options.forStoredRuns
    return subject
  }

  /// - Throws: also ``CommandError/onlyForFiles(_:)`` where a stored run is asked to be another one.
  func run(by kinds: [Part.Kind]) async throws -> Run {
    if isFile {
      let run = try await RunMaker(
        file: text, options: options, database: database, kinds: kinds, console: console
      ).make()
      try run.alertOfDrift(database: database, console: console)
      return run
    }
    if let option = options.firstThatSimulates { throw CommandError.onlyForFiles(option) }
    var run = try RunReader(store: ResultsStore.open(database, readOnly: true)).run(
      matching: text, keepsDays: kinds.contains { $0 != .interval })
    if kinds.contains(.interval) { try await run.makeIntervals(threads: options.threads) }
    return run
  }
}
