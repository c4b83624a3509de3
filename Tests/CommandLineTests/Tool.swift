import Foundation
import Testing

/// The built `gradus`, run as a user runs it.
struct Tool {
  /// How a run ended and what it printed.
  struct Run {
    let status: Int32
    let output: Data
    let error: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// What was printed, read as JSON by a reader that is not ours.
    var json: Any? { try? JSONSerialization.jsonObject(with: output) }
  }

  /// The directory that it runs in, empty at first.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gradus-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Takes the directory away.
  func clear() { try? FileManager.default.removeItem(at: folder) }

  /// Runs a body with a tool whose directory is gone afterwards.
  static func inFolder(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.clear() }
    try body(tool)
  }

  /// Runs `gradus` with words, and no environment but what is given.
  func run(
    _ arguments: String..., input: Data = Data(), in place: URL? = nil, output: FileHandle? = nil
  ) throws -> Run {
    try run(words: arguments, input: input, in: place, output: output)
  }

  /// Runs `gradus`; `limit` is a word of the shell that is said before, such as `ulimit -f 4`.
  func run(
    words: [String], input: Data = Data(), environment: [String: String] = [:], in place: URL? = nil,
    output: FileHandle? = nil, limit: String = ":"
  ) throws -> Run {
    let streams = ["in", "out", "err"].map { folder.appending(path: ".\($0)-" + UUID().uuidString) }
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream) } }
    try input.write(to: streams[0])
    for stream in streams[1...] { try Data().write(to: stream) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", limit + "; exec \"$0\" \"$@\"", try Self.executable().path] + words
    process.environment = environment
    process.currentDirectoryURL = place ?? folder
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try output ?? FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    // A crash has the number of its signal as its status; -1 is never expected.
    let status = process.terminationReason == .exit ? process.terminationStatus : -1
    return Run(
      status: status, output: try Data(contentsOf: streams[1]),
      error: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }

  /// Writes a file into the directory and gives its name.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

  @discardableResult
  func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: folder.appending(path: name))
    return name
  }

  func contents(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  /// The title of the last session in a schedule file.
  func lastTitle(in name: String) throws -> String {
    let text = String(decoding: try contents(name), as: UTF8.self)
    let last = text.components(separatedBy: "\n    title: ").dropFirst().last
    return try #require(last?.split(separator: "\n").first.map(String.init))
  }

  /// The names in the directory and below it.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: folder.appending(path: name).path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  /// The executable in the build directory, beside the tests.
  private static func executable() throws -> URL {
    var place =
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL ?? Bundle.main.bundleURL
    for _ in 0..<4 {
      let tool = place.appending(path: "gradus")
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: tool.path, isDirectory: &isFolder)
      if isThere, !isFolder.boolValue { return tool }
      place.deleteLastPathComponent()
    }
    throw CocoaError(.fileNoSuchFile)
  }
}

/// Small files that are quickly planned.
enum SmallPlan {
  /// Three weeks to a run, from a stated baseline.
  static let yaml = """
    gradus: 1
    id: small
    title: Small plan
    athlete: { name: Sample runner, born: 1990, experience: recreational, zone: Europe/Berlin }
    event: { name: Park run, sport: run, date: 2027-03-21, start: "10:00", expected: 30m, priority: C }
    start: 2027-03-01
    baseline: { run: { per_week: 3, minutes: 35m, longest: 50m } }
    available: { tue: 60m, thu: 60m, sun: 75m }
    sessions: [run-easy, run-long, mobility]
    times: { tue: "18:30" }

    """

  /// The same with a run that nobody can build up to in three weeks.
  static let impossible = yaml + "goal: { long: { run: 74m } }\n"

  /// Eight weeks to a marathon, from a longest run of 35 minutes.
  static let marathonTooSoon = """
    gradus: 1
    id: harbour-marathon
    title: Harbour marathon
    athlete: { name: Ina Rovik, born: 1985, experience: recreational, sitting: 7h, zone: Europe/Oslo }
    event: { name: Harbour marathon, sport: run, date: 2027-05-02, start: "09:00", expected: 4h20m, priority: A }
    start: 2027-03-08
    baseline: { run: { per_week: 3, minutes: 30m, longest: 35m } }
    available: { tue: 60m, thu: 60m, sat: 2h, sun: 4h }
    goal: { long: { run: 2h } }
    sessions: [run-easy, run-long, run-tempo, bike-easy, strength-hip, mobility]

    """

  static let history = """
    date,sport,minutes,rpe
    2027-02-01,run,40,4
    2027-02-02,rest,,
    2027-02-03,strength,30,4
    2027-02-05,kite,60,3
    2027-02-06,run,60,4
    2027-02-07,rest,,
    2027-02-08,rest,,

    """
}
