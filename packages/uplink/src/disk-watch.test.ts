import { expect, it } from 'vitest'
import { createDiskWatch } from './disk-watch.ts'

const full = Object.assign(new Error('ENOSPC: no space left on device'), { errno: -28 })
const fail = (error: Error) => () => {
  throw error
}

it('says once that the disk fails, and once that it works again', () => {
  const said: string[] = []
  const watch = createDiskWatch('meter', (line) => said.push(line))
  const took = [() => undefined, fail(full), fail(full), () => undefined, () => undefined].map((work) => watch.trying(work))
  expect(took).toEqual([true, false, false, true, true])
  expect(said).toEqual([
    'the disk does not take the meter, trying again: ENOSPC: no space left on device', 'the disk takes the meter again',
  ])
})

it('does not hide a mistake in the program', () => {
  expect(() => createDiskWatch('meter', () => undefined).trying(fail(new TypeError('undefined is not a function')))).toThrow(TypeError)
})
