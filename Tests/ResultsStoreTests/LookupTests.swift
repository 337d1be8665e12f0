import KPIs
import ResultsStore
import StoreTesting
import Testing

struct LookupTests {
  let folder: TemporaryFolder
  let store: ResultsStore

  init() throws {
    folder = try TemporaryFolder()
    store = try ResultsStore(path: folder.file())
  }

  func kind(_ text: String) -> StoreError.Kind? {
    #expect(throws: StoreError.self, "\(text)") { try store.run(matching: text) }?.kind
  }

  /// Runs whose ids begin as given, as another program could have written them into the table.
  func addRuns(_ prefixes: [String]) throws {
    try store.registerScenario(Samples.scenario)
    let raw = try RawDatabase(folder.file())
    for prefix in prefixes {
      let id = prefix + String(repeating: "0", count: 20 - prefix.count)
      try raw.execute(
        """
        INSERT INTO run SELECT coalesce((SELECT max(number) FROM run), 0) + 1, '\(id)', NULL, 1, 1, 1, 0, '0.1.0',
          'offered', '2026-11-22T09:30:00Z', 'someone', 'running', NULL
        """)
    }
  }

  @Test func `a run is found by name, id, prefix, @last and @last~N`() throws {
    let first = try store.beginSampleRun(name: "base")
    let second = try store.beginSampleRun(name: "plus one agent")
    let third = try store.beginSampleRun()
    for (text, run) in [
      ("base", first), ("plus one agent", second), (first.description, first), (second.short, second),
      (third.description.uppercased(), third), (String(third.description.prefix(12)), third), ("@last", third),
      ("@last~0", third), ("@last~1", second), ("@last~2", first),
    ] {
      #expect(try store.run(matching: text).id == run, "\(text)")
    }
  }

  @Test func `a prefix of several runs lists them with the digits that tell them apart`() throws {
    try addRuns(["abcd1", "abcd2", "abce", "ffff00000001", "ffff00000002"])
    #expect(try store.run(matching: "abcd1").id.description == "abcd1" + String(repeating: "0", count: 15))
    #expect(kind("abcd") == .ambiguousRun("abcd", candidates: ["abcd100", "abcd200"]))
    #expect(kind("FFFF") == .ambiguousRun("FFFF", candidates: ["ffff00000001", "ffff00000002"]))
  }

  @Test func `at most ten candidates are listed`() throws {
    try addRuns((10..<40).map { "abcd\($0)" })
    guard case .ambiguousRun(_, let candidates) = kind("abcd") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(candidates.count == 10)
  }

  @Test func `what does not exist is named, with the names nearest to it`() throws {
    for name in ["baseline", "base case", "winter", "a"] { _ = try store.beginSampleRun(name: name) }
    #expect(kind("basline") == .noSuchRun("basline", nearest: ["baseline"]))
    #expect(kind("WINTER") == .noSuchRun("WINTER", nearest: ["winter"]))
    for text in [
      "", "@", "@first", "@last~", "@last~-1", "@last~4", "@last~99999999999999999999", "@last~x", "0123456789", "abc",
      "summer plan", String(repeating: "f", count: 21), "%", "' OR 1=1 --", "\u{0}",
    ] {
      #expect(kind(text) == .noSuchRun(text, nearest: []), "\(text)")
    }
  }

  @Test func `an empty store says that it has no runs`() throws {
    for text in ["@last", "@last~1", "base", "abcd"] { #expect(kind(text) == .noRuns, "\(text)") }
    #expect(try store.runs() == [])
  }

  @Test func `runs are listed with the latest first`() throws {
    let runs = try (0..<5).map { _ in try store.beginSampleRun() }
    #expect(try store.runs().map(\.id) == runs.reversed())
    for limit in [-1, 0, 1, 3, 100] {
      #expect(try store.runs(limit: limit).map(\.id) == Array(runs.reversed().prefix(max(0, limit))), "limit \(limit)")
    }
  }

  @Test func `a name belongs to one run`() throws {
    let holder = try store.beginSampleRun(name: "base")
    let error = #expect(throws: StoreError.self) { try store.beginSampleRun(name: "base") }
    #expect(error?.kind == .nameTaken("base", by: holder))
    #expect(error?.description == "\(store.path): run \(holder.short) has the name \"base\"; give another --name")
    #expect(try store.runs().count == 1)
  }

  @Test func `names that could be mistaken for something else are refused`() throws {
    let long = String(repeating: "n", count: 201)
    for name in ["", "@last", "-n", " base", "base ", "a\nb", "a\u{0}", long, String(repeating: "a", count: 20)] {
      let error = #expect(throws: StoreError.self, "\(name)") { try store.beginSampleRun(name: name) }
      guard case .unfitName(name, _) = error?.kind else {
        Issue.record("\(name): \(String(describing: error))")
        continue
      }
    }
    #expect(try store.runs() == [])
  }

  @Test func `a name comes before an id`() throws {
    let named = try store.beginSampleRun(name: "2024")
    try addRuns(["20245"])
    #expect(try store.run(matching: "2024").id == named)
  }

  @Test func `ids are 20 digits, and none is drawn twice`() throws {
    let ids = try (0..<200).map { _ in try store.beginSampleRun() }
    #expect(Set(ids).count == 200)
    for id in ids { #expect(RunID(id.description) == id && id.short.count == 7, "\(id)") }
    for text in ["", "abc", String(repeating: "A", count: 20), String(repeating: "g", count: 20)] {
      #expect(RunID(text) == nil, "\(text)")
    }
  }

  @Test func `a scenario that was not registered is named`() throws {
    let error = #expect(throws: StoreError.self) { try store.beginRun(Samples.request()) }
    #expect(error?.kind == .noSuchScenario(Samples.scenario.fingerprint))
    for fingerprint in ["", "abc", String(repeating: "F", count: 64)] {
      var scenario = Samples.scenario
      scenario.fingerprint = fingerprint
      #expect(throws: StoreError.self, "\(fingerprint)") { try store.registerScenario(scenario) }
      #expect(throws: StoreError.self, "\(fingerprint)") { try store.scenario(fingerprint: fingerprint) }
    }
  }
}
