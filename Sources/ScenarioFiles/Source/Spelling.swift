/// Finds the word that a user probably meant.
enum Spelling {
  /// The nearest of `candidates`; nil when none is near. Ties go to the earlier candidate.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, min(3, (word.count + 1) / 3))
    var best: (word: String, distance: Int)?
    for candidate in candidates where abs(candidate.count - word.count) <= limit {
      let distance = distance(word.lowercased(), candidate.lowercased())
      if distance <= limit && distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.word
  }

  /// `did you mean 'x'?` when there is a near word, else the list of allowed ones.
  static func help(for word: String, among candidates: [String], listedAs label: String) -> String? {
    if let near = nearest(to: word, among: candidates) { return "did you mean '\(near)'?" }
    return candidates.isEmpty ? nil : "\(label): \(candidates.joined(separator: ", "))"
  }

  /// Optimal string alignment: insertions, deletions, changes, swaps of neighbours.
  private static func distance(_ left: String, _ right: String) -> Int {
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
