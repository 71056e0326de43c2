import { expect, it } from 'vitest'
import { ExclusionByName } from './exclusion-by-name.ts'

/** Work that is done when it is told so, and writes down when it starts. */
function works() {
  const exclusion = new ExclusionByName()
  const started: string[] = []
  const start = (what: string, ...names: string[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const done = exclusion.alone(names, () => (started.push(what), promise))
    return { done, end: () => (resolve(what), done), fail: () => (reject(new Error(what)), done.catch(() => undefined)) }
  }
  return { started, start }
}
const soon = () => new Promise((resolve) => setImmediate(resolve))

it('lets wait what is about the same, in order, and nothing else', async () => {
  const { started, start } = works()
  const [first, second, other] = [start('first', 'a', 'b'), start('second', 'b', 'c'), start('other', 'd')]
  const third = start('third', 'c', 'a')
  await soon()
  expect(started).toEqual(['first', 'other'])
  expect(await first.end()).toBe('first')
  await soon()
  expect(started).toEqual(['first', 'other', 'second'])
  await second.end()
  await third.end()
  await other.end()
  expect(started).toEqual(['first', 'other', 'second', 'third'])
})

it('goes on after work that fails', async () => {
  const { started, start } = works()
  const [first, second] = [start('first', 'a'), start('second', 'a')]
  await soon()
  await first.fail()
  expect(await second.end()).toBe('second')
  expect(started).toEqual(['first', 'second'])
})
