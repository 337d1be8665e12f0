"""Two threads of the runner against two processes of the C reference: reported, never a gate (it is wall-clock)."""

import statistics
import subprocess
import time

from .bars import TWO_THREADS, W1
from .programs import SCENARIOS, Trouble, figures

DAYS = 6000


def report_scaling(report, program, reference, rounds):
  ours, theirs = [], []
  for _ in range(rounds):
    one, two = (figures(program, SCENARIOS / "w1.yaml", DAYS, threads) for threads in (1, 2))
    if one["digest"] != two["digest"]:
      raise Trouble("one thread and two give other results")
    ours.append(one["wall_s"] / two["wall_s"])
    if reference:
      theirs.append(scaling_of_processes(reference.binary()))
  report.heading("W1 on two cores, times one (wall-clock, no gate)", "scaling")
  report.row("the runner, one thread and two", f"{statistics.median(ours):.2f}")
  if theirs:
    report.row("the C reference, one process and two", f"{statistics.median(theirs):.2f}")
    quotient = statistics.median(mine / other for mine, other in zip(ours, theirs))
    report.row(f"ours / C (bar >= {TWO_THREADS})", f"{quotient:.2f}, {'met' if quotient >= TWO_THREADS else 'not met'}")


def scaling_of_processes(binary):
  """Wall-clock of all days in one process, over that of two processes with half of them each, as ours are cut."""
  def wall(*counts):
    start = time.monotonic()
    processes = [
      subprocess.Popen([binary, W1, str(days), "20260101", str(first)], stdout=subprocess.DEVNULL)
      for days, first in counts]
    for process in processes:
      if process.wait() != 0:
        raise Trouble("the C reference failed")
    return time.monotonic() - start

  return wall((2 * DAYS, 0)) / wall((DAYS, 0), (DAYS, DAYS))
