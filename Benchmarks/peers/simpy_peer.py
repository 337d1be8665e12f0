"""SimPy in its usual idiom: a process a caller, a request that patience may win. `simpy_peer.py w1|w2|w3 SIZE`."""

import random
import sys
from collections import deque

import simpy
from workloads import (
  DAY_S, INTERVAL_S, PROFILE, SEED, W1_AGENTS, W1_HANDLE_S, W1_PATIENCE_S, W2_AGENTS, W2_HANDLE_S, W2_PATIENCE_S, W2_RATE,
  Tally, lognormal)


def single_line(agents, arrivals, handle, patience, tally):
  env = simpy.Environment()
  people = simpy.Resource(env, agents)

  def caller():
    arrived = env.now
    tally.offered += 1
    with people.request() as request:
      if not request.triggered:
        yield request | env.timeout(patience())
        if not request.triggered:
          tally.abandoned += 1
          return
      talk = handle()
      tally.answer(env.now - arrived, talk)
      yield env.timeout(talk)

  def source():
    for instant in arrivals:
      yield env.timeout(instant - env.now)
      env.process(caller())

  env.process(source())
  env.run()


def day_of_arrivals(rng):
  """Piecewise constant rates: a Poisson stream of unit rate, stretched."""
  level, before, interval = rng.expovariate(1), 0.0, 0
  while interval < len(PROFILE):
    if level >= before + PROFILE[interval]:
      before += PROFILE[interval]
      interval += 1
      continue
    yield (interval + (level - before) / PROFILE[interval]) * INTERVAL_S
    level += rng.expovariate(1)


def steady_arrivals(rng, rate, count):
  instant = 0.0
  for _ in range(count):
    instant += rng.expovariate(rate)
    yield instant


def w1(days):
  tally, (mu, sigma) = Tally("SimPy", "w1"), lognormal(W1_HANDLE_S, 1)
  for day in range(days):
    rng = random.Random(SEED + day)
    single_line(
      W1_AGENTS, day_of_arrivals(rng), lambda: rng.lognormvariate(mu, sigma), lambda: rng.expovariate(1 / W1_PATIENCE_S),
      tally)
  tally.report(W1_AGENTS, DAY_S * days)


def w2(calls):
  tally, rng = Tally("SimPy", "w2"), random.Random(SEED)
  single_line(
    W2_AGENTS, steady_arrivals(rng, W2_RATE, calls), lambda: rng.expovariate(1 / W2_HANDLE_S),
    lambda: rng.expovariate(1 / W2_PATIENCE_S), tally)
  tally.report(W2_AGENTS, calls / W2_RATE)


class Kind:
  def __init__(self, share, handle_s, patience_s, priority):
    self.share, self.patience_s, self.priority = share, patience_s, priority
    self.mu, self.sigma = lognormal(handle_s, 0.8)
    self.line = deque()


W3_RATE = 95 / 417
W3_GROUPS = [(8, "a"), (10, "ab"), (18, "b"), (12, "c"), (14, "d"), (16, "bcd"), (14, "e"), (8, "abcde")]


def w3(calls):
  tally, rng = Tally("SimPy", "w3"), random.Random(SEED)
  env = simpy.Environment()
  kinds = {
    "a": Kind(.10, 840, 240, 0), "b": Kind(.35, 300, 150, 2), "c": Kind(.20, 360, 180, 1), "d": Kind(.20, 420, 180, 2),
    "e": Kind(.15, 480, 200, 1)}
  idle = [deque([0.0] * size) for size, _ in W3_GROUPS]
  serving = {name: [group for group, (_, skills) in enumerate(W3_GROUPS) if name in skills] for name in kinds}

  def longest_idle(name):
    return min((group for group in serving[name] if idle[group]), key=lambda group: idle[group][0], default=None)

  def next_caller(group):
    """The best priority among the group's skills, the oldest call within it. Those who gave up lie in the lines still."""
    best = None
    for name in W3_GROUPS[group][1]:
      line = kinds[name].line
      while line and not line[0][2]:
        line.popleft()
      if line and (best is None or (kinds[name].priority, line[0][0]) < (best.priority, best.line[0][0])):
        best = kinds[name]
    return best and best.line.popleft()

  def caller(name):
    kind, arrived = kinds[name], env.now
    tally.offered += 1
    group = longest_idle(name)
    if group is not None:
      idle[group].popleft()
    else:
      place = [arrived, env.event(), True]
      kind.line.append(place)
      yield place[1] | env.timeout(rng.expovariate(1 / kind.patience_s))
      if not place[1].triggered:
        place[2] = False
        tally.abandoned += 1
        return
      group = place[1].value
    talk = rng.lognormvariate(kind.mu, kind.sigma)
    tally.answer(env.now - arrived, talk)
    yield env.timeout(talk)
    waiting = next_caller(group)
    if waiting:
      waiting[1].succeed(group)
    else:
      idle[group].append(env.now)

  def source():
    names, shares = list(kinds), [kind.share for kind in kinds.values()]
    for instant in steady_arrivals(rng, W3_RATE, calls):
      yield env.timeout(instant - env.now)
      env.process(caller(rng.choices(names, shares)[0]))

  env.process(source())
  env.run()
  tally.report(sum(size for size, _ in W3_GROUPS), calls / W3_RATE)


if __name__ == "__main__":
  {"w1": w1, "w2": w2, "w3": w3}[sys.argv[1]](int(sys.argv[2]))
