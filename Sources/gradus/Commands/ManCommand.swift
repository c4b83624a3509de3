import ArgumentParser
import PlanFiles

struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Print the manual page.",
    discussion: """
      EXAMPLES:
        gradus man > ~/.local/share/man/man1/gradus.1
        gradus man | man -l -
      """)

  func run() throws {
    do {
      let help = try SourceFile(name: "command tree", text: Gradus._dumpHelp()).document()
      try Output.print(ManualPage(help: JSONValue(help.node)).text)
    } catch let error as FileError {
      throw Failure.invalid(error)
    }
  }
}

/// The manual page, made from the parser's own description of the command tree.
private struct ManualPage {
  let help: JSONValue

  private var root: JSONValue { help["command"] ?? .null }

  /// The page as roff, man(7).
  var text: String {
    ([
      ".TH GRADUS 1 \"\" \"gradus \(Gradus.version)\" \"User commands\"",
      ".SH NAME", "gradus \\- " + roff(words(root, "abstract")),
      ".SH SYNOPSIS", ".B gradus", ".I command", "[\\fIoptions\\fR]", ".SH DESCRIPTION",
    ] + discussion(of: root) + [".SH COMMANDS"] + commands.flatMap(section) + Self.closing)
    .joined(separator: "\n")
  }

  private var commands: [JSONValue] {
    items(root, "subcommands").filter { words($0, "commandName") != "help" }
  }

  private func section(_ command: JSONValue) -> [String] {
    let arguments = items(command, "arguments").filter {
      $0["shouldDisplay"] == .bool(true) && !["help", "version"].contains(words($0["preferredName"], "name"))
    }
    let name = "gradus " + roff(words(command, "commandName"))
    let synopsis = ([".B " + name] + arguments.map(usage)).joined(separator: "\n")
    return [".SS " + name, roff(words(command, "abstract"))] + discussion(of: command) + [".PP", synopsis]
      + arguments.flatMap(entry)
  }

  /// Examples keep their lines; other paragraphs are filled.
  private func discussion(of command: JSONValue) -> [String] {
    words(command, "discussion").split(separator: "\n\n").flatMap { paragraph in
      let lines = paragraph.split(separator: "\n").map { roff(String($0)) }
      return paragraph.hasPrefix("EXAMPLES:") ? [".PP", ".nf"] + lines + [".fi"] : [".PP"] + lines
    }
  }

  /// How an argument stands in the synopsis.
  private func usage(_ argument: JSONValue) -> String {
    let shown = term(argument, separator: "|")
    return argument["isOptional"] == .bool(true) ? "[\(shown)]" : shown
  }

  private func term(_ argument: JSONValue, separator: String) -> String {
    let value = "\\fI" + roff(words(argument, "valueName")) + "\\fR"
    if words(argument, "kind") == "positional" { return value }
    let names = items(argument, "names").map { name in
      "\\fB" + roff((words(name, "kind") == "short" ? "-" : "--") + words(name, "name")) + "\\fR"
    }
    return names.joined(separator: separator) + (words(argument, "kind") == "option" ? " " + value : "")
  }

  private func entry(_ argument: JSONValue) -> [String] {
    var text = words(argument, "abstract")
    let values = items(argument, "allValues").compactMap(\.plainText)
    if !values.isEmpty { text += " One of: " + values.joined(separator: ", ") + "." }
    let standard = words(argument, "defaultValue")
    if !standard.isEmpty { text += " Default: \(standard)." }
    return [".TP", term(argument, separator: ", "), roff(text)]
  }

  private static let closing = [
    ".SH EXIT STATUS",
    ".TP", "0", "Done; no finding at or above the level asked for.",
    ".TP", "1", "Done, but there are findings at or above that level.",
    ".TP", "2", "Wrong usage.",
    ".TP", "3", "An input is invalid; the message says file, line and column.",
    ".TP", "4", "No schedule satisfies the limits; the message names the wishes that clash.",
    ".TP", "5", "Reading or writing failed; nothing is half-written.",
    ".SH ENVIRONMENT",
    ".TP", "NO_COLOR", "Where set and not empty, text is plain.",
    ".TP", "TERM", "Where \\(lqdumb\\(rq, text is plain and no progress line is shown.",
  ]

  /// Text in which nothing is a command of roff.
  private func roff(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private func words(_ value: JSONValue?, _ key: String) -> String { value?[key]?.plainText ?? "" }

  private func items(_ value: JSONValue, _ key: String) -> [JSONValue] {
    if case .array(let items)? = value[key] { items } else { [] }
  }
}

extension JSONValue {
  fileprivate var plainText: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
