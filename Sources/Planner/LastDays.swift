import Rows

extension PlanModel {
  /// The last two days before the event.
  var lastDays: Range<Int> { max(0, dayCount - 2)..<dayCount }
}

extension Trial {
  /// What it costs that the event's sports have no session on the last days, though there is room for one.
  func priceOfIdleLastDays() -> Double {
    guard bounds.openerPrice > 0, tables.openers.shares(0, with: 0, of: tables.openers) else { return 0 }
    return model.lastDays.contains(where: hasOpener) ? 0 : bounds.openerPrice
  }

  /// Whether a day has a session of the event's sports.
  func hasOpener(on day: Int) -> Bool { presence.shares(day, with: 0, of: tables.openers) }
}
