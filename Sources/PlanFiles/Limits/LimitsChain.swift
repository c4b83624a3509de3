import TrainingPlan

/// Follows `extends` from a limits file down to the one that extends nothing.
struct LimitsChain {
  /// What the files say together: the nearest file wins.
  var settings = LimitSettings()
  /// The waivers of all files, the furthest file first.
  var waivers: [RulePolicy.Waiver] = []

  /// Files in one chain, at most.
  private static let limit = 8

  /// The chain that begins with a limits file.
  ///
  /// - Throws: `FileError` where a file is missing, faulty, or extends itself by a detour.
  init(
    _ first: LimitsFile, named name: String, names: [String],
    loader: (String) throws(FileError) -> SourceFile
  ) throws(FileError) {
    var files = [first]
    var paths = [FilePath.normal(name)]
    while let next = files.last?.extends, let here = paths.last {
      let path = FilePath.join(next.path, to: here)
      guard !paths.contains(path) else {
        throw next.field.error(
          "the files extend each other in a circle: " + (paths + [path]).joined(separator: " → "),
          expected: "a file that does not lead back here")
      }
      guard paths.count < Self.limit else {
        throw next.field.error("more than \(Self.limit) files extend each other")
      }
      files.append(try LimitsFile(try next.field.load(path, by: loader), names: names))
      paths.append(path)
    }
    for file in files.reversed() {
      settings.overlay(file.settings)
      waivers += file.waivers
    }
  }
}
