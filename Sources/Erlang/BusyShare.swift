internal import Numerics

/// How many of the busy agents are among those who stay: the hypergeometric law, for who leaves does not depend on who
/// is busy.
enum BusyShare {
  /// Calls `body` with each number of busy stayers and its probability.
  ///
  /// - Parameters:
  ///   - busy: Agents of the whole team who are busy.
  ///   - team: Its size.
  ///   - stayers: How many of it stay.
  /// - Complexity: O(sqrt(team)) around the mode; probabilities below 1e-20 of it are left out.
  static func spread(busy: Int, of team: Int, among stayers: Int, _ body: (Int, Double) -> Void) {
    let least = max(0, busy - (team - stayers))
    let most = min(busy, stayers)
    let mode = min(most, max(least, Int(Double(busy + 1) * Double(stayers + 1) / Double(team + 2))))
    // Relative to the mode, then made a law: no factorial of a million enters.
    let upper = weights(from: mode, through: most, busy, team, stayers)
    let lower = weights(from: mode, through: least, busy, team, stayers)
    let whole = upper.reduce(0, +) + lower.dropFirst().reduce(0, +)
    for (distance, weight) in upper.enumerated() { body(mode + distance, weight / whole) }
    for (distance, weight) in lower.enumerated().dropFirst() { body(mode - distance, weight / whole) }
  }

  private static func weights(from mode: Int, through end: Int, _ busy: Int, _ team: Int, _ stayers: Int) -> [Double] {
    var weights = [1.0]
    var j = mode
    while j != end, weights[weights.count - 1] > 1e-20 {
      let next = end > mode ? j + 1 : j - 1
      // P(j+1)/P(j) = (stayers - j)(busy - j) / ((j+1)(team - stayers - busy + j + 1)).
      let low = Double(min(j, next))
      let ratio =
        (Double(stayers) - low) * (Double(busy) - low)
        / ((low + 1) * (Double(team - stayers - busy) + low + 1))
      weights.append(weights[weights.count - 1] * (next > j ? ratio : 1 / ratio))
      j = next
    }
    return weights
  }
}
