import { expect, it } from 'vitest'
import { DeviceError } from '../errors/device-error.ts'
import { createLife } from '../testing/mortal.ts'
import { supervisedWorld } from '../testing/supervised-world.ts'

const statusIn = (world: ReturnType<typeof supervisedWorld>, jobId = 'j') => () =>
  !['QUEUED', 'IN_PROGRESS'].includes(world.jobs.of(jobId)?.status ?? '')
const versions = ({ running }: ReturnType<typeof supervisedWorld>) => [...running].map(({ version }) => version)

it.each<[what: string, ill: string, reason: RegExp]>([
  ['throws when it is imported', 'import', /ill when imported/],
  ['says that it is another version', 'version', /says it is another, not 2/],
  ['is never imported to its end', 'hang', /not healthy within 1 s/],
  ['throws when it starts', 'start', /ill at start/],
  ['throws in a tick', 'tick', /ill in a tick/],
  ['throws when it is asked how it is', 'health', /ill when asked/],
  ['is never healthy', 'silent', /not healthy within 1 s/],
  ['says that it is well, and never connects', 'liar', /not healthy within 1 s/],
  ['does not close either', 'close', /not healthy within 1 s/],
])('takes back a firmware that %s', async (_, ill, reason) => {
  const world = supervisedWorld()
  world.jobs.add('j', world.firmware('2', ill))
  expect(await world.live(createLife(), statusIn(world))).toBe(true)
  expect(world.jobs.of('j')).toMatchObject({ status: 'FAILED', details: { version: '2', reason: expect.stringMatching(reason) } })
  // One that does not close is not ours to count.
  expect(versions(world).filter((version) => version !== '2' || ill !== 'close')).toEqual(['built-in'])
  expect(world.disk.firmware.read()).toMatchObject({ current: null, trial: null })
})

it('goes back to the confirmed firmware, not to the built-in one; a downgrade is allowed', async () => {
  const world = supervisedWorld()
  const jobs = [
    ['j1', world.firmware('3')], ['j2', world.firmware('4', 'tick')], ['j3', world.firmware('2')], ['j4', world.firmware('2')],
  ] as const
  for (const [jobId, document] of jobs) world.jobs.add(jobId, document)
  expect(await world.live(createLife(), statusIn(world, 'j2'))).toBe(true)
  expect(await world.live(createLife(), statusIn(world, 'j4'))).toBe(true)
  expect(jobs.map(([jobId]) => world.jobs.of(jobId)?.status)).toEqual(['SUCCEEDED', 'FAILED', 'SUCCEEDED', 'SUCCEEDED'])
  expect(versions(world)).toEqual(['2'])
  expect(world.disk.firmware.read()).toMatchObject({ current: { version: '2' }, former: { version: '3' } })
  expect(world.folder.size).toBe(2)
})

it('runs the built-in program where the confirmed firmware is no longer what was signed', async () => {
  const world = supervisedWorld()
  world.jobs.add('j', world.firmware('2'))
  await world.live(createLife(), statusIn(world))
  for (const name of world.folder.keys()) world.folder.set(name, new TextEncoder().encode('{"version":"2"}'))
  expect(await world.live(createLife(), () => versions(world).includes('built-in'))).toBe(true)
  expect(world.log.join('\n')).toMatch(/firmware 2 gives way to the built-in program: the checksum/)
})

it('tries what was staged though its job is cancelled then, and does the next one after it', async () => {
  const world = supervisedWorld()
  world.jobs.add('j', world.firmware('2', 'silent'))
  world.jobs.add('k', world.firmware('3'))
  const life = createLife()
  await world.live(life, () => {
    if (versions(world).includes('2') && world.jobs.of('j')?.status === 'IN_PROGRESS') world.jobs.cancel('j')
    return statusIn(world, 'k')()
  })
  expect([world.jobs.of('j')?.status, world.jobs.of('k')?.status, versions(world)]).toEqual(['CANCELED', 'SUCCEEDED', ['3']])
})

it.each([[50, false], [70, true]])('waits until nobody is at the tap, but not for ever: after %d s a trial begins: %s', async (sec, begins) => {
  const world = supervisedWorld()
  world.hardware.tapOpen = true
  world.jobs.add('j', world.firmware('2'))
  expect(await world.live(createLife(), statusIn(world), sec * 10)).toBe(begins)
})

it.each([['NO_FILE', 1], ['DOWNLOAD', 5]] as const)('fails what cannot be downloaded, %s, after %i tries', async (code, tries) => {
  const world = supervisedWorld()
  world.failing.download = new DeviceError(code, 'https://shelf/2 could not be downloaded: it is not there')
  world.jobs.add('j', world.firmware('2'))
  expect(await world.live(createLife(), statusIn(world), 2_000)).toBe(true)
  expect(world.downloads).toHaveLength(tries)
  expect(world.jobs.of('j')).toMatchObject({ status: 'FAILED', details: { reason: expect.stringMatching(/could not be downloaded/) } })
})

it('rejects a job of firmware where it trusts no key', async () => {
  const world = supervisedWorld()
  world.jobs.add('j', world.firmware('2'))
  await world.live(createLife(), statusIn(world), 200, { firmware: undefined })
  expect(world.jobs.of('j')).toMatchObject({ status: 'REJECTED', details: { reason: expect.stringMatching(/trusts no key/) } })
})

it('keeps its certificate where the new one is refused', async () => {
  const world = supervisedWorld()
  world.authority.state.refuses = true
  world.jobs.add('j', { kind: 'rotateCertificate', template: 'renew' })
  await world.live(createLife(), statusIn(world))
  expect(world.jobs.of('j')).toMatchObject({ status: 'FAILED', details: { reason: expect.stringMatching(/AccessDenied/) } })
  expect([...world.files.contents.keys()].sort()).toEqual(['certificate.pem', 'private.key'])
})

it.each([
  ['NOT_SERVED', undefined, 'FAILED', 5], ['NO_ANSWER', undefined, 'IN_PROGRESS', 7],
  ['REFUSED', 403, 'FAILED', 1], ['REFUSED', 429, 'FAILED', 5], ['REFUSED', 500, 'FAILED', 5],
] as const)(
  'tries a renewal that is %s, %s, until it is %s: %i tries in 400 s', async (code, statusCode, status, tries) => {
    const world = supervisedWorld()
    world.authority.state.fails = new DeviceError(code, 'the provisioning: it was refused', { ...(statusCode && { statusCode }) })
    world.jobs.add('j', { kind: 'rotateCertificate', template: 'renew' })
    await world.live(createLife(), () => false, 4_000)
    expect([world.jobs.of('j')?.status, world.authority.state.asked]).toEqual([status, tries])
    if (status === 'FAILED') expect(world.jobs.of('j')?.details['reason']).toMatch(/the provisioning: it was refused/)
    // The certificate that it has is its own yet.
    expect(world.authority.admitted(world.own)).toBe('c-0')
    world.authority.state.fails = undefined
    world.jobs.add('k', { kind: 'rotateCertificate', template: 'renew' })
    await world.live(createLife(), statusIn(world, 'k'))
    expect(world.jobs.of('k')?.status).toBe('SUCCEEDED')
  },
)
