public import ContactCenter
public import EventLog
public import Simulation

extension Simulator {
  /// The whole log of one replication.
  public mutating func log(seed: UInt64, replication: Int = 0, capacity: Int = 4_096) -> [EventRecord] {
    var buffer = EventBuffer(capacity: capacity)
    var records: [EventRecord] = []
    start(seed: seed, replication: replication)
    var goesOn = true
    while goesOn {
      buffer.removeAll()
      goesOn = advance(into: &buffer)
      buffer.withRecords { records.append(contentsOf: $0) }
    }
    return records
  }
}

/// The whole log of one replication of a plan, by a fresh simulator.
public func simulate(
  _ plan: SimulationPlan, seed: UInt64 = 1, replication: Int = 0, capacity: Int = 4_096
) throws -> [EventRecord] {
  var simulator = try Simulator(plan: plan)
  return simulator.log(seed: seed, replication: replication, capacity: capacity)
}

public func digest(of records: [EventRecord]) -> StreamDigest.Value {
  var digest = StreamDigest()
  records.withUnsafeBufferPointer { digest.absorb($0) }
  return digest.value
}

extension LogInvariants {
  /// What the laws say of a whole log; with a plan, the laws of routing too.
  public static func outcome(of records: [EventRecord], plan: SimulationPlan? = nil) -> Outcome {
    var invariants = LogInvariants(routing: plan.map { Routing($0) })
    records.withUnsafeBufferPointer { invariants.check($0) }
    return invariants.finish()
  }
}

extension [EventRecord] {
  /// The events of one kind or several.
  public func events(_ kinds: EventKind...) -> [EventRecord] {
    filter { record in kinds.contains { $0.rawValue == record.kindCode } }
  }

  /// One line an event: seconds and the typed event.
  public var lines: [String] {
    map { record in
      let micro = record.time % 1_000_000
      let digits = String(micro)
      let second = "\(record.time / 1_000_000).\(String(repeating: "0", count: 6 - digits.count))\(digits)"
      return "\(second) \(record.event.map { "\($0)" } ?? "unknown kind \(record.kindCode)")"
    }
  }
}
