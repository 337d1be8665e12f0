internal import Reporting

/// Figures in the words of the staffing reports.
enum FigureText {
  static func percent(_ share: Double) -> String { NumberText.fixed(share * 100, places: 1) + "%" }

  /// A difference of shares in percentage points.
  static func points(_ difference: Double) -> String { NumberText.signed(difference * 100, places: 2) }

  static func field(_ value: Double?) -> Records.Field { value.map { .number($0) } ?? .missing }
}
