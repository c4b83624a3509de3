/// What all rules on hip flexion say alike.
enum HipAdvice {
  /// Whom to ask.
  static let ask = "Talk with your coach. Stop and see a professional if a movement hurts."
}
