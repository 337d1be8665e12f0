internal import ContactCenter

/// The contacts from outside in order of arrival, as the simulator merges the streams, without anything that becomes of
/// them.
struct ArrivalWalk: ~Copyable {
  private let processes: UnsafeMutablePointer<ArrivalProcess>
  private let count: Int

  init(_ plan: SimulationPlan, laws: [CompiledLaws], seed: UInt64, replication: UInt64) {
    count = plan.arrivals.count
    processes = .allocate(capacity: max(1, count))
    for (index, stream) in plan.arrivals.enumerated() {
      (processes + index).initialize(to: ArrivalProcess(stream, at: index, of: plan, laws: laws[index]))
      processes[index].start(seed: seed, replication: replication)
    }
  }

  deinit {
    processes.deinitialize(count: count)
    processes.deallocate()
  }

  /// - Returns: the contact that arrives at this instant, after so many others at the same one; nil where there is none
  ///   in this queue.
  mutating func customer(at time: Int64, after others: Int, in queue: Int) -> Customer? {
    for index in 0..<count { processes[index].advance(to: time) }
    for _ in 0..<others {
      guard let stream = first(at: time) else { return nil }
      processes[stream].advance()
    }
    guard let stream = first(at: time) else { return nil }
    let index = processes[stream].index
    guard Int(processes[stream].block.queues[index]) == queue else { return nil }
    return Customer(
      number: processes[stream].nextNumber, stream: Customer.shortened(processes[stream].substream), queue: queue,
      handleTime: processes[stream].block.handleTimes[index], wrapUp: processes[stream].block.wrapUps[index],
      patience: processes[stream].block.patience[index])
  }

  /// The stream whose turn it is at an instant: the first of those that have a contact then.
  private func first(at time: Int64) -> Int? { (0..<count).first { processes[$0].next == time } }
}
