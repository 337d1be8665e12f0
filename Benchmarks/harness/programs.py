"""Builds the programs that are measured, and runs them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
SCENARIOS = BENCHMARKS / "scenarios"
# To the processor.
TUNED = ["-Xswiftc", "-target-cpu", "-Xswiftc", "native"]
# As everywhere in this repository: other flags would build everything again.
STRICT = ["--explicit-target-dependency-import-check", "error"]


class Trouble(Exception):
  """Something that should run did not: no figure means anything then."""


def build(tuned=False, package=BENCHMARKS, folder=None):
  """Builds the bench programs of one kind, and returns the folder that holds them."""
  folder = folder or package / (".build-tuned" if tuned else ".build")
  flags = TUNED if tuned else []
  start_anew_with(flags + flags_of_rooms(package), folder)
  # A cached build plan misses new files of the package above.
  command = ["swift", "build", "-c", "release", "--disable-build-manifest-caching", "--scratch-path", str(folder)]
  run(command + flags, cwd=package)
  return folder / "release"


def flags_of_rooms(package):
  """The lines of the manifest above that pass a flag to the compiler's back end."""
  return [line.strip() for line in (package.parent / "Package.swift").read_text().splitlines() if '"-Xllvm"' in line]


def start_anew_with(flags, folder):
  """Removes what other flags built: the compiler keeps objects whose intermediate code is the same (decision 49)."""
  stamp, text = folder / "flags", " ".join(flags)
  if folder.exists() and (stamp.read_text() if stamp.exists() else "") != text:
    shutil.rmtree(folder)
  folder.mkdir(parents=True, exist_ok=True)
  stamp.write_text(text)


def build_command():
  """The command line program, as CI builds it."""
  run(["swift", "build", "-c", "release", "--product", "busyhour", *STRICT], cwd=ROOT)
  return ROOT / ".build" / "release" / "busyhour"


def stripped(program):
  """A copy without debug information, which callgrind of some distributions cannot read."""
  copy = program.parent / (program.name + "-stripped")
  run(["objcopy", "--strip-debug", program, copy])
  return copy


def run(command, **options):
  done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
  if done.returncode != 0:
    raise Trouble(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{(done.stdout + done.stderr)[-3000:]}")
  return done


def figures(program, *arguments):
  """The line of JSON that a bench program prints."""
  return json.loads(run([program, *map(str, arguments)]).stdout)


def has_valgrind():
  return shutil.which("valgrind") is not None and shutil.which("objcopy") is not None


def instructions(program, lengths, arguments, calls_each):
  """Instructions per call: `{n}` in the arguments stands for the length."""
  done = run([
    BENCHMARKS / "instructions", "--lengths", *map(str, lengths), "--calls-each", str(calls_each), "--", program,
    *map(str, arguments)])
  return json.loads(done.stdout)["instructions_per_call"]


def callgrind(command):
  """Instructions of one run, and what it printed on standard output."""
  done = run(["valgrind", "--tool=callgrind", "--fair-sched=yes", "--callgrind-out-file=/dev/null", *map(str, command)])
  return int(re.search(r"Collected : (\d+)", done.stderr)[1]), done.stdout


def allocations(program, lengths, arguments):
  """Heap allocations per unit of length, by the difference of two lengths."""
  counts = []
  for length in lengths:
    words = [str(word).replace("{n}", str(length)) for word in arguments]
    done = run(["valgrind", "--tool=memcheck", "--leak-check=no", "--undef-value-errors=no", program, *words])
    found = re.search(r"total heap usage: ([\d,]+) allocs", done.stderr)
    if not found:
      raise Trouble(f"memcheck printed no heap usage: {done.stderr[-1000:]}")
    counts.append(int(found.group(1).replace(",", "")))
  return (counts[1] - counts[0]) / (lengths[1] - lengths[0])


def usage(command, **options):
  """CPU seconds and peak memory in MB of a command, and what it printed."""
  with open(os.devnull) as nothing:
    process = subprocess.Popen(
      list(map(str, command)), stdin=nothing, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    output, errors = process.stdout.read(), process.stderr.read()
    _, status, resources = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    process.stderr.close()
  if process.returncode != 0:
    raise Trouble(f"{' '.join(map(str, command))}: exit status {process.returncode}\n{errors[-3000:]}")
  return resources.ru_utime + resources.ru_stime, resources.ru_maxrss / 1024, output


def say(text):
  print(text, file=sys.stderr, flush=True)
