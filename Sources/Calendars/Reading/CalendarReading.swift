/// A calendar as it was read from a file, whoever wrote it.
public struct CalendarReading: Equatable, Sendable {
  /// What the file says, as far as a calendar of single events can say it.
  ///
  /// Reading a calendar that this package wrote gives what it was written from: written again, it has the
  /// same bytes.
  public var document: CalendarDocument
  /// Where each event of the document begins in the file.
  public var places: [CalendarPlace]
  /// Events that are no single events of a known time, in the order of the file.
  public var setAside: [SetAside]
  /// What was passed over or taken in a certain sense, in words, a sentence each.
  public var remarks: [String]

  /// An event that could not be taken as one of the document.
  public struct SetAside: Equatable, Sendable {
    /// Its identity; empty where it has none.
    public var uid: String
    /// Its title.
    public var summary: String
    /// Where it begins in the file.
    public var place: CalendarPlace
    /// Why, continuing a sentence: "it repeats".
    public var reason: String
  }
}

/// A place in a calendar file.
public struct CalendarPlace: Equatable, Sendable {
  /// Line, from 1.
  public var line: Int
  /// Column, from 1, counted in characters (Unicode scalars).
  public var column: Int

  /// The place at a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Why a calendar cannot be read, and where.
public struct CalendarFault: Error, Equatable, Sendable {
  /// The place; nil where the file as a whole is meant.
  public var place: CalendarPlace?
  /// What is wrong.
  public var message: String
  /// What may stand there instead.
  public var expected: String?

  init(_ place: CalendarPlace?, _ message: String, expected: String? = nil) {
    self.place = place
    self.message = message
    self.expected = expected
  }
}

/// How much of a calendar is read before it is refused.
public struct CalendarLimits: Equatable, Sendable {
  /// Bytes of the file.
  public var bytes = 16_000_000
  /// Octets of a content line after unfolding: a text or an attachment within the file.
  public var lineOctets = 1_000_000
  /// Components within each other.
  public var depth = 8
  /// Properties of one component.
  public var properties = 1000
  /// Components in all.
  public var components = 200_000

  /// The usual limits: a file of 16 MB.
  public init() {}
}

extension CalendarDocument {
  /// Reads iCalendar (RFC 5545).
  ///
  /// Any order of properties, foreign time zones, DURATION for DTEND, lines folded elsewhere or ended by LF
  /// alone are taken; unknown properties and components are passed over. A file that is not well-formed is
  /// refused.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - zone: IANA zone in which times without a zone are read, and that of a calendar that names none.
  ///   - limits: How much is read.
  /// - Returns: The calendar, and what in the file is none of it.
  /// - Throws: `CalendarFault`.
  public static func reading(
    iCalendar bytes: [UInt8], zone: String = "UTC", limits: CalendarLimits = CalendarLimits()
  ) throws(CalendarFault) -> CalendarReading {
    var reader = try ICalendarReader(bytes, zone: zone, limits: limits)
    return try reader.read()
  }

  /// Reads xCal (RFC 6321), as `reading(iCalendar:zone:limits:)` reads iCalendar; a document type declaration
  /// is refused before anything is parsed.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - zone: IANA zone in which times without a zone are read, and that of a calendar that names none.
  ///   - limits: How much is read.
  /// - Returns: The calendar, and what in the file is none of it.
  /// - Throws: `CalendarFault`.
  public static func reading(
    xCalendar bytes: [UInt8], zone: String = "UTC", limits: CalendarLimits = CalendarLimits()
  ) throws(CalendarFault) -> CalendarReading {
    var reader = try XCalendarReader(bytes, zone: zone, limits: limits)
    return try reader.read()
  }
}
