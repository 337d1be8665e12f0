/// What a key changes first, and which draws of a customer's first contact move with it. A key without a line here
/// changes the log and moves no draw: that is what a rule does under common random numbers.
struct KeyEffect {
  enum Place {
    /// What reports say: the log and every figure stay.
    case words
    /// The runs that are made of the plan.
    case runs
    /// KPIs and verdicts: every event stays.
    case score
    /// The plan; its log need not.
    case plan
    case log
  }

  enum Draw { case arrival, talk, wrapUp, patience }

  var place = Place.log
  var moves: Set<Draw> = []
  /// Whether arrivals move in the key's own queue alone.
  var isOfOneQueue = false

  /// By beginning of the path; the first that fits counts.
  private static let table: [(path: String, effect: KeyEffect)] =
    ["busyhour", "name", "timezone", "events.*.note", "extends", "sweep", "tornado"].map {
      ($0, KeyEffect(place: .words))
    }
    + [
      "targets", "queues.*.target", "definition", "wait_basis", "cost", "costs", "teams.*.cost", "teams.*.price",
      "call_equivalents",
      "run.warm_up_days",
    ].map { ($0, KeyEffect(place: .score)) }
    + [
      ("interval", KeyEffect(place: .plan)), ("run.start_at", KeyEffect(moves: [.arrival])),
      ("run", KeyEffect(place: .runs)),
    ]
    + ["queues.*.profile", "queues.*.list", "queues.*.backlog", "queues.*.waiting", "queues.*.talks"].map {
      ($0, KeyEffect(moves: [.arrival], isOfOneQueue: true))
    }
    // Staffing counts on what is foreseen; the event itself is the same.
    + [("events.*.foreseen", KeyEffect())]
    + ["open", "period", "closed", "demand", "events", "queues.*.days"].map { ($0, KeyEffect(moves: [.arrival])) }
    // An attempt lasts as long as reading up, ringing and talk together.
    + ["queues.*.dial.ring", "queues.*.dial.preview"].map { ($0, KeyEffect(moves: [.talk])) }
    + ["", "queues.*."].flatMap { prefix in
      [
        ("\(prefix)handle_at", KeyEffect(moves: [.talk])), ("\(prefix)patience_at", KeyEffect(moves: [.patience])),
        ("\(prefix)handle", KeyEffect(moves: [.talk])), ("\(prefix)wrap_up", KeyEffect(moves: [.wrapUp])),
        ("\(prefix)patience", KeyEffect(moves: [.patience])),
      ]
    }

  static func of(_ path: String) -> KeyEffect {
    table.first { path == $0.path || path.hasPrefix("\($0.path).") }?.effect ?? KeyEffect()
  }
}
