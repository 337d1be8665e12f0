/// Who of a team goes where its number falls while they talk.
public enum Release: String, Hashable, Sendable, CaseIterable {
  /// Those whose time ends finish what they have in hand and go; the others take the next contacts meanwhile.
  case own
  /// Anybody: the idle at once, and then who is free first, so that no contact is taken before the number is right.
  case firstFree = "first_free"
}
