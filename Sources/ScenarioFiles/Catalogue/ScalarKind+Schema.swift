internal import ContactCenter

extension ScalarKind {
  /// The JSON Schema of one value. Numbers are allowed where YAML editors see a number; patterns hold for texts only.
  var schema: JSONText {
    switch self {
    case .formatVersion: .members(["enum": .list([.number("1"), .string("1")])])
    case .choice(let words): .members(["enum": .strings(words)])
    case .profileName: .members(["enum": .strings(NamedProfile.allCases.map(\.rawValue))])
    case .text:
      .members([
        "type": .strings(["string", "number", "boolean"]), "pattern": Self.whole(#"[^\u0000-\u001f]{1,200}"#),
      ])
    case .name:
      .members(["type": .strings(["string", "number", "boolean"]), "pattern": .string(Self.namePattern)])
    case .integer(let range):
      Self.quantity("[0-9]{1,18}", "integer").with([
        "minimum": .number("\(range.lowerBound)"), "maximum": .number("\(range.upperBound)"),
      ])
    case .priority:
      Self.quantity("high|normal|low|[0-9]", "integer").with(["minimum": .number("0"), "maximum": .number("9")])
    case .number(let limit):
      Self.quantity(ExactDecimal.pattern, "number").with([
        "exclusiveMinimum": .number("0"), "maximum": .number("\(limit)"),
      ])
    case .weekdayFactor:
      Self.quantity(ExactDecimal.pattern, "number").with(["minimum": .number("0"), "maximum": .number("100")])
    case .weight:
      Self.quantity(ProfileWeight.pattern, "number").with(["minimum": .number("0"), "maximum": .number("999999999")])
    case .share: Self.fraction(ShareText.pattern)
    case .target(let unit): Self.target(unit)
    case .distribution(.wrapUp):
      Self.zeroOr(DistributionText.pattern(.wrapUp))
    case .span: Self.zeroOr("\(DurationText.pattern)|0")
    default: .members(["type": .string("string"), "pattern": Self.whole(textPattern)])
    }
  }

  /// Grammar of kinds that are texts only.
  private var textPattern: String {
    switch self {
    case .timeZone: TimeZoneName.pattern
    case .opening: OpeningRule.pattern
    case .period: PeriodText.pattern
    case .date: CalendarText.datePattern
    case .interval, .duration: DurationText.pattern
    case .rate: Rate.pattern
    case .wage: MoneyText.wagePattern
    case .amount(let units): MoneyText.pattern(per: units)
    case .distribution(let use): DistributionText.pattern(use)
    case .days: CalendarText.daysPattern
    case .clockRange: ClockText.rangePattern
    case .lunch: BreakText.lunchPattern
    case .breaks: BreakText.breaksPattern
    case .file: Self.filePattern
    case .clock: ClockText.pattern
    case .clockOrPeak: "\(ClockText.pattern)|peak"
    case .dates: CalendarText.datesPattern
    case .factor: FactorText.pattern
    case .dateVolume: DateVolumeText.pattern
    default: ".*"
    }
  }

  /// Names of queues, teams, shifts and categories.
  static let namePattern = #"^(?! )(?!.* $)[^\u0000-\u001f.:,=#'"{}\[\]]{1,60}$"#

  /// From the scenario's folder, never out of it.
  private static let filePattern = #"(?![/~])(?!.:)(?!.*\\)(?!(.*/)?\.\.(/|$))(?!.*//)(?!.*/$)[^\u0000-\u001f]{1,255}"#

  private static func whole(_ pattern: String) -> JSONText { .string("^(?:\(pattern))$") }

  private static func quantity(_ pattern: String, _ type: String) -> JSONText {
    .members(["type": .strings(["string", type]), "pattern": whole(pattern)])
  }

  private static func fraction(_ pattern: String) -> JSONText {
    quantity(pattern, "number").with(["minimum": .number("0"), "exclusiveMaximum": .number("1")])
  }

  private static func zeroOr(_ pattern: String) -> JSONText {
    quantity(pattern, "number").with(["minimum": .number("0"), "maximum": .number("0")])
  }

  private static func target(_ unit: TargetExpression.Unit) -> JSONText {
    switch unit {
    case .share: fraction(unit.pattern)
    case .duration: zeroOr(unit.pattern)
    case .count: quantity(unit.pattern, "number").with(["minimum": .number("0"), "maximum": .number("999999999")])
    case .serviceLevel, .money: .members(["type": .string("string"), "pattern": whole(unit.pattern)])
    }
  }
}
