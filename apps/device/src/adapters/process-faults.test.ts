import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { ODD_THROWS } from '../testing/supervised-world.ts'
import { blameFor, lastEnds } from './process-faults.ts'

/** Two kegs with a folder each, and an error thrown in a file of one of them. */
function bench() {
  const dir = mkdtempSync(join(tmpdir(), 'keg-faults-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const kegs = ['k-1', 'k-10'].map((kegId) => ({ kegId, certificateFile: 'c', privateKeyFile: 'k', dataDir: join(dir, kegId) }))
  for (const { dataDir } of kegs) mkdirSync(dataDir)
  const thrownIn = (...path: string[]) => Object.assign(new Error('a table is missing'), {
    stack: `Error: a table is missing\n    at node:internal/timers:1:1\n    at tick (${pathToFileURL(join(dir, ...path)).href}:3:7)`,
  })
  return { kegs, thrownIn }
}

it.each([
  ['in the firmware of one', ['k-1', 'firmware', 'a.mjs'], [{ fault: 'a table is missing' }, { fault: undefined }]],
  ['in that of one whose name begins as another', ['k-10', 'firmware', 'a.mjs'], [{ fault: undefined }, { fault: 'a table is missing' }]],
  ['elsewhere', ['k-1', 'other.mjs'], [undefined, undefined]],
] as const)('tells the next start, once, what was thrown %s', (_, path, told) => {
  const { kegs, thrownIn } = bench()
  blameFor(kegs)(thrownIn(...path))
  expect(kegs.map(({ kegId }) => kegId).map(lastEnds(kegs))).toEqual(told)
  expect(lastEnds(kegs)('k-1')).toBeUndefined()
})

it.each([
  ['no error', () => 'no error'], ...Object.entries(ODD_THROWS),
  ['an error whose stack throws', () => Object.defineProperty(new Error('mute'), 'stack', { get: () => {
    throw new Error('ill when read')
  } })],
  ['an error whose stack is no text', () => Object.assign(new Error('mute'), { stack: 7 })],
])('blames nobody for %s', (_, thrown) => {
  const { kegs } = bench()
  blameFor(kegs)(thrown())
  expect(lastEnds(kegs)('k-1')).toBeUndefined()
})

it('blames the firmware in a stack whose message throws', () => {
  const { kegs, thrownIn } = bench()
  blameFor(kegs)(Object.defineProperty(thrownIn('k-1', 'firmware', 'a.mjs'), 'message', { get: () => {
    throw new Error('ill when read')
  } }))
  expect(lastEnds(kegs)('k-1')).toEqual({ fault: 'something that has no text' })
})
