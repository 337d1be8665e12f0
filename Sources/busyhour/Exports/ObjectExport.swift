internal import Reporting
internal import ResultsStore

/// Logs -> OCEL 2.0: what Reporting says of the events, into the file that ResultsStore writes.
struct ObjectExport {
  var log: StoredLog
  var numbers: [Int]
  var path: String

  /// - Throws: ``CommandError/file(_:reason:)``; what the reading of logs throws.
  func write(_ subject: ExportSubject) throws -> ExportJob.Tally {
    let whole = try WholeFile(path)
    if whole.isDirect { throw CommandError.file(path, reason: "is no regular file") }
    do {
      let tally = try fill(whole.temporary, subject)
      try whole.finish()
      return tally
    } catch let failure as ObjectLogFile.Failure {
      throw CommandError.file(path, reason: failure.reason)
    }
  }

  private func fill(_ temporary: String, _ subject: ExportSubject) throws -> ExportJob.Tally {
    let file = try ObjectLogFile(
      path: temporary, events: ObjectLogExport.eventKinds.map(\.inFile),
      objects: ObjectLogExport.objectKinds.map(\.inFile))
    var export = ObjectLogExport(subject)
    var tally = ExportJob.Tally(replications: numbers.count)
    try file.add(export.common)
    for number in numbers {
      try file.add(export.begin(number))
      try log.at(number).forEachEvent { event in
        try file.add(export.step(event))
        tally.events += 1
      }
    }
    try file.finish()
    return tally
  }
}

extension ObjectLogFile {
  fileprivate func add(_ step: ObjectLogExport.Step) throws {
    for object in step.objects {
      try add(object: object.id, type: object.type, attributes: object.attributes.mapValues(\.inFile))
    }
    for link in step.links { try relate(link.source, to: link.target, qualifier: link.qualifier) }
    guard let event = step.event else { return }
    try add(
      event: event.id, type: event.type, time: event.time, attributes: event.attributes.mapValues(\.inFile),
      relations: event.objects.map { ($0.object, $0.qualifier) })
  }
}

extension ObjectLogExport.Value {
  fileprivate var inFile: ObjectLogFile.Value {
    switch self {
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .text(let text), .instant(let text): .text(text)
    }
  }
}

extension ObjectLogExport.Kind {
  fileprivate var inFile: ObjectLogFile.Kind {
    .init(name: name, attributes: attributes.map { ($0.name, $0.form.inFile) })
  }
}

extension ObjectLogExport.Attribute.Form {
  fileprivate var inFile: ObjectLogFile.Form {
    switch self {
    case .integer: .integer
    case .real: .real
    case .text: .text
    case .instant: .instant
    }
  }
}
