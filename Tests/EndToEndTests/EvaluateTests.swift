import Foundation
import Testing

struct EvaluateTests {
  @Test func `the exit status is the verdict`() throws {
    let program = try Program()
    try program.write(Program.scenario(agents: 26), to: "met.yaml")
    try program.write(Program.scenario(agents: 12), to: "missed.yaml")
    #expect(try program.run("simulate", "met.yaml", "--name", "met").status == 0)
    #expect(try program.run("simulate", "missed.yaml", "--name", "missed").status == 0, "simulate alone does not judge")
    #expect(try program.run("simulate", "missed.yaml", "--enforce").status == 3)
    let met = try program.run("evaluate", "met")
    #expect(met.status == 0)
    #expect(met.output.contains("  ✓ service_level  90% in 20s"))
    let missed = try program.run("evaluate", "missed")
    #expect(missed.status == 3)
    #expect(missed.output.contains("  ✗ service_level  90% in 20s"))
    #expect(missed.messages.isEmpty)
    #expect(try program.run("evaluate", "missed.yaml").status == 3, "a file is simulated first")
  }

  @Test func `enforcing a scenario without targets is refused, as evaluating it is`() throws {
    let program = try Program()
    try program.write(Program.scenario(target: ""))
    for arguments in [["simulate", "a.yaml", "--enforce", "--quiet"], ["evaluate", "a.yaml", "--quiet"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.messages.hasPrefix("error: 'Front desk' has no targets to evaluate\n"), "\(arguments)")
    }
  }

  @Test func `unsure passes, unless it is strict`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--replications", "1", "--name", "one").status == 0)
    let outcome = try program.run("evaluate", "one")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("unsure: one replication has no interval, run more"))
    #expect(try program.run("evaluate", "one", "--strict").status == 3)
  }

  @Test func `a stored run is not asked to be another one`() throws {
    let program = try Program()
    try program.write(Program.scenario())
    #expect(try program.run("simulate", "a.yaml", "--name", "base").status == 0)
    for option in [["--set", "agents=30"], ["--seed", "2"], ["--replications", "3"], ["--name", "b"]] {
      let outcome = try program.run("evaluate", "base", option[0], option[1])
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(option)")
      #expect(outcome.messages.hasPrefix("error: \(option[0]) needs a scenario file"), "\(option)")
    }
  }

  @Test func `a misspelt target is an error with the nearest spelling`() throws {
    let program = try Program()
    try program.write(Program.scenario(target: "targets: {service_levle: 90% in 20s}"))
    for command in ["evaluate", "simulate", "check", "staff"] {
      let outcome = try program.run(command, "a.yaml")
      #expect(outcome.status == 2, "\(command)")
      #expect(outcome.output.isEmpty, "\(command)")
      #expect(
        outcome.messages == """
          error: unknown target 'service_levle'
            --> a.yaml:8:11
              8 | targets: {service_levle: 90% in 20s}
                |           ^^^^^^^^^^^^^
          help: did you mean 'service_level'?

          """, "\(command)")
    }
  }

  @Test func `a scenario without targets does not pass in silence`() throws {
    let program = try Program()
    try program.write(Program.scenario(target: ""))
    #expect(try program.run("simulate", "a.yaml", "--name", "free").status == 0)
    let outcome = try program.run("evaluate", "free")
    #expect(outcome.status == 2)
    #expect(
      outcome.messages == """
        error: 'Front desk' has no targets to evaluate
        help: add `target: 90% in 20s`, or a list of `targets:`, to the scenario

        """)
  }

  @Test func `build servers get JUnit, annotations and a file of the right format`() throws {
    let program = try Program()
    try program.write(Program.scenario(agents: 12))
    let github = try program.run("evaluate", "a.yaml", "--format", "github", "--quiet")
    #expect(github.status == 3)
    #expect(github.output.hasPrefix("::error file=a.yaml,line=8::service_level "))
    let file = try program.run("evaluate", "@last", "-o", "targets.xml")
    #expect(file.status == 3 && file.output.isEmpty)
    #expect(file.messages == "Written to targets.xml.\n")
    let data = try Data(contentsOf: program.folder.appendingPathComponent("targets.xml"))
    #expect(String(decoding: data, as: UTF8.self).contains("<failure message=\"service_level "))
  }
}
