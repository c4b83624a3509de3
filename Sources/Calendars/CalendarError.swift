public import TrainingLoad

/// Why a calendar cannot be written.
public enum CalendarError: Error, Equatable, Sendable {
  /// Not the name of a time zone that this machine knows.
  case unknownZone(String)
  /// Not a CSS3 colour name (RFC 7986, section 5.9).
  case unknownColour(String)
  /// A day outside 1970 to 2199, the years whose time zones are known well enough.
  case dayOutOfRange(CivilDay)
  /// A moment outside 1970 to 2199, seconds since 1970-01-01T00:00Z.
  case instantOutOfRange(Int)
  /// An event shorter than nothing or longer than a year, or an alarm so long before, minutes.
  case lengthOutOfRange(Int)
  /// Two events have this UID, so that one would replace the other.
  case repeatedUID(String)
}

extension CalendarError: CustomStringConvertible {
  /// What happened and what to do.
  public var description: String {
    switch self {
    case .unknownZone(let name):
      "\"\(name)\" is not a time zone known here; write a name such as Europe/Berlin (and install tzdata)"
    case .unknownColour(let name):
      "\"\(name)\" is not a CSS3 colour name; write one such as steelblue"
    case .dayOutOfRange(let day):
      "\(day) is outside the years 1970 to 2199 that calendars here can carry"
    case .instantOutOfRange(let seconds):
      "the moment \(seconds) s after 1970-01-01T00:00Z is outside the years 1970 to 2199"
    case .lengthOutOfRange(let minutes):
      "\(minutes) minutes are no length for an event or an alarm; write 1 to 525600"
    case .repeatedUID(let uid): "two events have the UID \"\(uid)\"; give one of them another id"
    }
  }
}
