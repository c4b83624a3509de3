#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file of the system, for reading and writing whole contents.
struct Descriptor {
  let number: Int32

  static let input = Descriptor(number: STDIN_FILENO)
  static let output = Descriptor(number: STDOUT_FILENO)
  static let error = Descriptor(number: STDERR_FILENO)

  /// A file opened for reading; `-` is standard input.
  init(reading path: String) throws(SystemError) {
    self.init(number: path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC))
    guard number >= 0 else { throw SystemError() }
  }

  init(number: Int32) {
    self.number = number
  }

  /// The next bytes, not many at once; none at the end.
  func piece() throws(SystemError) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(number, &chunk, chunk.count)
      if count >= 0 { return Array(chunk[..<count]) }
      if errno != EINTR { throw SystemError() }
    }
  }

  /// All that can be read, but not much more than `limit` bytes.
  func contents(limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = read(number, &chunk, chunk.count)
      if count == 0 { break }
      if count > 0 { bytes += chunk[..<count] } else if errno != EINTR { throw SystemError() }
    }
    return bytes
  }

  /// Writes all bytes.
  func put(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw SystemError() }
    }
  }

  /// Brings what was written to the disk. Some file systems know no such thing for folders.
  func synchronise() throws(SystemError) {
    guard fsync(number) == 0 || errno == EINVAL else { throw SystemError() }
  }

  var isTerminal: Bool { isatty(number) == 1 }
}

/// Why a call of the system failed.
struct SystemError: Error {
  let code: Int32

  /// The last call's error.
  init(code: Int32 = errno) { self.code = code }

  /// What the system says of it.
  var message: String { String(cString: strerror(code)) }

  /// The failure of a command that could not read or write `path`.
  func failure(at path: String) -> Failure { .inputOutput(path: path, message: message) }
}
