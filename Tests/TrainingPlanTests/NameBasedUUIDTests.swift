import Testing

@testable import TrainingPlan

@Suite struct NameBasedUUIDTests {
  /// The namespace of domain names, RFC 9562 section 6.6.
  let dns = UUIDNamespace(high: 0x6ba7_b810_9dad_11d1, low: 0x80b4_00c0_4fd4_30c8)

  @Test("the example of RFC 9562, appendix A.4")
  func rfcExample() {
    #expect(
      nameBasedUUID(namespace: dns, name: "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test(
    "agrees with Python's uuid.uuid5",
    arguments: [
      ("", "4ebd0208-8328-5d69-8c44-ec50939c0967"),
      ("é🏃", "c960d826-a6e7-580b-a8aa-0ff4874d600d"),
      (String(repeating: "a", count: 39), "5824f981-4282-59d4-9716-acb6d741350e"),
      (String(repeating: "a", count: 40), "39f39c20-db47-5131-8879-62f8f67f9014"),
      (String(repeating: "a", count: 47), "660c273c-8a00-5941-b6f4-8d0afed88966"),
      (String(repeating: "a", count: 48), "7280cc42-274a-5c4a-91fc-ae23f853eeb7"),
      (String(repeating: "a", count: 103), "1cf1b329-74b7-50b0-a819-28e28c61c775"),
      (String(repeating: "a", count: 104), "31477a3f-211d-5651-b3ce-be7c82999e70"),
      (String(repeating: "x", count: 200), "ddcc691a-b8e2-53e5-b059-6a232874b2eb"),
    ])
  func python(name: String, expected: String) {
    #expect(nameBasedUUID(namespace: dns, name: name) == expected)
  }

  @Test("namespaces keep equal names apart")
  func namespaces() {
    let url = UUIDNamespace(high: 0x6ba7_b811_9dad_11d1, low: 0x80b4_00c0_4fd4_30c8)
    #expect(
      nameBasedUUID(namespace: url, name: "www.example.com") == "b63cdfa4-3df9-568e-97ae-006c5b8fd652")
    #expect(
      nameBasedUUID(namespace: .gradus, name: "spring-half/2027-01-25")
        != nameBasedUUID(namespace: dns, name: "spring-half/2027-01-25"))
  }

  @Test(
    "the examples of FIPS 180-4",
    arguments: [
      ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
      ),
    ])
  func sha1(message: String, digest: String) {
    let hex = SHA1.digest(Array(message.utf8)).map { octet in
      (octet < 16 ? "0" : "") + String(octet, radix: 16)
    }
    #expect(hex.joined() == digest)
  }
}
