internal import ArgumentParser
internal import ContactCenter
internal import KPIs

/// How many replications: a number, or as many as the targets take.
enum ReplicationCount: ExpressibleByArgument, Hashable, Sendable {
  case fixed(Int)
  /// Until every target is settled, by ``SequentialRule``.
  case auto

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let count = Int(argument) {
      self = .fixed(count)
    } else {
      return nil
    }
  }

  var fixed: Int? { if case .fixed(let count) = self { count } else { nil } }

  /// What a stored run carries among its overrides when its figures decided its length: its intervals are those of
  /// repeated looks from then on.
  static let mark = "run.replications=auto"
}

/// A KPI and the half-width of its interval that is narrow enough: `service_level=0.5%`, `asa_s=1`.
struct HalfWidth: ExpressibleByArgument, Hashable, Sendable {
  var kpi: String
  /// In the KPI's unit: a fraction for shares.
  var value: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, KPICatalog.kpi(named: parts[0]) != nil else { return nil }
    let isPercent = parts[1].hasSuffix("%")
    let digits = parts[1].hasSuffix("s") || isPercent ? String(parts[1].dropLast()) : parts[1]
    guard let number = Double(digits), number > 0, number.isFinite else { return nil }
    (kpi, value) = (parts[0], isPercent ? number / 100 : number)
  }
}

/// When a sequential run has seen enough: every target met or missed, or its interval as narrow as asked for; without
/// targets, every interval as narrow as asked for.
struct SequentialStop {
  var halfWidths: [HalfWidth]

  func isSettled(_ scorecard: Scorecard) -> Bool {
    let others = halfWidths.filter { width in !scorecard.targets.contains { $0.target.metric == width.kpi } }
    return scorecard.targets.allSatisfy(isSettled)
      && others.allSatisfy { width in isNarrow(scorecard.metric(width.kpi)?.estimate, width) }
  }

  private func isSettled(_ result: TargetResult) -> Bool {
    // A metric that the scenario gives no figure for stays unsure for any number of days.
    guard let estimate = result.estimate else { return true }
    if result.verdict != .unsure { return true }
    return halfWidths.contains { $0.kpi == result.target.metric && isNarrow(estimate, $0) }
  }

  private func isNarrow(_ estimate: Estimate?, _ width: HalfWidth) -> Bool {
    guard let estimate else { return true }
    return (estimate.halfWidth ?? .infinity) <= width.value
  }

  /// What to say at the end.
  func sentence(_ scorecard: Scorecard, count: Int) -> String {
    let unsure = scorecard.targets.filter { !isSettled($0) }.map(\.target.name)
    let why =
      unsure.isEmpty ? "everything asked is settled" : "the cap is reached, unsure: \(unsure.joined(separator: ", "))"
    return "Stopped at \(count) replications: \(why). The intervals hold for repeated looks (docs/experiments.md)."
  }
}
