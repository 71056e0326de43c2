import { expect, it } from 'vitest'
import { createLife } from '../testing/mortal.ts'
import { ODD_THROWS, supervisedWorld } from '../testing/supervised-world.ts'

type World = ReturnType<typeof supervisedWorld>

const versions = ({ running }: World) => [...running].map(({ version }) => version)
const runs = (world: World, version: string) => () => versions(world).includes(version)
const never = () => false

/** A keg whose last job of firmware brought the last of these versions. */
async function kegWith(...confirmed: readonly string[]): Promise<World> {
  const world = supervisedWorld()
  for (const version of confirmed) {
    world.jobs.add(`j-${version}`, world.firmware(version))
    await world.live(createLife(), () => world.jobs.of(`j-${version}`)?.status === 'SUCCEEDED')
  }
  await world.stop()
  return world
}
/** Starts a keg and kills it after so many ticks, again and again; answers what ran before each end. */
async function killed(world: World, times: number, ticks = 5): Promise<readonly string[]> {
  const ran: string[] = []
  for (let time = 0; time < times; time++) {
    await world.live(createLife(), never, ticks)
    ran.push(versions(world).join())
  }
  return ran
}

it.each<[place: string, what: string, ill: string, reason: RegExp, confirmed: readonly string[], former: string]>([
  ['the built-in program', 'throws in a tick', 'tick', /ill in a tick/, ['2'], 'built-in'],
  ['firmware 1', 'throws in a tick', 'tick', /ill in a tick/, ['1', '2'], '1'],
  ['the built-in program', 'throws when it starts', 'start', /ill at start/, ['2'], 'built-in'],
  ['firmware 1', 'throws when it starts', 'start', /ill at start/, ['1', '2'], '1'],
  ['firmware 1', 'throws when it is imported', 'import', /ill when imported/, ['1', '2'], '1'],
  ['firmware 1', 'is never imported to its end', 'hang', /not imported within 1 s/, ['1', '2'], '1'],
])('runs %s where a confirmed firmware %s, at three starts', async (place, _, ill, reason, confirmed, former) => {
  const world = await kegWith(...confirmed)
  world.illnesses.set('2', ill)
  expect(await world.live(createLife(), runs(world, former), 400)).toBe(true)
  expect(world.log.filter((line) => line.startsWith('firmware 2 crashed'))).toHaveLength(3)
  expect(world.log.at(-1)).toContain(`firmware 2 gives way to ${place}: it did not last at 3 starts: `)
  expect(world.log.at(-1)).toMatch(reason)
  expect(world.disk.firmware.read()).toMatchObject({
    current: former === 'built-in' ? null : { version: former }, gaveWay: { version: '2', reason: expect.stringMatching(reason) },
  })
  // Over a restart, too.
  expect(await killed(world, 2)).toEqual([former, former])
})

it('gives way down to the built-in program where the former one crashes, too', async () => {
  const world = await kegWith('1', '2')
  world.illnesses.set('1', 'tick').set('2', 'start')
  expect(await world.live(createLife(), runs(world, 'built-in'), 600)).toBe(true)
  expect(world.folder.size).toBe(0)
})

it('comes up with the former firmware, wherever it is killed on the way to it', { timeout: 60_000 }, async () => {
  let points = 0
  for (const side of ['before', 'after'] as const) {
    for (let endsAt = 1; endsAt < 100; endsAt++) {
      const world = await kegWith('1', '2')
      world.illnesses.set('2', 'start')
      const life = createLife(endsAt, side)
      await world.live(life, runs(world, '1'), 400)
      if (!life.dead) break
      points++
      const at = `killed ${side} effect ${endsAt}`
      expect(await world.live(createLife(), runs(world, '1'), 400), at).toBe(true)
      expect(world.disk.firmware.read(), at).toMatchObject({ current: { version: '1' }, former: null, gaveWay: { version: '2' } })
      await world.live(createLife(), never, 610)
      expect([versions(world), world.folder.size], at).toEqual([['1'], 1])
    }
  }
  expect(points).toBeGreaterThan(20)
})

it('counts a process that was killed soon after each start: nobody says whose fault it was', async () => {
  const world = await kegWith('1', '2')
  expect(await killed(world, 5)).toEqual(['2', '2', '2', '1', '1'])
  expect(world.log.join('\n')).toMatch(/firmware 2 gives way to firmware 1: it did not last at 3 starts: the process ended/)
})

it('takes no time of its own from a firmware while the watchdog starts', async () => {
  const world = supervisedWorld()
  world.jobs.add('j', world.firmware('2'))
  const guarded = Promise.withResolvers<undefined>()
  world.failing.guard = guarded.promise
  let ticks = 0
  await world.live(createLife(), () => {
    // Five times as long as it may take to be healthy.
    if (++ticks === 50) guarded.resolve(undefined)
    return world.jobs.of('j')?.status === 'SUCCEEDED'
  })
  expect(ticks).toBeGreaterThan(50)
  expect(world.jobs.of('j')?.status).toBe('SUCCEEDED')
})

it('counts the start that it proved itself in, where the process was killed soon after', async () => {
  const world = supervisedWorld()
  world.jobs.add('j', world.firmware('2'))
  await world.live(createLife(), () => world.jobs.of('j')?.status === 'SUCCEEDED')
  expect(await killed(world, 3)).toEqual(['2', '2', 'built-in'])
})

it('forgets those starts once the program has run for a minute', async () => {
  const world = await kegWith('2')
  expect(await killed(world, 2)).toEqual(['2', '2'])
  expect(await killed(world, 1, 700)).toEqual(['2'])
  expect(await killed(world, 4)).toEqual(['2', '2', '2', 'built-in'])
})

it('counts no start that was ended on purpose', async () => {
  const world = await kegWith('2')
  for (let time = 0; time < 5; time++) {
    expect(await killed(world, 1)).toEqual(['2'])
    await world.stop()
  }
  world.authority.state.letsIn = (id) => id === 'c-0'
  for (let time = 0; time < 5; time++) {
    world.jobs.add(`r-${time}`, { kind: 'rotateCertificate', template: 'renew' })
    await world.live(createLife(), () => world.jobs.of(`r-${time}`)?.status === 'FAILED')
    await world.stop()
  }
  expect(versions(world)).toEqual([])
  expect(await killed(world, 1)).toEqual(['2'])
})

it('counts no start that came to no connection', async () => {
  const world = await kegWith('2')
  const connect = () => {
    throw new Error('ENOENT: no such file')
  }
  await world.live(createLife(), never, 300, { connect })
  expect(await killed(world, 1)).toEqual(['2'])
})

it('runs a confirmed firmware where the disk takes no count of its starts', async () => {
  const world = await kegWith('2')
  world.full.disk = true
  expect(await killed(world, 5)).toEqual(['2', '2', '2', '2', '2'])
})

it('starts the built-in program again where it throws in a tick', async () => {
  const world = supervisedWorld()
  world.illnesses.set('built-in', 'tick')
  await world.live(createLife(), () => {
    if (world.log.length > 0) world.illnesses.delete('built-in')
    return world.log.length > 0 && versions(world).length > 0
  })
  expect(world.log).toEqual(['the program crashed, and starts again in 5 s: ill in a tick'])
  expect(versions(world)).toEqual(['built-in'])
})

it.each(Object.keys(ODD_THROWS))('starts a firmware again that throws %s', async (ill) => {
  const world = await kegWith('1', '2')
  world.illnesses.set('2', ill)
  await world.live(createLife(), () => {
    if (world.log.at(-1)?.includes('crashed') === true) world.illnesses.delete('2')
    return !world.illnesses.has('2') && runs(world, '2')()
  })
  expect(world.log.at(-1)).toMatch(/^firmware 2 crashed, and starts again in 5 s: \S/)
  expect(versions(world)).toEqual(['2'])
})

it.each(Object.keys(ODD_THROWS))('gives a firmware up that throws %s on trial', async (ill) => {
  const world = await kegWith('1')
  world.jobs.add('j', world.firmware('2', ill))
  await world.live(createLife(), () => world.jobs.of('j')?.status === 'FAILED')
  expect(world.jobs.of('j')).toMatchObject({ status: 'FAILED', details: { version: '2', reason: expect.stringMatching(/\S/) } })
})

it.each([
  ['its own', 'it blocked the process for 5 s', ['2', '2', '2', '1']], ["another keg's", undefined, ['2', '2', '2', '2', '2']],
] as const)('is told that %s firmware ended the last process', async (_, fault, ran) => {
  const world = await kegWith('1', '2')
  for (const version of ran) {
    await world.live(createLife(), never, 5, { lastEnd: { fault } })
    expect(versions(world)).toEqual([version])
  }
  if (fault !== undefined) expect(world.disk.firmware.read()?.gaveWay).toEqual({ version: '2', reason: `it did not last at 3 starts: ${fault}` })
})

it.each([[undefined, 'SUCCEEDED', undefined], ['a table is missing', 'FAILED', 'a table is missing']] as const)(
  'tries a firmware again whose trial was ended by no fault of its own: %s', async (fault, status, reason) => {
    const world = await kegWith('1')
    world.jobs.add('j', world.firmware('2'))
    await world.live(createLife(), () => world.disk.firmware.read()?.trial?.begun === true)
    await world.live(createLife(), () => !['QUEUED', 'IN_PROGRESS'].includes(world.jobs.of('j')?.status ?? ''), 200, { lastEnd: { fault } })
    expect(world.jobs.of('j')).toMatchObject({ status, details: { version: '2', ...(reason && { reason }) } })
  },
)
