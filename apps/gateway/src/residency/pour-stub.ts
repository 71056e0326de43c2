import { pour } from '@keg/message-schemas/keg'
import { createHmac } from 'node:crypto'
import type { Traces } from './traces.ts'

const ID_LENGTH = 32

/**
 * What leaves of a pour that can't leave as it is: what can be read of its own fields, so that its volume stands in the cloud's quarantine.
 * Never a whole pour. `stubId` is the same for the same bytes, so that a pour which the keg sends again is counted once, and tells nothing
 * of them.
 */
export function pourStub(topic: string, payload: Uint8Array, readable: unknown, traces: Traces, secret: Uint8Array): Uint8Array {
  const stubId = createHmac('sha256', secret).update(`${topic}\n`).update(payload).digest('hex').slice(0, ID_LENGTH)
  return new TextEncoder().encode(JSON.stringify({ withheld: true, stubId, ...salvaged(readable, traces) }))
}

function salvaged(readable: unknown, traces: Traces): Record<string, unknown> {
  if (typeof readable !== 'object' || readable === null) return {}
  const given: Readonly<Record<string, unknown>> = { ...readable }
  const own = Object.entries(pour.schema.shape).flatMap(([name, schema]) => {
    const value = given[name]
    return value !== undefined && schema.safeParse(value).success && !traces.within(value) ? [[name, value] as const] : []
  })
  const { volumeMl } = given
  // The quarantine counts a volume that no pour may have, unless it is the card's number.
  const volume = typeof volumeMl === 'number' && Number.isSafeInteger(volumeMl) && volumeMl > 0 && !traces.within(volumeMl)
    ? { volumeMl }
    : {}
  return { ...Object.fromEntries(own), ...volume }
}
