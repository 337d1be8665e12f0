/// When a predictive dialer dials.
public enum DialPacing: String, Hashable, Sendable, CaseIterable {
  /// Whenever fewer numbers ring than the free people are worth: a failed attempt is followed by another at once.
  case steady
  /// A batch each time that work ends, of whatever queue; what fails is made good by the next batch. As the dialers of blended
  /// centers do (Deslauriers, L'Ecuyer, Pichitlamken, Ingolfsson, Avramidis: "Markov chain models of a telephone call center
  /// with call blending", 2007).
  case eachEnd = "each_end"
}
