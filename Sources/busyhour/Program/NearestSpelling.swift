/// The name that someone probably meant.
enum NearestSpelling {
  /// - Returns: nil where none differs in at most a third of its letters.
  static func of(_ word: String, among candidates: [String]) -> String? {
    let wanted = Array(word.lowercased())
    let distances = candidates.map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
    guard let nearest = distances.min(by: { $0.distance < $1.distance }) else { return nil }
    return nearest.distance <= max(1, max(wanted.count, nearest.name.count) / 3) ? nearest.name : nil
  }

  /// Letters to insert, delete or replace (Levenshtein), one row of the table at a time.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let replaced = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
