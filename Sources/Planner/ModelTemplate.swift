import TrainingPlan

extension PlanModel {
  /// A kind of session compiled for the search.
  struct Template: Sendable {
    let sport: Int
    /// The sport that a brick goes on with, -1 where there is none, and its share of the minutes.
    let secondSport: Int
    let secondShare: Double
    let family: Int
    let sRPE: Double
    let hip: Double
    let relief: Double
    /// Shares of the minutes that bend the hip again and again, and that count as training.
    let flexion: Double
    let counted: Double
    /// Easy enough for the share of easy sessions; of the sport whose rise is looked at.
    let isEasy: Bool
    let isRising: Bool
    let minMinutes: Int
    let isHard: Bool
    let isIntense: Bool
    let isLong: Bool
    let isRestful: Bool
    let isEndurance: Bool
    let isStrength: Bool
    let maxPerWeek: Int
    let minPerWeek: Int
  }
}

extension PlanModel.Template {
  init(_ template: SessionTemplate, sports: [String], families: [String], watched: WatchedLevels) {
    sport = sports.firstIndex(of: template.sport) ?? 0
    secondSport = template.also.flatMap { sports.firstIndex(of: $0.sport) } ?? -1
    secondShare = secondSport < 0 ? 0 : template.also?.share ?? 0
    family = families.firstIndex(of: template.family) ?? 0
    sRPE = template.sRPE
    hip = template.hipPerMinute
    relief = template.reliefPerMinute
    flexion = template.flexingShare
    counted = template.countedShare
    isEasy = template.sRPE <= watched.easySessions?.effort ?? 0
    isRising = template.sport == watched.rise?.sport
    minMinutes = max(1, Int(template.minMinutes.rounded(.up)))
    isHard = template.isHard
    isIntense = template.isIntense
    isLong = template.isLong
    isRestful = template.isRestful
    isEndurance = template.role == .endurance
    isStrength = template.role == .strength
    maxPerWeek = template.maxPerWeek ?? Int.max
    minPerWeek = template.minPerWeek ?? 0
  }
}
