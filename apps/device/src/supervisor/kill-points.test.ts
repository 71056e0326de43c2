import { expect, it } from 'vitest'
import { createLife } from '../testing/mortal.ts'
import { supervisedWorld } from '../testing/supervised-world.ts'

const MOST_POINTS = 300

/** Kills a process at each of its effects, before it and right after it, each in a world of its own, and starts it again. */
async function atEachKillPoint(
  document: (world: ReturnType<typeof supervisedWorld>) => unknown, check: (world: ReturnType<typeof supervisedWorld>, at: string) => void,
): Promise<number> {
  let points = 0
  for (const side of ['before', 'after'] as const) {
    for (let endsAt = 1; endsAt < MOST_POINTS; endsAt++) {
      const world = supervisedWorld()
      world.jobs.add('j', document(world))
      const isOver = () => !['QUEUED', 'IN_PROGRESS'].includes(world.jobs.of('j')!.status)
      const life = createLife(endsAt, side)
      await world.live(life, isOver)
      if (!life.dead) break
      points++
      const at = `killed ${side} effect ${endsAt}`
      expect(await world.live(createLife(), () => isOver() && world.running.size === 1), at).toBe(true)
      check(world, at)
    }
  }
  return points
}

it('runs exactly one of the former and the new firmware, wherever its trial is killed, and says which', { timeout: 60_000 }, async () => {
  const ends = new Set<string>()
  const points = await atEachKillPoint((world) => world.firmware('2'), (world, at) => {
    const { status, details } = world.jobs.of('j')!
    const version = [...world.running][0]?.version
    // It was loaded by way of its signature: `load` takes nothing else.
    expect({ version, status }, at).toEqual(status === 'SUCCEEDED' ? { version: '2', status } : { version: 'built-in', status: 'FAILED' })
    expect(details['version'], at).toBe('2')
    expect(world.disk.firmware.read(), at).toMatchObject({ trial: null, current: status === 'SUCCEEDED' ? { version: '2' } : null })
    expect(world.folder.size, at).toBe(status === 'SUCCEEDED' ? 1 : 0)
    ends.add(status)
  })
  expect(points).toBeGreaterThan(30)
  expect([...ends].sort()).toEqual(['FAILED', 'SUCCEEDED'])
})

it('never keeps a firmware that does not work, wherever it is killed', { timeout: 60_000 }, async () => {
  const points = await atEachKillPoint((world) => world.firmware('2', 'tick'), (world, at) => {
    expect([...world.running].map(({ version }) => version), at).toEqual(['built-in'])
    expect(world.jobs.of('j')?.status, at).toBe('FAILED')
  })
  expect(points).toBeGreaterThan(30)
})

it.each([true, false])('comes up with a certificate that works, wherever its renewal is killed; the new one works: %s', { timeout: 60_000 }, async (works) => {
  const points = await atEachKillPoint((world) => {
    world.authority.state.letsIn = (id) => works || id === 'c-0'
    return { kind: 'rotateCertificate', template: 'renew' }
  }, (world, at) => {
    const { status, details } = world.jobs.of('j')!
    const connectedBy = [...world.running][0]?.certificateId
    expect(status, at).toBe(works ? 'SUCCEEDED' : 'FAILED')
    expect(connectedBy, at).toBe(works ? details['certificateId'] : 'c-0')
    // A key and the certificate that fits it, under the keg's own names.
    expect(world.authority.admitted(world.own), at).toBe(connectedBy)
    expect([...world.files.contents.keys()].sort(), at).toEqual(['certificate.pem', 'private.key'])
  })
  expect(points).toBeGreaterThan(30)
})
