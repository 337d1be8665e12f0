internal import Glibc

/// Who a ledger entry is by: `BUSYHOUR_ACTOR` of the environment, else the name of the user whose process it is.
enum LedgerActor {
  static let mostBytes = 200

  static var current: String {
    if let name = getenv("BUSYHOUR_ACTOR").map({ printable(String(cString: $0)) }), !name.isEmpty { return name }
    if let user = getpwuid(geteuid()), let name = user.pointee.pw_name { return printable(String(cString: name)) }
    return "user \(geteuid())"
  }

  /// One line, of a length that fits one.
  static func printable(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
    var name = String(String.UnicodeScalarView(scalars))
    while name.utf8.count > mostBytes { name.removeLast() }
    return name
  }
}
