extension Session {
  /// The session at another length, minutes: load, exposure and relief follow at the same rate a minute, and
  /// the steps are those of its template at that length; one written by hand loses them.
  public func lasting(_ length: Int, of problem: PlanProblem) -> Session {
    let template = problem.templates.first { $0.id == self.template }
    func total(_ total: Double, _ rate: Double?) -> Double {
      if let rate, rate * Double(minutes) == total { return rate * Double(length) }
      return minutes > 0 ? total / Double(minutes) * Double(length) : 0
    }
    var session = self
    session.load = total(load, sRPE)
    session.hip = total(hip, template?.hipPerMinute)
    session.relief = total(relief, template?.reliefPerMinute)
    session.steps = template?.steps(lasting: length) ?? []
    session.minutes = length
    return session
  }
}
