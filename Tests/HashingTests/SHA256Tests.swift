import Hashing
import Testing

@Suite struct `SHA-256` {
  /// Text and digest, from the examples of FIPS 180-4 and the byte-oriented test vectors of NIST's CAVP.
  static let vectors: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]

  @Test(arguments: vectors) func `gives the digests that NIST publishes`(text: String, digest: String) {
    #expect(SHA256.hexDigest(of: text) == digest)
  }

  @Test func `gives NIST's digest of a million letters a`() {
    var hash = SHA256()
    let portion = [UInt8](repeating: UInt8(ascii: "a"), count: 10_000)
    for _ in 0..<100 { hash.update(portion) }
    #expect(hash.hexDigest() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `does not depend on how the content is cut`() {
    let content = [UInt8]((0..<200).map { UInt8($0) })
    for cut in 0...200 {
      var hash = SHA256()
      hash.update(content[..<cut])
      hash.update(content[cut...])
      var whole = SHA256()
      whole.update(content)
      #expect(hash.digest() == whole.digest(), "cut at \(cut)")
    }
  }
}
