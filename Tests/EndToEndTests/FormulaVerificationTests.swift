import Testing

/// `staff FILE --verify` on scenarios that know more than formulas do.
struct FormulaVerificationTests {
  @Test(arguments: [
    "queues: {phone: {handle: 5m}, mail: {channel: email, handle: 5m}}\nmix: {phone: 80%, mail: 20%}",
    "queues: {phone: {handle: 5m}, mail: {channel: email, handle: 5m}}\nmix: {phone: 80%, mail: 20%}\noutages: [{from: 09:00, for: 5m, queues: [mail], divert_to: phone}]",
    "handle: 5m\nfaults: [{availability: 99%, repair: 30m}]",
    "handle: 5m\ntrunks: 8\ncosts: {telephony: $0.02/min}\ncost: $20/h",
  ])
  func `what formulas do not know is left out of what they are held against`(rules: String) throws {
    let program = try Program()
    try program.write(
      "busyhour: 1\nopen: 08:00-18:00\ncalls: 300/day\nagents: 6\ntarget: 80% in 20s\n\(rules)\n",
      to: "rules.yaml")
    let outcome = try program.run("staff", "rules.yaml", "--verify", "--replications", "2")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("simulated"))
  }

  @Test
  func `a run that starts in the middle of the day is refused, for formulas are about whole days`()
    throws
  {
    let program = try Program()
    try program.write(
      "busyhour: 1\nopen: 08:00-18:00\ncalls: 300/day\nhandle: 5m\nagents: 6\nrun: {start_at: 10:30}\n",
      to: "late.yaml")
    let outcome = try program.run("staff", "late.yaml", "--verify", "--replications", "2")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.messages.hasSuffix(
        "error: formulas are about whole days, and run.start_at starts the simulation at 10:30\n"
          + "help: verify the scenario without run.start_at\n"))
  }
}
