"""Ciw in its usual idiom: a network of one node whose customers renege. `ciw_peer.py w1|w2 SIZE`; it has no skills."""

import sys

import ciw
from workloads import (
  DAY_S, INTERVAL_S, PROFILE, SEED, W1_AGENTS, W1_HANDLE_S, W1_PATIENCE_S, W2_AGENTS, W2_HANDLE_S, W2_PATIENCE_S, W2_RATE,
  Tally, lognormal)


def play(network, seconds, tally):
  simulation = ciw.Simulation(network)
  simulation.simulate_until_max_time(seconds)
  for record in simulation.get_all_records():
    if record.record_type == "renege":
      tally.offered += 1
      tally.abandoned += 1
    elif record.record_type == "service":
      tally.offered += 1
      tally.answer(record.waiting_time, record.service_time)


def network(arrivals, handle, patience_s, agents):
  return ciw.create_network(
    arrival_distributions=[arrivals], service_distributions=[handle], number_of_servers=[agents],
    reneging_time_distributions=[ciw.dists.Exponential(1 / patience_s)])


def w1(days):
  tally = Tally("Ciw", "w1")
  for day in range(days):
    # The instants of arrival are drawn when the law is made: made once, every day would have the same.
    ciw.seed(SEED + day)
    arrivals = ciw.dists.PoissonIntervals(
      rates=[count / INTERVAL_S for count in PROFILE], endpoints=[INTERVAL_S * (i + 1) for i in range(len(PROFILE))],
      max_sample_date=DAY_S)
    center = network(arrivals, ciw.dists.Lognormal(*lognormal(W1_HANDLE_S, 1)), W1_PATIENCE_S, W1_AGENTS)
    # Two hours more than the day, so that the last callers are served.
    play(center, DAY_S + 7200, tally)
  tally.report(W1_AGENTS, DAY_S * days)


def w2(calls):
  tally = Tally("Ciw", "w2")
  center = network(
    ciw.dists.Exponential(W2_RATE), ciw.dists.Exponential(1 / W2_HANDLE_S), W2_PATIENCE_S, W2_AGENTS)
  ciw.seed(SEED)
  play(center, calls / W2_RATE, tally)
  tally.report(W2_AGENTS, calls / W2_RATE)


if __name__ == "__main__":
  {"w1": w1, "w2": w2}[sys.argv[1]](int(sys.argv[2]))
