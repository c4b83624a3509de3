import PlanFiles
import Testing
import TrainingPlan

extension Array<UInt8> {
  /// The bytes with a few faults: lost, doubled, swapped, made up, or taken from a list of nasty words.
  fileprivate func mutated(_ g: inout Seeded) -> [UInt8] {
    let nasty = [
      "{", "}", "[", "]", "\"", "\\u", "\\ud800", ",", ":", "- ", "&a ", "*a ", "!!int ", "<<: ", "\n",
      "\r\n", "\t",
      "---\n", "? ", "| \n", "-1", "1e999", "99999999999999999999", "NaN", "null", "\u{0}", "\u{FEFF}", "é",
      "#", "'",
    ]
    var bytes = self
    for _ in 0..<g.int(1...4) where !bytes.isEmpty {
      let at = g.int(0...bytes.count - 1)
      let end = Swift.min(bytes.count, at + g.int(1...40))
      switch g.int(0...5) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: bytes[at..<end], at: g.int(0...bytes.count - 1))
      case 2: bytes[at] = UInt8(g.int(0...255))
      case 3: bytes.removeSubrange(at...)
      default: bytes.insert(contentsOf: Array(g.pick(nasty).utf8), at: at)
      }
    }
    return bytes
  }
}

/// Whatever happens to a valid file, it is read or refused; an error names the file.
@Suite(.timeLimit(.minutes(5))) struct MutationTests {
  private func check(_ bytes: [UInt8], _ read: (SourceFile) throws(FileError) -> Void) {
    var g = Seeded(7)
    var refusals = 0
    for _ in 0..<250 {
      do throws(FileError) {
        try read(SourceFile(name: "f", bytes: bytes.mutated(&g)))
      } catch {
        refusals += 1
        #expect(!error.faults.isEmpty && error.faults.allSatisfy { $0.description.hasPrefix("f:") })
      }
    }
    #expect(refusals > 0)
  }

  @Test func problems() {
    let problem = PlanProblem.generated(11)
    check(ProblemFile.json(problem).bytes()) { file throws(FileError) in _ = try ProblemFile.read(file) }
  }

  @Test func schedulesAsJSON() {
    let json = ScheduleFile.json(.generated(12), problem: ProblemDocument(.generated(12)))
    check(json.bytes(isPretty: false)) { file throws(FileError) in _ = try ScheduleFile.read(file) }
  }

  @Test func scheduleFiles() {
    check(ScheduleFile.text(.generated(12))) { file throws(FileError) in _ = try ScheduleFile.read(file) }
  }

  @Test func checkIns() throws {
    let file = try Sample.file("Plans/check-ins/sample-runner.yaml")
    check(file.bytes) { file throws(FileError) in _ = try CheckInsFile.read(file) }
  }

  @Test func histories() {
    let rows = (1...28).map { "2026-01-\($0 < 10 ? "0" : "")\($0),\"run\",\($0),3,," }
    let text = "date,sport,minutes,rpe,load,activity\n" + rows.joined(separator: "\r\n")
    check(Array(text.utf8)) { file throws(FileError) in _ = try HistoryFile.read(file) }
  }
}
