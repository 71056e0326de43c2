import { expect, it } from 'vitest'
import { setOfMany } from './set-of-many.ts'

const kegIds = Array.from({ length: 10 }, (_, at) => `keg-${at}`)

it('asks for each keg once, a few at a time, whatever one refuses', async () => {
  let [running, most] = [0, 0]
  const asked: string[] = []
  const steps: number[] = []
  const outcome = await setOfMany(kegIds, async (kegId) => {
    asked.push(kegId)
    running += 1
    most = Math.max(most, running)
    await new Promise(setImmediate)
    running -= 1
    if (kegId === 'keg-3') throw new Error('the valve is stuck')
  }, ({ done, failed }) => steps.push(done.length + failed.size), new AbortController().signal)
  expect([asked.toSorted(), most, steps]).toEqual([kegIds, 4, kegIds.map((_, at) => at + 1)])
  expect(outcome.done).toHaveLength(9)
  expect([...outcome.failed]).toEqual([['keg-3', 'the valve is stuck']])
})

it('stops between two kegs', async () => {
  const stop = new AbortController()
  const asked: string[] = []
  await setOfMany(kegIds, async (kegId) => {
    asked.push(kegId)
    stop.abort()
  }, () => undefined, stop.signal)
  expect(asked.length).toBeLessThanOrEqual(4)
})
