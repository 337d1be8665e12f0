public import ContactCenter

/// The definition of the service level in words; every output names its own.
public enum ServiceLevelText {
  /// `answered within T / (offered - abandoned within T)`.
  public static func formula(_ definition: ServiceLevelDefinition, within wait: String) -> String {
    switch definition {
    case .excludingShortAbandons: "answered within \(wait) / (offered - abandoned within \(wait))"
    case .includingShortAbandons: "(answered + abandoned within \(wait)) / offered"
    case .answered: "answered within \(wait) / answered"
    case .offered: "answered within \(wait) / offered"
    }
  }
}

extension RunFacts {
  /// `Service level (excl_short_abandons): answered within 20 s / (offered - abandoned within 20 s)`.
  var serviceLevelSentence: String {
    let waits = Set(acceptableWaits.map(\.seconds))
    let common = waits.count == 1 ? acceptableWaits.first.map { DurationText.plain(seconds: $0.seconds) } : nil
    let formula = ServiceLevelText.formula(definition, within: common ?? "T")
    let text = "Service level (\(definition.rawValue)): \(formula)"
    let basis = waitBasis == .customer ? " Waits add up over a caller's attempts." : ""
    guard common == nil, !acceptableWaits.isEmpty else { return text + "." + basis }
    let list = acceptableWaits.map { "\($0.queue) \(DurationText.plain(seconds: $0.seconds))" }
    return "\(text), T = \(list.joined(separator: ", "))." + basis
  }
}
