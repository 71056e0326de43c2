/**
 * A text as it is compared: one form of each letter, without case, accents and all that is no letter or digit.
 *
 * @example folded('04:A2-b3') // '04a2b3'
 */
export const folded = (text: string): string =>
  text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')

/** What a text may say: `decoded` as text, `bytes` as hex digits. */
export interface Readings {
  readonly decoded: readonly string[]
  readonly bytes: readonly string[]
}

const PERCENT = /(?:%[0-9a-f]{2})+/gi
const HEX = /[0-9a-f]{8,}/g
const BASE64 = /[a-zA-Z0-9+/_-]{5,}/g
/** Where a group of hex or base64 may begin in a run of its digits. */
const HEX_PLACES = [0, 1]
const BASE64_PLACES = [0, 1, 2, 3]

/**
 * The readings of a text: as it is, with `%41` and the like decoded, and what stands in it in hex or base64, at any place. One encoding
 * deep.
 */
export function readingsOf(text: string): Readings {
  const plain = text.replace(PERCENT, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
  const fromHex = runsOf(folded(text), HEX, HEX_PLACES).map((run) => Buffer.from(run, 'hex'))
  const fromBase64 = runsOf(text, BASE64, BASE64_PLACES).map((run) => Buffer.from(run, 'base64'))
  return {
    decoded: [...new Set([text, plain]), ...[...fromHex, ...fromBase64].map((bytes) => bytes.toString())],
    bytes: fromBase64.map((bytes) => bytes.toString('hex')),
  }
}

const runsOf = (text: string, digits: RegExp, places: readonly number[]): string[] =>
  (text.match(digits) ?? []).flatMap((run) => places.map((place) => run.slice(place)))
