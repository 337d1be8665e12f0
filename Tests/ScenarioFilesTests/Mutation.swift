/// A small generator with a fixed seed (xorshift64*), so that failures repeat.
struct SmallGenerator {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 2_685_821_657_736_338_717) >> 33) % max(1, limit)
  }
}

/// Damages texts as people and programs do.
enum Mutation {
  static let pieces = [
    ":", ": ", "- ", "\n", "\n  ", "%", "{", "}", "[", "]", ",", "'", "\"", "#", "&a ", "*a", "? ", "| ", "> ", "0",
    "9", ".", "-", "/",
    "m", "h", "24:00", "never", "~", "<<: ", "é", "\u{2028}", "9999999999", "-1", "1e9", "to", " in ", "x", "!!int ",
    "\t",
  ]

  static func of(_ text: String, _ random: inout SmallGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...random.next(below: 3) {
      let place = random.next(below: scalars.count + 1)
      switch random.next(below: 5) {
      case 0: scalars.insert(contentsOf: pieces[random.next(below: pieces.count)].unicodeScalars, at: place)
      case 1: if place < scalars.count { scalars.remove(at: place) }
      case 2:
        let end = min(scalars.count, place + random.next(below: 12))
        scalars.insert(contentsOf: Array(scalars[place..<end]), at: random.next(below: scalars.count + 1))
      case 3: if place + 1 < scalars.count { scalars.swapAt(place, place + 1) }
      default:
        let end = min(scalars.count, place + random.next(below: 12))
        scalars.removeSubrange(place..<end)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
