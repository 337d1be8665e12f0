/// Appends facts to the ledger and brings the projections up to them, inside the caller's transaction.
struct LedgerWriter {
  private let database: Database
  private let projector: Projector
  private let actor: String
  private let at: String
  private(set) var head: LedgerHead

  /// Reads the head: the transaction must hold the write lock.
  init(_ database: Database, actor: String) throws {
    self.database = database
    self.actor = actor
    projector = Projector(database: database)
    at = try database.first("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')") { $0.text(0) } ?? ""
    head = try database.ledgerHead()
  }

  /// - Returns: number of the entry.
  @discardableResult
  mutating func append(_ fact: LedgerFact) throws -> Int {
    let payload = fact.payload.bytes
    var entry = LedgerEntry(
      number: head.entries + 1, kindCode: fact.kind.rawValue, version: fact.kind.version, at: at, actor: actor,
      subject: fact.subject, payloadHash: LedgerEntry.hash(ofPayload: payload), hash: [], payload: nil)
    entry.hash = entry.chained(to: head.hash)
    try database.run(
      "INSERT INTO ledger VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", .integer(entry.number), .integer(entry.kindCode),
      .integer(entry.version), .text(at), .text(actor), .text(entry.subject), .bytes(entry.payloadHash),
      .bytes(entry.hash))
    try database.run("INSERT INTO payload VALUES (?1, ?2)", .integer(entry.number), .bytes(payload))
    head = LedgerHead(entries: entry.number, hash: entry.hash)
    try projector.apply(fact, Projector.Origin(entry: entry.number, at: at, actor: actor))
    return entry.number
  }
}

extension LedgerFact {
  /// What the entry is about, for those who look without reading the payload.
  var subject: String {
    switch self {
    case .scenarioRegistered(let scenario): scenario.fingerprint
    case .pointRecorded(let key, _): key.scenario
    default: run?.description ?? ""
    }
  }
}

extension Database {
  func ledgerHead() throws -> LedgerHead {
    try first("SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1") {
      LedgerHead(entries: Int($0.integer(0)), hash: $0.bytes(1))
    } ?? .empty
  }
}
