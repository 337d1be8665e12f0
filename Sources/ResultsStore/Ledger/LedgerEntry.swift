internal import Hashing

/// A line of the ledger as it lies in the file: what was done, when, by whom, and the hash that chains it to those before.
///
///     payload_hash = SHA-256(payload)
///     hash         = SHA-256("busyhour ledger 1\n", hash before, number, kind, version, at, actor, subject, payload_hash)
///
/// Numbers are 8 bytes, most significant first; a text is its length in bytes, as such a number, and its UTF-8. The hash
/// covers the payload's hash, not the payload: a payload can go, and what it was can still be proved.
public struct LedgerEntry: Hashable, Sendable {
  /// 1, 2, 3, ... without a gap.
  public var number: Int
  /// Code of the kind; one that this build does not know was written by a newer one.
  public var kindCode: Int
  public var version: Int
  /// UTC, as `2026-11-22T09:30:00Z`.
  public var at: String
  /// Who did it.
  public var actor: String
  /// Id of the run or fingerprint of the scenario that it is about; empty for neither.
  public var subject: String
  public var payloadHash: [UInt8]
  public var hash: [UInt8]
  /// JSON; nil when it was deleted with its run.
  public var payload: [UInt8]?

  public var kind: LedgerKind? { LedgerKind(rawValue: kindCode) }

  static func hash(ofPayload payload: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(payload)
    return hash.digest()
  }

  /// The hash that the entry must have after one with `previous`.
  func chained(to previous: [UInt8]) -> [UInt8] {
    var bytes = Array("busyhour ledger 1\n".utf8) + previous
    func add(_ number: Int) {
      for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    func add(_ text: String) {
      add(text.utf8.count)
      bytes += text.utf8
    }
    add(number)
    add(kindCode)
    add(version)
    add(at)
    add(actor)
    add(subject)
    bytes += payloadHash
    return Self.hash(ofPayload: bytes)
  }
}
