internal import ContactCenter

/// Days that differ, chance beyond single callers, and callers outside opening hours.
extension Reading {
  func withDetails(_ demand: Demand, _ time: OpenTime, _ queues: [ContactQueue], interval: TimeSpan) -> Demand {
    var demand = demand
    demand.weekdayProfiles = weekdayProfiles(time, interval: interval)
    demand.queueProfiles = queueProfiles(queues, time, interval: interval)
    demand.queueDays = queueDays(queues, time)
    demand.dates = dates(time)
    demand.counts = datedCounts(queues, time)
    if !demand.counts.isEmpty { takeAverages(of: demand.counts, over: time, into: &demand) }
    demand.variation = variation()
    demand.process = process(demand.variation)
    demand.earlyCallers = closedTimeCallers("before_opening", time)
    demand.lateCallers = closedTimeCallers("after_closing", time)
    demand.events = events(queues, time)
    return demand
  }

  /// Adds a line to the long form of the demand.
  private func write(_ line: String) { form.demandDetails.append("  \(line)") }

  // MARK: Profiles

  /// A profile of its own, and how the long form writes it.
  private func ownProfile(
    _ node: SourceNode, _ time: OpenTime, interval: TimeSpan
  ) -> (pieces: [Demand.Piece], form: LongForm.Profile)? {
    let general = form.profile
    defer { form.profile = general }
    if form.volumeFile != nil, case .withVolume = general {
      error(
        at: node.place, "the profile comes with the counts of \(form.volumeFile ?? "")",
        help: "remove this one, or give the volume as a rate")
      return nil
    }
    return profile(node, time, interval: interval).map { (Self.inOrder($0), form.profile) }
  }

  private func weekdayProfiles(_ time: OpenTime, interval: TimeSpan) -> [[Demand.Piece]?] {
    guard let members = node("demand", "profiles")?.members else { return [] }
    var profiles: [[Demand.Piece]?] = Array(repeating: nil, count: 7)
    write("profiles:")
    for member in members {
      let days: [Weekday]
      do throws(ValueProblem) {
        days = try CalendarText.days(member.name)
      } catch {
        self.error(at: member.place, "demand.profiles: \(error.message)", help: error.help)
        continue
      }
      let here = time.restricted(to: days)
      guard !here.union.isEmpty else {
        warn(at: member.place, "demand.profiles.\(member.name): the center is closed then, so this changes nothing")
        continue
      }
      if let day = days.first(where: { profiles[$0.rawValue - 1] != nil }) {
        error(at: member.place, "demand.profiles: \(day.abbreviation) has two shapes", help: "give each day one")
        continue
      }
      guard let own = ownProfile(member.value, here, interval: interval) else { continue }
      for day in days { profiles[day.rawValue - 1] = own.pieces }
      form.demandDetails += LongFormWriter.lines(of: own.form, named: member.name, indent: "    ")
    }
    guard profiles.contains(where: { $0 != nil }) else {
      form.demandDetails.removeLast()
      return []
    }
    return profiles
  }

  /// Weekdays of queues that do not come on all.
  private func queueDays(_ queues: [ContactQueue], _ time: OpenTime) -> [Set<Weekday>?] {
    let days = queues.map { queue in
      node("queues", queue.name, "days")?.scalar.flatMap { try? CalendarText.days($0) }
    }
    guard days.contains(where: { $0 != nil }) else { return [] }
    if let place = node("queues")?.place, form.volumeFile != nil {
      error(at: place, "queues: 'days' and counts from a file both say when contacts come", help: "keep one of them")
    }
    for (queue, own) in zip(queues, days) {
      guard let own, !own.contains(where: time.weekdays.contains),
        let place = node("queues", queue.name, "days")?.place
      else { continue }
      error(
        at: place, "queues.\(queue.name).days: the center is closed on all of them",
        help: "it is open on \(CalendarText.text(time.weekdays))")
    }
    for day in time.weekdays where !days.contains(where: { $0?.contains(day) ?? true }) {
      error(
        at: node("queues")?.place ?? .wholeFile, "queues: on \(day.abbreviation) the center is open, and nobody calls",
        help: "give the day to a queue, or close it")
    }
    return days.map { $0.map(Set.init) }
  }

  private func queueProfiles(_ queues: [ContactQueue], _ time: OpenTime, interval: TimeSpan) -> [[Demand.Piece]?] {
    var profiles: [[Demand.Piece]?] = queues.map { _ in nil }
    for (index, queue) in queues.enumerated() {
      guard let node = node("queues", queue.name, "profile"),
        let own = ownProfile(node, time, interval: interval)
      else { continue }
      profiles[index] = own.pieces
      form.queueProfiles[index] = own.form
    }
    return profiles.contains { $0 != nil } ? profiles : []
  }

  // MARK: Dates

  private var dateMembers: [(dates: ClosedRange<CalendarDate>, value: DateVolumeText.Value, member: SourceNode.Member)]
  {
    (node("demand", "dates")?.members ?? []).compactMap { member in
      guard let dates = try? CalendarText.dates(member.name), let text = member.value.scalar,
        let value = try? DateVolumeText.parse(text)
      else { return nil }
      return (dates, value, member)
    }
  }

  /// Dates of the period that `demand.dates` closes, each once.
  func datesClosedByVolume() -> [(date: CalendarDate, place: Place)] {
    guard let period = node("period")?.scalar.flatMap({ try? PeriodText.parse($0) }) else { return [] }
    var seen: Set<CalendarDate> = []
    var closed: [(date: CalendarDate, place: Place)] = []
    for entry in dateMembers where entry.value == .closed {
      for date in Self.dates(entry.dates, inside: period) where seen.insert(date).inserted {
        closed.append((date, entry.member.place))
      }
    }
    return closed
  }

  private static func dates(
    _ dates: ClosedRange<CalendarDate>, inside period: ClosedRange<CalendarDate>
  ) -> [CalendarDate] {
    guard dates.overlaps(period) else { return [] }
    let inside = dates.clamped(to: period)
    return (inside.lowerBound.dayNumber...inside.upperBound.dayNumber).map(CalendarDate.init(dayNumber:))
  }

  private func dates(_ time: OpenTime) -> [DateVolume] {
    guard let node = node("demand", "dates") else { return [] }
    guard time.isDated, let first = time.days.first?.date, let last = time.days.last?.date else {
      warn(at: node.place, "demand.dates: a typical day has no date, so this changes nothing", help: "give a period")
      return []
    }
    var volumes: [DateVolume] = []
    var seen: Set<CalendarDate> = []
    write("dates:")
    for (dates, value, member) in dateMembers {
      form.demandDetails.append("    \(member.name): \(DateVolumeText.text(value))")
      let inside = Self.dates(dates, inside: first...last)
      if inside.isEmpty {
        warn(at: member.place, "demand.dates: \(member.name) is outside the period, so this changes nothing")
      }
      if let twice = inside.first(where: { !seen.insert($0).inserted }) {
        error(at: member.place, "demand.dates: \(twice) is there twice", help: "give each date once")
        return volumes
      }
      switch value {
      case .closed: continue
      case .factor(let factor): volumes += inside.map { DateVolume(date: $0, volume: .factor(factor.value)) }
      case .contacts(let contacts): volumes += inside.map { DateVolume(date: $0, volume: .contacts(contacts.value)) }
      }
    }
    return volumes.sorted { $0.date < $1.date }
  }

  private func datedCounts(_ queues: [ContactQueue], _ time: OpenTime) -> [DateCounts] {
    guard let choice = node("demand", "volume", "days"), choice.scalar == "dated",
      let place = node("demand", "volume", "file")?.place, let name = node("demand", "volume", "file")?.scalar,
      let table = counts(name, at: place)
    else { return [] }
    form.hasDatedCounts = true
    guard time.isDated, table.counts[0].date != nil else {
      error(
        at: choice.place, time.isDated ? "days: \(name) has no dates" : "days: dated counts need a period",
        help: time.isDated ? "write starts such as 2026-11-23 08:00" : "give a period, for instance 7d from 2026-11-23")
      return []
    }
    if time.days.contains(where: { $0.open.contains { $0.end > .days(1) } }) {
      error(at: choice.place, "days: dated counts need opening hours that end by 24:00")
      return []
    }
    let known = Set(table.counts.compactMap(\.date))
    if let missing = time.days.first(where: { !$0.open.isEmpty && !known.contains($0.date ?? .init(dayNumber: 0)) }) {
      error(
        at: place, "\(name) has no counts of \(missing.date.map(\.description) ?? "")",
        help: "shorten the period, close the day, or write days: average")
      return []
    }
    return time.days.filter { !$0.open.isEmpty }.compactMap(\.date).flatMap { date in
      table.pieces(on: date, queues: queues.map(\.name))
    }
  }

  /// The average day and the mix are those of the dates that are simulated, not of the whole file.
  private func takeAverages(of counts: [DateCounts], over time: OpenTime, into demand: inout Demand) {
    let days = Double(time.days.count { !$0.open.isEmpty })
    let byQueue = demand.mix.indices.map { queue in
      counts.filter { $0.queue == queue }.reduce(0) { $0 + $1.contacts }
    }
    let all = counts.reduce(0) { $0 + $1.contacts }
    guard all > 0 else { return }
    demand.contactsPerDay = all / days
    if counts[0].queue != nil { demand.mix = byQueue.map { $0 / all } }
  }

  // MARK: Chance

  private func share(_ path: String...) -> Share? {
    NodePath.node(path, in: root)?.scalar.flatMap { try? ShareText.parse($0) }
  }

  private func variation() -> DemandVariation {
    var variation = DemandVariation()
    if let share = share("demand", "uncertainty"), share > .zero {
      variation.uncertainty = share.fraction
      write("uncertainty: \(ShareText.text(share))")
    }
    readBusyness(into: &variation)
    readFluctuation(into: &variation)
    return variation
  }

  private func readBusyness(into variation: inout DemandVariation) {
    guard let node = node("demand", "busyness") else { return }
    let cv = share("demand", "busyness") ?? share("demand", "busyness", "cv")
    let shape = node["shape"]?.scalar.flatMap { try? ScalarKind.number($0, 10_000) }
    guard (cv == nil) != (shape == nil) else {
      if node.scalar == nil {
        error(at: node.place, "busyness: it needs one of cv and shape", help: "for instance busyness: {cv: 20%}")
      }
      return
    }
    if let shape, shape < ExactDecimal(mantissa: 1, places: 2) {
      error(at: node.place, "busyness: the shape \(shape.text) is below 0.01")
      return
    }
    variation.busyness = cv?.fraction ?? (1 / (shape?.value ?? 1)).squareRoot()
    guard variation.busyness > 0 else { return }
    variation.isBusynessByQueue = node["by"]?.scalar == "queue"
    let spread = cv.map { "cv: \(ShareText.text($0))" } ?? "shape: \(shape?.text ?? "")"
    write("busyness: {\(spread), by: \(variation.isBusynessByQueue ? "queue" : "center")}")
  }

  private func readFluctuation(into variation: inout DemandVariation) {
    guard let node = node("demand", "fluctuation") else { return }
    guard let cv = share("demand", "fluctuation") ?? share("demand", "fluctuation", "cv") else {
      if node.members != nil, node["cv"] == nil {
        error(at: node.place, "fluctuation: 'cv' is missing", help: "for instance {cv: 15%, correlation: 70%}")
      }
      return
    }
    let correlation = share("demand", "fluctuation", "correlation") ?? .zero
    guard correlation < .whole else {
      error(
        at: node["correlation"]?.place ?? node.place, "fluctuation: the correlation must be below 100%",
        help: "a day that moves as a whole is busyness: \(ShareText.text(cv))")
      return
    }
    guard cv > .zero else { return }
    variation.fluctuation = cv.fraction
    variation.correlation = correlation.fraction
    write("fluctuation: {cv: \(ShareText.text(cv)), correlation: \(ShareText.text(correlation))}")
  }

  private func process(_ variation: DemandVariation) -> ArrivalSpecification {
    guard let node = node("demand", "arrivals") else { return .poisson }
    let cv = node["cv"]?.scalar.flatMap { try? ScalarKind.number($0, 10) }
    let name = node.scalar ?? node["process"]?.scalar ?? (cv == nil ? "poisson" : "renewal")
    guard name == "renewal" || cv == nil else {
      error(at: node.place, "arrivals: '\(name)' has no cv", help: "write process: renewal, or remove cv")
      return .poisson
    }
    if name == "renewal" {
      guard let cv, cv >= ExactDecimal(mantissa: 1, places: 2) else {
        error(
          at: node.place, "arrivals: 'renewal' needs a cv of 0.01 to 10",
          help: "for instance arrivals: {process: renewal, cv: 1.5}")
        return .poisson
      }
      write("arrivals: {process: renewal, cv: \(cv.text)}")
      return .renewal(coefficientOfVariation: cv.value)
    }
    if name == "exact", variation != .none {
      error(
        at: node.place, "arrivals: exact counts leave nothing to uncertainty, busyness or fluctuation",
        help: "remove them, or write arrivals: poisson")
    }
    if name != "poisson" { write("arrivals: \(name)") }
    return ArrivalSpecification(process: name)
  }

  // MARK: Closed time

  private func closedTimeCallers(_ key: String, _ time: OpenTime) -> ClosedTimeCallers? {
    guard let node = node("demand", key), let share = share("demand", key, "share"),
      let within = node["within"]?.scalar.flatMap({ try? DistributionText.mean($0) }), share > .zero
    else { return nil }
    guard within <= .days(1) else {
      error(at: node["within"]?.place ?? node.place, "\(key): within is at most 24h", help: "for instance within: 20m")
      return nil
    }
    if time.averageDay >= .days(1) {
      warn(at: node.place, "\(key): the center never closes, so this changes nothing")
    }
    let rule = node["rule"]?.scalar ?? "turn_away"
    let isLate = key == "after_closing"
    let ruleText = isLate ? ", rule: \(rule)" : ""
    write("\(key): {share: \(ShareText.text(share)), within: \(DurationText.text(within))\(ruleText)}")
    return ClosedTimeCallers(share: share, within: within, areTurnedAway: isLate && rule == "turn_away")
  }
}

extension CountsTable {
  /// The counts of one date, by queue where they are by queue.
  func pieces(on date: CalendarDate, queues: [String]) -> [DateCounts] {
    let ofDate = counts.filter { $0.date == date }
    let names: [String?] = self.queues.isEmpty ? [nil] : queues
    return names.enumerated().map { index, name in
      let own = ofDate.filter { $0.queue == name && $0.count.mantissa > 0 }.sorted { $0.start < $1.start }
      return DateCounts(
        date: date, queue: name == nil ? nil : index,
        pieces: own.map {
          Demand.Piece(clock: ClockRange(start: $0.start, end: $0.start + step), weight: $0.count.value)
        })
    }
  }
}
