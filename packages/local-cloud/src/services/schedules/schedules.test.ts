import { expect, it } from 'vitest'
import { Schedules } from './schedules.ts'
import { scheduleExpression } from './schedule-expression.ts'

/** A clock that jumps over what is slept. */
function jumpingClock(startMs: number) {
  let now = startMs
  return {
    nowMs: () => now,
    async sleep(ms: number, signal: AbortSignal) {
      signal.throwIfAborted()
      now += ms
    },
  }
}

it('is due at each time between its start and its end', async () => {
  const clock = jumpingClock(0)
  const schedules = new Schedules({ ...clock, log: () => undefined })
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const due: number[] = []
  schedules.add('s', {
    next: scheduleExpression('rate(2 minutes)', { timeZone: 'UTC', anchorMs: 60_000 }), startMs: 100_000, endMs: 600_000,
    due: async (atMs) => {
      due.push(atMs / 60_000)
      if (atMs === 540_000) resolve(undefined)
    },
  })
  schedules.start()
  await promise
  await schedules.close()
  expect(due).toEqual([3, 5, 7, 9])
})

it('goes on after what failed, and says so', async () => {
  const lines: string[] = []
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const schedules = new Schedules({ ...jumpingClock(0), log: (line) => lines.push(line) })
  schedules.add('s', {
    next: scheduleExpression('rate(1 minute)', { timeZone: 'UTC', anchorMs: 0 }), startMs: 0, endMs: 60_000,
    due: async (atMs) => {
      if (atMs === 0) throw new Error('nobody there')
      resolve(undefined)
    },
  })
  schedules.start()
  await promise
  await schedules.close()
  expect(lines).toEqual(['A schedule was not delivered: Error: nobody there'])
})
