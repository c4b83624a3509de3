import CLibXML2

/// The library's own state, which it wants to set up before threads use it.
enum LibXML2 {
  private static let isReady: Void = xmlInitParser()

  /// Sets the library up, once.
  static func prepare() { isReady }
}
