internal import Erlang

/// A formula that is applied to every row of a table: which columns it reads, which it appends.
///
/// Units are in the names of the columns: `_s` seconds, `_per_h` an hour, `_erlangs`; shares and probabilities are
/// fractions in 0...1.
public struct TableFormula: Sendable {
  /// As messages name it: `erlang c`, `staff`.
  public let title: String
  /// Columns that the table must have.
  public let required: [String]
  /// Columns that are read where they are there.
  public let optional: [String]
  /// Columns appended.
  public let results: [String]
  private let evaluate: @Sendable (TableRow, inout TableMemory) throws -> [TableValue]

  init(
    _ title: String, required: [String], optional: [String] = [], results: [String],
    evaluate: @escaping @Sendable (TableRow) throws -> [TableValue]
  ) {
    self.init(title, required: required, optional: optional, results: results) { row, _ in try evaluate(row) }
  }

  /// A formula whose rows are intervals one after the other.
  init(
    _ title: String, required: [String], optional: [String] = [], results: [String],
    evaluateNext: @escaping @Sendable (TableRow, inout TableMemory) throws -> [TableValue]
  ) {
    self.title = title
    self.required = required
    self.optional = optional
    self.results = results
    evaluate = evaluateNext
  }

  /// The figures of one row alone, in the order of `results`.
  ///
  /// - Throws: ``RowError``.
  /// - Complexity: one evaluation of the formula; constant memory.
  public func values(of row: TableRow) throws(RowError) -> [TableValue] {
    var memory = TableMemory()
    return try values(of: row, after: &memory)
  }

  /// The figures of one row, in the order of `results`, with what earlier rows left to it.
  ///
  /// - Throws: ``RowError``.
  /// - Complexity: one evaluation of the formula, O(1) for each deadline window that is still open.
  public func values(of row: TableRow, after memory: inout TableMemory) throws(RowError) -> [TableValue] {
    do { return try evaluate(row, &memory) } catch let error as RowError { throw error } catch let error
      as StaffingError
    {
      throw RowError(error)
    } catch { throw .refused("\(error)") }
  }
}

extension TableFormula: Hashable {
  public static func == (left: TableFormula, right: TableFormula) -> Bool {
    left.title == right.title && left.results == right.results
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(title) }
}

extension TableFormula {
  /// A formula of the family by its letter.
  public enum Family: String, CaseIterable, Sendable {
    /// Erlang B: blocked contacts are lost.
    case b
    /// Erlang C: everybody waits as long as it takes.
    case c
    /// Erlang A: contacts abandon after an exponential patience.
    case a
    /// Erlang A with redials.
    case x
    /// M/M/n+G: patience of any law.
    case g
    /// Engset: finitely many sources, blocked contacts are lost.
    case e
    /// Extended Erlang B: a share of the blocked contacts tries again.
    case r
  }

  /// What an inverse finds.
  public enum Unknown: String, CaseIterable, Sendable {
    case agents
    case load
    case handleTime = "handle_time"
    case threshold
  }

  /// The formula of a family.
  public static func of(_ family: Family) -> TableFormula {
    switch family {
    case .b: erlangB
    case .c: erlangC
    case .a: erlangA
    case .x: erlangX
    case .g: erlangG
    case .e: engset
    case .r: extendedErlangB
    }
  }

  /// The formula of a family asked backwards.
  ///
  /// - Returns: nil where the family has no such inverse.
  public static func of(_ family: Family, solving unknown: Unknown) -> TableFormula? {
    switch (family, unknown) {
    case (.b, .agents): erlangBAgents
    case (.b, .load): erlangBLoad
    case (.c, .agents): erlangCAgents
    case (.c, .load): erlangCLoad
    case (.c, .handleTime): erlangCHandleTime
    case (.c, .threshold): erlangCThreshold
    case (.a, .agents): erlangAAgents
    case (.a, .load): erlangALoad
    case (.a, .handleTime): erlangAHandleTime
    case (.a, .threshold): erlangAThreshold
    default: nil
    }
  }

  /// The inverses that a family has.
  public static func unknowns(of family: Family) -> [Unknown] {
    Unknown.allCases.filter { of(family, solving: $0) != nil }
  }
}
