internal import EventLog

// What callers were told of their wait, against what came.

extension DetailFold {
  struct Announcement {
    var wait: Int64
    var at: Int64
  }

  /// A wait is announced; who balks has none.
  mutating func isTold(_ record: EventRecord) {
    let isWait = record.kindCode == EventKind.waitAnnounced.rawValue
    announcements[record.contact] = isWait ? Announcement(wait: record.reference, at: record.time) : nil
  }

  /// Books what was announced to a contact whose wait has ended, in the interval of the announcement.
  mutating func compare(_ record: EventRecord, _ sums: WritableKeyPath<DayDetail.Queue, AnnouncementSums>) {
    guard let announcement = announcements.removeValue(forKey: record.contact) else { return }
    intervals[interval(of: announcement.at)].queues[record.queue][keyPath: sums]
      .add(announced: announcement.wait, realised: record.time - announcement.at)
  }
}
