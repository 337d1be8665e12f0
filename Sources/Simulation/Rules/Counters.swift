/// Numbers by queue, team or trunk group, all zero at first.
///
/// In raw memory: checks of bounds and of uniqueness would cost more than the counting.
struct Counters: ~Copyable {
  private let numbers: UnsafeMutablePointer<Int>
  private let count: Int

  init(count: Int) {
    self.count = count
    numbers = .allocate(capacity: max(1, count))
    numbers.initialize(repeating: 0, count: count)
  }

  deinit { numbers.deallocate() }

  func reset() { numbers.update(repeating: 0, count: count) }

  @inline(__always) subscript(index: Int) -> Int {
    unsafeAddress { UnsafePointer(numbers + index) }
    nonmutating unsafeMutableAddress { numbers + index }
  }
}
