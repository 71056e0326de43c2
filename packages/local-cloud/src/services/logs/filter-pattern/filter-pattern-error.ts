/** A pattern that is none; CloudWatch Logs refuses it. */
export class FilterPatternError extends Error {
  override readonly name = 'FilterPatternError'
}
