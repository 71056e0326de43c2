import type { ChangeLog } from '@keg/store'
import { memoryChangeLog } from '@keg/store/change-log/memory'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Killed, memoryWishes } from '../testing/memory-wishes.ts'
import { OutOfTime } from './apply-settings.ts'
import { MAX_BYTES } from './settings-file.ts'
import { giveUpUpload, takeUpload, type UploadPorts } from './take-upload.ts'
import { readUploadEvent, type Upload } from './upload-event.ts'

const upload: Upload = { bucket: 'b', key: 'settings/a.csv', size: 10, etag: 'e', job: 'upload/b/settings/a.csv/1' }

/** A bucket with a file, and kegs; `keg-full` is one whose shadow takes no more. */
function bar(text: string | undefined, desired: NonNullable<Parameters<typeof memoryWishes>[0]>) {
  const kegs = memoryWishes(desired)
  const written = new Map<string, string>()
  const log: ChangeLog = memoryChangeLog()
  let read = 0
  const ports: UploadPorts = {
    ...kegs, log, nowMs: () => 1_790_000_000_000, hasTime: () => true,
    registry: { has: async (kegId) => kegId in desired, siteOf: async () => undefined },
    files: {
      read: async () => {
        read += 1
        return text === undefined ? undefined : new TextEncoder().encode(text)
      },
      write: async (bucket, key, result) => void written.set(`${bucket}/${key}`, result),
    },
  }
  return { ...kegs, ports, results: (key = 'a.csv') => written.get(`b/results/${key}`)?.split('\r\n').slice(1, -1), reads: () => read }
}

it('changes what is wished of each keg of a file, and tells of every row', async () => {
  const { ports, results, shadows, written } = bar(
    'kegId,targetCelsius\nk-1,4\nk-2,5\nnone,5\nk-1,9\nk-3,99\nkeg-full,3\nbare,7',
    {
      'k-1': { targetCelsius: 6, valve: 'open' }, 'k-2': { targetCelsius: 5 }, 'k-3': { targetCelsius: 5 }, 'keg-full': {}, bare: undefined,
    },
  )
  for (let times = 0; times < 2; times++) {
    expect(await takeUpload(upload, ports)).toEqual({ changed: 2, unchanged: 1, 'no such keg': 1, 'duplicate row': 1, refused: 2 })
    expect(results()).toEqual([
      '1,k-1,changed,', '2,k-2,unchanged,', '3,none,no such keg,', '4,k-1,duplicate row,row 1 is of the same keg',
      expect.stringMatching(/^5,k-3,refused,"?targetCelsius/), '6,keg-full,refused,The shadow is too large.', '7,bare,changed,',
    ])
  }
  expect(shadows.get('k-1')).toEqual({ version: 2, desired: { targetCelsius: 4, valve: 'open' }, reported: {} })
  expect([...written].map(([kegId, { length }]) => [kegId, length])).toEqual([['k-1', 1], ['bare', 1]])
})

it('tells of a keg that AWS IoT refuses, and of a row that names none, and does the others', async () => {
  const { ports, results } = bar('kegId,targetCelsius\nkeg-odd,4\n=cmd|x,4\nk-1,4', { 'keg-odd': undefined, 'k-1': {} })
  expect(await takeUpload(upload, ports)).toEqual({ refused: 2, changed: 1 })
  expect(results()).toEqual([
    '1,keg-odd,refused,There is no thing of this name.', expect.stringMatching(/^2,'=cmd\|x,refused,/), '3,k-1,changed,',
  ])
})

it('keeps the parts of its log within an item of DynamoDB, whatever stands in the file and in shadows', async () => {
  const names = Array.from({ length: 50 }, (_, index) => `${'k'.repeat(125)}-${index}`)
  const large = { targetCelsius: 'ä'.repeat(3_900), valve: { x: 'ä'.repeat(3_900) } }
  const file = bar(
    `kegId,targetCelsius,valve\n${names.map((name) => `${name},4,open`).join('\n')}\n${Array.from({ length: 50 }, (_, index) => `${'ä'.repeat(19_000)}${index},4,open`).join('\n')}`,
    Object.fromEntries(names.map((name) => [name, large])),
  )
  const { plan, settle } = file.ports.log
  const sizes = new Map<string, number>()
  const grow = (step: string, text: string) => void sizes.set(step, (sizes.get(step) ?? 0) + Buffer.byteLength(text))
  const log: ChangeLog = {
    ...file.ports.log,
    plan: async (...step) => (grow(step[1], step[2]), plan(...step)),
    settle: async (...step) => (grow(step[1], step[2]), settle(...step)),
  }
  expect(await takeUpload(upload, { ...file.ports, log })).toEqual({ changed: 50, refused: 50 })
  expect(Math.max(...sizes.values())).toBeLessThan(400_000)
})

it('tells what was done of a file that another has taken the place of, beside the results of the other', async () => {
  const { desired, text } = many(130)
  const file = bar(text, desired)
  let parts = 1
  await expect(takeUpload(upload, { ...file.ports, hasTime: () => parts-- > 0 })).rejects.toBeInstanceOf(OutOfTime)
  const written = file.written.size
  const replaced = { ...file.ports, files: { ...file.ports.files, read: async () => undefined } }
  for (const told of [takeUpload, giveUpUpload]) {
    expect(await told(upload, replaced)).toMatchObject({ 'not done': 80 })
    const lines = file.results('a.replaced-e.csv')
    expect(lines).toHaveLength(130)
    expect([lines?.[1], lines?.[50]]).toEqual(['2,k-1,changed,', expect.stringMatching(/^51,,not done,"the file is gone, or another/)])
  }
  expect([file.written.size, file.results()]).toEqual([written, undefined])
})

it('lets a wish stand that somebody has made after the file came', async () => {
  const { ports, results, wish, shadows } = bar('kegId,targetCelsius\nk-1,4', { 'k-1': { targetCelsius: 6 } })
  const { plan } = ports.log
  const overtaken = {
    ...ports,
    log: { ...ports.log, plan: async (...step: Parameters<typeof plan>) => plan(...step).finally(() => wish('k-1', { targetCelsius: 3 })) },
  }
  await takeUpload(upload, overtaken)
  expect(results()).toEqual(['1,k-1,refused,somebody has wished otherwise since the file came'])
  expect(shadows.get('k-1')?.desired).toEqual({ targetCelsius: 3 })
})

it.each([
  ['that is none of settings', 'hello', 10, /^,,refused,.*no column kegId/, 1],
  ['that is too large, unread', 'kegId,valve\nk-1,open', MAX_BYTES + 1, /^,,refused,.*at most/, 0],
])('says of a file %s why, and changes nothing', async (_, text, size, line, reads) => {
  const file = bar(text, { 'k-1': {} })
  expect(await takeUpload({ ...upload, size }, file.ports)).toEqual({ refused: 1 })
  expect(file.results()).toEqual([expect.stringMatching(line)])
  expect([file.reads(), file.written.size]).toEqual([reads, 0])
})

it('has nothing to do for a file that is gone', async () => {
  const { ports, results } = bar(undefined, {})
  expect(await takeUpload(upload, ports)).toBe('gone')
  expect(results()).toBeUndefined()
})

/** Kegs for a file of many parts, with rows of every kind. */
const many = (rows: number) => {
  const desired: Record<string, { targetCelsius: number }> = {}
  const lines = Array.from({ length: rows }, (_, index) => {
    if (index % 7 === 3) return `gone-${index},4`
    if (index % 11 === 5) return `k-${index},400`
    desired[`k-${index}`] = { targetCelsius: index % 5 === 0 ? 4 : 8 }
    return `k-${index},4`
  })
  return { desired, text: `kegId,targetCelsius\n${lines.join('\n')}` }
}

it('changes every keg once and loses no row, wherever it is killed, and however often', async () => {
  const { desired, text } = many(130)
  const whole = bar(text, desired)
  await takeUpload(upload, whole.ports)
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 5 }), async (kills) => {
    const killed = bar(text, desired)
    for (const calls of [...kills, Number.POSITIVE_INFINITY]) {
      killed.killAfter(calls)
      await takeUpload(upload, killed.ports).catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
    }
    expect(killed.results()).toEqual(whole.results())
    expect([...killed.written].map(([kegId, wishes]) => [kegId, wishes.length]).sort())
      .toEqual([...whole.written].map(([kegId]) => [kegId, 1]).sort())
  }), { numRuns: 30 })
})

it('goes on where its time was over, and tells what is not done where it is given up', async () => {
  const { desired, text } = many(130)
  const file = bar(text, desired)
  let parts = 2
  const short = { ...file.ports, hasTime: () => parts-- > 0 }
  await expect(takeUpload(upload, short)).rejects.toBeInstanceOf(OutOfTime)
  expect(file.results()).toBeUndefined()
  expect(await giveUpUpload(upload, file.ports)).toMatchObject({ 'not done': 30 })
  expect(file.results()?.[100]).toBe('101,k-100,not done,it failed each time; upload the row again')
  const before = [...file.written.keys()]
  parts = 1
  expect(await takeUpload(upload, short)).not.toHaveProperty('not done')
  expect(before.every((kegId) => file.written.get(kegId)?.length === 1)).toBe(true)
})

it('reads what EventBridge tells of an upload, and names its job by the change of the object', () => {
  const detail = {
    version: '0', bucket: { name: 'b' }, object: { key: 'settings/a b.csv', size: 5, etag: 'e', sequencer: '00A' }, reason: 'PutObject',
  }
  expect(readUploadEvent(JSON.stringify({ source: 'aws.s3', detail }))).toEqual({
    bucket: 'b', key: 'settings/a b.csv', size: 5, etag: 'e', job: 'upload/b/settings/a b.csv/00A',
  })
  expect(() => readUploadEvent('{}')).toThrow()
})
