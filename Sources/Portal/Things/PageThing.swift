import Registry
import Reporting

/// A thing of the record that has a page: what stands on it beside what all pages of things have in common.
protocol PageThing: RecordObject {
  /// What it is called, as the page's title.
  func heading(in reading: Reading) -> String
  /// What is known of it: facts, texts, tables. The acts, the history and the proof follow by themselves.
  func write(_ html: inout HTML, in reading: Reading) throws
  /// Where it can be had otherwise than as this page, beside its JSON: an address and what it is called.
  func outlets(in reading: Reading) -> [(path: String, name: String)]
  /// The headings of the list's columns after number, name and stage.
  static func columns(in reading: Reading) -> [String]
  /// What stands in those columns.
  func cells(in reading: Reading) -> [String]
  /// Everything in which somebody who searches the list looks for words, as far as the reader may see it.
  func searchedText(in reading: Reading) throws -> String
  /// What the form of a command begins with, so that nobody types what the record knows; nothing for an empty form.
  /// `asked` is what the link to the form says, such as which of several parts is meant.
  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command?
  /// What stands at the address of a thing that the visitor may not see; nothing where it must look like one that does
  /// not exist.
  static func publicPage(of id: ObjectID, in reading: Reading) throws -> Reply?
  /// What the list tells everybody of things that it does not name.
  static func writePublic(_ html: inout HTML, in reading: Reading) throws
}

extension PageThing {
  static func publicPage(of id: ObjectID, in reading: Reading) throws -> Reply? { nil }
  static func writePublic(_ html: inout HTML, in reading: Reading) throws {}
  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command? { nil }
  func outlets(in reading: Reading) -> [(path: String, name: String)] { [] }
}
