/// One line of a table, for those who write it line by line: the words of ``CSVFormat``.
public enum CSVLine {
  /// Ends in CR LF; numbers read back to the same value.
  public static func text(_ fields: [Records.Field]) -> String { CSVFormat.line(fields) }
}
