/// An object-centric log in a SQLite file of its own: OCEL 2.0, "Relational Representation" (RWTH, 2023, section 5).
///
/// The file is a product, not a store: no journal, no promises while it is written. Whoever makes it writes it under
/// another name and moves it into place when ``finish()`` has returned. Rows go to the disk as they come.
public final class ObjectLogFile {
  public enum Value: Hashable, Sendable {
    case integer(Int)
    case real(Double)
    case text(String)
  }

  public enum Form: String, Sendable {
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
    case instant = "TIMESTAMP"
  }

  /// A type of events or objects with the attributes that it may have. Names are those of a catalogue.
  public struct Kind: Sendable {
    public var name: String
    public var attributes: [(name: String, form: Form)]
    public init(name: String, attributes: [(name: String, form: Form)]) {
      self.name = name
      self.attributes = attributes
    }
  }

  /// What SQLite says when it cannot go on: a full disk, for instance.
  public struct Failure: Error, Hashable, Sendable {
    public var reason: String
  }

  private let database: Database
  private let events: [String: Table]
  private let objects: [String: Table]

  private struct Table {
    var columns: [String]
    var insert: Statement
  }

  /// - Parameter path: an empty file, which exists.
  /// - Throws: ``Failure``.
  public init(path: String, events: [Kind], objects: [Kind]) throws {
    let database = try Self.named { try Database(path: path, access: .write, busyTimeout: 0) }
    self.database = database
    (self.events, self.objects) = try Self.named {
      try database.execute(Self.settings)
      try database.execute(Self.schema)
      try database.run("BEGIN")
      return (
        try Self.tables("event", events, fixed: ["ocel_time"], in: database),
        try Self.tables("object", objects, fixed: ["ocel_time", "ocel_changed_field"], in: database)
      )
    }
  }

  /// - Precondition: `type` is one of the kinds; attributes are named as it names them.
  public func add(object id: String, type: String, attributes: [String: Value]) throws {
    guard let table = objects[type] else { preconditionFailure("objects of no such type: \(type)") }
    try Self.named {
      try database.run("INSERT INTO object VALUES (?1, ?2)", .text(id), .text(type))
      // The value that an attribute has from the beginning: OCEL gives it this time.
      try insert(id, [.text("1970-01-01 00:00:00"), .null], attributes, into: table)
    }
  }

  /// - Parameters:
  ///   - time: RFC 3339.
  ///   - relations: objects that were added before, each with what it is to the event.
  public func add(
    event id: String, type: String, time: String, attributes: [String: Value],
    relations: [(object: String, qualifier: String)]
  ) throws {
    guard let table = events[type] else { preconditionFailure("events of no such type: \(type)") }
    try Self.named {
      try database.run("INSERT INTO event VALUES (?1, ?2)", .text(id), .text(type))
      try insert(id, [.text(time)], attributes, into: table)
      for relation in relations {
        try database.run(
          "INSERT INTO event_object VALUES (?1, ?2, ?3)", .text(id), .text(relation.object), .text(relation.qualifier))
      }
    }
  }

  public func relate(_ source: String, to target: String, qualifier: String) throws {
    try Self.named {
      try database.run("INSERT INTO object_object VALUES (?1, ?2, ?3)", .text(source), .text(target), .text(qualifier))
    }
  }

  /// The file is complete; nothing more can be added.
  public func finish() throws { try Self.named { try database.run("COMMIT") } }

  private func insert(
    _ id: String, _ fixed: [SQLValue], _ attributes: [String: Value], into table: Table
  ) throws {
    let values = table.columns.map { name -> SQLValue in
      switch attributes[name] {
      case nil: .null
      case .integer(let value): .integer(value)
      case .real(let value): .real(value)
      case .text(let value): .text(value)
      }
    }
    try table.insert.bind([.text(id)] + fixed + values)
    try table.insert.run()
  }

  private static func named<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw Failure(reason: error.message)
    }
  }
}

// MARK: - Schema

extension ObjectLogFile {
  private static let settings: StaticString = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA temp_store = MEMORY;
    """

  private static let schema: StaticString = """
    CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
    CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
    CREATE TABLE event (
      ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES event_map_type (ocel_type));
    CREATE TABLE object (
      ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES object_map_type (ocel_type));
    CREATE TABLE event_object (
      ocel_event_id TEXT NOT NULL REFERENCES event (ocel_id), ocel_object_id TEXT NOT NULL REFERENCES object (ocel_id),
      ocel_qualifier TEXT NOT NULL, PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier));
    CREATE TABLE object_object (
      ocel_source_id TEXT NOT NULL REFERENCES object (ocel_id), ocel_target_id TEXT NOT NULL REFERENCES object (ocel_id),
      ocel_qualifier TEXT NOT NULL, PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier));
    """

  /// The table of each type, and its row in the map of types.
  private static func tables(
    _ prefix: String, _ kinds: [Kind], fixed: [String], in database: Database
  ) throws -> [String: Table] {
    var tables: [String: Table] = [:]
    for kind in kinds {
      let name = Database.quoted("\(prefix)_\(kind.name)")
      let key = prefix == "event" ? "TEXT PRIMARY KEY" : "TEXT"
      let columns =
        ["ocel_id \(key) REFERENCES \(prefix) (ocel_id)"]
        + fixed.map { $0 == "ocel_time" ? "ocel_time TIMESTAMP" : "\($0) TEXT" }
        + kind.attributes.map { "\(Database.quoted($0.name)) \($0.form.rawValue)" }
      try database.execute(catalogueText: "CREATE TABLE \(name) (\(columns.joined(separator: ", ")))")
      let places = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
      tables[kind.name] = Table(
        columns: kind.attributes.map(\.name),
        insert: try database.statement(catalogueText: "INSERT INTO \(name) VALUES (\(places))"))
      if prefix == "event" {
        try database.run("INSERT INTO event_map_type VALUES (?1, ?1)", .text(kind.name))
      } else {
        try database.run("INSERT INTO object_map_type VALUES (?1, ?1)", .text(kind.name))
      }
    }
    return tables
  }
}
