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

  @Test func `decimals of any length are computed, words in use are understood`() throws {
    let results = try Command.table(
      ["staff"],
      ["calls", "interval_s", "handle_time_s", "target_sl", "threshold_s", "max_occupancy", "patience_s", "criterion"],
      [
        ["1234.567891234567", "1800.123456789012", "300.123456789012345", ".8", "20", ".85", "", ""],
        ["100", "1800", "180", "0.1000000000000000055511151231257827021181583404541015625", "20", "", "", ""],
        ["100", "1800", "180", ".8", "20", "", "60", "ab_counts_good"],
        ["100", "1800", "180", ".8", "20", "", "60", "incl_short_abandons"],
        ["100", "1800", "180", ".05", "", "", "60", "abandon"],
        ["100", "1800", "180", ".05", "", "", "60", "abandonment"],
        ["100", "1800", "180", ".2", "", "", "", "delay"], ["100", "1800", "180", ".2", "", "", "", "p_wait"],
        ["100", "1800", "180", ".8", "20", "", "1e12", ""], ["100", "1800", "180", ".8", "20", "", "", ""],
      ])
    #expect(
      results.map { $0["positions"] } == ["243", "11", "10", "10", "13", "13", "14", "14", "14", "14"])
  }

  @Test func `deferred work is blended into the intervals of its window`() throws {
    let table = """
      calls,interval_s,handle_time_s,target_sl,threshold_s,max_occupancy,shrinkage,deferred_contacts,\
      deferred_handle_time_s,deferred_window_s
      60,1800,300,.9,20,.85,.3,0,300,7200
      60,1800,300,.9,20,.85,.3,40,300,7200
      60,1800,300,.9,20,.85,.3,40,300,7200
      60,1800,300,.9,20,.85,.3,4,,
      0,1800,300,.9,20,.85,.3,,,
      """
    let outcome = try Command.run(["staff", "--input", "-"], input: table)
    #expect(outcome.status == 2)
    #expect(
      outcome.messages == """
        error: standard input: row 4 (line 5): deferred_handle_time_s is not set
        0.83 agent hours of deferred work fall after the last row.
        1 of 5 rows could not be computed; their results are empty.

        """)
    #expect(outcome.rows.map { $0["positions"] } == ["15", "15", "16", "", "4"])
    #expect(
      outcome.rows.map { $0["binding"] } == ["service_level", "service_level", "deferred_work", "", "deferred_work"])
    #expect(outcome.rows[4]["deferred_erlangs"] == "3.3333333333333335", "time passes in a bad row, too")
    #expect(outcome.rows[2]["occupancy"] == "0.8333333333333334")
  }

  /// By 40 digits: k = 0...n of the binomial law; the fixed point by mpmath.
  @Test func `few callers and callers who try again have tables of their own`() throws {
    let few = try Command.table(
      ["erlang", "e"], ["agents", "sources", "load_per_idle_source_erlangs"],
      [["3", "5", "0.2"], ["100", "100000", "0.001"], ["6", "5", "1"]])
    let exact = [0.015444015444015446, 0.075160111288140875, 0]
    for (row, blocked) in zip(few, exact) { #expect(abs(row[number: "p_block"] - blocked) <= 1e-12 * blocked) }
    #expect(relativeError(few[0][number: "carried_erlangs"], 0.82258064516129036) < 1e-12)
    #expect(relativeError(few[1][number: "p_all_busy"], 0.075165830276667643) < 1e-12)
    let again = try Command.table(
      ["erlang", "r"], ["agents", "load_erlangs", "retry_probability"], [["10", "9", "0.5"], ["10", "9", "0"]])
    #expect(relativeError(again[0][number: "total_load_erlangs"], 10.110400881682495) < 1e-12)
    let lost = again[0][number: "p_lost"]
    #expect(relativeError(lost, (10.110400881682495 / 9 - 1) * 0.5 / 0.5 * 1) < 1e-12)
    #expect(again[1]["p_lost"] == again[1]["p_block"])
    let bad = try Command.run(
      ["erlang", "e", "--input", "-"], input: "agents,sources,load_per_idle_source_erlangs\n2.5,5,1\n")
    #expect(bad.messages.contains("agents 2.5 is not a whole number in 0...1000000"))
  }

  @Test func `a target that nobody can promise names its key, value, range and the next step`() throws {
    let outcome = try Command.run(["staff", "--calls", "1000/day", "--handle", "5m", "--target", "100% in 20s"])
    #expect(outcome.status == 4)
    #expect(outcome.output == "")
    #expect(
      outcome.messages == """
        error: `targets.service_level` is 100%; allowed: 0% to less than 100% (staffing 8.333333333333334 erlangs)
        help: somebody always finds everybody busy: ask for 99.9% at most, as in --target "99% in 20s"

        """)
  }
}
