"""W1, W2 and W3 for Python peers: the numbers of Benchmarks/scenarios, and one form of report."""

import json
import math
import time

PROFILE = [
  16.5, 16.2, 16.2, 16.2, 16.2, 16.2, 16.2, 16.2, 16.2, 16.2, 16.3, 16.4, 16.6, 17.0, 17.8, 19.2, 21.2, 23.7, 26.5, 28.8,
  30.3, 30.4, 29.2, 27.3, 25.2, 23.7, 23.1, 23.5, 24.7, 26.1, 27.4, 28.2, 28.2, 27.3, 25.8, 23.9, 21.9, 20.2, 18.7, 17.7,
  17.1, 16.7, 16.4, 16.3, 16.3, 16.2, 16.2, 16.2]
INTERVAL_S, DAY_S = 1800.0, 86400.0
W1_AGENTS, W1_HANDLE_S, W1_PATIENCE_S = 12, 480.0, 180.0
W2_AGENTS, W2_HANDLE_S, W2_PATIENCE_S = 500, 300.0, 120.0
W2_RATE = W2_AGENTS * 0.98 / W2_HANDLE_S
SEED = 20260101


def lognormal(mean, cv):
  """Parameters of the lognormal law with this mean and coefficient of variation."""
  variance = math.log(1 + cv * cv)
  return math.log(mean) - variance / 2, math.sqrt(variance)


class Tally:
  """What a workload came to, and what it cost."""

  def __init__(self, peer, workload):
    self.peer, self.workload = peer, workload
    self.offered = self.answered = self.in_time = self.abandoned = 0
    self.waited = self.talked = 0.0
    self.start = time.process_time()

  def answer(self, wait, talk):
    self.answered += 1
    self.in_time += wait <= 20
    self.waited += wait
    self.talked += talk

  def report(self, agents, seconds):
    cost = time.process_time() - self.start
    print(json.dumps({
      "peer": self.peer, "workload": self.workload, "calls": self.offered,
      "ns_per_call": round(cost / self.offered * 1e9, 1), "service_level": self.in_time / self.offered,
      "asa_s": self.waited / max(1, self.answered), "abandonment": self.abandoned / self.offered,
      "occupancy": self.talked / (agents * seconds)}))
