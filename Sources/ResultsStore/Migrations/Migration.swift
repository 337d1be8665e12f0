/// One step of the schema: a name and a script that makes it.
///
/// A migration that was released never changes; a test pins the text of each. A mistake is mended by the next one.
struct Migration: Sendable {
  let name: StaticString
  let script: StaticString

  /// Every step in order: the ledger first, which is for ever, then the projections, which can be made again.
  static let catalogue: [Migration] = [
    createLedger, createProjections, createViews, addFates, addTeamFates, addPoints, addGuides,
    foldFates,
  ]

  /// Versions 1 and 2 were written by builds that were never released, and are not read. A store's version (SQLite's
  /// `user_version`) is this and the number of steps that it has taken.
  static let lastUnreleasedVersion = 2
  static var currentVersion: Int { lastUnreleasedVersion + catalogue.count }
}
