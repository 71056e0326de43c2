import { expect, it } from 'vitest'
import { Activity, type Happening } from './activity.ts'
import { kegPage } from './keg-page.ts'

async function follow() {
  const following = new Set<unknown>()
  const activity = new Activity({
    nowMs: () => 7, subscribe: (handler) => { following.add(handler); return () => following.delete(handler) },
  })
  const gone = new AbortController()
  const response = await kegPage(new Request('http://localhost/__keg/events', { signal: gone.signal }), {
    activity, overview: () => Promise.reject(new Error('not asked for')),
  })
  const reader = response.body?.getReader()
  if (reader === undefined) throw new Error('There are no events')
  const read = async () => new TextDecoder().decode((await reader.read()).value)
  expect(await read()).toBe(': following\n\n')
  const happeningOf = (text: string) => JSON.parse(text.slice('data: '.length)) as Happening
  return { activity, following, gone, reader, next: async () => happeningOf(await read()) }
}

it('holds no more than a megabyte for a reader that stands still, and tells it what it has missed', async () => {
  const { activity, following, reader, next } = await follow()
  const message = 'x'.repeat(100_000)
  for (let index = 0; index < 500; index += 1) activity.logged({ level: 'info', source: 'function', message: `${index} ${message}` })
  const seen: Happening[] = []
  while (seen.at(-1)?.kind !== 'log' || !String(Object(seen.at(-1))['message']).startsWith('This reader')) seen.push(await next())
  expect(seen.length).toBeLessThan(20)
  expect(seen.at(-1)).toEqual({
    kind: 'log', atMs: 7, level: 'warn', source: 'cloud',
    message: `This reader was too slow: it has missed ${500 - (seen.length - 1)} happenings`,
  })
  activity.logged({ level: 'info', source: 'function', message: 'later' })
  expect(await next()).toMatchObject({ message: 'later' })
  await reader.cancel()
  expect(following.size).toBe(0)
})

it('follows no longer than its reader', async () => {
  const { following, gone, reader } = await follow()
  expect(following.size).toBe(1)
  gone.abort()
  expect([following.size, (await reader.read()).done]).toEqual([0, true])
})
