/// A scenario as a store keeps it: enough to simulate it again without the file that it came from.
public struct StoredScenario: Hashable, Sendable {
  /// SHA-256 of the scenario's meaning, 64 hexadecimal digits in lower case.
  public var fingerprint: String
  public var name: String
  /// Name of the file, without its folders: those belong to one machine.
  public var fileName: String
  /// The text that the user wrote.
  public var source: String
  /// The long form, every default written out.
  public var expanded: String
  /// The files that the scenario reads, in the order of their names.
  public var dataFiles: [DataFile]

  /// - Parameter fileName: a path is cut to its last component.
  public init(
    fingerprint: String, name: String, fileName: String, source: String, expanded: String, dataFiles: [DataFile] = []
  ) {
    self.fingerprint = fingerprint
    self.name = name
    self.fileName = fileName.split(separator: "/").last.map(String.init) ?? ""
    self.source = source
    self.expanded = expanded
    self.dataFiles = dataFiles.sorted { $0.name < $1.name }
  }

  /// A file that the scenario reads.
  public struct DataFile: Hashable, Sendable {
    /// The name by which the scenario refers to it.
    public var name: String
    public var content: [UInt8]

    public init(name: String, content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }
}
