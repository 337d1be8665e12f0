extension LogInvariants {
  /// What is told of a talk after its end, each once.
  enum Telling: Hashable, Sendable { case outcome, appointment, satisfaction, recommendation, check }

  /// Outcomes follow the end of their talk at its instant, before anything else ends.
  mutating func told(_ telling: Telling, of contact: UInt32, isInRange: Bool = true) {
    if closed != contact || !told.insert(telling).inserted { report(.contactNotThere) }
    if !isInRange { report(.outOfRange) }
  }

  mutating func talkClosed(_ contact: UInt32) {
    closed = contact
    told.removeAll(keepingCapacity: true)
  }
}
