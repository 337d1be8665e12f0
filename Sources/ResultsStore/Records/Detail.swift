/// A named text that goes with a baseline or an alert. Order and names are the writer's.
public struct Detail: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
