internal import Numerics

/// The guards shared by all models: each returns nothing or throws what is allowed.
enum Check {
  /// The largest team the formulas are tested for.
  static let agentLimit = 1_000_000

  static func agents(_ agents: Double) throws(StaffingError) {
    guard agents >= 0, agents <= Double(agentLimit) else {
      throw .valueOutOfRange(name: "agents", value: agents, allowed: "0...\(agentLimit)")
    }
  }

  static func wholeAgents(_ agents: Int, from least: Int = 1) throws(StaffingError) {
    guard agents >= least, agents <= agentLimit else {
      throw .valueOutOfRange(name: "agents", value: Double(agents), allowed: "\(least)...\(agentLimit)")
    }
  }

  static func load(_ loadErlangs: Double) throws(StaffingError) {
    guard loadErlangs >= 0, loadErlangs <= 1e9 else {
      throw .valueOutOfRange(name: "loadErlangs", value: loadErlangs, allowed: "0...1e9")
    }
  }

  static func seconds(_ value: Double, _ name: String) throws(StaffingError) {
    guard value > 0, value <= 1e12 else { throw .valueOutOfRange(name: name, value: value, allowed: "0<...1e12") }
  }

  static func nonNegative(_ value: Double, _ name: String) throws(StaffingError) {
    guard value >= 0, value.isFinite else {
      throw .valueOutOfRange(name: name, value: value, allowed: "0..<infinity")
    }
  }

  static func openProbability(_ value: Double, _ name: String) throws(StaffingError) {
    guard value > 0, value < 1 else { throw .valueOutOfRange(name: name, value: value, allowed: "0<..<1") }
  }

  static func fraction(_ value: Double, _ name: String) throws(StaffingError) {
    guard value >= 0, value < 1 else { throw .valueOutOfRange(name: name, value: value, allowed: "0..<1") }
  }

  /// Runs a numerical routine and passes its failure on as a staffing error.
  static func numerically<Value>(_ body: () throws(NumericalError) -> Value) throws(StaffingError) -> Value {
    do { return try body() } catch { throw .numerical(error) }
  }
}
