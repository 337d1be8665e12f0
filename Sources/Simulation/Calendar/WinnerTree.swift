/// The least of many keys: a binary tree whose nodes each hold the smaller of the two below, with one leaf for whatever may
/// happen.
///
/// Every change is one path from leaf to root, without a branch that depends on data; a heap of as many entries would cost
/// two to four times as much.
struct WinnerTree: ~Copyable {
  static let never = UInt64.max
  /// The tree as loops take it along, in registers.
  struct Path {
    fileprivate let leaves: Int
    fileprivate let keys: UnsafeMutablePointer<UInt64>

    /// Sets the key of a leaf and returns the least of all, which the next step then has without a way through memory.
    /// O(log leaves).
    @inline(__always) func place(_ leaf: Int, _ key: UInt64) -> UInt64 {
      var position = leaves &+ leaf
      var winner = key
      keys[position] = key
      repeat {
        winner = min(winner, keys[position ^ 1])
        position &>>= 1
        keys[position] = winner
      } while position > 1
      return winner
    }
  }

  private(set) var path: Path

  init(leafCount: Int) {
    var size = 2
    while size < leafCount { size *= 2 }
    path = Path(leaves: size, keys: .allocate(capacity: 2 * size))
    path.keys.initialize(repeating: Self.never, count: 2 * size)
  }

  deinit { path.keys.deallocate() }

  /// The least key, or ``never``.
  @inline(__always) var first: UInt64 { path.keys[1] }
  @inline(__always) subscript(leaf: Int) -> UInt64 { path.keys[path.leaves &+ leaf] }
  @inline(__always) func set(_ leaf: Int, _ key: UInt64) { _ = path.place(leaf, key) }
  func removeAll() { path.keys.update(repeating: Self.never, count: 2 * path.leaves) }

  var leafCount: Int { path.leaves }

  /// The leaf that holds the least key, the first of several, and whether there are several. O(log leaves).
  @inline(__always) func firstLeaf() -> (leaf: Int, isTied: Bool) {
    let first = first
    var (position, isTied) = (1, false)
    while position < path.leaves {
      let (left, right) = (path.keys[2 &* position], path.keys[2 &* position &+ 1])
      isTied = isTied || left == right
      position = 2 &* position &+ (left == first ? 0 : 1)
    }
    return (position &- path.leaves, isTied)
  }

  /// All leaves that hold the least key, in order. O(leaves).
  func firstLeaves() -> [Int] { (0..<path.leaves).filter { self[$0] == first } }

  /// Gives room to twice as many leaves.
  mutating func grow() {
    let larger = WinnerTree(leafCount: 2 * path.leaves)
    for leaf in 0..<path.leaves where self[leaf] != Self.never { larger.set(leaf, self[leaf]) }
    self = larger
  }
}
