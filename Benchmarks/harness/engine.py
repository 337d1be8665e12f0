"""Rows of the engine: W1, W2, W3, the digest, the single queue, the number of agents."""

import json
import statistics
from tempfile import NamedTemporaryFile

from .bars import AGENTS_GROWTH, ALLOCATIONS, BARS, INSTRUCTIONS, W1, W2, W3
from .erlang import load_at
from .programs import SCENARIOS, allocations, callgrind, figures, instructions, say, stripped
from .samples import Samples
from .table import BAR_COLUMNS, MET

# Workload: the C mode and its length, the replications of ours.
WORKLOADS = {"w1": (W1, 4000, 4000), "w2": (W2, 2_000_000, 1), "w3": (W3, 1_000_000, 1)}
# The way that every plan can go, of a plan that may go a quicker one; and the buffer that the long workloads reuse.
STEP_BY_STEP = "--step-by-step"
OPTIONS = {"w1": [], "w2": ["--buffer", 65_536], "w3": ["--buffer", 65_536]}
# What a workload must come to, whoever simulates it: else it is not the same work.
AGREEMENT = {
  "w1": {"service_level": (0.974, 0.981), "abandonment": (0.0068, 0.0079), "occupancy": (0.455, 0.465)},
  "w2": {"abandonment": (0.0100, 0.0155), "occupancy": (0.955, 0.975)},
  "w3": {"service_level": (0.815, 0.845), "abandonment": (0.041, 0.049), "occupancy": (0.892, 0.912)},
}
KW = ("w1-kw", 16_000)


def measure(programs, reference, rounds):
  """Everything runs once a round, in turn: {row: Samples}."""
  samples = {row: Samples() for row in ["w1 log", "w2 log", "w3 log", "digest", "steps", "fifo"]}
  for number in range(rounds):
    say(f"engine, round {number + 1} of {rounds}")
    samples["fifo"].add("c", reference.ns(*KW))
    for name, (mode, n, replications) in WORKLOADS.items():
      anchor = reference.ns(mode, n)
      samples[f"{name} log"].add("c", anchor)
      for build, program in programs.items():
        log = time_of(program, name, replications, "log")
        samples[f"{name} log"].add(build, log)
        if name == "w1":
          samples["fifo"].add(build, log)
          # Both were run in the same round, so their difference is taken round by round.
          samples["digest"].add(build, time_of(program, name, replications, "digest") - log)
          samples["steps"].add(build, step_by_step(program, replications))
      if name == "w1":
        samples["digest"].add("c", anchor)
        samples["steps"].add("c", anchor)
  return samples


def time_of(program, name, replications, work):
  facts = figures(program, SCENARIOS / f"{name}.yaml", replications, work, *OPTIONS[name])
  agree(name, facts)
  return facts["ns_per_call"]


def step_by_step(program, replications):
  """The time of W1 without the single line's quick way, whose log must be the same."""
  quick, slow = (
    figures(program, SCENARIOS / "w1.yaml", 200, "digest", *options)["digest"] for options in ([], [STEP_BY_STEP]))
  if quick != slow:
    raise SystemExit(f"w1: the quick way of a single line gives digest {quick}, step by step it is {slow}")
  return figures(program, SCENARIOS / "w1.yaml", replications, "log", STEP_BY_STEP)["ns_per_call"]


def agree(workload, facts):
  for key, (low, high) in AGREEMENT[workload].items():
    if not low <= facts[key] <= high:
      raise SystemExit(f"{workload}: {key} is {facts[key]}, outside {low}...{high}: this is not the same work")


def report_time(report, programs, reference, rounds):
  rows = measure(programs, reference, rounds)
  report.heading("CPU ns a call", *BAR_COLUMNS)
  for key, samples in rows.items():
    report.bar(BARS[key], samples)


def report_counts(report, program):
  program = stripped(program)
  report.heading("instructions a call, default build", "count", "gate")
  for work, options in [("w1 log", ["log"]), ("w1 digest", ["digest"]), ("w1 log, step by step", ["log", STEP_BY_STEP])]:
    arguments = [SCENARIOS / "w1.yaml", "{n}", *options]
    report.count(work, "instructions a call", instructions(program, (20, 120), arguments, 1000), INSTRUCTIONS[work])
  for name, days in [("w2", (1, 2)), ("w3", (1, 4))]:
    count = by_days(program, name, days)
    report.count(f"{name} log", "instructions a call", count, INSTRUCTIONS[f"{name} log"])
  report_agents(report, program)
  report.heading("heap allocations a replication, default build", "count", "gate")
  arguments = [SCENARIOS / "w1.yaml", "{n}", "log"]
  report.count(
    "w1 log", "allocations a replication", allocations(program, (10, 60), arguments), ALLOCATIONS["w1 log"])


def by_days(program, name, days):
  """Instructions per call of a workload of one long replication, by the difference of two numbers of days."""
  counts = []
  for length in days:
    text = (SCENARIOS / f"{name}.yaml").read_text()
    counts.append(counted(program, replace_period(text, length), 1))
  return (counts[1][0] - counts[0][0]) / (counts[1][1] - counts[0][1])


def replace_period(text, days):
  line = next(line for line in text.splitlines() if line.startswith("period:"))
  return text.replace(line, f"period: {days}d from 2026-01-05")


def counted(program, scenario, replications):
  """Instructions of a whole run and its calls."""
  with NamedTemporaryFile("w", suffix=".yaml") as file:
    file.write(scenario)
    file.flush()
    count, output = callgrind([program, file.name, replications, "log"])
  return count, json.loads(output)["calls"]


# Equal occupancy whatever their number: the offered load is chosen by Erlang A.
AGENTS, OCCUPANCY, HANDLE_S, PATIENCE_S = (10, 100, 1_000, 10_000), 0.85, 300, 120


def site(agents, calls):
  """A site of so many agents whose day has about so many calls, all of them at one rate."""
  per_second = load_at(agents, OCCUPANCY, PATIENCE_S / HANDLE_S) / HANDLE_S
  hours = max(1, min(24, round(calls / per_second / 3600)))
  return f"""busyhour: 1
name: {agents} agents
open: 00:00-{hours:02d}:00
period: 1d from 2026-01-05
calls: {per_second * 3600 * hours:.3f}/day
profile: flat
handle: exp {HANDLE_S}s
patience: exp {PATIENCE_S}s
agents: {agents}
target: 90% in 20s
definition: offered
run: {{replications: 1, seed: 20260101}}
"""


def report_agents(report, program):
  """The difference of two numbers of replications leaves out the start."""
  counts = {}
  for agents in (10, 10_000):
    short, long = (2, 12) if agents == 10 else (1, 2)
    scenario = site(agents, 100_000 if agents > 10 else 2_000)
    first, second = counted(program, scenario, short), counted(program, scenario, long)
    counts[agents] = (second[0] - first[0]) / (second[1] - first[1])
    report.count(f"{agents:,} agents", "instructions a call", counts[agents], INSTRUCTIONS[f"{agents:,} agents"])


def report_growth(report, program, rounds):
  """Time a call by the number of agents."""
  costs = {agents: [] for agents in AGENTS}
  for _ in range(rounds):
    for agents in AGENTS:
      with NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(site(agents, 1_000_000))
        file.flush()
        facts = figures(program, file.name, max(1, 1_000_000 // (2_600 * agents // 10)), "log")
        costs[agents].append(facts["ns_per_call"])
  medians = {agents: statistics.median(values) for agents, values in costs.items()}
  growth = medians[AGENTS[-1]] / medians[AGENTS[0]]
  report.heading("agents at equal occupancy, default build", "CPU ns a call")
  for agents, cost in medians.items():
    report.row(f"{agents:,}", f"{cost:.1f}")
  report.row(f"growth from {AGENTS[0]} to {AGENTS[-1]:,} (bar <= {AGENTS_GROWTH:g}x): {MET[growth <= AGENTS_GROWTH]}",
             f"{growth:.2f}x")
  least = min(costs[AGENTS[-1]]) / min(costs[AGENTS[0]])
  report.gate("growth of the cost with the agents, best rounds", least, 1.3 * AGENTS_GROWTH, "{:.2f}")
