public import EventLog

/// Which case each event of a log belongs to, and how many events each case has: what must be known to write a case in
/// one piece as soon as it is over, without holding the log.
///
/// Takes one byte a contact of the replication, and some for each linked contact.
public struct CaseCensus: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Every contact is a case.
    case contact
    /// All contacts of one customer are: a redial, a repeat, a callback, a transfer belongs to the first contact.
    case customer
  }

  /// From here on a case counts as endless, and is written at the end of its replication.
  private static let most = UInt8.max

  /// Of every code: whether the kind is about a contact.
  private static let namesContact = (0...255).map { code in
    EventKind(rawValue: UInt8(code)).map { EventCatalog.entry(of: $0).namesContact } ?? false
  }

  private let kind: Kind
  private var counts: [UInt8] = [0]
  /// First contact of the customer, of those that have an earlier one.
  private var roots: [UInt32: UInt32] = [:]

  public init(_ kind: Kind) { self.kind = kind }

  /// Takes in the next event of the log.
  public mutating func add(_ record: EventRecord) {
    let contact = record.contact
    guard Self.namesContact[Int(record.kindCode)] else { return }
    if case .contactLinked(_, _, let link)? = record.event { connect(contact, to: link.previous) }
    count(1, of: key(of: contact))
  }

  private mutating func connect(_ contact: UInt32, to previous: UInt32) {
    roots[contact] = root(of: previous)
    // Its arrival was counted before the link was known.
    guard kind == .customer, Int(contact) < counts.count else { return }
    count(Int(counts[Int(contact)]), of: key(of: contact))
    counts[Int(contact)] = 0
  }

  private mutating func count(_ events: Int, of key: UInt32) {
    if Int(key) >= counts.count { counts += Array(repeating: 0, count: Int(key) + 1 - counts.count) }
    counts[Int(key)] = UInt8(min(Int(Self.most), Int(counts[Int(key)]) + events))
  }

  /// The first contact of the same customer.
  public func root(of contact: UInt32) -> UInt32 { roots[contact] ?? contact }
  public func isLinked(_ contact: UInt32) -> Bool { roots[contact] != nil }

  /// Number of the case that a contact belongs to.
  func key(of contact: UInt32) -> UInt32 { kind == .customer ? root(of: contact) : contact }

  /// Events of the case; nil where there are too many to tell.
  func eventCount(of key: UInt32) -> Int? {
    guard Int(key) < counts.count, counts[Int(key)] < Self.most else { return nil }
    return Int(counts[Int(key)])
  }
}
