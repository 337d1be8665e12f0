/// One step of the schema: a name and a script that makes it.
///
/// A migration that was released never changes; a test pins the text of each. A mistake is mended by the next one.
struct Migration: Sendable {
  let name: StaticString
  let script: StaticString

  /// Every step in order. A store's version (SQLite's `user_version`) is the number of steps that it has taken.
  static let catalogue: [Migration] = [createTables, createViews]
}
