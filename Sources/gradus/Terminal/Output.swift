#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Data goes to standard output, everything else to standard error.
enum Output {
  /// Writes data.
  static func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try Descriptor.output.put(bytes)
    } catch {
      throw error.code == EPIPE ? .closedPipe : error.failure(at: "standard output")
    }
  }

  /// Writes text as data, with a line break at its end.
  static func print(_ text: String) throws(Failure) {
    try write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// Says something that is no data. Where nobody listens, nobody wants to know.
  static func complain(_ text: String) {
    try? Descriptor.error.put(Array((text + "\n").utf8))
  }
}
