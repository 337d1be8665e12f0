internal import Erlang

/// Guards of cells that a formula itself takes on trust.
enum RowCheck {
  static func seconds(_ value: Double, _ column: String) throws(RowError) {
    guard value > 0, value <= 1e12 else { throw .refused("\(column) \(value) is outside 0<...1e12") }
  }

  static func nonNegative(_ value: Double, _ column: String) throws(RowError) {
    guard value >= 0, value.isFinite else { throw .refused("\(column) \(value) is outside 0..<infinity") }
  }

  static func rate(_ value: Double, _ column: String) throws(RowError) {
    guard value >= 0, value <= 1e15 else { throw .refused("\(column) \(value) is outside 0...1e15") }
  }
}
