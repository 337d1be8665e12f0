import ContactCenter
import Foundation
import ScenarioFiles
import Testing

@Suite struct `Shipped scenarios and templates` {
  @Test func `the clinic template is the shipped clinic`() throws {
    let clinic = try String(contentsOf: Fixtures.repository.appending(path: "scenarios/clinic.yaml"), encoding: .utf8)
    #expect(ScenarioTemplate.clinic.text == clinic)
  }

  @Test(arguments: ScenarioTemplate.allCases) func `a template is a scenario without warnings`(
    template: ScenarioTemplate
  ) throws {
    let document = try ScenarioReader().read(text: template.text, name: template.fileName)
    #expect(document.warnings == [])
    #expect(template.text.hasPrefix("# yaml-language-server: $schema=./\(ScenarioTemplate.schemaFileName)\n"))
  }

  @Test func `the published cases are scenarios without warnings`() throws {
    let folder = Fixtures.repository.appending(path: "Tests/StatisticalTests/Cases")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let days = names.filter { !$0.hasPrefix("c15") && !$0.hasPrefix("kind-") }
    let centers = ["bilingual-week.yaml", "blended-dialer.yaml", "skills-by-period.yaml"]
    let cases = ["c1.yaml", "c10.yaml", "c12.yaml", "c3.yaml", "c5.yaml", "c7.yaml", "mmcab.yaml"]
    #expect(days == (cases + centers).sorted())
    for name in names {
      #expect(try ScenarioReader().read(file: folder.appending(path: name).path).warnings == [], "\(name)")
    }
  }

  @Test func `the small template says what the eight lines say`() throws {
    let small = try ScenarioReader().read(text: ScenarioTemplate.small.text, name: "a.yaml")
    let smallest = try ScenarioReader().read(file: Fixtures.repository.appending(path: "scenarios/smallest.yaml").path)
    #expect(small.fingerprint == smallest.fingerprint)
  }

  @Test func `the clinic covers four weeks less Thanksgiving`() throws {
    let clinic = try ScenarioReader().read(text: ScenarioTemplate.clinic.text, name: "clinic.yaml").scenario
    #expect(clinic.days.count == 28)
    // 18 weekdays and four weekends of the emergency line.
    #expect(clinic.days.filter { !$0.open.isEmpty }.count == 26)
    #expect(
      clinic.queues.map(\.name) == [
        "scheduling", "billing", "insurance", "clinical", "chat", "email", "doctor", "care plans", "medical board",
        "supervisors", "managers", "reviews", "emergency",
      ])
    #expect(clinic.queues.map(\.priority) == [5, 5, 5, 2, 5, 5, 0, 5, 5, 0, 5, 8, 0])
  }
}
