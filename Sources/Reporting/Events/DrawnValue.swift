public import ContactCenter

/// What chance gave a contact, whether it came to it or not.
public struct DrawnValue: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case span(TimeSpan)
    /// The caller never hangs up.
    case endless
    /// A number in (0, 1); the thing happens, should it come to it, where the number is less than the share.
    case uniform(Double, below: Share?)
  }

  /// One word, as in code: `handleTime`.
  public var name: String
  public var value: Value

  public init(name: String, value: Value) {
    self.name = name
    self.value = value
  }

  /// `handle time 5m12s`, `redial 31.20% of 40% (yes)`.
  var text: String {
    let words = parts.joined(separator: " ")
    switch value {
    case .span(let span): return "\(words) \(DurationText.of(seconds: span.inSeconds))"
    case .endless: return "\(words) without end"
    case .uniform(let number, nil): return "\(words) \(NumberText.fixed(number * 100, places: 2))%"
    case .uniform(let number, let share?):
      let happens = number < share.fraction ? "yes" : "no"
      return "\(words) \(NumberText.fixed(number * 100, places: 2))% of \(ShareText.of(share)) (\(happens))"
    }
  }

  var member: JSONValue.Member {
    let name = parts.joined(separator: "_")
    switch value {
    case .span(let span): return .init(name + "_s", .number(span.inSeconds))
    case .endless: return .init(name + "_s", .null)
    case .uniform(let number, nil): return .init(name, .object(["drawn": .number(number)]))
    case .uniform(let number, let share?):
      return .init(
        name,
        .object(["drawn": .number(number), "below": .number(share.fraction), "happens": .bool(number < share.fraction)])
      )
    }
  }

  /// `handleTime` -> `handle`, `time`.
  private var parts: [String] {
    name.reduce(into: [""]) { parts, letter in
      if letter.isUppercase { parts.append("") }
      parts[parts.count - 1] += letter.lowercased()
    }
  }

  var isLength: Bool { if case .uniform = value { false } else { true } }
}
