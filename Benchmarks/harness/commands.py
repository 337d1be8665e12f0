"""Rows of whole commands, as a user meets them: their CPU time and memory.

Time is judged against its bar, and held as a ratio to the C reference's W1 in the same rounds: the same command takes half
as much time again on another machine.
"""

import json
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from .bars import CLINIC_US, COMMAND_CPU_S, COMMAND_MB, COMMANDS, DEFAULT_ALLOWANCE, INSTRUCTIONS, START_MS, W1
from .programs import ROOT, callgrind, figures, stripped, usage

SHIPPED = ROOT / "scenarios"
SMALLEST = SHIPPED / "smallest.yaml"
CLINIC_RUNS = 100
PLAYED = "clinic.yaml, events emitted and folded, a contact"
WHOLE = "simulate clinic.yaml, store and all, a contact"
CHECK = "check smallest.yaml"
ANCHOR_DAYS = 4000


def report_counts(report, command, engine):
  """Instructions of short commands, and of a contact of the clinic: its whole command takes minutes under callgrind."""
  command, engine = stripped(command), stripped(engine)
  report.heading("commands, instructions, default build", "count", "gate")
  (short, short_output), (long, long_output) = (
    callgrind([engine, SHIPPED / "clinic.yaml", runs, "log"]) for runs in (5, 25))
  played = (long - short) / (calls(long_output) - calls(short_output))
  counts = {
    "clinic": played, "--version": callgrind([command, "--version"])[0],
    "check": callgrind([command, "check", SMALLEST])[0]}
  for name, work in {"clinic": PLAYED, "--version": "--version", "check": CHECK}.items():
    report.count(work, "instructions", counts[name], INSTRUCTIONS[name])


def simulate(command, scenario, replications, database):
  return [
    command, "simulate", SHIPPED / scenario, "--replications", replications, "--db", database, "--quiet", "--json"]


def calls(output):
  return json.loads(output)["calls"]


def report_commands(report, command, engines, reference, rounds):
  """`engines`: the bench program of the default build, and where there is one of the tuned build, which the bar is for."""
  report.heading("whole command", "measured", "bar", "verdict")
  anchors = [reference.ns(W1, ANCHOR_DAYS) for _ in range(rounds)]

  def promise(work, values, bar, unit, seconds_per_unit):
    """A row of the median, whose gate is a number of calls in the C reference: of the best rounds of both."""
    report.promise(work, statistics.median(values), bar, unit)
    if reference:
      ratio = min(values) * seconds_per_unit * 1e9 / min(anchors)
      report.gate(f"{work}, in calls of {W1}", ratio, COMMANDS[work], "{:,.0f}")

  with TemporaryDirectory() as folder:
    database = Path(folder) / "bench.db"

    def in_new_store(scenario, replications):
      # One that has runs already would cost less, or more.
      database.unlink(missing_ok=True)
      return usage(simulate(command, scenario, replications, database))

    runs = [in_new_store("careconnect.yaml", 1000) for _ in range(rounds)]
    promise("simulate careconnect.yaml --replications 1000", column(runs, 0), COMMAND_CPU_S, "s of CPU", 1)
    report.promise("the same", statistics.median(column(runs, 1)), COMMAND_MB, "MB", is_gate=True)
    clinic = column([in_new_store("clinic.yaml", CLINIC_RUNS) for _ in range(rounds)], 0)
    # The same seed gives the bench program the same contacts.
    played = [
      {name: figures(engine, SHIPPED / "clinic.yaml", CLINIC_RUNS, "log") for name, engine in engines.items()}
      for _ in range(rounds)]
    promise(
      PLAYED, [run["default"]["ns_per_call"] / 1e3 for run in played], CLINIC_US * DEFAULT_ALLOWANCE, "µs of CPU", 1e-6)
    if "tuned" in engines:
      tuned = [run["tuned"]["ns_per_call"] / 1e3 for run in played]
      report.promise(f"{PLAYED}, tuned build", statistics.median(tuned), CLINIC_US, "µs of CPU")
    contacts = played[0]["default"]["calls"]
    promise(
      WHOLE, [seconds * 1e6 / contacts for seconds in clinic], CLINIC_US * DEFAULT_ALLOWANCE, "µs of CPU", 1e-6)
  starts = [usage([command, "--version"]) for _ in range(4 * rounds)]
  promise("--version", [seconds * 1e3 for seconds in column(starts, 0)], START_MS, "ms of CPU", 1e-3)
  checks = [usage([command, "check", SMALLEST]) for _ in range(4 * rounds)]
  promise(CHECK, [seconds * 1e3 for seconds in column(checks, 0)], START_MS, "ms of CPU", 1e-3)


def column(runs, number):
  return [run[number] for run in runs]
