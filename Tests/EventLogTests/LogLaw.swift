import BusyHourTesting
import Foundation
import Testing

/// A law that logs and what is made of them keep, and the tests that hold it: by file and name, or a check of `.ci`.
struct LogLaw {
  var law: String
  var tests: [(file: String, name: String)]

  init(_ law: String, _ tests: (file: String, name: String)...) { (self.law, self.tests) = (law, tests) }

  var row: String {
    let names = tests.map { $0.name.isEmpty ? "`\($0.file)`" : "\($0.file): \($0.name)" }
    return "| \(law) | \(names.joined(separator: "; ")) |"
  }

  static let all: [LogLaw] = [
    LogLaw(
      "Same plan, seed and index, same digest: twice, in two processes, on any number of threads, debug and release",
      ("SimulateTests", "threads and repetition change no digest, the seed does"),
      ("ReplicationRunnerTests", "any number of threads gives the same results in the same order"),
      (".ci/check-digests", "")),
    LogLaw(
      "The processor does not matter",
      ("StreamDigestTests", "the digest of a known log is the same for ever and on every machine"),
      (".ci/check-digests", "")),
    LogLaw(
      "What was folded while simulating is what the stored log gives",
      ("ReplicationRunnerTests", "folding the kept segments again gives the result"),
      ("RunTests", "a replay proves the stored figures from kept and from remade logs")),
    LogLaw(
      "What is decoded is what was coded, extremes too",
      ("SegmentTests", "any valid records come back bit for bit, extreme fields too"),
      ("SegmentTests", "simulated logs come back bit for bit"),
      ("RoundTripTests", "logs come back segment by segment, and say when they were not kept")),
    LogLaw(
      "A fold that goes on from a kept state ends as the whole fold",
      ("SegmentGuideTests", "a fold that goes on from the state at every 97th position ends as the whole fold does"),
      ("GuideTests", "they are made again with the tables, and one that is missing is no fault"),
      ("LongLogTests", "what guides to segments tell is what the whole log tells")),
    LogLaw(
      "Old logs are read, and give the figures that they gave",
      ("SegmentFixtureTests", "a segment of every version is read as it was written"),
      ("MigrationTests", "an old store is brought up to date, proved and made again"),
      ("UpcasterTests", "an old log gives the figures of today, and keeps the digest of what was written")),
    LogLaw(
      "Events of one instant have one order",
      ("ReferenceAgreementTests", "logs of random plans equal those of the slow simulator, event by event"),
      ("SingleLineTests", "ties of every kind are resolved alike, by the slow simulator too")),
    LogLaw(
      "Invariants: time, balance of contacts, one talk a hand, no answer on a break, reference instants",
      ("LogInvariantsTests", "every broken law is named, where it is broken first"),
      ("ReferenceAgreementTests", "the laws of the log hold on random plans, those of routing too"),
      ("RuleTests", "the laws of the log hold on random plans with rules of every kind"),
      ("GeneratedScenarioTests", "keep the laws of the log")),
    LogLaw(
      "Common random numbers: an agent more moves no draw",
      ("CommonRandomNumberTests", "adding an agent leaves every call's draws unchanged, in every shipped scenario"),
      ("ContractTests", "more people and more patience leave every arrival and every handle time as they were")),
    LogLaw(
      "Theory: Erlang B, C and A within their intervals; Little's law on the path, exactly",
      ("TheoryTests", "M/M/n agrees with Erlang C"), ("TheoryTests", "M/M/n+M agrees with Erlang A in every figure"),
      ("RuleTheoryTests", "no waiting places are Erlang B, for any law of talk"),
      ("CenterStateTests", "the area under the line is the sum of the waits, to the microsecond")),
    LogLaw(
      "Reference logs are the same for ever", ("GoldenTests", "the log of a reference plan is the same for ever")),
  ]
}

struct LogLawTests {
  @Test func `every test that is said to hold a law is there`() throws {
    let root = TextFile.root(from: #filePath)
    let paths = FileManager.default.enumerator(atPath: "\(root)/Tests")?.compactMap { $0 as? String } ?? []
    for (file, name) in LogLaw.all.flatMap(\.tests) {
      if name.isEmpty {
        #expect(FileManager.default.fileExists(atPath: "\(root)/\(file)"), "\(file)")
        continue
      }
      let texts = paths.filter { $0.hasSuffix("/\(file).swift") }.compactMap { TextFile.read("\(root)/Tests/\($0)") }
      let isThere = texts.contains { $0.contains("func `\(name)`") }
      #expect(isThere, "\(file): \(name)")
    }
  }
}
