import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ChangeLog } from '../change-log.ts'

/** The cases that every log of writers passes. They make jobs of their own, so a log with others in it will do. */
export function changeLogSuite(name: string, create: () => ChangeLog | Promise<ChangeLog>): void {
  describe(`${name} as a log of writers`, () => {
    it('keeps the plan and the outcome that came first, also of those who come at once', async () => {
      const log = await create()
      const job = randomUUID()
      expect(await log.step(job, 's')).toBeUndefined()
      const plans = await Promise.all(['one', 'two', 'three'].map((plan) => log.plan(job, 's', plan, Date.now())))
      expect(new Set(plans.map(({ plan }) => plan)).size).toBe(1)
      const plan = plans[0]?.plan ?? ''
      for (const outcome of ['done', 'done again']) await log.settle(job, 's', outcome)
      expect(await log.plan(job, 's', 'four', Date.now())).toEqual({ plan, outcome: 'done' })
      expect(await log.step(job, 's')).toEqual({ plan, outcome: 'done' })
    })

    it('settles nothing that was not planned, and tells jobs and steps apart', async () => {
      const log = await create()
      const [job, other] = [randomUUID(), randomUUID()]
      await log.settle(job, 's', 'done')
      expect(await log.step(job, 's')).toBeUndefined()
      await log.plan(job, 's', 'p', Date.now())
      expect([await log.step(other, 's'), await log.step(job, 't')]).toEqual([undefined, undefined])
    })
  })
}
