import ArgumentParser
import PlanFiles

struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Put schedule files in one form: sessions by day, keys in order, comments kept.",
    discussion: """
      EXAMPLES:
        gradus fmt Plans/*.schedule.yaml
        gradus fmt --check Plans/*.schedule.yaml
        git show HEAD:Plans/half-marathon.schedule.yaml | gradus fmt -

      The form is that of `gradus plan`; a file in it is left alone. A session without an id gets one, so that \
      it stays the same event when it moves. With --check nothing is written; files that would change are \
      listed, and the exit status is then 1.
      """)

  @Argument(help: ArgumentHelp("Schedule files; - is standard input and output.", valueName: "file"))
  var files: [String]

  @Flag(help: "List the files that would change and write nothing.")
  var check = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    var changed: [String] = []
    for file in files {
      let source = try InputFile.read(file)
      let text: [UInt8]
      do { text = try ScheduleFile.formatted(source) } catch { throw Failure.invalid(error) }
      if text != source.bytes { changed.append(file) }
      if file == "-", !check { try Output.write(text) }
      if file != "-", !check { try OutputFile(path: file, bytes: text).replaceSchedule(by: "gradus fmt") }
    }
    if json {
      try Output.write(
        JSONValue.record(["changed": .texts(changed), "written": .bool(!check)]).bytes())
    } else if check {
      if !changed.isEmpty { try Output.print(changed.joined(separator: "\n")) }
    } else {
      for file in changed where file != "-" { Output.complain("Wrote \(file)") }
    }
    if check, !changed.isEmpty { throw FindingsRemain() }
  }
}
