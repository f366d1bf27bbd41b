import Registry
import Reporting

/// The page that says where the record can be had as data.
struct DataPage {
  let reading: Reading

  func page() -> Reply {
    let title = reading.say(OutletPhrase.title)
    let kinds = ObjectKind.allCases
    return reading.layout(title).page { html in
      html.element("h1", text: title)
      html.element("p", ["class": "lead"], text: reading.say(OutletPhrase.lead))
      html.element("p", text: reading.say(OutletPhrase.levelNote))
      html.element("h2", text: reading.say(OutletPhrase.allTitle))
      html.element("ul") { html in
        for (path, phrase) in [
          ("/calendar.ics", OutletPhrase.calendar), ("/ocds.json", .contracting), ("/openapi.json", .description),
          ("/log", .log),
        ] {
          html.element("li") { html in
            html.link(path, reading.say(phrase))
            html.text(" ")
            html.element("code", text: path)
          }
        }
        html.element("li") { html in
          html.text("\(reading.say(OutletPhrase.orders)) ")
          html.element("code", text: "POST /api/orders")
        }
      }
      html.element("h2", ["id": "collections"], text: reading.say(OutletPhrase.collections))
      html.table(
        under: "collections",
        [
          reading.say(OutletPhrase.collection), "JSON", "CSV", "XLSX", "Atom",
        ], rows: kinds.count
      ) { html, row, column in
        let kind = kinds[row]
        switch column {
        case 0: html.text(reading.say(KindPhrase.many(kind)))
        case 1: html.link("/api\(kind.path)", "/api\(kind.path)")
        case 2: html.link("\(kind.path).csv", "\(kind.path).csv")
        case 3: html.link("\(kind.path).xlsx", "\(kind.path).xlsx")
        default: html.link("\(kind.path).atom", "\(kind.path).atom")
        }
      }
      html.element("p", ["class": "note"], text: reading.say(OutletPhrase.proofNote))
    }
  }
}
