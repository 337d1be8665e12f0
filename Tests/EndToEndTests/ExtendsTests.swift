import Foundation
import Testing

/// A file that extends another, through the commands.
struct ExtendsTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(Program.scenario())
    try program.write("busyhour: 1\nextends: a.yaml\nname: Busy\ncalls: +10%\n", to: "busy.yaml")
    return program
  }

  @Test func `a stored overlay is whole: its run is proved and compared after the files are gone`() throws {
    let program = try program()
    #expect(try program.run("simulate", "busy.yaml", "--name", "busy").status == 0)
    #expect(try program.run("simulate", "a.yaml", "--set", "calls=220/day", "--name", "set").status == 0)
    for name in ["a.yaml", "busy.yaml"] { try FileManager.default.removeItem(at: program.folder.appending(path: name)) }
    #expect(try program.json("replay", "busy")["proved"] as? Bool == true)
    let rescored = try program.run("rescore", "busy", "--target", "80% in 20s")
    #expect(rescored.status == 0, "\(rescored.messages)")
    let comparison = try program.run("compare", "set", "busy")
    #expect(comparison.status == 0 && comparison.output.contains("Service level"))
    #expect(comparison.output.contains("Paired on common random numbers"))
  }

  @Test func `sweep and set change an overlay as they change a file`() throws {
    let program = try program()
    let swept = try program.run("sweep", "busy.yaml", "--vary", "agents=17..19/1", "--format", "csv")
    #expect(swept.status == 0, "\(swept.messages)")
    let single = try program.json("simulate", "busy.yaml", "--set", "agents=17")
    let level = try #require(single.value("metrics.service_level.mean") as? Double)
    // A double is read back from the digits that JSON wrote, not always to the last.
    #expect(swept.output.contains("\(level)".prefix(10)))
  }

  @Test func `check tells where a value comes from`() throws {
    let program = try program()
    func why(_ arguments: String...) throws -> String {
      try program.run(["check", "busy.yaml", "--format", "csv"] + arguments).output.replacing("\r\n", with: "\n")
    }
    #expect(
      try why("--why", "calls") == """
        file,key,place,value
        busy.yaml,calls,a.yaml:4:8,200/day
        busy.yaml,calls,busy.yaml:4:8,+10%
        busy.yaml,calls,in force,220/day

        """)
    let set = try why("--set", "calls=x2", "--why", "calls")
    #expect(set.hasSuffix("busy.yaml,calls,--set calls,x2\nbusy.yaml,calls,in force,440/day\n"))
    #expect(try why("--why", "interval").hasSuffix("busy.yaml,interval,default,30m\nbusy.yaml,interval,in force,30m\n"))
    let unknown = try program.run("check", "busy.yaml", "--why", "weather")
    #expect(unknown.status == 2 && unknown.messages.hasPrefix("error: unknown key 'weather'\n  --> --why weather\n"))
  }
}
