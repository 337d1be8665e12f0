extension SimulationPlan.ArrivalStream {
  /// The contacts of one stretch of constant rate.
  public struct Expectation: Hashable, Sendable {
    public var piece: Piece
    /// By queue.
    public var contacts: [Double]

    /// Calls `body` with each interval that the stretch touches, each queue, and the contacts expected there.
    public func spread(over interval: TimeSpan, _ body: (Int, Int, Double) -> Void) {
      for queue in contacts.indices where contacts[queue] > 0 {
        Piece(start: piece.start, end: piece.end, expectedContacts: contacts[queue]).spread(over: interval) {
          body($0, queue, $1)
        }
      }
    }
  }

  /// Expected contacts by queue, thinnings counted, on stretches on which their rates are constant.
  public var expectations: [Expectation] {
    let cuts = thinnings.flatMap { [$0.time.start, $0.time.end] }
    return pieces.flatMap { $0.cut(at: cuts) }.map { piece in
      Expectation(
        piece: piece, contacts: mix.indices.map { piece.expectedContacts * mix[$0] * kept(of: $0, in: piece) })
    }
  }

  private func kept(of queue: Int, in piece: Piece) -> Double {
    thinnings.reduce(1) { product, thinning in
      let applies = thinning.time.contains(piece.start) && (thinning.queue == nil || thinning.queue == queue)
      return applies ? product * thinning.kept : product
    }
  }
}

extension SimulationPlan.ArrivalStream.Piece {
  /// The piece in parts that no instant of `cuts` lies inside of. The whole piece, untouched, where none does.
  public func cut(at cuts: [SimulationTime]) -> [Self] {
    var inside: [SimulationTime] = []
    for cut in cuts.sorted() where cut > start && cut < end && cut != inside.last { inside.append(cut) }
    guard !inside.isEmpty else { return [self] }
    return zip([start] + inside, inside + [end]).map { from, to in
      Self(start: from, end: to, expectedContacts: expectedContacts * part(from: from, to: to))
    }
  }

  /// The part of the piece inside a stretch; nil where there is none.
  public func cut(to stretch: TimeStretch) -> Self? {
    let from = max(start, stretch.start)
    let to = min(end, stretch.end)
    guard from < to else { return nil }
    return Self(start: from, end: to, expectedContacts: expectedContacts * part(from: from, to: to))
  }

  private func part(from: SimulationTime, to: SimulationTime) -> Double {
    Double((to - from).microseconds) / Double((end - start).microseconds)
  }
}
