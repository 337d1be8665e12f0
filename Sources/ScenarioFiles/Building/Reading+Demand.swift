internal import ContactCenter

extension Reading {
  static let dailyLimit = 10_000_000.0

  /// What a day brings, before it is divided among queues.
  struct Volume {
    var contactsPerDay: Double
    /// Pieces, and contacts by queue name, when both come from a file of counts.
    var pieces: [Demand.Piece]?
    var byQueue: [(name: String, contacts: Double)] = []
  }

  func volume(_ time: OpenTime) -> Volume? {
    guard let node = node("demand", "volume") else { return nil }
    let volume = node.scalar == nil ? volumeFromFile(node, time) : volumeFromRate(node, time)
    guard let volume else { return nil }
    guard volume.contactsPerDay > 0 || makesContacts else {
      error(at: node.place, "there are no calls at all", help: "give a rate above 0, or a queue a list of contacts")
      return nil
    }
    if volume.contactsPerDay == 0 {
      note(at: node.place, "nobody calls in: all figures are of the contacts of lists")
    }
    guard volume.contactsPerDay <= Self.dailyLimit else {
      error(at: node.place, "more than 10,000,000 calls a day")
      return nil
    }
    return volume
  }

  /// Whether the center makes contacts for itself.
  private var makesContacts: Bool { self.node("queues")?.members?.contains { $0.value["list"] != nil } ?? false }

  private func volumeFromRate(_ node: SourceNode, _ time: OpenTime) -> Volume? {
    guard let text = node.scalar, let rate = try? Rate.parse(text) else { return nil }
    form.volume = text
    let days = Double(time.weekdays.count)
    switch rate.unit {
    case .openDay: return Volume(contactsPerDay: rate.count.value)
    case .week:
      let volume = rate.count.value / days
      note(at: node.place, "\(text) over \(time.weekdays.count) open days are \(Self.figure(volume)) calls a day")
      return Volume(contactsPerDay: volume)
    case .span(let span):
      let hours = Double(time.averageDay.microseconds)
      let volume = rate.count.value * (hours / Double(span.microseconds))
      note(
        at: node.place,
        "\(text) over \(DurationText.text(time.averageDay)) of open time are \(Self.figure(volume)) calls a day")
      return Volume(contactsPerDay: volume)
    }
  }

  static func figure(_ value: Double) -> String { DistributionReading.rounded(value, 1) }

  private func volumeFromFile(_ node: SourceNode, _ time: OpenTime) -> Volume? {
    guard let place = node["file"]?.place, let name = node["file"]?.scalar, let table = counts(name, at: place) else {
      return nil
    }
    form.volumeFile = name
    if let other = self.node("demand", "profile") {
      error(
        at: other.place, "the profile comes with the counts of \(name)",
        help: "remove 'profile', or give the volume as a rate")
    }
    let pieces = openPieces(table, time, at: place)
    form.profile = .withVolume
    let byQueue = table.queues.map { queue in
      (queue, table.intervals(of: queue).filter { time.overlap(of: $0.clock) > .zero }.reduce(0) { $0 + $1.contacts })
    }
    let volume = pieces.reduce(0) { $0 + $1.weight }
    let isDated = node["days"]?.scalar == "dated"
    let days = table.dayCount > 1 ? "\(isDated ? "" : "the average of ")\(table.dayCount) days" : "one day"
    note(
      at: place,
      "\(name): \(days), \(pieces.count) intervals of \(DurationText.text(table.step)), \(Self.figure(volume)) calls a day\(isDated ? " on average; each date has its own" : "")"
    )
    return Volume(contactsPerDay: volume, pieces: pieces, byQueue: byQueue)
  }

  /// Intervals of a table that lie in the open time; the others are warned of.
  private func openPieces(_ table: CountsTable, _ time: OpenTime, at place: Place) -> [Demand.Piece] {
    let intervals = table.intervals()
    let open = intervals.filter { time.overlap(of: $0.clock) > .zero }
    let lost = intervals.filter { time.overlap(of: $0.clock) == .zero && $0.contacts > 0 }
    if let first = lost.first {
      let calls = Self.figure(lost.reduce(0) { $0 + $1.contacts })
      warn(
        at: place,
        "\(calls) calls a day come when the center is closed (from \(ClockText.text(first.clock.start))) and are left out"
      )
    }
    return open.filter { $0.contacts > 0 }.map { Demand.Piece(clock: $0.clock, weight: $0.contacts) }
  }

  // MARK: Profile

  func profile(_ time: OpenTime, _ volume: Volume, interval: TimeSpan) -> [Demand.Piece]? {
    if let pieces = volume.pieces { return pieces }
    guard let node = node("demand", "profile") else {
      fill("demand.profile", with: NamedProfile.flat.rawValue, because: "the same rate all day")
      return pieces(.flat, time, interval: interval)
    }
    return profile(node, time, interval: interval)
  }

  /// The pieces of a profile however it is written; its long form goes to `form.profile`.
  func profile(_ node: SourceNode, _ time: OpenTime, interval: TimeSpan) -> [Demand.Piece]? {
    switch node.content {
    case .scalar(let text, _):
      guard let named = NamedProfile(rawValue: text) else { return nil }
      form.profile = .named(named)
      return pieces(named, time, interval: interval)
    case .list(let items): return profile(items, node, time, interval: interval)
    case .map(let members):
      return node["file"] == nil ? profile(members, node, time) : profileFromFile(node, time)
    }
  }

  /// One piece for each stretch of open time and interval; a flat profile needs one piece a stretch.
  private func pieces(_ named: NamedProfile, _ time: OpenTime, interval: TimeSpan) -> [Demand.Piece] {
    let union = time.union
    guard let first = union.first, let last = union.last else { return [] }
    if named == .flat { return union.map { Demand.Piece(clock: $0, weight: $0.length.inHours) } }
    let span = (last.end - first.start).inSeconds
    return union.flatMap { Self.cut($0, every: interval) }.map { clock in
      let middle = (clock.start - first.start).inSeconds + clock.length.inSeconds / 2
      return Demand.Piece(clock: clock, weight: named.rate(at: middle / span) * clock.length.inHours)
    }
  }

  /// A stretch that begins after midnight of an open time that began before: the clock's own.
  static func onClock(_ range: ClockRange) -> ClockRange {
    guard range.start >= .days(1) else { return range }
    return ClockRange(start: range.start - .days(1), end: range.end - .days(1))
  }

  /// Cuts at multiples of the interval on the clock.
  static func cut(_ range: ClockRange, every interval: TimeSpan) -> [ClockRange] {
    var cuts: [ClockRange] = []
    var start = range.start
    while start < range.end {
      let next = TimeSpan(microseconds: (start.microseconds / interval.microseconds + 1) * interval.microseconds)
      cuts.append(ClockRange(start: start, end: min(next, range.end)))
      start = next
    }
    return cuts
  }

  /// One number for each interval of the open time.
  private func profile(_ items: [SourceNode], _ node: SourceNode, _ time: OpenTime, interval: TimeSpan) -> [Demand
    .Piece]?
  {
    let weights = items.compactMap { $0.scalar.flatMap { try? ProfileWeight.parse($0) } }
    guard weights.count == items.count else { return nil }
    guard time.isUniform else {
      error(
        at: node.place, "profile: a list needs the same hours on every open day", help: "write a map of clock ranges")
      return nil
    }
    let clocks = time.union.flatMap { Self.cut($0, every: interval) }
    guard clocks.count == weights.count else {
      error(
        at: node.place,
        "profile: \(weights.count) numbers, but the open time has \(clocks.count) intervals of \(DurationText.text(interval))",
        help: "give one number for each interval, or a map of clock ranges")
      return nil
    }
    return checked(Array(zip(clocks, weights)), node)
  }

  private func profile(_ members: [SourceNode.Member], _ node: SourceNode, _ time: OpenTime) -> [Demand.Piece]? {
    var parts: [(ClockRange, ProfileWeight)] = []
    for member in members {
      guard let clock = try? ClockText.parseRange(member.name), let text = member.value.scalar,
        let weight = try? ProfileWeight.parse(text)
      else { return nil }
      if let other = parts.first(where: { $0.0.start < clock.end && clock.start < $0.0.end }) {
        error(at: member.place, "profile: \(ClockText.text(clock)) overlaps \(ClockText.text(other.0))")
        return nil
      }
      if time.overlap(of: clock) < clock.length {
        let part = time.overlap(of: clock) == .zero ? "" : " partly"
        warn(
          at: member.place,
          "profile: \(ClockText.text(clock)) lies\(part) outside the opening hours; no calls come then")
      }
      parts.append((clock, weight))
    }
    parts.sort { $0.0.start < $1.0.start }
    return checked(parts, node)
  }

  /// Percentages sum to 100, within half a point; plain numbers are relative.
  private func checked(_ parts: [(clock: ClockRange, weight: ProfileWeight)], _ node: SourceNode) -> [Demand.Piece]? {
    let percents = parts.filter(\.weight.isPercent)
    guard percents.isEmpty || percents.count == parts.count else {
      error(at: node.place, "profile: percentages and plain numbers are mixed", help: "write all with %, or none")
      return nil
    }
    if !percents.isEmpty {
      let shares = percents.map { Share(partsPerBillion: $0.weight.number.scaled(toPlaces: 7) ?? 0) }
      guard sumsToWhole(shares, "profile", at: node.place) else { return nil }
    }
    guard parts.contains(where: { $0.weight.number.mantissa > 0 }) else {
      error(at: node.place, "profile: all parts are 0")
      return nil
    }
    form.profile = .pieces(
      parts.map { (clock: Self.onClock($0.clock), weight: $0.weight) }.sorted { $0.clock.start < $1.clock.start })
    return parts.map { Demand.Piece(clock: $0.clock, weight: $0.weight.number.value) }
  }

  /// Says when shares do not sum to 100%; false when they are more than half a point off.
  func sumsToWhole(_ shares: [Share], _ what: String, at place: Place) -> Bool {
    let sum = shares.reduce(Share.zero, +)
    guard sum != .whole else { return true }
    guard abs(sum.partsPerBillion - Share.whole.partsPerBillion) <= 5_000_000 else {
      error(at: place, "\(what) sums to \(ShareText.text(sum)), not to 100%")
      return false
    }
    warn(at: place, "\(what) sums to \(ShareText.text(sum)) and is scaled to 100%")
    return true
  }

  private func profileFromFile(_ node: SourceNode, _ time: OpenTime) -> [Demand.Piece]? {
    guard let place = node["file"]?.place, let name = node["file"]?.scalar, let table = counts(name, at: place) else {
      return nil
    }
    form.profile = .file(name)
    let pieces = openPieces(table, time, at: place)
    if pieces.isEmpty { error(at: place, "\(name) has no calls in the opening hours") }
    return pieces.isEmpty ? nil : pieces
  }

  // MARK: Weekdays

  /// Factors of the weekdays, scaled to mean 1 over the open ones.
  func weekdayFactors(_ time: OpenTime) -> [Double] {
    let open = Weekday.allCases.map { time.hours(of: $0).isEmpty ? 0.0 : 1.0 }
    guard let node = node("demand", "weekday"), let members = node.members else { return open }
    guard time.isDated else {
      warn(at: node.place, "weekday: a typical day has no weekday, so this changes nothing", help: "give a period")
      return open
    }
    var factors = open
    for member in members {
      guard let day = try? CalendarText.weekday(member.name), let text = member.value.scalar,
        let factor = try? ScalarKind.weekdayFactor(text)
      else { return open }
      form.weekday.append((day, factor))
      if time.hours(of: day).isEmpty {
        warn(at: member.place, "weekday: the center is closed on \(day.abbreviation), so this changes nothing")
      } else {
        factors[day.rawValue - 1] = factor.value
      }
    }
    let mean = factors.reduce(0, +) / Double(max(1, time.weekdays.count))
    guard mean > 0 else {
      error(at: node.place, "weekday: all factors are 0")
      return open
    }
    if mean != 1 {
      note(
        at: node.place,
        "weekday factors have mean \(DistributionReading.rounded(mean, 3)) over the open days and are scaled to 1")
    }
    return factors.map { $0 / mean }
  }
}
