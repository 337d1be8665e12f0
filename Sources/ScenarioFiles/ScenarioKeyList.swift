/// The page that lists every key of scenario files, made from the key catalogue.
public enum ScenarioKeyList {
  /// Markdown of `docs/scenario-keys.md`.
  public static var markdown: String {
    let catalogue = ScenarioKeyCatalogue.standard
    var lines = [
      "# Keys of scenario files", "",
      "Made from the key catalogue in `Sources/ScenarioFiles/Catalogue`; a stale page fails a test.",
      "A key that is not in this list is an error. `*` stands for a name of your own. Every default is printed by",
      "`busyhour check`; `busyhour check --expand` prints the long form.", "",
      "## Units", "",
      "| what | how it is written | not |", "|---|---|---|",
      "| duration | `90s`, `5m30s`, `1h`, `0` | `5` (5 what?) |",
      "| share | `25%`, `0.25` | `25` |",
      "| rate | `1000/day`, `7000/week`, `120/h`, `50/30m` | `1000` |",
      "| clock time, stretch | `08:00`, `24:00`; `08:00-18:00`, `23:00-07:30` (into the next day) | `0800`, `8am` |",
      "| days | `Mon-Fri`, `Sat,Sun`, `daily` | `Monday` |",
      "| dates | `2026-11-23`, `2026-11-23..2026-12-20`, `7d from 2026-11-23` | `23.11.2026` |",
      "| factor | `x3`, `x0.5`, `+20%`, `-30%` | `3` |",
      "| money | `$22/h`, `EUR 20/h` | `22` |",
      "| target | `90% in 20s`, `90/20`, `at most 5%`, `75% to 85%`, `18 to 22` | `>= 90%` |",
      "| distribution | `5m`, `exp 5m`, `fixed 5m`, or a map with the fields below | `5` |", "",
      "What the top of the file says of calls and callers (`handle`, `patience`, `redial`, ...) holds for every queue that",
      "says nothing of its own; what it says of people in line (`patience`, `places`, `balk`, `redial`, `offer`,",
      "`self_service`) does not hold for email, sms, portal and outbound. Fields of a rule are the same in both places.",
      "",
    ]
    lines += section("The file", catalogue.children(of: "").filter { !$0.shapes.contains(.section) || isLaw($0) })
    for key in catalogue.children(of: "") where key.shapes.contains(.section) && !isLaw(key) {
      let inside = catalogue.keys.filter {
        $0.path.hasPrefix(key.path + ".") && !isField($0, catalogue) && !isTold($0, catalogue)
      }
      lines += section("`\(key.path)`", [key] + inside)
    }
    let zero = catalogue.key(at: "patience.zero").map { [$0] } ?? []
    lines += section(
      "Fields of a distribution (`handle`, `wrap_up`, `patience`, `time`, `after`)",
      catalogue.children(of: "handle") + zero)
    return lines.joined(separator: "\n")
  }

  /// Fields of a rule of a queue that stand in the section of the rule.
  private static func isTold(_ key: ScenarioKey, _ catalogue: ScenarioKeyCatalogue) -> Bool {
    let prefix = "queues.*."
    guard key.path.hasPrefix(prefix) else { return false }
    let path = key.path.dropFirst(prefix.count)
    return path.contains(".") && catalogue.key(at: String(path)) != nil
  }

  private static func isLaw(_ key: ScenarioKey) -> Bool {
    key.shapes.contains { if case .scalar(.distribution) = $0 { true } else { false } }
  }

  private static func isField(_ key: ScenarioKey, _ catalogue: ScenarioKeyCatalogue) -> Bool {
    catalogue.key(at: key.parent).map(isLaw) ?? false
  }

  private static func section(_ title: String, _ keys: [ScenarioKey]) -> [String] {
    var lines = ["## \(title)", "", "| key | what it is | example | default |", "|---|---|---|---|"]
    for key in keys {
      var name = "`\(key.path)`"
      if !key.aliases.isEmpty { name += ", short `\(key.aliases.joined(separator: "`, `"))`" }
      let standard = key.standard.map { $0.text.isEmpty ? $0.reason : "`\($0.text)`: \($0.reason)" }
      lines.append(
        "| \(name) | \(key.summary)\(allowed(key)) | `\(key.example)` | \(standard ?? (key.isRequired ? "required" : "none")) |"
      )
    }
    return lines + [""]
  }

  private static func allowed(_ key: ScenarioKey) -> String {
    for shape in key.shapes {
      switch shape {
      case .scalar(.choice(let words)) where words.count > 1: return " One of `\(words.joined(separator: "`, `"))`."
      case .scalar(.profileName): return " Names: `\(NamedProfile.allCases.map(\.rawValue).joined(separator: "`, `"))`."
      case .scalar(.integer(let range)): return " \(range.lowerBound) to \(range.upperBound)."
      default: continue
      }
    }
    return ""
  }
}
