/// The names that someone may have meant: those within a third of their letters, the nearest first, at most three.
struct NearestNames {
  let names: [String]

  /// - Complexity: O(names · length²), for names of similar length only.
  init(of text: String, among candidates: [String]) {
    let wanted = Array(text.lowercased().unicodeScalars)
    var near: [(distance: Int, name: String)] = []
    for name in candidates {
      let letters = Array(name.lowercased().unicodeScalars)
      let bar = max(wanted.count, letters.count) / 3
      guard abs(wanted.count - letters.count) <= bar else { continue }
      let distance = Self.distance(wanted, letters)
      if distance <= bar { near.append((distance, name)) }
    }
    names = near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Letters to insert, delete or replace (Levenshtein), one row of the table at a time.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let replaced = diagonal + (letter == right[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
