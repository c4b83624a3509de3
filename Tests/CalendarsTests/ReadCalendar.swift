import XML

/// A component of a calendar as a reader of these tests sees it, the same from iCalendar and from xCal.
struct ReadComponent: Equatable {
  var name: String
  var properties: [ReadProperty] = []
  var components: [ReadComponent] = []

  func all(_ name: String) -> [ReadComponent] { components.filter { $0.name == name } }

  func value(_ name: String) -> String? { properties.first { $0.name == name }?.values.first }
}

/// A property: values unescaped, dates and offsets without separators, and the TZID or CN.
struct ReadProperty: Equatable {
  var name: String
  var parameter: String?
  var values: [String]
}

/// Reads iCalendar the slow and plain way, independently of the writer.
enum ReadICalendar {
  /// The content lines, unfolded.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [13, 10, 32]) {
        index += 3
      } else if bytes[index...].starts(with: [13, 10]) {
        lines.append([])
        index += 2
      } else {
        lines[lines.count - 1].append(bytes[index])
        index += 1
      }
    }
    return lines.dropLast()
  }

  static func calendar(_ bytes: [UInt8]) -> ReadComponent? {
    var stack: [ReadComponent] = [ReadComponent(name: "")]
    for line in lines(bytes) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("BEGIN:") {
        stack.append(ReadComponent(name: String(text.dropFirst(6))))
      } else if text.hasPrefix("END:") {
        let ended = stack.removeLast()
        stack[stack.count - 1].components.append(ended)
      } else {
        stack[stack.count - 1].properties.append(property(text))
      }
    }
    return stack.count == 1 ? stack[0].components.first : nil
  }

  private static func property(_ line: String) -> ReadProperty {
    let scalars = Array(line.unicodeScalars)
    let colon = scalars.firstIndex(of: ":") ?? scalars.count
    let head = string(scalars[..<colon]).split(separator: ";").map(String.init)
    let parameters = head.dropFirst().filter { !$0.hasPrefix("VALUE=") }
    let parameter = parameters.first.map { String($0.drop { $0 != "=" }.dropFirst()) }
    return ReadProperty(
      name: head[0], parameter: parameter, values: values(Array(scalars.dropFirst(colon + 1)), of: head[0]))
  }

  private static func values(_ scalars: [Unicode.Scalar], of name: String) -> [String] {
    if name == "RRULE" { return [string(scalars[...])] }
    var values: [String.UnicodeScalarView] = [.init()]
    var isEscaped = false
    for scalar in scalars {
      if isEscaped {
        values[values.count - 1].append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "," {
        values.append(.init())
      } else {
        values[values.count - 1].append(scalar)
      }
    }
    return values.map { String($0) }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Reads xCal with the package's own XML reader.
struct ReadXCalendar {
  private let reader: XMLReader

  static func calendar(_ bytes: [UInt8]) throws -> ReadComponent? {
    let reading = ReadXCalendar(reader: try XMLReader(bytes))
    _ = try reading.reader.next()
    guard case .start(let name, _, _) = try reading.reader.next() else { return nil }
    return try reading.component(name)
  }

  private func component(_ name: String) throws -> ReadComponent {
    var component = ReadComponent(name: name.uppercased())
    while case .start(let part, _, _) = try reader.next() {
      while case .start(let child, _, _) = try reader.next() {
        if part == "properties" {
          component.properties.append(try property(child))
        } else {
          component.components.append(try self.component(child))
        }
      }
    }
    return component
  }

  private func property(_ name: String) throws -> ReadProperty {
    var property = ReadProperty(name: name.uppercased(), values: [])
    while case .start(let type, _, _) = try reader.next() {
      switch type {
      case "parameters":
        _ = try reader.next()
        _ = try reader.next()
        property.parameter = try text()
        _ = try reader.next()
        _ = try reader.next()
      case "recur": property.values.append(try recurrence())
      case "date", "date-time", "utc-offset":
        let text = try text()
        let isNegative = text.hasPrefix("-")
        property.values.append((isNegative ? "-" : "") + text.filter { $0 != "-" && $0 != ":" })
      default: property.values.append(try text())
      }
    }
    return property
  }

  private func recurrence() throws -> String {
    let names = ["freq": "FREQ", "byday": "BYDAY", "bymonthday": "BYMONTHDAY", "bymonth": "BYMONTH"]
    var parts: [(name: String, values: [String])] = []
    while case .start(let part, _, _) = try reader.next() {
      let value = try text()
      let name = names[part] ?? part
      if parts.last?.name == name {
        parts[parts.count - 1].values.append(value)
      } else {
        parts.append((name, [value]))
      }
    }
    return parts.map { "\($0.name)=\($0.values.joined(separator: ","))" }.joined(separator: ";")
  }

  /// The text up to the end of the open element.
  private func text() throws -> String {
    var text = ""
    while case .text(let more) = try reader.next() { text += more }
    return text
  }
}
