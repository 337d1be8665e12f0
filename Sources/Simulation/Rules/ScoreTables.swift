internal import ContactCenter

/// Where the chances of one scale lie among those of its queue.
struct ScoreTable: Sendable {
  let lowest: Int
  let first: Int
  /// Scores less one: the chance of the last is what the others leave.
  let count: Int
}

/// Chances of scores, summed up: a uniform number finds its score.
struct ScoreTables {
  /// Chance of each score but the last, or of a lower one, table after table.
  private(set) var chances: [Double] = []

  mutating func add(_ scores: ScoreShares) -> ScoreTable {
    var sum = Share.zero
    return add(
      lowest: scores.lowest,
      scores.shares.dropLast().map { share in
        sum = sum + share
        return sum.fraction
      })
  }

  /// Passed criteria of one check: binomial, from the products that define it, so that every machine has the same bits.
  mutating func add(criteria: Int, passed: Share) -> ScoreTable {
    let (success, failure) = (passed.fraction, passed.complement.fraction)
    // Row after row of Pascal's triangle: after n steps, entry k is the chance of k passes among n.
    var chances = [1.0] + Array(repeating: 0, count: criteria)
    for count in stride(from: 1, through: criteria, by: 1) {
      for score in stride(from: count, through: 1, by: -1) {
        chances[score] = chances[score] * failure + chances[score - 1] * success
      }
      chances[0] *= failure
    }
    var sum = 0.0
    return add(
      lowest: 0,
      chances.dropLast().map { chance in
        sum += chance
        return sum
      })
  }

  private mutating func add(lowest: Int, _ chances: [Double]) -> ScoreTable {
    defer { self.chances += chances }
    return ScoreTable(lowest: lowest, first: self.chances.count, count: chances.count)
  }
}
