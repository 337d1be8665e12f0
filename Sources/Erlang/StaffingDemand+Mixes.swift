extension StaffingDemand {
  /// Several contact types on one pooled team, as one stream: contacts add up, the handle time is their mean, exactly.
  ///
  /// Assumption: one exponential handle time of that mean; a mix of unlike types varies more and waits longer (the
  /// stretch of `AllenCunneen` says by how much, about). The patience is the mean weighted by contacts; `nil` if any
  /// is.
  /// - Throws: `wrongCount` without parts or with different intervals, `valueOutOfRange` without any contact.
  public static func pooled(_ parts: [StaffingDemand]) throws(StaffingError) -> StaffingDemand {
    guard let first = parts.first, parts.allSatisfy({ $0.intervalSeconds == first.intervalSeconds }) else {
      throw .wrongCount(name: "pooled demands", count: parts.count, allowed: "1 or more, of one interval length")
    }
    var contacts = DecimalFraction(0)
    var load = DecimalFraction(0)
    var patience: Double? = 0
    for part in parts {
      contacts = try DecimalFraction.sum(contacts, part.contacts)
      load = try DecimalFraction.sum(load, part.load)
      patience = patience.flatMap { sum in part.patienceSeconds.map { sum + $0 * part.contacts.double } }
    }
    guard contacts.numerator > 0 else {
      throw .valueOutOfRange(name: "contacts", value: contacts.double, allowed: "above 0 in one part at least")
    }
    let handleTime =
      if let exact = load.times(first.intervalSeconds)?.over(contacts) { exact } else {
        try DecimalFraction(shortest: load.double * first.intervalSeconds.double / contacts.double)
      }
    return try StaffingDemand(
      contacts: contacts, intervalSeconds: first.intervalSeconds, handleTimeSeconds: handleTime,
      patienceSeconds: patience.map { $0 / contacts.double })
  }

  /// Agents for contacts of which each agent handles several at once (chat): ceil(positions / concurrency), exact.
  ///
  /// The queue is then one of `slots` = agents * concurrency servers, whose handle time is the one under that
  /// concurrency (longer than alone: measure it so).
  /// - Throws: `valueOutOfRange` unless 1 <= concurrency <= 100.
  public static func agents(forSlots slots: Int, concurrency: DecimalFraction) throws(StaffingError) -> Int {
    try Check.wholeAgents(slots, from: 0)
    guard concurrency >= DecimalFraction(1), concurrency <= DecimalFraction(100),
      let agents = DecimalFraction(slots).over(concurrency)
    else { throw .valueOutOfRange(name: "concurrency", value: concurrency.double, allowed: "1...100") }
    return agents.ceiling
  }
}
