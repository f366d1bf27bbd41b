/// Passwords that are guessed first, as a rule rather than as a list.
///
/// Whoever guesses starts with words, names and runs of keys, and puts a year or a few digits behind them. The same
/// is done here: a word, a word and a tail, a tail and a word, two words; a date; a text made of few runs. Letters
/// written with digits and signs (`p@55w0rd`) count as the letters.
///
/// Words and tails alone make some hundred thousand passwords of eight characters and more, where ASVS 5.0 (6.2.4)
/// asks for 3,000; they are recognised without being written out.
public enum CommonPasswords {
  /// Whether `text` is guessed early.
  ///
  /// - Complexity: linear in the length, which is at most ``Password/mostCharacters``.
  public static func contains(_ text: String) -> Bool {
    let small = Array(text.lowercased().unicodeScalars)
    if hasFewRuns(small) || repeatsShortBlock(small) || isDate(small) || isOfWords(folded(small)) { return true }
    let joined = small.filter { !separators.contains($0) }
    return joined.count < small.count && (hasFewRuns(joined) || isOfWords(folded(joined)))
  }

  /// What people put between the parts of a date or of a word, and what guessers try.
  private static let separators: Set<Unicode.Scalar> = ["-", "/", ".", " ", "_"]

  // MARK: Runs

  /// Whether it goes on three characters a run or longer on average: `aaaa1111`, `qwertyuiop`, `abcd4321`, `123qweasd`.
  static func hasFewRuns(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count > 1 else { return true }
    var runs = 1
    // What the steps of this run have in common so far: f, g is one on in the alphabet and one to the right.
    var running: Set<Int>?
    for (one, next) in zip(text, text.dropFirst()) {
      let steps = stepsOnKeyboard(one, next)
      let common = running?.intersection(steps) ?? steps
      if common.isEmpty {
        runs += 1
        running = nil
      } else {
        running = common
      }
    }
    return runs * 3 <= text.count
  }

  /// How one leads to the next: the same again (0), one on or back in the alphabet or among digits (±1), one right or
  /// left on a row of keys (±2); none when they have nothing to do with each other.
  private static func stepsOnKeyboard(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Set<Int> {
    if one == next { return [0] }
    var steps: Set<Int> = []
    for (cycle, step) in cycles {
      guard let from = cycle[one], let to = cycle[next] else { continue }
      if (from + 1) % cycle.count == to { steps.insert(step) }
      if (to + 1) % cycle.count == from { steps.insert(-step) }
    }
    return steps
  }

  private static let cycles: [([Unicode.Scalar: Int], Int)] = [
    ("abcdefghijklmnopqrstuvwxyz", 1), ("0123456789", 1), ("qwertyuiop", 2), ("asdfghjkl;", 2), ("zxcvbnm,./", 2),
    ("azertyuiop", 2), ("qsdfghjklm", 2), ("wxcvbn", 2), ("qwertzuiop", 2), ("yxcvbnm", 2), ("!@#$%^&*()", 2),
  ].map { row, step in
    (Dictionary(uniqueKeysWithValues: row.unicodeScalars.enumerated().map { ($1, $0) }), step)
  }

  /// Whether it is a block of at most four characters over and over.
  static func repeatsShortBlock(_ text: [Unicode.Scalar]) -> Bool {
    (1...4).contains { period in
      text.count >= 2 * period && zip(text, text.dropFirst(period)).allSatisfy(==)
    }
  }

  /// Whether it is a day, written with year, month and day in any order that people use.
  static func isDate(_ text: [Unicode.Scalar]) -> Bool {
    var digits: [Int] = []
    for scalar in text where !separators.contains(scalar) {
      guard ("0"..."9").contains(scalar) else { return false }
      digits.append(Int(scalar.value) - 48)
    }
    guard digits.count == 8 else { return false }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { 10 * $0 + $1 } }
    func isDay(year: Int, _ month: Int, _ day: Int) -> Bool {
      (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }
    return isDay(year: number(0..<4), number(4..<6), number(6..<8))
      || isDay(year: number(4..<8), number(0..<2), number(2..<4))
      || isDay(year: number(4..<8), number(2..<4), number(0..<2))
  }

  // MARK: Words

  private static func isOfWords(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 2 * longestPart else { return false }
    return (1...max(1, min(text.count, longestPart))).contains { length in
      let (head, rest) = (string(text.prefix(length)), string(text.dropFirst(length)))
      if foldedWords.contains(head) { return rest == "" || foldedTails.contains(rest) || foldedWords.contains(rest) }
      return foldedTails.contains(head) && foldedWords.contains(rest)
    }
  }

  /// Signs that stand for a letter, brought to one sign for all that look alike.
  private static func folded(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] { text.map { lookalikes[$0] ?? $0 } }

  private static func folded(_ texts: [String]) -> Set<String> {
    Set(texts.map { string(folded(Array($0.unicodeScalars))[...]) })
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "o", "1": "i", "l": "i", "|": "i", "!": "i", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t",
  ]

  private static let foldedWords = folded(words)
  private static let foldedTails = folded(tails)
  private static let longestPart = (foldedWords.union(foldedTails)).reduce(0) { max($0, $1.unicodeScalars.count) }

  /// What stands behind a word, or before it.
  static let tails: [String] = {
    var tails = [
      "!", "!!", "!!!", "?", ".", "*", "#", "@", "$", "_", "-", "abc", "xyz", "qwe", "asd", "00", "000", "007",
    ]
    tails += (0...99).flatMap { ["\($0)", "\($0)!"] } + (1...9).map { "0\($0)" } + (1...9).map { "#\($0)" }
    tails += (1930...2039).flatMap { ["\($0)", "\($0)!", "@\($0)", "#\($0)"] }
    tails += (1...10).flatMap { length in
      let run = (1...length).reduce(into: "") { $0 += "\($1 % 10)" }
      return [run, run + "!", "@" + run, "#" + run, "_" + run, "." + run]
    }
    tails += (0...9).flatMap { digit in (2...6).map { length in repeatElement("\(digit)", count: length).joined() } }
    tails += [
      "321", "4321", "54321", "987", "520", "521", "1314", "5201314", "666", "888", "168", "110", "911", "a1", "q1",
    ]
    var seen: Set<String> = []
    return tails.filter { seen.insert($0).inserted }
  }()

  /// Words that people take: of the matter itself, names, animals, games, teams, seasons, and the same in other
  /// tongues.
  static let words: [String] =
    """
    password passwort passord lösenord losenord motdepasse contraseña contrasena senha parola wachtwoord heslo haslo
    salasana mima kouling passwd passw pass code secret geheim hemligt hemlighet topsecret private login logon signin
    account access admin administrator root superuser sysadmin system server office user username guest test tester
    testing temp temporary default changeme change letmein letme openup opensesame sesame welcome bienvenue willkommen
    välkommen valkommen huanying hello hej hallo bonjour hola nihao hi goodbye qwerty qwert qwertz azerty asdf asdfgh
    asdfghjkl zxcv zxcvbn zxcvbnm qwer qwertyui qaz qazwsx qazwsxedc wsx edc rfv 1qaz 2wsx 3edc 4rfv 1qaz2wsx
    1qaz2wsx3edc zaq1 zaq12wsx 1q2w 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2 q1w2e3 q1w2e3r4 qweasd qweasdzxc asdzxc wasd
    adgjmptw iloveyou iloveu loveyou loveme ilove love lovely lover mylove amour liebe kärlek karlek woaini woaiwojia
    aini baby babe honey sweetheart darling angel angels princess prince king queen lady girl boy sunshine sunny
    sunflower flower flowers rose lily daisy jasmine butterfly rainbow star stars moon sun sky heaven hell devil demon
    dragon monkey tiger lion eagle falcon phoenix shark dolphin panther wolf wolves bear bears cat cats kitty dog dogs
    doggy puppy horse pony fish bird chicken turtle spider snake rabbit bunny panda long longlong hunter ranger killer
    master monster shadow ghost ninja samurai wizard merlin matrix zombie warrior knight soldier sniper hacker pirate
    captain cowboy rocket starwars startrek pokemon pikachu minecraft naruto superman batman spiderman ironman hulk
    joker avengers mickey football soccer baseball basketball hockey tennis golf cricket rugby racing yankees lakers
    cowboys steelers eagles arsenal liverpool chelsea barcelona juventus realmadrid bayern milan ferrari porsche
    mercedes corvette mustang toyota honda yamaha harley jordan michael michelle jennifer jessica ashley amanda daniel
    david andrew anthony matthew joshua joseph robert richard william thomas charlie george harry jack james john
    johnny maria anna emma nicole hannah sophie sarah laura linda peter paul martin stefan andreas thorsten erik lars
    anders johan mattias wang zhang liu chen yang huang zhao zhou xiaoming zhangwei wangwei lihua summer winter spring
    autumn fall sommar vinter höst host sommer herbst primavera verano january february march april may june july
    august september october november december januari februari monday tuesday wednesday thursday friday saturday
    sunday freedom liberty peace victory power energy magic money cash dollar gold golden silver diamond crystal lucky
    winner success happy smile funny cool awesome super mega ultra best great number one numberone whatever nothing
    something anything everything forever always never trustno trustno1 trustme fuckyou fuckoff asshole bitch sexy
    cheese cookie chocolate banana apple orange cherry lemon pepper ginger coffee pizza burger beer whisky vodka
    computer laptop internet google facebook twitter youtube instagram whatsapp wechat weixin taobao alipay baidu
    tencent microsoft windows linux ubuntu android iphone samsung nokia oracle cisco mysql postgres database network
    wireless wifi keyboard mouse printer school student teacher college university family mother father mama mamma
    papa sister brother friend friends home house work company business market city town region county council
    government municipality kommun stadt gemeinde ville mairie china beijing shanghai zhongguo europe america london
    paris berlin stockholm sverige sweden deutschland germany france england canada australia mexico texas california
    interlocal nothing1 blink blahblah blabla abc abcd abcde abcdef abcdefg 520 1314 5201314 abc123 a1b2c3 a1b2c3d4 aa
    aaa asd qwe zxc xyz
    """
    .split(whereSeparator: \.isWhitespace).map { word in word.description }
}
