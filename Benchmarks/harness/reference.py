"""One run of the C reference at a time, so that it alternates with ours."""

import json
import subprocess

from .programs import BENCHMARKS, Trouble

UNAVAILABLE = 77
KEPT = BENCHMARKS / ".build-c"


class Reference:
  """The C programs; `build` says how they were compiled, `missing` why they are not there."""

  def __init__(self):
    self.build, self.compilers, self.missing = None, set(), None
    self._measure("w1-cal-e16b", 100)

  def __bool__(self):
    return self.missing is None

  def ns(self, mode, n=None):
    """CPU ns per call of the faster compiler; None without a reference."""
    facts = self._measure(mode, n) if self else None
    return facts and facts["ns_per_call"]

  def results(self, mode, n):
    return self._measure(mode, n)["results"]

  def _measure(self, mode, n):
    command = [BENCHMARKS / "c-reference", mode, "--runs", "1", "--keep", KEPT]
    done = subprocess.run(
      list(map(str, command + (["--n", n] if n else []))), capture_output=True, text=True, check=False)
    if done.returncode == UNAVAILABLE:
      self.missing = done.stderr.strip().removeprefix("c-reference: ")
      return None
    if done.returncode != 0:
      raise Trouble(f"the C reference failed: {done.stderr}")
    facts = json.loads(done.stdout)
    self.build = facts["build"]
    self.compilers.add(f"{facts['version']} {facts['flags']}")
    return facts

  def binary(self):
    """The kept program that a mode was measured with last, for runs of another kind."""
    found = sorted(KEPT.glob("cref-*"), key=lambda path: path.stat().st_mtime)
    return found[-1] if found else None
