/// Every format of event lists, in the order of the help.
public enum EventFormatCatalog {
  public static let all: [any EventFormat] = [EventText(), EventLines(), EventCSV()]

  public static func format(named name: String) -> (any EventFormat)? { all.first { $0.name == name } }
}
