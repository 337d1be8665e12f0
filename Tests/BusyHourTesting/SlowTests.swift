#if canImport(Glibc)
  internal import Glibc
#endif

/// Switches of the environment that tests ask for.
public enum TestSwitch {
  /// Whether `name` is set to anything but nothing and 0.
  public static func isOn(_ name: String) -> Bool {
    guard let value = getenv(name).map({ String(cString: $0) }) else { return false }
    return !value.isEmpty && value != "0"
  }

  /// `BUSYHOUR_SLOW=1` runs the tests that take seconds.
  public static var slow: Bool { isOn("BUSYHOUR_SLOW") }
  /// `BUSYHOUR_RECORD=1` writes generated pages and golden files instead of comparing them.
  public static var update: Bool { isOn("BUSYHOUR_RECORD") }
}
