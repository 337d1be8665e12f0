/// Telephone lines that queues share. A contact that finds all of them taken meets a busy signal.
public struct TrunkGroup: Hashable, Sendable {
  public var name: String
  public var lines: Int

  public init(name: String, lines: Int) {
    self.name = name
    self.lines = lines
  }
}
