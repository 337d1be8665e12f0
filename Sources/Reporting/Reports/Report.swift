/// Something that can be told: to a reader, to a program, to a spreadsheet.
///
/// A report holds values and decides what is said; formats decide how it looks.
public protocol Report: Sendable {
  var page: Page { get }
  /// Members of the document, without the version of the schema.
  var json: [JSONValue.Member] { get }
  var records: Records { get }
}
