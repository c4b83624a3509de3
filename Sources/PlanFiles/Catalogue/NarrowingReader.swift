import TrainingLoad
public import TrainingPlan

extension CatalogueEntry {
  /// The entry with the tighter bounds that a file gives it: `min_minutes`, `max_minutes`,
  /// `max_per_week`, `weekdays`.
  ///
  /// - Throws: `FileError` at the bound that is wider than the entry's, or that is not known.
  public func narrowed(by field: Field) throws(FileError) -> CatalogueEntry {
    var reader = try MappingReader(field)
    let fields = [
      "min_minutes": reader.optional("min_minutes"), "max_minutes": reader.optional("max_minutes"),
      "max_per_week": reader.optional("max_per_week"), "weekdays": reader.optional("weekdays"),
    ].compactMapValues { $0 }
    try reader.finish()
    let narrowing = Narrowing(
      minMinutes: try fields["min_minutes"]?.double(in: 1...1440),
      maxMinutes: try fields["max_minutes"]?.double(in: 1...1440),
      maxPerWeek: try fields["max_per_week"]?.int(in: 0...14),
      weekdays: try fields["weekdays"]?.items("weekdays").map { day throws(FileError) in try day.weekday() })
    do {
      return try narrowed(by: narrowing)
    } catch {
      throw (fields[error.key] ?? fields["min_minutes"] ?? field).wrong(expected: error.expected(of: self))
    }
  }
}

extension Narrowing.Refusal {
  /// The key of the bound that is refused.
  fileprivate var key: String {
    switch self {
    case .minMinutesBelow: "min_minutes"
    case .maxMinutesAbove, .nothingLeft: "max_minutes"
    case .maxPerWeekAbove, .noSession: "max_per_week"
    case .weekdaysOutside, .noWeekday: "weekdays"
    }
  }

  /// What may stand there.
  fileprivate func expected(of entry: CatalogueEntry) -> String {
    func number(_ value: Double) -> String { JSONValue.number(value).compact }
    return switch self {
    case .minMinutesBelow(let least): "\(number(least)) or more, as \"\(entry.id)\" has in the catalogue"
    case .maxMinutesAbove(let most): "\(number(most)) or less, as \"\(entry.id)\" has in the catalogue"
    case .nothingLeft(let least, let most):
      "a shortest session (now \(number(least))) that is no longer than the longest (\(number(most)))"
    case .maxPerWeekAbove(let most): "\(most) or less, as \"\(entry.id)\" has in the catalogue"
    case .weekdaysOutside:
      "only " + (entry.weekdays ?? []).map(\.abbreviation).joined(separator: ", ")
    case .noSession: "1 or more; a session that is not wanted is left out of the plan's list"
    case .noWeekday: "at least one weekday"
    }
  }
}
