public import ContactCenter

/// A scenario that was read, with everything that the reader did to complete it.
public struct ScenarioDocument: Sendable {
  /// The scenario, complete.
  public var scenario: Scenario
  /// Every value that was taken because the file is silent, in the order of the key list.
  public var defaults: [FilledDefault]
  public var warnings: [Diagnostic]
  /// What the reader worked out: fitted distributions, converted rates, scaled factors.
  public var notes: [Diagnostic]
  /// The file as it was read, without a byte order mark.
  public var sourceText: String
  /// The long form: every key written out. It reads back to the same scenario.
  public var expandedText: String
  /// SHA-256 over the complete content, data files included, as 64 hexadecimal digits. It does not depend on where the
  /// file lies, on comments, on the order of keys, on spelling (`90/20`, `90% in 20s`), or on whether a default is
  /// written out. The order of queues, teams and shifts is content: it numbers them.
  public var fingerprint: String
  /// The data files that were read, in the order in which they are named.
  public var dataFiles: [DataFile]

  /// What the file's `sweep:` varies; nil where it has none.
  public var sweep: SweepDesign?
  /// Uncertainties of inputs by the file's `tornado:`, each with its lower and its higher value.
  public var uncertainties: [SweepAxis] = []

  /// The file and those that it extends, the nearest first; the overrides that were applied; the tree that came of all.
  var layers: [ScenarioLayer] = []
  var overrides: [String] = []
  var tree = SourceNode.map([])

  /// An error that came to light after the reading, at the place of what it is about.
  ///
  /// - Parameter key: the path of the value; where nothing is written there the error is about the file as a whole.
  public func problems(at key: [String], _ message: String, help: String?) -> ScenarioProblems {
    let place = NodePath.node(key, in: tree)?.place ?? .wholeFile
    return ScenarioProblems(diagnostics: [place.remark(.error, message, help: help, in: layers.map(\.source))])
  }

  /// A file of numbers that the scenario refers to.
  public struct DataFile: Hashable, Sendable {
    /// As the scenario names it, relative to the scenario's folder.
    public var name: String
    /// SHA-256 of its bytes.
    public var fingerprint: String
    public init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }
}
