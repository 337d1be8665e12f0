internal import Glibc

/// A process's claim to record a run, which ends with the process whatever ends it: a lock of the system on one byte of a
/// file beside the store, at the place that the run's number gives. So a run that was killed can be told from one that
/// goes on, and two processes never record one run.
public final class RunClaim {
  private let descriptor: Int32

  /// - Returns: nil where another process, or another claim of this one, has it.
  init?(storePath: String, run: Int64) throws(StoreError) {
    // The system lends locks to open files, not to processes (F_OFD_SETLK): closing another one loses nothing.
    descriptor = open(Self.path(storePath), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError(path: storePath, kind: .cannotOpen(reason: String(cString: strerror(errno))))
    }
    var lock = Self.lock(run)
    guard fcntl(descriptor, Self.setLock, &lock) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Whether somebody has it now.
  static func isHeld(storePath: String, run: Int64) -> Bool {
    let descriptor = open(path(storePath), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var lock = Self.lock(run)
    return fcntl(descriptor, Self.getLock, &lock) == 0 && Int32(lock.l_type) != F_UNLCK
  }

  private static func path(_ store: String) -> String { store + "-running" }

  private static func lock(_ run: Int64) -> flock {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(run)
    lock.l_len = 1
    return lock
  }

  /// F_OFD_GETLK and F_OFD_SETLK of Linux, which Swift's import of the header leaves out.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37
}

extension ResultsStore {
  /// Claims a run for recording, as long as the claim lives.
  ///
  /// - Throws: ``StoreError/Kind/inUse(run:)`` where another process records it.
  public func claimRun(_ id: RunID) throws -> RunClaim {
    let number = try translated { try database.read { try header(of: id).number } }
    guard let claim = try RunClaim(storePath: path, run: number) else { throw failure(.inUse(run: id)) }
    return claim
  }

  /// Whether a process records the run at this moment. A run that is `running` and is not being recorded was killed.
  public func isBeingRecorded(_ id: RunID) throws -> Bool {
    RunClaim.isHeld(storePath: path, run: try translated { try database.read { try header(of: id).number } })
  }
}
