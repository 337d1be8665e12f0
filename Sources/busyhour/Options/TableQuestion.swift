internal import ArgumentParser

/// A staffing question for every row of a table.
struct TableQuestion: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table instead: calls,interval_s,handle_time_s,target_sl,threshold_s,max_occupancy,shrinkage[,patience_s]"
        + "[,definition]; - is standard input. CSV out.", valueName: "table"))
  var input: String?
}
