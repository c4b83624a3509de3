/// The file around the sections: it fetches nothing and runs nothing.
struct Page {
  let title: String
  let style: StyleSheet
  let sections: [HTML]

  /// Nothing may be loaded but what the file holds, and no script may run.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

  var html: HTML {
    .document(
      HTML("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en", "xml:lang": "en"]) {
        HTML("head") {
          HTML(void: "meta", ["charset": "utf-8"])
          HTML(void: "meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
          HTML(void: "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
          HTML(void: "meta", ["name": "color-scheme", "content": "light dark"])
          HTML(void: "meta", ["name": "referrer", "content": "no-referrer"])
          HTML("title") { title }
          HTML(void: "link", ["rel": "icon", "href": "data:,"])
          HTML(style)
        }
        HTML("body") {
          HTML("main") { HTML.joined(sections) }
        }
      })
  }
}
