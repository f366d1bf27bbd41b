/// Files in one file, stored as they are: a ZIP archive without compression (PKWARE APPNOTE 6.3.3, §4.3).
///
/// The same files give the same bytes: they bear no time but the first that the format knows.
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1 January 1980, at midnight.
  private static let day: UInt16 = 1 << 5 | 1
  /// Names are UTF-8.
  private static let flags: UInt16 = 1 << 11

  /// Adds a file.
  ///
  /// - Precondition: there are fewer than 65 535 files, and fewer than 4 GB in all.
  mutating func add(_ name: String, _ contents: [UInt8]) {
    precondition(count < .max && body.count + contents.count < Int(UInt32.max) - 65_536, "the archive is full")
    let place = UInt32(body.count)
    var header: [UInt8] = []
    header.append(little: UInt16(20))  // can be read by version 2.0
    header.append(little: Self.flags)
    header.append(little: UInt16(0))  // stored
    header.append(little: UInt16(0))  // midnight
    header.append(little: Self.day)
    header.append(little: Checksum.crc32(contents))
    header.append(little: UInt32(contents.count))
    header.append(little: UInt32(contents.count))
    header.append(little: UInt16(name.utf8.count))
    header.append(little: UInt16(0))  // nothing extra
    body.append(little: UInt32(0x0403_4B50))
    body += header + Array(name.utf8) + contents
    directory.append(little: UInt32(0x0201_4B50))
    directory.append(little: UInt16(20))
    directory += header
    directory += [UInt8](repeating: 0, count: 10)  // no comment, first disk, no attributes
    directory.append(little: place)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    var end: [UInt8] = []
    end.append(little: UInt32(0x0605_4B50))
    end.append(little: UInt32(0))  // one disk
    end.append(little: count)
    end.append(little: count)
    end.append(little: UInt32(directory.count))
    end.append(little: UInt32(body.count))
    end.append(little: UInt16(0))  // no comment
    return body + directory + end
  }
}

/// The sum by which readers of an archive see that a file came whole.
enum Checksum {
  /// CRC-32 (ISO 3309; ITU-T V.42): of `123456789` it is `cbf43926`.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { (index: UInt32) in
    (0..<8).reduce(index) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
