/// A path in its parts.
struct FileName {
  /// The folder; `.` for a bare name.
  let folder: String
  /// The name in the folder.
  let last: String

  init(_ path: String) {
    guard let slash = path.lastIndex(of: "/") else {
      (folder, last) = (".", path)
      return
    }
    folder = slash == path.startIndex ? "/" : String(path[..<slash])
    last = String(path[path.index(after: slash)...])
  }

  /// A name in a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static let scheduleEnding = ".schedule.yaml"
  private static let planEndings = [".yaml", ".yml", ".json"]

  /// Whether it is named like a schedule file.
  var isSchedule: Bool { last.hasSuffix(Self.scheduleEnding) }

  /// The name of the plan without the ending of its file or its schedule's.
  var plan: String {
    for ending in [Self.scheduleEnding] + Self.planEndings where last.hasSuffix(ending) {
      return String(last.dropLast(ending.count))
    }
    return last
  }

  /// The schedule file beside a plan.
  var schedule: String { Self.join(folder, plan + Self.scheduleEnding) }

  /// Where the plan of a schedule may be.
  var plans: [String] { Self.planEndings.map { Self.join(folder, plan + $0) } }
}
