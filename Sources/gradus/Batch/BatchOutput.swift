#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the answers of a batch go: to standard output, or to a file that takes its place when all are there.
///
/// Until then the file is called `NAME.part`. A run that was stopped leaves it, and a later run goes on from it.
struct BatchOutput {
  private let descriptor: Descriptor
  /// Its place at the end; nil = it is written where it is.
  private let target: String?
  private let path: String
  /// Answers of an earlier run that are still to be looked at.
  private var earlier: LineReader?
  private let earlierPath: String
  /// Whether the earlier answers stand in the file that is written, and how much of it stays.
  private let isInPlace: Bool
  private var keptBytes = 0

  /// - Parameters:
  ///   - path: The file; `-` is standard output.
  ///   - resume: The answers of an earlier run.
  /// - Throws: `Failure.inputOutput` where a file cannot be opened.
  init(_ path: String, resume: String?) throws(Failure) {
    var status = stat()
    let isDevice = path == "-" || (stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG)
    self.path = isDevice ? path : path + ".part"
    target = isDevice ? nil : path
    earlierPath = resume ?? ""
    if let resume {
      do { earlier = LineReader(try Descriptor(reading: resume)) } catch { throw error.failure(at: resume) }
    }
    isInPlace = !isDevice && Self.isSame(self.path, earlierPath)
    if path == "-" {
      descriptor = .output
    } else {
      let start = isDevice || isInPlace ? 0 : O_CREAT | O_TRUNC
      descriptor = Descriptor(number: open(self.path, O_WRONLY | O_CLOEXEC | start, 0o666))
      guard descriptor.number >= 0 else { throw SystemError().failure(at: self.path) }
    }
  }

  private static func isSame(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_ino == two.st_ino
      && one.st_dev == two.st_dev
  }

  /// Whether there may be earlier answers left.
  var mayResume: Bool { earlier != nil }

  /// The earlier answer to a record, which is then kept; nil where there is none, and none to any later record.
  mutating func keep(_ record: BatchRecord, _ settings: BatchSettings) throws(Failure) -> BatchAnswer? {
    let line: LineReader.Line?
    do { line = try earlier?.next() } catch { throw error.failure(at: earlierPath) }
    guard let line, let answer = BatchAnswer(line, to: record, settings) else {
      try endResuming()
      return nil
    }
    if isInPlace { keptBytes += answer.bytes.count } else { try write(answer) }
    return answer
  }

  private mutating func endResuming() throws(Failure) {
    guard mayResume else { return }
    earlier = nil
    guard isInPlace else { return }
    guard ftruncate(descriptor.number, off_t(keptBytes)) == 0, lseek(descriptor.number, 0, SEEK_END) >= 0
    else {
      throw SystemError().failure(at: path)
    }
  }

  func write(_ answer: BatchAnswer) throws(Failure) {
    do {
      try descriptor.put(answer.bytes)
    } catch {
      throw error.code == EPIPE ? .closedPipe : error.failure(at: path == "-" ? "standard output" : path)
    }
  }

  /// Brings all to the disk, and the file to its place.
  mutating func finish() throws(Failure) {
    try endResuming()
    guard let target else { return }
    do throws(SystemError) {
      try descriptor.synchronise()
      guard rename(path, target) == 0 else { throw SystemError() }
      try OutputFile.bringToDisk(FileName(target).folder)
    } catch {
      throw error.failure(at: target)
    }
  }
}
