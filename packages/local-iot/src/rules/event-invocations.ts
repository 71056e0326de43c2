import { LastingFailure } from '../actions/action.ts'
import { Turns } from './turns.ts'

/**
 * Pauses before the second and the third try of a function that failed.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
const RETRY_DELAYS_MS = [60_000, 120_000]
/** Functions that run at a time (AWS Lambda quotas); further events wait. */
const MAX_RUNNING = 1000
/** How long a refusal is waited for that is known at once, so that it gets into the rule's one error document. */
const MICROTASKS = 32

type Outcome = { readonly kind: 'done' } | { readonly kind: 'refused' | 'failed'; readonly error: unknown }

/** What {@link EventInvocations} are lent by who runs actions. */
export interface EventInvocationParts {
  /** Waits; ends at once when the core closes. */
  readonly pause: (delayMs: number) => Promise<void>
  readonly isClosing: () => boolean
}

/** Who hears how an invocation ended. */
export interface InvocationEars {
  /** Takes what is still to come when the action is over. */
  readonly goesOn: (work: Promise<void>) => void
  /** The function succeeded. */
  readonly done: () => void
  /** It was refused, after the action was over. */
  readonly refused: (error: unknown) => Promise<void>
  /** The function failed for the last time, or the core closes before that. */
  readonly dropped: (error: unknown, tries: number, isCutShort: boolean) => void
}

/** Invocations of functions whose end nobody waits for, as of Lambda's invocation type Event. */
export class EventInvocations {
  readonly #parts: EventInvocationParts
  readonly #turns = new Turns(MAX_RUNNING)

  constructor(parts: EventInvocationParts) {
    this.#parts = parts
  }

  /** Hands over an event. Resolves with why that is refused, or `undefined` when the function has it; how that ends is for `ears`. */
  async invoke(call: () => Promise<unknown>, ears: InvocationEars): Promise<unknown> {
    const first = this.#attempt(call)
    const early = await soon(first)
    if (early?.kind === 'refused') return early.error
    if (early?.kind === 'done') ears.done()
    else ears.goesOn(this.#goOn(first, call, ears))
    return undefined
  }

  async #goOn(first: Promise<Outcome>, call: () => Promise<unknown>, ears: InvocationEars): Promise<void> {
    const { pause, isClosing } = this.#parts
    let outcome = await first
    if (outcome.kind === 'refused') return ears.refused(outcome.error)
    let tries = 1
    for (const delayMs of RETRY_DELAYS_MS) {
      if (outcome.kind !== 'failed') break
      await pause(delayMs)
      if (isClosing()) break
      outcome = await this.#attempt(call)
      tries += 1
    }
    if (outcome.kind === 'done') ears.done()
    else ears.dropped(outcome.error, tries, outcome.kind === 'failed' && tries <= RETRY_DELAYS_MS.length)
  }

  #attempt(call: () => Promise<unknown>): Promise<Outcome> {
    // In the same turn of the event loop where there is room, also what `call` throws at once.
    return this.#turns.take(async () => call()).then(
      () => ({ kind: 'done' }),
      (error: unknown) => ({ kind: error instanceof LastingFailure ? 'refused' : 'failed', error }),
    )
  }
}

/** How a promise ended, where it does without anything else happening; `undefined` where it goes on. */
async function soon(work: Promise<Outcome>): Promise<Outcome | undefined> {
  let ended: Outcome | undefined
  void work.then((outcome) => (ended = outcome))
  for (let left = MICROTASKS; left > 0 && ended === undefined; left--) await undefined
  return ended
}
