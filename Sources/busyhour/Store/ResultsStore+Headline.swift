internal import Reporting
internal import ResultsStore

extension ResultsStore {
  /// What every command that writes says at its end: the hash to keep elsewhere, see `busyhour store verify --head`.
  func headline() throws -> String {
    let head = try head()
    return "Ledger: \(NumberText.whole(head.entries)) entries, head \(head.digits)"
  }
}
