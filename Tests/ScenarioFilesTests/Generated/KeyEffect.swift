/// What a key changes first, and which draws of a customer's first contact move with it. A key without a line here
/// changes the log and moves no draw: that is what a rule does under common random numbers.
struct KeyEffect {
  enum Place {
    /// What reports say: the plan and every figure stay.
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

  /// By beginning of the path; the first that fits counts.
  private static let table: [(path: String, effect: KeyEffect)] =
    [
      ("busyhour", KeyEffect(place: .words)), ("name", KeyEffect(place: .words)),
      ("timezone", KeyEffect(place: .words)), ("events.*.note", KeyEffect(place: .words)),
      ("extends", KeyEffect(place: .words)), ("interval", KeyEffect(place: .plan)), ("sweep", KeyEffect(place: .words)),
      ("run", KeyEffect(place: .runs)), ("targets", KeyEffect(place: .score)),
      ("queues.*.target", KeyEffect(place: .score)), ("definition", KeyEffect(place: .score)),
      ("cost", KeyEffect(place: .score)), ("teams.*.cost", KeyEffect(place: .score)),
    ]
    + ["open", "period", "closed", "demand", "events", "queues.*.profile"].map {
      ($0, KeyEffect(moves: [.arrival]))
    }
    + ["", "queues.*."].flatMap { prefix in
      [
        ("\(prefix)handle", KeyEffect(moves: [.talk])), ("\(prefix)wrap_up", KeyEffect(moves: [.wrapUp])),
        ("\(prefix)patience", KeyEffect(moves: [.patience])),
      ]
    }

  /// Where the two values of the table of keys are too near to show: others.
  static let values: [String: (String, String)] = [
    "events.*.note": ("events.1.note=one", "events.1.note=two"),
    "agents": ("agents=19", "agents={08:00-18:00: 17}"),
    "shrinkage": ("shrinkage=20%", "shrinkage=40%"),
    "shrinkage.planned": ("shrinkage.planned={a: 5%}", "shrinkage.planned={a: 45%}"),
    "teams.*.shrinkage": ("teams.nurses.shrinkage=20%", "teams.nurses.shrinkage=60%"),
  ]

  static func of(_ path: String) -> KeyEffect {
    table.first { path == $0.path || path.hasPrefix("\($0.path).") }?.effect ?? KeyEffect()
  }
}
