import { ManualClock } from '@keg/mqtt-broker/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDiskSpool, type DiskSpool } from '../spool/disk-spool.ts'
import { KINDS, type Kind } from '../spool/spool.ts'
import { faultyPlace } from '../spool/testing/faulty-place.ts'
import { memoryPlace } from '../spool/testing/memory-place.ts'
import { bytesOf, numbered, numberOf } from '../spool/testing/messages.ts'
import { createForwarder, type Forwarder } from './forwarder.ts'
import { BATCH_TOPIC, ModelCloud } from './testing/model-cloud.ts'
import { ModelLine } from './testing/model-line.ts'

const small = fc.nat({ max: 5 })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('keep' as const), kind: fc.constantFrom(...(Object.keys(KINDS) as Kind[])), keg: fc.nat({ max: 2 }),
      times: fc.nat({ max: 6 }), committed: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.constantFrom(3, 10, 300, 1_000, 6_000, 25_000, 70_000, 400_000) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver' as const), count: small, forgotten: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('connect' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), arrive: small, acknowledged: small, silently: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ack' as const), which: small,
      how: fc.constantFrom('told' as const, 'told twice' as const, 'lost' as const, 'late' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('disk' as const), fails: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** A gateway over a disk that stays, a line and a cloud. */
class World {
  readonly cloud = new ModelCloud()
  readonly kept: { number: number; kind: Kind; keg: number }[] = []
  readonly #disk = faultyPlace(memoryPlace())
  readonly #acknowledgedBy: 'puback' | 'cloud'
  readonly #batchWindow: number
  readonly #forgets: boolean
  #clock = new ManualClock()
  #line = new ModelLine(this.cloud)
  #spool!: DiskSpool
  #forwarder!: Forwarder
  #batches = 0
  #numbers = 0

  constructor(acknowledgedBy: 'puback' | 'cloud', batchWindow: number, forgets: boolean) {
    this.#acknowledgedBy = acknowledgedBy
    this.#batchWindow = batchWindow
    this.#forgets = forgets
    this.#start()
  }

  /** As a new process would: what was not committed is gone. The clock of the old one stands still, so that it does nothing more. */
  #start(): void {
    this.#clock = new ManualClock()
    this.#disk.faults.commitFault = undefined
    this.#line = new ModelLine(this.cloud)
    this.#spool = createDiskSpool({ place: this.#disk.place, clock: this.#clock, maxBytes: 40 * bytesOf('pour') })
    this.#forwarder = createForwarder({
      spool: this.#spool, line: this.#line, clock: this.#clock, batchTopic: BATCH_TOPIC, acknowledgedBy: this.#acknowledgedBy,
      newId: () => `b${(this.#batches += 1)}`, batchWindow: this.#batchWindow, directWindow: 2, messagesPerSec: 5,
    })
    this.#forwarder.start()
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'keep':
        for (let time = 0; time < step.times; time += 1) this.#keep(step.kind, step.keg)
        if (step.committed) this.#clock.advance(5)
        break
      case 'advance':
        this.#clock.advance(step.ms)
        break
      case 'deliver':
        if (step.forgotten && this.#forgets) this.#line.forget(step.count)
        else this.#line.deliver(step.count)
        break
      case 'connect':
        this.#line.connect()
        break
      case 'cut':
        this.#line.cut(step)
        break
      case 'ack':
        this.#ack(step.which, step.how)
        break
      case 'kill':
        this.#start()
        break
      case 'disk':
        this.#disk.faults.commitFault = step.fails ? 'DISK' : undefined
    }
    await new Promise(setImmediate)
  }

  /** All works from now on; ends when nothing waits. */
  async settle(): Promise<void> {
    await this.take({ do: 'disk', fails: false })
    for (let round = 0; round < 1_000 && this.waiting > 0; round += 1) {
      this.#line.connect()
      this.#line.deliver()
      this.#forwarder.acknowledged(this.cloud.acks.splice(0))
      await this.take({ do: 'advance', ms: 1_000 })
    }
  }

  get waiting(): number {
    return this.#forwarder.status().waiting
  }

  #keep(kind: Kind, keg: number): void {
    const number = (this.#numbers += 1)
    this.#spool.keep(numbered(number, { kind, kegId: `keg-${keg}` })).then(
      () => this.kept.push({ number, kind, keg }),
      () => undefined,
    )
  }

  #ack(which: number, how: 'told' | 'told twice' | 'lost' | 'late'): void {
    const { acks } = this.cloud
    const [batchId] = how === 'late' ? acks.slice(which) : acks.splice(which, 1)
    if (batchId === undefined || how === 'lost') return
    for (let time = 0; time < (how === 'told twice' ? 2 : 1); time += 1) this.#forwarder.acknowledged([batchId, 'unheard-of'])
  }
}

const runs = Number(process.env['KEG_PROPERTY_RUNS'] ?? 25)

// A host that forgets batches it has acknowledged keeps them in order only where one is under way at a time.
it.each([
  { acknowledgedBy: 'puback', batchWindow: 3, forgets: false },
  { acknowledgedBy: 'puback', batchWindow: 1, forgets: true },
  { acknowledgedBy: 'cloud', batchWindow: 1, forgets: true },
  { acknowledgedBy: 'cloud', batchWindow: 3, forgets: true },
] as const)('loses nothing, whatever fails: $acknowledgedBy, window $batchWindow, forgets $forgets', async ({
  acknowledgedBy, batchWindow, forgets,
}) => {
  const inOrder = batchWindow === 1 || !forgets
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 100, size: 'max' }), async (steps) => {
      const world = new World(acknowledgedBy, batchWindow, forgets)
      for (const each of steps) await world.take(each)
      await world.settle()
      expect(world.waiting).toBe(0)
      const first = [...new Set(world.cloud.arrived.map(numberOf))]
      const arrived = new Set(first)
      expect(world.kept.filter(({ number, kind }) => !KINDS[kind].sheddable && !arrived.has(number))).toEqual([])
      for (const numbers of inOrder ? streams(world, first) : []) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }),
    { numRuns: runs },
  )
})

/** What arrived, for each keg and lane. */
function streams({ kept }: World, arrived: readonly number[]): number[][] {
  const of = new Map(kept.map(({ number, kind, keg }) => [number, `${keg} ${KINDS[kind].lane}`]))
  return [...new Set(of.values())].map((stream) => arrived.filter((number) => of.get(number) === stream))
}
