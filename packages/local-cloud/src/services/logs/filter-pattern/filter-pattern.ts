import { delimitedPattern } from './delimited-pattern.ts'
import { jsonPattern } from './json-pattern.ts'
import { termPattern } from './term-pattern.ts'

/** What a message that matches has in the places that the pattern names, as `{ "$.latency": "50" }` or `{ "$ip": "127.0.0.1" }`. */
export type Extracted = Readonly<Record<string, string>>

/** A pattern that was read. */
export interface FilterPattern {
  /** Absent where the message does not match. */
  match(message: string): Extracted | undefined
  /** The text of a message at `$.path` or `$field`, whatever the pattern names; absent where there is none. */
  value(message: string, selector: string): string | undefined
}

/**
 * Reads a filter pattern: terms, a JSON condition in braces, or the fields of a line in brackets. Throws `FilterPatternError`.
 *
 * @example filterPattern('{ $.level = "ERROR" && $.x > 3 }').match('{"level":"ERROR","x":4}')  // { '$.level': 'ERROR', '$.x': '4' }
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function filterPattern(text: string): FilterPattern {
  const pattern = text.trim()
  if (pattern.startsWith('{')) return jsonPattern(pattern)
  if (pattern.startsWith('[')) return delimitedPattern(pattern)
  return termPattern(pattern)
}
