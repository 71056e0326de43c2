import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import { createManualClock, settled } from '../testing/manual-clock.ts'
import { createReportQueue, type WhenFull } from './report-queue.ts'

/** A queue whose requests end as the test says. */
function start({ maxBytes = 40, whenFull = 'reject' }: { maxBytes?: number; whenFull?: WhenFull } = {}) {
  const clock = createManualClock()
  const sent: JsonObject[] = []
  const answers: PromiseWithResolvers<{ version: number }>[] = []
  const errors: unknown[] = []
  const send = (patch: JsonObject) => {
    sent.push(patch)
    const answer = Promise.withResolvers<{ version: number }>()
    answers.push(answer)
    return answer.promise
  }
  const queue = createReportQueue({
    clock, retryDelayMs: (attempt) => 100 * 2 ** attempt, send, maxBytes, whenFull, onError: (error) => errors.push(error),
  })
  return { clock, sent, answers, errors, queue }
}
const fate = (promise: Promise<unknown>) => promise.then(() => 'accepted', (error: ShadowError) => error.code)

describe('reports', () => {
  it('become one while another is under way', async () => {
    const { queue, sent, answers } = start()
    const first = queue.add({ celsius: 1 })
    await settled()
    const rest = [queue.add({ celsius: 2 }), queue.add({ valve: 'open' }), queue.add({ celsius: 3 })]
    await settled()
    expect(sent).toEqual([{ celsius: 1 }])
    answers[0]?.resolve({ version: 1 })
    expect(await first).toEqual({ version: 1 })
    await settled()
    expect(sent.slice(1)).toEqual([{ celsius: 3, valve: 'open' }])
    answers[1]?.resolve({ version: 2 })
    expect(await Promise.all(rest)).toEqual([{ version: 2 }, { version: 2 }, { version: 2 }])
  })
  it('go one by one where one patch can not do what two do', async () => {
    const { queue, sent, answers } = start()
    const both = [queue.add({ net: null }), queue.add({ net: { ssid: 'a' } })]
    await settled()
    answers[0]?.resolve({ version: 1 })
    await settled()
    answers[1]?.resolve({ version: 2 })
    expect(await Promise.all(both)).toEqual([{ version: 1 }, { version: 2 }])
    expect(sent).toEqual([{ net: null }, { net: { ssid: 'a' } }])
  })
  it('that did not get through are sent again, later each time, and at once when the connection is back', async () => {
    const { queue, sent, answers, errors, clock } = start()
    const report = queue.add({ celsius: 1 })
    await settled()
    answers[0]?.reject(new ShadowError('TIMEOUT', 'no answer'))
    await clock.advance(99)
    expect(sent).toHaveLength(1)
    await clock.advance(1)
    answers[1]?.reject(new ShadowError('REJECTED', 'internal failure', { status: 500 }))
    await clock.advance(199)
    expect(sent).toHaveLength(2)
    queue.setConnected(false)
    await clock.advance(1000)
    expect(sent).toHaveLength(2)
    queue.setConnected(true)
    await settled()
    answers[2]?.resolve({ version: 7 })
    expect(await report).toEqual({ version: 7 })
    expect(errors).toHaveLength(2)
    expect(clock.waiting).toBe(0)
  })
  it('that the service refuses fail, and the next one goes on', async () => {
    const { queue, answers } = start()
    const [refused, next] = [queue.add({ a: null }), queue.add({ a: {} })]
    await settled()
    answers[0]?.reject(new ShadowError('FORBIDDEN', 'no'))
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
    answers[1]?.resolve({ version: 1 })
    await next
  })
  it('end with the client', async () => {
    const { queue, clock } = start()
    queue.setConnected(false)
    const report = queue.add({ a: 1 })
    queue.close(new ShadowError('CLOSED', 'closed'))
    await expect(report).rejects.toMatchObject({ code: 'CLOSED' })
    await expect(queue.add({ a: 1 })).rejects.toMatchObject({ code: 'CLOSED' })
    expect(clock.waiting).toBe(0)
  })
})

describe('a full queue', () => {
  const long = 'x'.repeat(20)
  it.each<{ whenFull: WhenFull; fates: string[]; sent: JsonObject[] }>([
    { whenFull: 'reject', fates: ['accepted', 'QUEUE_FULL', 'accepted'], sent: [{ a: 'y' }] },
    { whenFull: 'drop-oldest', fates: ['QUEUE_FULL', 'accepted', 'accepted'], sent: [{ a: 'y', b: long }] },
  ])('with $whenFull', async ({ whenFull, fates, sent: expected }) => {
    const { queue, sent, answers } = start({ whenFull })
    queue.setConnected(false)
    const ends = [queue.add({ a: long }), queue.add({ b: long }), queue.add({ a: 'y' })].map(fate)
    queue.setConnected(true)
    await settled()
    expect(sent).toEqual(expected)
    answers[0]?.resolve({ version: 1 })
    expect(await Promise.all(ends)).toEqual(fates)
  })
  it('still takes one report of any size, for the service to judge', async () => {
    const { queue, sent, answers } = start()
    const report = queue.add({ a: 'x'.repeat(100) })
    await settled()
    expect(sent).toHaveLength(1)
    answers[0]?.resolve({ version: 1 })
    await report
  })
  it('keeps its bound however long the connection is away', () => {
    const { queue } = start({ maxBytes: 1000 })
    queue.setConnected(false)
    const reports = new Set(Array.from({ length: 10_000 }, (_, count) => queue.add({ count, net: { rssi: -count } })))
    expect(reports.size).toBe(1)
  })
})
