import Rows
import TrainingPlan

/// What the rules of a trial read of its model, in rows.
struct Tables {
  let templates: Row<PlanModel.Template>
  /// The templates of each sport, with the bricks that go on with it, and these alone.
  let ofSport: TemplateBits
  let withSport: TemplateBits
  let bricks: TemplateBits
  /// The templates of strength work, a set for each sport that has some.
  let strength: TemplateBits
  let strengthSets: Int
  /// The templates of long sessions, one set.
  let long: TemplateBits
  /// The templates of the event's sports that may stand on one of the last days, one set.
  let openers: TemplateBits
  /// Shares of a usual week that the days of the taper keep, those next to the event first.
  let taperVolume: Row<Double>
  /// Minutes of training that each day has room for.
  let roomForTraining: Row<Int>
  /// The templates of hard endurance sessions that are no long ones and have their day, one set.
  let hardKinds: TemplateBits
  /// Those that load weeks ask for.
  let asked: Row<Int>
  /// The templates that each day may have, and those that it has a held session of.
  let usable: TemplateBits
  let heldTemplates: TemplateBits
  let available: Row<Int>
  let isWishedRest: Row<Bool>
  let isFixedRest: Row<Bool>
  let longest: Row<Int>
  let gain: Row<Double>
  let fillGain: Row<Double>
  let fitnessBefore: Row<Double>
  let longestBefore: Row<Double>
  let sportCaps: Row<PlanModel.SportCap>
  let lowShare: Row<Double>
  let highShare: Row<Double>
  let goals: Row<PlanModel.Goal>
  /// What each sport of an event of several has of their minutes at least, and at most; beyond 1 for the others.
  let leastShare: Row<Double>
  let mostShare: Row<Double>
  /// On how many days of a plan week each sport is trained at least, as far as there are days for it; week-major.
  let leastDays: Row<Int>
  /// Whether some session goes on with a second sport.
  let hasBricks: Bool
  /// The days of each week with the most time for a long session.
  let isDayForLong: Row<Bool>
  /// Whether a sport should have a long session of its own in a load week; week-major.
  let isWeekForLong: Row<Bool>
  /// Intense sessions that each week has at least where it belongs to the taper.
  let leastIntense: Row<Int>
  let taperMost: Row<Double>
  let taperLeast: Row<Double>
  let standing: Row<Int>
  let heldMinutes: Row<Int>
  let heldLoad: Row<Double>
  let heldHip: Row<Double>
  let heldRelief: Row<Double>
  let isHeldDay: Row<Bool>
  let isHeldLately: Row<Bool>
  let isHeldWeek: Row<Bool>
  /// Whether a week is an easier one however light it is.
  let isLight: Row<Bool>
  /// Whether a day or a later one is past or has a held session; the same for the last two weeks.
  let isHeldFrom: Row<Bool>
  let isHeldFortnight: Bool
  let isTuneUpWeek: Row<Bool>
  let loadLimit: Row<TuneUpDays.LoadLimit?>
  let hasLoadLimits: Bool
  /// Days that the rules over four weeks look back, the day itself among them.
  let ratioReach: Int
  let lossEffects: LossEffects

  init(_ model: PlanModel, in memory: RowMemory) {
    templates = memory.row(model.templates)
    let strengthSports = Set(model.templates.filter(\.isStrength).map(\.sport)).sorted()
    strengthSets = strengthSports.count
    let (kinds, sports, count) = (model.templates, model.sports.count, model.templateCount)
    func bits(_ sets: Int, has isMember: (_ set: Int, _ template: Int) -> Bool) -> TemplateBits {
      TemplateBits(sets: sets, templates: count, in: memory, has: isMember)
    }
    ofSport = bits(sports) { kinds[$1].sport == $0 }
    bricks = bits(sports) { kinds[$1].secondSport == $0 }
    withSport = bits(sports) { kinds[$1].sport == $0 || kinds[$1].secondSport == $0 }
    strength = bits(strengthSets) { kinds[$1].isStrength && kinds[$1].sport == strengthSports[$0] }
    long = bits(1) { kinds[$1].isLong }
    hardKinds = bits(1) { _, template in
      let kind = kinds[template]
      return kind.isHard && kind.isEndurance && !kind.isLong
        && (0..<model.dayCount).contains { model.longest[$0 * count + template] > 0 }
    }
    openers = bits(1) { _, template in
      let kind = kinds[template]
      return kind.isEndurance && model.isOfEvent(kind.sport)
        && model.lastDays.contains { model.longest[$0 * count + template] > 0 }
    }
    taperVolume = memory.row(model.taperVolume)
    roomForTraining = memory.row(model.roomForTraining)
    asked = memory.row(kinds.indices.filter { kinds[$0].minPerWeek > 0 })
    usable = bits(model.dayCount) { model.longest[$0 * count + $1] > 0 }
    heldTemplates = bits(model.dayCount) { model.held.minutes[$0 * count + $1] > 0 }
    available = memory.row(model.available)
    isWishedRest = memory.row(model.isWishedRest)
    isFixedRest = memory.row(model.isFixedRest)
    longest = memory.row(model.longest)
    gain = memory.row(model.gain)
    fillGain = memory.row(model.fillGain)
    fitnessBefore = memory.row(model.fitnessBefore)
    longestBefore = memory.row(model.longestBefore)
    sportCaps = memory.row(model.sportCaps)
    lowShare = memory.row(model.lowShare)
    highShare = memory.row(model.highShare)
    goals = memory.row(model.goals)
    let shares = model.sports.map { sport in model.coaching?.balance.last { $0.sport == sport } }
    leastShare = memory.row(shares.map { $0?.least ?? 0 })
    mostShare = memory.row(shares.map { $0?.most ?? 2 })
    leastDays = memory.row(model.leastDays)
    hasBricks = model.templates.contains { $0.secondSport >= 0 }
    isDayForLong = memory.row(model.isDayForLong)
    isWeekForLong = memory.row(model.isWeekForLong)
    leastIntense = memory.row(model.leastIntense)
    taperMost = memory.row(model.bounds.taperMost)
    taperLeast = memory.row(model.bounds.taperLeast)
    standing = memory.row(model.standing)
    let held = model.held
    heldMinutes = memory.row(held.minutes)
    heldLoad = memory.row(held.load)
    heldHip = memory.row(held.hip)
    heldRelief = memory.row(held.relief)
    isHeldDay = memory.row(held.isOnDay)
    isHeldLately = memory.row(held.isLately)
    isHeldWeek = memory.row(held.isInWeek)
    isLight = memory.row((0..<model.weekCount).map(model.isLight))
    let days = model.dayCount
    isHeldFrom = memory.row((0..<days).map { held.isOnAny($0..<days) })
    isHeldFortnight = held.isOnAny(max(0, days - 14)..<days)
    isTuneUpWeek = memory.row(model.tuneUps.isInWeek)
    loadLimit = memory.row(model.tuneUps.loadLimit)
    let limits = model.tuneUps.loadLimit.compactMap { $0 }
    hasLoadLimits = !limits.isEmpty
    ratioReach = max(28, limits.map(\.reach).max() ?? 0)
    lossEffects = LossEffects(model, in: memory)
  }
}
