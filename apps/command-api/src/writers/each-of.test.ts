import { expect, it } from 'vitest'
import { eachOf } from './each-of.ts'

it.each([[0, 3], [2, 3], [7, 3], [7, 1]])('works on each of %i items, at most %i at once', async (count, atOnce) => {
  let [now, most] = [0, 0]
  const done: number[] = []
  await eachOf(Array.from({ length: count }, (_, index) => index), atOnce, async (item) => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setImmediate(resolve))
    now -= 1
    done.push(item)
  })
  expect(done).toHaveLength(count)
  expect(most).toBe(Math.min(count, atOnce))
})

it('lets end what is under way when one fails, begins no other, and says what failed first', async () => {
  const ended: number[] = []
  const work = eachOf([0, 1, 2, 3, 4], 2, async (item) => {
    if (item === 1) throw new Error('one')
    await new Promise((resolve) => setImmediate(resolve))
    ended.push(item)
  })
  await expect(work).rejects.toThrow('one')
  expect(ended).toContain(0)
  expect(ended).not.toContain(4)
})
