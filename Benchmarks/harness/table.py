"""Figures as rows of a Markdown table, and what of them is broken."""

import sys

from .bars import DEFAULT_ALLOWANCE

BAR_COLUMNS = ("C", "default build", "tuned build", "ratio", "of best rounds", "bar", "verdict")
MET = {True: "met", False: "not met", None: "not judged"}


class Report:
  """Rows are printed as they come; broken gates are kept for the end."""

  def __init__(self):
    self.broken, self.unmet, self.judged = [], [], False

  def heading(self, title, *columns):
    print(f"\n| {title} | {' | '.join(columns)} |\n|---|{'---:|' * len(columns)}", flush=True)

  def row(self, *cells):
    print(f"| {' | '.join('-' if cell is None else str(cell) for cell in cells)} |", flush=True)

  def bar(self, bar, samples):
    """A row of a bar: its medians. The gate holds the best rounds of the tuned build, or of the default one alone."""
    anchor, default, tuned = samples.medians()
    verdicts = [bar.is_met(default, anchor, DEFAULT_ALLOWANCE) if default is not None else None]
    verdicts.append(bar.is_met(tuned, anchor) if tuned is not None else None)
    met = False if False in verdicts else None if None in verdicts else True
    self.row(
      bar.work, f"{bar.anchor} {anchor:.1f}" if anchor else "not here", number(default), number(tuned),
      ratio_text(anchor, default, tuned), ratio_text(*samples.leasts()), bar.text(), MET[met])
    if met is False:
      self.unmet.append(bar.work)
    if bar.gate and anchor:
      self.gate(f"{bar.work}, times {bar.anchor}, best rounds", ratio(*samples.leasts()), bar.gate, "{:.2f}")

  def count(self, work, what, value, gate):
    self.row(work, f"{value:,.1f}".removesuffix(".0"), f"{gate:,}")
    self.gate(f"{work}, {what}", value, gate, "{:,.0f}")

  def promise(self, work, value, bar, unit, is_gate=False):
    """A promise in units of its own. CPU time is no gate: it differs too much between machines."""
    self.row(work, f"{value:.3g} {unit}", f"<= {bar:g} {unit}", MET[value <= bar])
    if value > bar:
      self.unmet.append(work)
    if is_gate:
      self.gate(f"{work} ({unit})", value, bar, "{:.3g}")

  def gate(self, name, value, limit, form):
    self.judged = True
    if value > limit:
      self.broken.append(f"{name}: {form.format(value)}; the gate is {form.format(limit)}")

  def finish(self):
    """Exit status."""
    if self.unmet:
      print("\nBars not reached yet, held where they are: " + "; ".join(self.unmet) + ".")
    for line in self.broken:
      print(f"error: {line}", file=sys.stderr)
    return 1 if self.broken else 0 if self.judged else 77


def ratio(anchor, default, tuned):
  """Of the build that is judged to the C reference; None without one."""
  return (default if tuned is None else tuned) / anchor if anchor else None


def ratio_text(*figures):
  value = ratio(*figures)
  return None if value is None else f"{value:.2f}"


def number(value):
  return None if value is None else f"{value:.1f}"
