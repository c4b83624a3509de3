import CLibXML2

/// The library's own state, which it wants to set up before threads use it.
enum LibXML2 {
  /// The types of schemas are not among what `xmlInitParser` sets up: two threads that read their first schemas at once
  /// would both fill the table.
  private static let isReady: Void = {
    xmlInitParser()
    xmlSchemaInitTypes()
    xmlRelaxNGInitTypes()
  }()

  /// Sets the library up, once.
  static func prepare() { isReady }
}
