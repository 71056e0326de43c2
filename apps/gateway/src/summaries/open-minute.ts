import type { Summary, Telemetry } from '@keg/message-schemas/keg'

/** Smallest, mean and largest of the values so far. */
class Spread {
  #min = Infinity
  #max = -Infinity
  #sum = 0
  #count = 0

  add(value: number): void {
    this.#min = Math.min(this.#min, value)
    this.#max = Math.max(this.#max, value)
    this.#sum += value
    this.#count += 1
  }

  get value(): Summary['celsius'] {
    // A sum of many loses digits: the mean of equal values is none of theirs without the limits.
    const mean = Math.min(this.#max, Math.max(this.#min, this.#sum / this.#count))
    return { min: this.#min, mean, max: this.#max }
  }
}

/** What is known so far of a minute of one boot of a keg. */
export class OpenMinute {
  readonly bootId: string
  readonly startMs: number
  readonly openedAtMs: number
  #fromSeq = Infinity
  #toSeq = 0
  #readings = 0
  #pouring = 0
  #cooling = 0
  readonly #celsius = new Spread()
  readonly #kilopascal = new Spread()

  constructor(bootId: string, startMs: number, openedAtMs: number) {
    this.bootId = bootId
    this.startMs = startMs
    this.openedAtMs = openedAtMs
  }

  add({ seq, celsius, kilopascal, pouring, cooling }: Telemetry): void {
    this.#fromSeq = Math.min(this.#fromSeq, seq)
    this.#toSeq = Math.max(this.#toSeq, seq)
    this.#readings += 1
    this.#celsius.add(celsius)
    this.#kilopascal.add(kilopascal)
    if (pouring) this.#pouring += 1
    if (cooling) this.#cooling += 1
  }

  summary(): Summary {
    return {
      v: 1, bootId: this.bootId, fromSeq: this.#fromSeq, toSeq: this.#toSeq, takenAtMs: this.startMs, readings: this.#readings,
      celsius: this.#celsius.value, kilopascal: this.#kilopascal.value, pouring: this.#pouring, cooling: this.#cooling,
    }
  }
}
