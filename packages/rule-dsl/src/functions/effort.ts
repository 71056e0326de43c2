import { RunFailure } from '../fault/run-failure.ts'

/** Texts shorter than this are not counted: there are never more of them than elements and parts of the statement. */
export const COUNTED_LENGTH = 1024
/** The most characters of long texts that the functions of a rule read and make for one message. */
const MAX_CHARACTERS = 32 * 1024 * 1024
/** The most elements that nested queries, IN and `transform` look at for one message. */
const MAX_ELEMENTS = 2_000_000
/** The most steps of all regular expressions, and of what costs as much, for one message. */
const MAX_STEPS = 10_000_000

const tooMuch = (what: string) => new RunFailure('FUNCTION_FAILED', `The rule ${what} for one message.`)

/**
 * What one evaluation has done so far. Each part of a statement is bounded by itself; this bounds parts that are evaluated for many
 * elements.
 */
export class Effort {
  private characters = 0
  private elements = 0
  private steps = 0

  /** Counts a text that a function reads or makes. Fails the rule beyond the limit, as the following. */
  text(length: number): void {
    this.characters += length
    if (this.characters > MAX_CHARACTERS) throw tooMuch(`reads and makes more than ${MAX_CHARACTERS} characters`)
  }
  looksAt(elements: number): void {
    this.elements += elements
    if (this.elements > MAX_ELEMENTS) throw tooMuch(`looks at more than ${MAX_ELEMENTS} elements of arrays`)
  }
  searches(steps: number): void {
    this.steps += steps
    if (this.steps > MAX_STEPS) throw tooMuch(`takes more than ${MAX_STEPS} steps to search and read texts`)
  }
}
