import Review
import TrainingPlan

/// Two to four movements beside the training, where a hip-flexion rule asks for attention.
///
/// The coach chooses the way, never the software. Hold times are those of the routine library; where it has
/// none, the coach is asked.
struct SupportWork {
  private let report: Report

  static let most = 4

  init(_ report: Report) { self.report = report }

  var html: HTML {
    let movements = Self.movements(report.routines, track: report.problem.athlete?.support)
    guard report.points.contains(where: { $0.isOfHip && $0.level > .note }), !movements.isEmpty else {
      return .nothing
    }
    return .section("support", "Support work") {
      HTML("p") { "A counterweight to hip flexion: let go, lengthen and strengthen. " + choice }
      HTML("ul", ["class": "movements", "role": "list"]) {
        for movement in movements { text(of: movement) }
      }
      HTML("p", ["class": "stop"]) { movements[0].stopRule }
    }
  }

  private var choice: String {
    let coach = report.isForCoach ? "The coach" : "Your coach"
    switch report.problem.athlete?.support {
    case .short: return "\(coach) chose the way for a hip that feels short: let go and lengthen first."
    case .weak: return "\(coach) chose the way for a hip that feels weak: strengthen slowly first."
    case .both: return "\(coach) chose both: first let go, then strengthen lightly on the same day."
    case nil:
      return report.isForCoach
        ? "No way is chosen in the plan file (athlete: support), so this is a general selection."
        : "This is a general selection; ask your coach before you begin."
    }
  }

  private func text(of movement: Routine) -> HTML {
    HTML("li") {
      HTML("h3") { movement.title }
      HTML("p", ["class": "dose"]) {
        movement.kind.inWords + ": " + movement.dose.inWords
      }
      HTML("p") { movement.how }
      HTML("p", ["class": "hurts"]) { "Stop if it hurts." }
    }
  }

  /// The movements of a way: the gentlest of each kind that lengthens or lets go, the rest strengthens.
  static func movements(_ library: [Routine], track: Routine.Track?) -> [Routine] {
    let way = library.filter { $0.tracks.contains(track ?? .both) }
    let levels = Routine.Level.allCases
    let byLevel = levels.flatMap { level in way.filter { $0.level == level } }
    func first(_ kind: Routine.Kind) -> [Routine] { Array(byLevel.filter { $0.kind == kind }.prefix(1)) }
    let quiet = first(.release) + first(.stretch)
    let letting = quiet.isEmpty ? first(.mobility) : quiet
    let strength = way.filter { $0.kind == .strength }
    let chosen = letting + byLevel.filter { strength.contains($0) }.prefix(most - letting.count)
    return track == .weak ? chosen.filter { $0.kind == .strength } + letting : chosen
  }
}

extension Routine.Kind {
  fileprivate var inWords: String {
    switch self {
    case .release: "Let go"
    case .stretch: "Lengthen"
    case .strength: "Strengthen"
    case .mobility: "Move"
    case .daily: "Every day"
    }
  }
}

extension Routine.Dose {
  fileprivate var inWords: String {
    switch self {
    case .seconds: "hold for " + words
    case .minutes: words
    case .askCoach: "how often and how long, " + words
    }
  }
}
