import Testing

@testable import Spelling

struct NearestWordsTests {
  @Test func `a distance counts insertions, deletions, changes and swaps of neighbours`() {
    for (left, right, distance) in [
      ("", "", 0), ("", "abc", 3), ("queue", "queue", 0), ("queue", "queu", 1), ("queue", "qeueu", 2), ("ab", "ba", 1),
      ("simulate", "simulete", 1), ("kitten", "sitting", 3),
    ] {
      #expect(NearestWords.distance(left, right) == distance, "\(left) \(right)")
      #expect(NearestWords.distance(right, left) == distance, "\(right) \(left)")
    }
  }

  @Test func `the first is near or nothing, and ties go to the earlier one`() {
    let words = ["calls", "handle", "agents", "patience"]
    for (word, near) in [("call", "calls"), ("HANDEL", "handle"), ("agnets", "agents"), ("pateince", "patience")] {
      #expect(NearestWords.first(to: word, among: words) == near, "\(word)")
    }
    for word in ["", "x", "wage", "shrinkage"] { #expect(NearestWords.first(to: word, among: words) == nil, "\(word)") }
    #expect(NearestWords.first(to: "cat", among: ["bat", "hat"]) == "bat")
  }

  @Test func `names are at most three, the nearest first, and none for a short word`() {
    let names = ["baseline", "base case", "basement", "winter", "a"]
    #expect(NearestWords.names(to: "basline", among: names) == ["baseline"])
    #expect(NearestWords.names(to: "base", among: ["bass", "bast", "bask", "bash"]) == ["bash", "bask", "bass"])
    for word in ["", "@", "b"] { #expect(NearestWords.names(to: word, among: names) == [], "\(word)") }
  }
}
