import { Digest } from '@keg/mqtt-broker'

/**
 * Writes a line of the log. Of lines of one `kind` one a second is written, with the count of those since the last; absent = as often as
 * the same line comes.
 */
export type Log = (line: string, kind?: string) => void

const LONGEST = 2_000
/** How many kinds are remembered: those that came first are forgotten first. */
const MOST_KINDS = 1_000
/** What ends a line, moves a terminal's cursor, or turns the direction of writing. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
const made = new WeakSet<Log>()

/**
 * The one way into the log: an entry is a line, whatever strangers put into it, and no line comes oftener than once a second. A log that is
 * one already stays as it is.
 */
export function siteLog(write: Log, nowMs: () => number): Log {
  if (made.has(write)) return write
  const kinds = new Map<string, Digest<[string]>>()
  const log: Log = (line, kind = line) => {
    const digest = kinds.get(kind)
      ?? new Digest<[string]>(nowMs, (count, last) => write(count === 1 ? last : `${last} (${count} like it since the last)`))
    kinds.set(kind, digest)
    const [oldest] = kinds.keys()
    if (kinds.size > MOST_KINDS && oldest !== undefined) kinds.delete(oldest)
    digest.add(oneLine(line))
  }
  made.add(log)
  return log
}

function oneLine(text: string): string {
  const escaped = text.slice(0, LONGEST).replace(CONTROL, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`)
  return text.length > LONGEST ? `${escaped} … (${text.length} characters)` : escaped
}
