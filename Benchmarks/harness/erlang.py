"""M/M/n+M in closed form, by the birth-death process: what other ways of counting are held against."""


def abandonment(agents, load, patience_over_handle):
  """Fraction who abandon. `load` in erlangs; the mean patience in mean handle times."""
  weight, total, lost = 1.0, 1.0, 0.0
  state = 0
  while state < agents + 50 or weight > 1e-16 * total:
    state += 1
    weight *= load / (min(state, agents) + max(0, state - agents) / patience_over_handle)
    total += weight
    lost += weight * max(0, state - agents) / patience_over_handle
    if weight > 1e200:
      weight, total, lost = weight * 1e-200, total * 1e-200, lost * 1e-200
  return lost / total / load


def occupancy(agents, load, patience_over_handle):
  return load * (1 - abandonment(agents, load, patience_over_handle)) / agents


def load_at(agents, wanted, patience_over_handle):
  """The offered load at which agents are busy for the wanted part of their time."""
  low, high = 0.0, 3.0 * agents
  for _ in range(50):
    middle = (low + high) / 2
    low, high = (middle, high) if occupancy(agents, middle, patience_over_handle) < wanted else (low, middle)
  return low
