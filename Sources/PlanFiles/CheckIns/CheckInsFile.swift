import TrainingLoad
public import TrainingPlan

/// Reads an athlete's check-ins, `gradus-check-ins: 1`.
public enum CheckInsFile {
  /// The check-ins in a file.
  ///
  /// - Throws: `FileError` with line, column and the nearest valid word.
  public static func read(_ file: SourceFile) throws(FileError) -> CheckIns {
    var reader = try MappingReader(try file.document())
    let version = try reader.required("gradus-check-ins")
    guard try version.int() == 1 else { throw version.wrong(expected: "1") }
    let checkIns = try reader.required("check-ins")
    try reader.finish()
    return try CheckIns(checkIns)
  }
}

extension CheckIns {
  init(_ field: Field) throws(FileError) {
    var all: [CheckIn] = []
    for item in try field.items("check-in") {
      let checkIn = try CheckIn(item)
      guard !all.contains(where: { $0.day == checkIn.day }) else {
        throw item.error("a second check-in is dated \(checkIn.day)", expected: "one a day")
      }
      all.append(checkIn)
    }
    self.init(all)
  }

  var json: JSONValue { .array(all.map(\.json)) }
}

extension CheckIn {
  fileprivate init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    self.init(day: try reader.required("date").day())
    pain = try reader.optional("pain")?.pain()
    redFlag = try reader.optional("red_flag")?.bool()
    stiffness = try reader.optional("stiffness")?.word()
    chestBreathing = try reader.optional("chest_breathing")?.word()
    sittingMinutes = try reader.optional("sitting")?.minutesOfDay()
    stress = try reader.optional("stress")?.int(in: 1...5)
    sleepMinutes = try reader.optional("sleep")?.minutesOfDay()
    pelvis = try reader.optional("pelvis")?.word()
    note = try reader.optional("note")?.line() ?? ""
    cleared = try reader.optional("cleared")?.clearance(from: day)
    try reader.finish()
  }

  fileprivate var json: JSONValue {
    .record([
      "date": .text(day.iso), "pain": pain?.json, "red_flag": redFlag.map(JSONValue.bool),
      "stiffness": stiffness.map { .text($0.rawValue) },
      "chest_breathing": chestBreathing.map { .text($0.rawValue) },
      "sitting": sittingMinutes.map { .text("\($0)m") }, "stress": stress.map { .number($0) },
      "sleep": sleepMinutes.map { .text("\($0)m") }, "pelvis": pelvis.map { .text($0.rawValue) },
      "note": note.isEmpty ? nil : .text(note), "cleared": cleared?.json,
    ])
  }
}

extension CheckIn.Pain {
  fileprivate var json: JSONValue {
    .record([
      "place": .text(place.rawValue), "strength": .text(strength.rawValue),
      "side": side.map { .text($0.rawValue) },
    ])
  }
}

extension CheckIn.Clearance {
  fileprivate var json: JSONValue {
    .record(["date": .text(day.iso), "by": .text(by), "note": .text(note)])
  }
}

extension Field {
  /// `none`, or where, how much and on which side.
  fileprivate func pain() throws(FileError) -> CheckIn.Pain? {
    guard isMapping else {
      _ = try word(among: ["none"])
      return nil
    }
    var reader = try MappingReader(self)
    let pain = CheckIn.Pain(
      place: try reader.required("place").word(), strength: try reader.required("strength").word(),
      side: try reader.optional("side")?.word())
    try reader.finish()
    return pain
  }

  /// The coach's word, on the day of the check-in or later.
  fileprivate func clearance(from first: CivilDay) throws(FileError) -> CheckIn.Clearance {
    var reader = try MappingReader(self)
    let date = try reader.required("date")
    let clearance = CheckIn.Clearance(
      day: try date.day(), by: try reader.required("by").line(), note: try reader.required("note").line())
    try reader.finish()
    guard clearance.day >= first else { throw date.wrong(expected: "a day from \(first) on") }
    return clearance
  }

  /// A part of a day, in minutes.
  fileprivate func minutesOfDay() throws(FileError) -> Int {
    let minutes = try minutes()
    guard minutes <= 1440 else { throw wrong(expected: "24h or less") }
    return minutes
  }
}
