import BusyHourTesting
import Experiments
import Testing

@Suite(.labelled)
struct SmallestPassingTests {
  @Test func `the smallest that passes is found from any start, each number asked once`() async throws {
    for threshold in [1, 2, 17, 63, 64, 100] {
      for start in [-5, 1, 16, 18, 64, 100, 200] {
        for step in [1, 7] {
          var asked: [Int] = []
          let found = await SmallestPassing.find(from: start, in: 1...100, firstStep: step) { number in
            asked.append(number)
            return number >= threshold
          }
          #expect(found == threshold, "\(threshold) from \(start)")
          #expect(Set(asked).count == asked.count && asked.count <= 16, "\(asked)")
        }
      }
    }
  }

  @Test func `nothing in range is nil, and what passes at the lower end is the lower end`() async {
    #expect(await SmallestPassing.find(from: 5, in: 1...10) { _ in false } == nil)
    #expect(await SmallestPassing.find(from: 5, in: 1...10) { _ in true } == 1)
  }
}
