import { ManualClock } from '@keg/mqtt-broker/testing'
import { expect, it } from 'vitest'
import { createDiskSpool } from '../spool/disk-spool.ts'
import { memoryPlace } from '../spool/testing/memory-place.ts'
import { filteredQueue } from './filtered-queue.ts'
import { openHouse, type Residency } from './residency.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('gives as many as were asked for where others in between may not leave, and keeps those apart', async () => {
  const clock = new ManualClock()
  const spool = createDiskSpool({ place: memoryPlace(), clock, maxBytes: 1_000_000 })
  const kept = Array.from({ length: 10 }, (_, index) =>
    spool.keep({ kind: 'alert', kegId: 'k', topic: index < 6 ? 'stays' : 'goes', payload: Uint8Array.of(index), takenAtMs: 1 }))
  clock.advance(100)
  await Promise.all(kept)
  const residency: Residency = { ...openHouse, leaving: (topic, payload) => (topic === 'stays' ? undefined : payload) }
  const found = filteredQueue(spool, residency).after('direct', 'k', 0, 3)
  expect(found.map(({ payload }) => payload[0])).toEqual([6, 7, 8])
  clock.advance(100)
  await settled()
  expect(spool.status()).toMatchObject({ rows: { alert: 4 }, unsendable: { rows: 6, lastReason: 'it may not leave the site' } })
  await spool.close()
})
