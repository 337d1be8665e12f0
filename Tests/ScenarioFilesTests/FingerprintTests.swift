import ContactCenter
import ScenarioFiles
import Testing

@Suite struct `A fingerprint` {
  static let text = `The eight-line file`.text

  func fingerprint(_ text: String, name: String = "a.yaml") throws -> String {
    try ScenarioReader().read(text: text, name: name).fingerprint
  }

  @Test func `does not depend on comments, order, spelling, place or written defaults`() throws {
    let lines = Self.text.split(separator: "\n").map(String.init)
    let same = [
      "# a remark\n\n" + Self.text + "   # another",
      ([lines[0]] + lines[1...].reversed()).joined(separator: "\n"),
      Self.text.replacing("90% in 20s", with: "90/20"),
      Self.text.replacing("90% in 20s", with: "at least 90% in 20000ms"),
      Self.text.replacing("30%", with: "0.3"),
      Self.text.replacing("handle: 5m", with: "handle: 300s"),
      Self.text.replacing("calls: 1000/day", with: "demand: {volume: 1000/day}"),
      Self.text + "\npatience: 3m\ninterval: 30m\nrun: {seed: 1}",
    ]
    let expected = try fingerprint(Self.text)
    for (index, text) in same.enumerated() {
      #expect(try fingerprint(text, name: "folder/b.yaml") == expected, "variant \(index)")
    }
  }

  @Test func `follows every part of the content`() throws {
    let other = ["5m", "19", "30%", "90%", "20s", "1000", "Front desk", "Fri", "18:00"]
    let changed = ["6m", "20", "31%", "91%", "21s", "1001", "Back desk", "Sat", "19:00"]
    var seen = [try fingerprint(Self.text)]
    for (old, new) in zip(other, changed) {
      let print = try fingerprint(Self.text.replacing(old, with: new))
      #expect(!seen.contains(print), "\(old) -> \(new)")
      seen.append(print)
    }
  }

  @Test func `is 64 hexadecimal digits`() throws {
    let print = try fingerprint(Self.text)
    #expect(print.count == 64)
    #expect(print.allSatisfy { "0123456789abcdef".contains($0) })
  }
}
