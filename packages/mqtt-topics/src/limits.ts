import { TopicError } from './topic-error.ts'

/**
 * The longest topic name or filter, in bytes of UTF-8 (AWS IoT Core quotas).
 *
 * @example const fits = (topic: string) => new TextEncoder().encode(topic).length <= MAX_TOPIC_BYTES
 */
export const MAX_TOPIC_BYTES = 256
/**
 * The most slashes in a topic name or filter; the Basic Ingest and `$share` prefixes don't count (AWS IoT Core quotas).
 *
 * @example const isShallow = (topic: string) => topic.split('/').length - 1 <= MAX_TOPIC_SLASHES
 */
export const MAX_TOPIC_SLASHES = 7

const encoder = new TextEncoder()

/** Throws where `counted`, the part of `text` that AWS's limits look at, is empty, too long, too deep or holds a NUL. */
export function checkLimits(text: string, counted: string): void {
  if (counted === '') throw new TopicError('EMPTY', 'A topic has at least one character.', text)
  if (counted.includes('\0')) throw new TopicError('NUL_CHARACTER', 'A topic holds no NUL character.', text)
  // A character of a string is at most three bytes: most topics need no counting.
  const bytes = counted.length * 3 > MAX_TOPIC_BYTES ? encoder.encode(counted).length : counted.length
  if (bytes > MAX_TOPIC_BYTES)
    throw new TopicError('TOO_LONG', `A topic has at most ${MAX_TOPIC_BYTES} bytes; this one has ${bytes}.`, text)
  const slashes = slashesIn(counted)
  if (slashes > MAX_TOPIC_SLASHES) {
    throw new TopicError('TOO_MANY_LEVELS', `A topic has at most ${MAX_TOPIC_SLASHES} slashes; this one has ${slashes}.`, text)
  }
}

/** Counted, not split: a broker asks for each message. */
function slashesIn(text: string): number {
  let slashes = 0
  for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) slashes++
  return slashes
}
