"""Rows of whole commands: their CPU time and memory, as a user meets them."""

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from .bars import CLINIC_US, COMMAND_CPU_S, COMMAND_MB, START_MS
from .programs import ROOT, figures, usage

SHIPPED = ROOT / "scenarios"
CLINIC_RUNS = 100
# The same command takes half as much CPU time again where many others run.
MARGIN = 1.5
# The complete clinic is above its bar: held there until it is met.
CLINIC_MARGIN = 2.5


def report_commands(report, program, engine, rounds):
  report.heading("whole command", "measured", "bar", "verdict")
  with TemporaryDirectory() as folder:
    database = Path(folder) / "bench.db"

    def simulate(scenario, replications):
      # A new store each time: one that has runs already would cost less, or more.
      database.unlink(missing_ok=True)
      return usage([
        program, "simulate", SHIPPED / scenario, "--replications", replications, "--db", database, "--quiet", "--json"])

    runs = [simulate("careconnect.yaml", 1000) for _ in range(rounds)]
    report.promise("simulate careconnect.yaml --replications 1000", median(runs, 0), COMMAND_CPU_S, "s of CPU", MARGIN)
    report.promise("the same", median(runs, 1), COMMAND_MB, "MB")
    clinic = median([simulate("clinic.yaml", CLINIC_RUNS) for _ in range(rounds)], 0)
    # The same seed gives the bench program the same contacts.
    played = [figures(engine, SHIPPED / "clinic.yaml", CLINIC_RUNS, "log") for _ in range(rounds)]
    report.promise(
      "clinic.yaml, events emitted and folded, a contact", statistics.median(run["ns_per_call"] for run in played) / 1e3,
      CLINIC_US, "µs of CPU", CLINIC_MARGIN)
    report.promise(
      f"simulate clinic.yaml --replications {CLINIC_RUNS}, store and all, a contact", clinic * 1e6 / played[0]["calls"],
      CLINIC_US, "µs of CPU", CLINIC_MARGIN)
  starts = [usage([program, "--version"]) for _ in range(4 * rounds)]
  report.promise("--version", median(starts, 0) * 1e3, START_MS, "ms of CPU", MARGIN)
  checks = [usage([program, "check", SHIPPED / "smallest.yaml"]) for _ in range(4 * rounds)]
  report.promise("check smallest.yaml", median(checks, 0) * 1e3, START_MS, "ms of CPU", MARGIN)


def median(runs, column):
  return statistics.median(run[column] for run in runs)
