import Foundation
import Testing

struct TableTests {
  @Test func `marks, line ends, quotes, order and further columns of a table are taken as they come`() throws {
    let table = "\u{FEFF}Load_Erlangs , note,agents\r\n5,\"a, \"\"b\"\"\nc\",10\r\n\r\n 5 ,,5"
    let outcome = try Command.run(["erlang", "b", "--input", "-"], input: table)
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(
      outcome.output == """
        Load_Erlangs , note,agents,p_block,log10_p_block\r
        5,"a, ""b""\nc",10,0.018384570336648132,-1.7355465155151775\r
         5 ,,5,0.28486782133090244,-0.5453566058946171\r

        """)
  }

  @Test func `a bad row is reported with its number and what is allowed, the others are computed`() throws {
    let table = """
      agents,load_erlangs,handle_time_s,threshold_s
      10,10,300,20
      10,8,300,20
      nan,8,300,20
      10,-1,300,20
      10,1e400,300,20
      1000001,8,300,20
      10,8,0,20
      10,8,,20
      10,8
      ,8,300,20
      """
    let outcome = try Command.run(["erlang", "c", "--input", "-"], input: table)
    #expect(outcome.status == 2)
    #expect(
      outcome.messages == """
        error: standard input: row 1 (line 2): 10.0 agents cannot carry load_erlangs 10.0 without abandonment; allowed: \
        more agents than erlangs (erlang a takes patience_s into account)
        error: standard input: row 3 (line 4): agents 'nan' is not a number; write it like 0.30, 1200 or 1e-3, without \
        units or separators
        error: standard input: row 4 (line 5): load_erlangs -1.0 is outside 0...1e9
        error: standard input: row 5 (line 6): load_erlangs inf is outside 0...1e9
        error: standard input: row 6 (line 7): agents 1000001.0 is outside 0...1000000
        error: standard input: row 7 (line 8): handle_time_s 0.0 is outside 0<...1e12
        error: standard input: row 9 (line 10): the row has 2 cells, the header 4
        error: standard input: row 10 (line 11): agents is not set
        8 of 10 rows could not be computed; their results are empty.

        """)
    let levels = outcome.rows.map { $0["service_level"] ?? "" }
    #expect(levels == ["", "0.6418964493409828", "", "", "", "", "", "", "", ""])
    #expect(outcome.rows[7]["p_wait"] == "0.40918015079644354", "without a handle time P(wait) is still known")
  }

  @Test func `a table without the columns of the formula is refused with their names`() throws {
    let outcome = try Command.run(["erlang", "b", "--input", "-"], input: "agent,load\n1,2\n")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.messages == """
        error: standard input: the table has no column agents, load_erlangs; erlang b reads agents, load_erlangs, \
        separated by commas
        help: see `busyhour erlang --help`

        """)
    #expect(try Command.run(["erlang", "b", "--input", "-"]).status == 2)
    #expect(try Command.run(["erlang", "z", "--input", "-"]).status == 2)
    #expect(try Command.run(["erlang", "g", "--solve", "load", "--input", "-"]).status == 2)
    #expect(try Command.run(["erlang", "b", "--input", "nowhere.csv"]).status == 1)
  }

  @Test func `a quote that is never closed ends the table, what came before is computed`() throws {
    let outcome = try Command.run(["erlang", "b", "--input", "-"], input: "agents,load_erlangs\n1,1\n2,\"1\n3,1\n")
    #expect(outcome.status == 2)
    #expect(outcome.rows.map { $0["p_block"] } == ["0.5"])
    #expect(outcome.messages.hasPrefix("error: standard input: row 2: the quote of the row that begins in line 3"))
  }

  @Test func `ties stay ties: decimals are read as decimals`() throws {
    let results = try Command.table(
      ["staff"], ["calls", "interval_s", "handle_time_s", "max_occupancy", "shrinkage"],
      [
        ["357", "3600", "360", ".85", "0.3"], ["210", "1800", "180", "0.70", "0.3"], ["0", "900", "180", "0.7", "0.3"],
      ])
    #expect(results.map { $0["positions"] } == ["42", "30", "0"])
    #expect(results.map { $0["scheduled"] } == ["60", "43", "0"])
    #expect(results.map { $0["binding"] } == ["occupancy", "occupancy", "none"])
  }

  @Test func `rows go out while others still come in`() throws {
    let process = Command.process(["erlang", "b", "--input", "-"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let rows = String(repeating: "100,90.5\n", count: 5_000)
    input.fileHandleForWriting.write(Data(("agents,load_erlangs\n" + rows).utf8))
    let first = output.fileHandleForReading.availableData
    #expect(first.count > 1_000, "results before the table has ended")
    try input.fileHandleForWriting.close()
    var size = first.count
    while case let more = output.fileHandleForReading.availableData, !more.isEmpty { size += more.count }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(size > 5_000 * 20)
  }

  @Test func `other formats hold the same figures`() throws {
    let table = "agents,load_erlangs\n1,1\n"
    let lines = try Command.run(["erlang", "b", "--format", "jsonl", "--input", "-"], input: table)
    #expect(
      lines.output
        == "{\"agents\": 1.0, \"load_erlangs\": 1.0, \"p_block\": 0.5, \"log10_p_block\": -0.30102999566398114}\n")
    let text = try Command.run(["erlang", "b", "--format", "text", "--input", "-"], input: table)
    #expect(text.output.contains("agents  load_erlangs  p_block  log10_p_block"))
    let markdown = try Command.run(["erlang", "b", "--format", "markdown", "--input", "-"], input: table)
    #expect(markdown.output.contains("| 1 | 1 | 0.5 | -0.30103 |"))
  }
}
