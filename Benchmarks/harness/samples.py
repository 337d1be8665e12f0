"""CPU times of the same work: of the C reference, the default and the tuned build, a round after the other."""

import statistics

BUILDS = ("c", "default", "tuned")


class Samples:
  """`medians` are what is reported and judged; `leasts` are what a gate holds.

  Who shares the processor can only make a program slow, and ours, which needs more of the caches, more than the C
  reference; code that has become slow is slow in its best round, too.
  """

  def __init__(self):
    self.values = {}

  def add(self, build, value):
    if value is not None:
      self.values.setdefault(build, []).append(value)

  def medians(self):
    """Of the C reference, the default build, the tuned build; None for what was not measured."""
    return self._each(statistics.median)

  def leasts(self):
    return self._each(min)

  def _each(self, statistic):
    return [statistic(self.values[build]) if build in self.values else None for build in BUILDS]
