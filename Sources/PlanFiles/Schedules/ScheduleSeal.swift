import TrainingLoad
public import TrainingPlan

extension Schedule {
  /// Whether question, effort and sessions are still those that were sealed.
  public func isSealed(answering problem: PlanProblem, effort: Int) -> Bool {
    seal != nil && seal == seal(answering: problem, effort: effort)
  }

  /// The seal of this schedule as the answer to a question: equal where question, effort, and the days, kinds,
  /// lengths and loads of all sessions are equal.
  ///
  /// What is past or done is no part of the question but of the sessions; names, times and reasons are no part of
  /// either.
  ///
  /// - Parameters:
  ///   - problem: The question.
  ///   - effort: Changes that the planner may try.
  /// - Returns: A UUID in lower case.
  public func seal(answering problem: PlanProblem, effort: Int) -> String {
    var question = problem
    question.held = PlanProblem.Held()
    let answer = sessions.map { session in
      JSONValue.array([
        .text(session.day.iso), .text(session.template ?? "by hand: \(session.id)"), .number(session.minutes),
        .number(session.load),
      ])
    }
    let sealed = JSONValue.array([
      ProblemFile.json(question), .number(effort), .texts(weeks.map(\.type.rawValue)), .array(answer),
    ])
    let text = String(decoding: sealed.bytes(), as: UTF8.self)
    return nameBasedUUID(namespace: .gradus, name: "seal\u{1E}" + text)
  }
}
