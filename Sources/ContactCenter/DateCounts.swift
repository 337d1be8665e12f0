/// The contacts of one date as they were counted.
public struct DateCounts: Hashable, Sendable {
  public var date: CalendarDate
  /// Index of the queue that was counted; nil where the counts are of all queues together.
  public var queue: Int?
  /// Weights are contacts.
  public var pieces: [Demand.Piece]

  public var contacts: Double { pieces.reduce(0) { $0 + $1.weight } }

  public init(date: CalendarDate, queue: Int?, pieces: [Demand.Piece]) {
    self.date = date
    self.queue = queue
    self.pieces = pieces
  }
}
