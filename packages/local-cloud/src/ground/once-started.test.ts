import { expect, it } from 'vitest'
import { onceStarted } from './once-started.ts'

it('starts at the first call, once, and calls in order', async () => {
  const starts = [Promise.withResolvers<string>()]
  const called: string[] = []
  let asked = 0
  const call = onceStarted(() => { asked += 1; return starts[0]!.promise }, (error) => called.push(String(error)))
  expect(asked).toBe(0)
  for (const n of [1, 2]) call((it) => called.push(`${it} ${n}`))
  expect([asked, called]).toEqual([1, []])
  starts[0]!.resolve('on')
  await starts[0]!.promise
  call((it) => called.push(`${it} 3`))
  await Promise.resolve()
  expect(called).toEqual(['on 1', 'on 2', 'on 3'])
})

it('says for each call what it does not start for, and tries again', async () => {
  const failed: string[] = []
  const answers = [Promise.reject(new Error('no')), Promise.resolve('on')]
  const call = onceStarted(() => answers.shift()!, (error) => failed.push(String(error)))
  call(() => undefined)
  call(() => undefined)
  await new Promise(setImmediate)
  const started = Promise.withResolvers<string>()
  call(started.resolve)
  expect([await started.promise, failed]).toEqual(['on', ['Error: no', 'Error: no']])
})
