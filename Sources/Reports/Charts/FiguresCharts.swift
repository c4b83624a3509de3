extension Figures {
  /// The charts of a report, in the order that a coach asks.
  func charts() -> [Chart] {
    [weeklyLoadChart(), fitnessChart(), monotonyChart(), hipChart(), intensityChart()]
  }
}
