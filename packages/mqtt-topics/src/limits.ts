import { TopicError } from './topic-error.ts'

/** The longest topic name or filter, in bytes of UTF-8 (AWS IoT Core quotas). */
export const MAX_TOPIC_BYTES = 256
/** The most slashes in a topic name or filter; the Basic Ingest and `$share` prefixes don't count (AWS IoT Core quotas). */
export const MAX_TOPIC_SLASHES = 7

const encoder = new TextEncoder()

/** Throws where `counted`, the part of `text` that AWS's limits look at, is empty, too long, too deep or holds a NUL. */
export function checkLimits(text: string, counted: string): void {
  if (counted === '') throw new TopicError('EMPTY', 'A topic has at least one character.', text)
  if (counted.includes('\0')) throw new TopicError('NUL_CHARACTER', 'A topic holds no NUL character.', text)
  const bytes = encoder.encode(counted).length
  if (bytes > MAX_TOPIC_BYTES) throw new TopicError('TOO_LONG', `A topic has at most ${MAX_TOPIC_BYTES} bytes; this one has ${bytes}.`, text)
  const slashes = counted.split('/').length - 1
  if (slashes > MAX_TOPIC_SLASHES) {
    throw new TopicError('TOO_MANY_LEVELS', `A topic has at most ${MAX_TOPIC_SLASHES} slashes; this one has ${slashes}.`, text)
  }
}
