/// What a piece of text is, for those who see colours; the words say the same.
public enum Ink: Hashable, Sendable {
  case plain, good, bad, unsure, faint, strong

  /// Parameters of the terminal's `SGR` sequence.
  var code: String? {
    switch self {
    case .plain: nil
    case .good: "32"
    case .bad: "31"
    case .unsure: "33"
    case .faint: "2"
    case .strong: "1"
    }
  }
}
