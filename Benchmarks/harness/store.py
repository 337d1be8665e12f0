"""Rows of the store: keeping a thousand days of W1, reading them again."""

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from .bars import ALLOCATIONS, BARS, BYTES_PER_CALL, FIND_CALL_MS, INSTRUCTIONS, STORE_MB_PER_MILLION, W1
from .persisting import Persisting
from .programs import SCENARIOS, allocations, figures, instructions, say, stripped
from .samples import Samples
from .table import BAR_COLUMNS, number

DAYS, CALLS_A_DAY = 1000, 1000
# What is measured: those with a bar, and how the others are called and what the table says of them.
WORKS = {
  "code": ("of which coding", "part of the next"),
  "keep": None,
  "read": ("of which reading and decoding", "part of the next"),
  "replay": None,
  "prove": ("the same, each event held against the plan", "what the command replay does"),
}


def bench(program, workload, replications, *works):
  """The figures, and the MB of the store's file."""
  with TemporaryDirectory() as folder:
    facts = figures(program, SCENARIOS / f"{workload}.yaml", replications, folder, *works)
    file = Path(folder) / "bench.db"
    return facts, file.stat().st_size / 1e6 if file.exists() else 0


def report_time(report, programs, reference, rounds):
  persisting = Persisting(reference)
  if not persisting:
    say(f"the C reference's persisting is not here: {persisting.missing}")
  samples, sizes = {work: Samples() for work in WORKS}, []
  for index in range(rounds):
    say(f"store, round {index + 1} of {rounds}")
    samples["replay"].add("c", reference.ns(W1))
    with TemporaryDirectory() as folder:
      persisted = persisting.figures(folder)
    samples["keep"].add("c", persisted and persisted[0])
    for build, program in programs.items():
      facts, megabytes = bench(program, "w1", DAYS, *WORKS)
      sizes.append((facts["bytes_per_call"], megabytes * 1e6 / facts["calls"]))
      for work in WORKS:
        samples[work].add(build, facts[f"{work}_ns"])
  report.heading("kept logs, CPU ns a call", *BAR_COLUMNS)
  for work, words in WORKS.items():
    if words:
      default, tuned = samples[work].medians()[1:]
      report.row(words[0], None, number(default), number(tuned), None, None, None, words[1])
    else:
      report.bar(BARS[work], samples[work])
  report_size(report, *sizes[0], persisting and persisted[1])


def report_size(report, segments, file, reference):
  report.heading("W1, whole logs, microseconds", "measured", "gate")
  report.count("bytes a call in segments", "bytes", segments, BYTES_PER_CALL)
  report.count("MB a million calls, store's file", "MB", file, STORE_MB_PER_MILLION)
  if reference:
    report.row("the C reference's file (milliseconds)", f"{reference:.1f} MB", None)


def report_find(report, program, rounds):
  found = statistics.median(bench(program, "w2", 1, "call")[0]["call_ms"] for _ in range(min(3, rounds)))
  report.heading("one call of 6.4 million events (W2)", "measured", "bar", "verdict")
  report.promise("found", found, FIND_CALL_MS, "ms", is_gate=True)


def report_counts(report, program):
  program = stripped(program)
  report.heading("kept logs, instructions a call, default build", "count", "gate")
  lengths = (20, 120)

  def count(*works):
    with TemporaryDirectory() as folder:
      arguments = [SCENARIOS / "w1.yaml", "{n}", folder, *works]
      return instructions(program, lengths, arguments, CALLS_A_DAY)

  code, keep, replay, prove = count("code"), count("keep"), count("replay"), count("prove")
  simulated = count_simulated(program, lengths)
  counts = {"code": code - simulated, "keep": keep - simulated, "replay": replay - keep, "prove": prove - keep}
  for work, value in counts.items():
    report.count(work, "instructions a call", value, INSTRUCTIONS[work])
  report.heading("kept logs, heap allocations a day, default build", "count", "gate")
  with TemporaryDirectory() as folder:
    arguments = [SCENARIOS / "w1.yaml", "{n}", folder, "code"]
    report.count("code", "allocations a day", allocations(program, (10, 60), arguments), ALLOCATIONS["code"])


def count_simulated(program, lengths):
  """What making the logs takes, before anything is coded."""
  with TemporaryDirectory() as folder:
    return instructions(program, lengths, [SCENARIOS / "w1.yaml", "{n}", folder, "none"], CALLS_A_DAY)
