internal import ContactCenter

extension RunFacts {
  var inputs: JSONValue {
    .object([
      "scenario": .string(scenarioName), "file": .string(scenarioFile),
      "overrides": .array(overrides.map { .string($0) }), "seed": .unsigned(seed),
      "replications": .integer(plannedReplications), "days_per_replication": .integer(daysPerReplication),
      "stopping_rule": .string(isSequential ? "repeated_looks" : "fixed"), "confidence": .number(confidence),
      "service_level_definition": .string(definition.rawValue), "wait_basis": .string(waitBasis.rawValue),
      "acceptable_wait_s": .object(
        acceptableWaits.map { JSONValue.Member($0.queue, .number($0.seconds)) }),
      "currency": .string(currency),
    ])
  }

  var provenance: JSONValue {
    .object([
      "run": .string(runID), "name": .string(runName), "scenario_sha256": .string(fingerprint),
      "seed": .unsigned(seed), "engine_version": .string(engineVersion), "replications": .integer(replications),
      "digest": .string(digest),
    ])
  }
}
