import TrainingPlan

/// A planned session as numbers: what the rules count.
struct Entry: Equatable, Sendable {
  /// Place of the session in `Schedule.sessions`; nil for one that an edit added.
  var source: Int?
  /// Day index; 0 is the first plan day.
  var day: Int
  /// Number of the template in the problem; nil for a session written by hand.
  var template: Int?
  /// Number of the sport.
  var sport: Int
  /// Number of the family.
  var family: Int
  /// Minutes.
  var minutes: Double
  /// Session rating of perceived exertion, CR-10.
  var sRPE: Double
  /// Load, AU.
  var load: Double
  /// Hip-flexion exposure, run-minutes.
  var hip: Double
  /// Relief minutes.
  var relief: Double
  /// Minutes with the hip held flexed.
  var held: Double
  /// Minutes of flexion-class activity.
  var flexion: Double
  /// Minutes that count as training for the share of hip flexion.
  var counted: Double
  /// Minutes of sit-ups and leg raises.
  var sitUps: Double
  /// Sit-ups with the feet held down are part of it.
  var feetHeld: Bool
  /// A hard session.
  var isHard: Bool
  /// A session of high intensity.
  var isIntense: Bool
  /// Allowed on a rest day.
  var isRestful: Bool
  /// Endurance work, as against strength and support work.
  var isEndurance: Bool
}

/// A template with its rates a minute, ready to be multiplied by minutes. A class because rules look at it for every
/// session of every trial.
final class TemplateRates: Sendable {
  let template: SessionTemplate
  let sport: Int
  let family: Int
  let flexionShare: Double
  let countedShare: Double
  let sitUpShare: Double
  let feetHeld: Bool

  init(_ template: SessionTemplate, names: inout Names) {
    self.template = template
    sport = names.number(template.sport)
    family = names.number(template.family)
    flexionShare = template.flexingShare
    countedShare = template.countedShare
    sitUpShare = template.steps.reduce(0) { SitUpActivity.includes($1.activity) ? $0 + $1.share : $0 }
    feetHeld = template.steps.contains { $0.activity == SitUpActivity.feetHeld }
  }

  /// The session of this template on a day.
  func entry(day: Int, minutes: Double, template number: Int, source: Int? = nil) -> Entry {
    Entry(
      source: source, day: day, template: number, sport: sport, family: family, minutes: minutes,
      sRPE: template.sRPE, load: minutes * template.sRPE, hip: minutes * template.hipPerMinute,
      relief: minutes * template.reliefPerMinute, held: minutes * template.staticPerMinute,
      flexion: minutes * flexionShare, counted: minutes * countedShare, sitUps: minutes * sitUpShare,
      feetHeld: feetHeld, isHard: template.isHard, isIntense: template.isIntense,
      isRestful: template.isRestful, isEndurance: template.role == .endurance && !template.isRestful)
  }
}

/// The activities of the sit-up signal (H7).
enum SitUpActivity {
  /// The activity that the catalogue keeps out of every template.
  static let feetHeld = "situp_held"

  /// Whether an activity is counted by the sit-up signal (H7).
  static func includes(_ activity: String) -> Bool {
    activity == "situp_free" || activity == feetHeld || activity == "leg_raise"
  }
}

extension Entry {
  /// A session of a template as it was done: what the template knows beside, for the minutes done.
  init(
    _ session: Session, day: Int, source: Int, template number: Int, _ rates: TemplateRates,
    names: inout Names
  ) {
    let planned = rates.entry(day: day, minutes: Double(session.minutes), template: number, source: source)
    self.init(session, day: day, source: source, names: &names)
    template = number
    (held, flexion, counted) = (planned.held, planned.flexion, planned.counted)
    (sitUps, feetHeld, isEndurance) = (planned.sitUps, planned.feetHeld, planned.isEndurance)
  }

  /// A session written by hand: what it says of itself.
  init(_ session: Session, day: Int, source: Int, names: inout Names) {
    let minutes = Double(session.minutes)
    let rate = minutes > 0 ? session.hip / minutes : 0
    let isSitUps = session.sport == "situps"
    self.init(
      source: source, day: day, template: nil, sport: names.number(session.sport),
      family: names.number(session.family), minutes: minutes, sRPE: session.sRPE, load: session.load,
      hip: session.hip, relief: session.relief, held: 0,
      flexion: minutes * SessionTemplate.flexingShare(hipPerMinute: rate),
      counted: session.isRestful ? 0 : minutes,
      sitUps: isSitUps ? minutes : 0, feetHeld: false, isHard: session.isHard, isIntense: session.isIntense,
      isRestful: session.isRestful,
      isEndurance: !session.isRestful && session.family != "strength" && session.family != "core"
        && session.family != "mobility")
  }
}
