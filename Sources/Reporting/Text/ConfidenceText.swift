/// Names of intervals by their confidence: `95% CI` in tables, `ci95` in data.
struct ConfidenceText {
  /// 0.95 for 95%.
  var confidence: Double

  /// `95`, `99.9`.
  private var percent: String {
    let tenths = (confidence * 1_000).rounded()
    return NumberText.fixed(tenths / 10, places: tenths.truncatingRemainder(dividingBy: 10) == 0 ? 0 : 1)
  }

  var title: String { "\(percent)% CI" }

  /// For members of JSON and columns of CSV: `ci95`, `ci99_9`.
  var key: String { "ci" + percent.split(separator: ".").joined(separator: "_") }
}
