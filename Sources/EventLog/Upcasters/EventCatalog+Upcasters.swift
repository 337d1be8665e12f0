extension EventCatalog {
  /// Every step from an earlier version of a kind, one file each beside this one, in the order of versions.
  ///
  /// No kind has changed since the first release. A step that is added here needs a segment of the earlier version among
  /// the fixtures of the tests, and the next version in the kind's entry.
  public static let upcasters: [EventUpcaster] = []
}
