import TrainingLoad

/// A property as it stands in a file, not yet understood.
struct ReceivedProperty {
  /// Upper case.
  var name: String
  var parameters: [Parameter] = []
  var value = Value.line("")
  /// Where its value begins.
  var place: CalendarPlace

  struct Parameter {
    /// Upper case.
    var name: String
    var value: String
  }

  enum Value {
    /// As in iCalendar, escaped.
    case line(String)
    /// As in xCal: elements named for their type, with their text.
    case typed([(type: String, text: String)])
  }

  init(name: String, place: CalendarPlace) {
    self.name = name
    self.place = place
  }

  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  func fault(_ message: String, expected: String) -> CalendarFault {
    CalendarFault(place, message, expected: expected)
  }

  /// A value that is not what its property wants.
  private func wrong(expected: String) -> CalendarFault {
    let text = CalendarText.line(raw, fallback: "")
    let shown = text.unicodeScalars.count > 40 ? String(text.unicodeScalars.prefix(40)) + "…" : text
    return fault("\(name) is \"\(shown)\"", expected: expected)
  }

  /// The value as one word: what it is where it has a single, simple one.
  private var raw: String {
    switch value {
    case .line(let text): text
    case .typed(let values): values.first?.text ?? ""
    }
  }

  private var isExtended: Bool { if case .typed = value { true } else { false } }
}

extension ReceivedProperty {
  /// The name of a component, upper case.
  func componentName() throws(CalendarFault) -> String {
    let name = raw.uppercased()
    let isName = name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard isName, (1...60).contains(name.utf8.count) else { throw wrong(expected: "the name of a component") }
    return name
  }

  /// TEXT, clean.
  var text: String { CalendarText.clean(texts(isList: false).first ?? "") }

  /// TEXT on one line.
  var line: String { CalendarText.line(texts(isList: false).first ?? "", fallback: "") }

  /// Several values of TEXT, each on one line; empty ones are left out.
  var lines: [String] {
    texts(isList: true).map { CalendarText.line($0, fallback: "") }.filter { !$0.isEmpty }
  }

  /// One word of a fixed list, upper case.
  var word: String { raw.uppercased() }

  /// INTEGER.
  func integer() throws(CalendarFault) -> Int {
    guard let number = Int(raw), (0...1_000_000_000).contains(number) else {
      throw wrong(expected: "a whole number that is not negative")
    }
    return number
  }

  /// DURATION, seconds.
  func duration() throws(CalendarFault) -> Int {
    var digits = ReceivedDigits(raw, isExtended: isExtended)
    guard let seconds = digits.duration(), digits.isAtEnd else {
      throw wrong(expected: "a length of time such as PT1H30M")
    }
    return seconds
  }

  /// UTC-OFFSET, seconds.
  func offset() throws(CalendarFault) -> Int {
    var digits = ReceivedDigits(raw, isExtended: isExtended)
    guard let seconds = digits.offset(), digits.isAtEnd else {
      throw wrong(expected: "an offset such as +0100")
    }
    return seconds
  }

  /// DATE or DATE-TIME.
  func time() throws(CalendarFault) -> ReceivedTime {
    let expected =
      isExtended ? "a day or a time such as 2027-04-18T10:00:00" : "a day or a time such as 20270418T100000"
    var digits = ReceivedDigits(raw, isExtended: isExtended)
    guard let day = digits.day() else { throw wrong(expected: expected) }
    if digits.isAtEnd { return .day(day) }
    guard let second = digits.clockAfterT() else { throw wrong(expected: expected) }
    let seconds = day.number * 86_400 + second
    if digits.take("Z"), digits.isAtEnd { return .utc(seconds) }
    guard digits.isAtEnd else { throw wrong(expected: expected) }
    return .local(seconds, zone: parameter("TZID"))
  }

  /// The moment of a DATE-TIME in UTC; a local time, which these properties may not have, is read as UTC.
  func instant() throws(CalendarFault) -> Int {
    switch try time() {
    case .day(let day): day.number * 86_400
    case .utc(let seconds), .local(let seconds, _): seconds
    }
  }

  /// The parts of a RECUR value, names upper case, each with its values.
  var recurrence: [String: [String]] {
    switch value {
    case .line(let text):
      var parts: [String: [String]] = [:]
      for part in text.split(separator: ";") {
        let words = part.split(separator: "=", maxSplits: 1)
        guard words.count == 2 else { continue }
        parts[words[0].uppercased()] = words[1].split(separator: ",").map(String.init)
      }
      return parts
    case .typed(let values):
      return Dictionary(grouping: values) { $0.type.uppercased() }.mapValues { $0.map(\.text) }
    }
  }

  private func texts(isList: Bool) -> [String] {
    switch value {
    case .line(let text): Self.unescaped(text, isList: isList)
    case .typed(let values): values.map(\.text)
    }
  }

  /// TEXT without its escapes; in a list a comma parts the values.
  static func unescaped(_ text: String, isList: Bool) -> [String] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ",") }) else {
      return [text]
    }
    var values: [String.UnicodeScalarView] = [.init()]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        values[values.count - 1].append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if isList, scalar == "," {
        values.append(.init())
      } else {
        values[values.count - 1].append(scalar)
      }
    }
    return values.map { String($0) }
  }
}
