/// The words that a user probably meant.
public enum NearestWords {
  /// The nearest of `candidates`; nil when none is near. Ties go to the earlier candidate.
  public static func first(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, min(3, (word.count + 1) / 3))
    var best: (word: String, distance: Int)?
    for candidate in candidates where abs(candidate.count - word.count) <= limit {
      let distance = distance(word.lowercased(), candidate.lowercased())
      if distance <= limit && distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Up to three names within a third of their letters, the nearest first: for names that users chose, where a short one
  /// is near to everything.
  ///
  /// - Complexity: O(candidates · length²), for those of similar length only.
  public static func names(to word: String, among candidates: [String]) -> [String] {
    var near: [(distance: Int, name: String)] = []
    for name in candidates {
      let limit = max(word.unicodeScalars.count, name.unicodeScalars.count) / 3
      guard abs(word.unicodeScalars.count - name.unicodeScalars.count) <= limit else { continue }
      let distance = distance(word.lowercased(), name.lowercased())
      if distance <= limit { near.append((distance, name)) }
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Optimal string alignment: insertions, deletions, changes, swaps of neighbours. Letters after the 64th do not count.
  static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left.unicodeScalars.prefix(64))
    let b = Array(right.unicodeScalars.prefix(64))
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
        row.append(cost)
      }
      beforePrevious = previous
      previous = row
    }
    return previous[b.count]
  }
}
