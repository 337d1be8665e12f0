internal import ArgumentParser

struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "busyhour",
    abstract: "Simulate a contact center, score it against targets, and plan its staffing.",
    discussion: """
      Examples:
        busyhour init                              write a scenario to start from
        busyhour staff --calls 1000/day --open 10h --handle 5m --target "90% in 20s" --shrinkage 30%
        busyhour simulate small.yaml --name base
        busyhour evaluate base                     verdicts; exit status 3 when a target is missed
        busyhour simulate small.yaml --set agents=18 --name less-one
        busyhour compare base less-one
        busyhour replay @last                      prove the figures from the event log

      RUN is a name, an id or its first digits, @last, or @last~1.
      Exit status: 0 done, 1 failure, 2 bad input, 3 a target missed, 4 no staffing can do it, 130 interrupted.
      """,
    version: "busyhour \(EngineVersion.current)",
    subcommands: [
      Init.self, Check.self, Schema.self, Staff.self, Simulate.self, Evaluate.self, Runs.self, Compare.self, Sweep.self,
      Tornado.self, Solve.self, BaselineCommand.self, InitiativeCommand.self, Replay.self, Events.self, Diff.self,
      Rescore.self, Export.self, Store.self, ErlangTable.self, Completions.self,
    ])
}
