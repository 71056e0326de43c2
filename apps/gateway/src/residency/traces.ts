import { folded, readingsOf } from './folded.ts'

/** A value shorter than this is anywhere by chance. */
const SHORTEST = 4
/** So many characters in a row of a long value give it away. */
const RUN = 8
/** A value up to this length is looked for whole; of a longer one a character may be cut off. */
const WHOLE = 6
/** A text of so many characters that stands in a value is the value without what surrounds it. */
const SHORTEST_BARE = 5
/** So many digits are no volume that a pour may have. */
const SHORTEST_NUMBER = 6
/** Fewer digits of hex stand in any bytes by chance. */
const SHORTEST_BYTES = 7
/** A card's number is of 4 to 10 bytes. */
const HEX_NUMBER = /^(?:[0-9a-f]{2}){4,10}$/
const DECIMAL_NUMBER = /^\d{8,20}$/

/** Values that stay, to be looked for elsewhere in what leaves. What is found, and what is not, stands in the README. */
export class Traces {
  readonly #values: readonly string[]
  readonly #folded: readonly string[]
  readonly #runs: ReadonlyMap<number, ReadonlySet<string>>
  readonly #numbers: ReadonlySet<string>
  readonly #numberRuns: ReadonlyMap<number, ReadonlySet<string>>

  constructor(values: readonly string[]) {
    this.#values = values.filter((value) => value.length >= SHORTEST)
    this.#folded = [...new Set(this.#values.map(folded))].filter((value) => value.length >= SHORTEST)
    const forms = [...new Set([...this.#folded, ...this.#values.flatMap(partsOf), ...this.#folded.flatMap(otherBase)])]
    this.#runs = runsByLength(forms)
    const numbers = forms.filter((form) => /^\d+$/.test(form)).map(withoutZeros).filter((digits) => digits.length >= SHORTEST_NUMBER)
    this.#numbers = new Set(numbers)
    this.#numberRuns = runsByLength(numbers.filter((digits) => digits.length >= RUN))
  }

  /** Whether a trace stands in a text, key or number anywhere in a value. */
  within(value: unknown): boolean {
    if (this.#values.length === 0) return false
    if (typeof value === 'string') return this.#inText(value)
    if (typeof value === 'number') return this.#inNumber(value)
    if (Array.isArray(value)) return value.some((each) => this.within(each))
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(value).some(([key, each]) => this.inName(key) || this.within(each))
  }

  /** Whether a name that others have chosen, of a topic or a field, holds a whole value. */
  inName(name: string): boolean {
    return this.#values.length > 0 && readingsOf(name).decoded.some((reading) => this.#holdsWhole(reading))
  }

  #holdsWhole(text: string): boolean {
    const compared = folded(text)
    return this.#values.some((value) => text.includes(value)) || this.#folded.some((value) => compared.includes(value))
  }

  #inText(text: string): boolean {
    const bare = folded(text)
    if (bare.length >= SHORTEST_BARE && this.#folded.some((value) => value.includes(bare))) return true
    const { decoded, bytes } = readingsOf(text)
    return decoded.some((reading) =>
      this.#values.some((value) => reading.includes(value)) || holdsRun(this.#runs, folded(reading), SHORTEST))
      || bytes.some((digits) => holdsRun(this.#runs, digits, SHORTEST_BYTES))
  }

  #inNumber(number: number): boolean {
    const digits = withoutZeros(String(number).replace(/\D/g, ''))
    return digits.length >= SHORTEST_NUMBER && (this.#numbers.has(digits) || holdsRun(this.#numberRuns, digits, SHORTEST_NUMBER))
  }
}

const withoutZeros = (digits: string): string => digits.replace(/^0+/, '')

/** The parts of a value that may be it without a prefix: between what is no letter or digit, and its digits. */
function partsOf(value: string): string[] {
  const words = value.split(/[^\p{L}\p{M}\p{N}]+/u).map(folded)
  return [...words, ...(folded(value).match(/\d+/g) ?? [])].filter((part) => part.length >= WHOLE)
}

/** A card's number in hex is one in decimal, too, whichever of its bytes is first. */
function otherBase(value: string): string[] {
  const hex = HEX_NUMBER.test(value)
    ? [value, Buffer.from(value, 'hex').reverse().toString('hex')].map((digits) => BigInt(`0x${digits}`).toString())
    : []
  return [...hex, ...(DECIMAL_NUMBER.test(value) ? [BigInt(value).toString(16)] : [])].filter((form) => form.length >= RUN)
}

/** The rows of characters that give values away, by their length: a few lengths, however many values. */
function runsByLength(values: readonly string[]): Map<number, Set<string>> {
  const runs = new Map<number, Set<string>>()
  for (const value of values) {
    const length = value.length <= WHOLE ? value.length : Math.min(RUN, value.length - 1)
    const known = runs.get(length) ?? new Set()
    runs.set(length, known)
    for (let at = 0; at + length <= value.length; at++) known.add(value.slice(at, at + length))
  }
  return runs
}

function holdsRun(runs: ReadonlyMap<number, ReadonlySet<string>>, text: string, shortest: number): boolean {
  for (const [length, known] of runs) {
    if (length < shortest) continue
    for (let at = 0; at + length <= text.length; at++) if (known.has(text.slice(at, at + length))) return true
  }
  return false
}
