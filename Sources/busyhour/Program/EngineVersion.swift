/// The version that runs carry. A change that moves a digest raises the minor number.
enum EngineVersion {
  static let current = "0.2.0"
}
