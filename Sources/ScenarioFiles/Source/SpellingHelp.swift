internal import Spelling

/// What to say of a word that is not known.
enum SpellingHelp {
  static func nearest(to word: String, among candidates: [String]) -> String? {
    NearestWords.first(to: word, among: candidates)
  }

  /// `did you mean 'x'?` when there is a near word, else the list of allowed ones.
  static func help(for word: String, among candidates: [String], listedAs label: String) -> String? {
    if let near = nearest(to: word, among: candidates) { return "did you mean '\(near)'?" }
    return candidates.isEmpty ? nil : "\(label): \(candidates.joined(separator: ", "))"
  }
}
