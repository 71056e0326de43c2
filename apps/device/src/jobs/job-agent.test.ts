import { expect, it } from 'vitest'
import { DeviceError } from '../errors/device-error.ts'
import { memory } from '../testing/memory.ts'
import { memoryJobs } from '../testing/memory-jobs.ts'
import { createJobAgent, type JobWork } from './job-agent.ts'
import { outcome, statusDetail } from './job-outcome.ts'
import type { JobsState } from './jobs-file.ts'
import type { JobsPort } from './jobs-port.ts'

const settings = { kind: 'settings', settings: { valve: 'open' } }
const turns = async (count = 50) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** An agent over jobs in memory; each boot is another agent over the same file. */
function agentBench(work: JobWork = async () => outcome('SUCCEEDED')) {
  const jobs = memoryJobs()
  const disk = memory<JobsState>()
  const log: string[] = []
  const state = { online: true }
  let nowMs = 0
  const boot = (over: Partial<JobsPort> = {}, does = work) => {
    const agent = createJobAgent({
      port: { ...jobs.port(), ...over }, memory: disk, work: does, online: () => state.online, log: (line) => log.push(line),
    })
    agent.connected()
    return agent
  }
  const go = async (agent: ReturnType<typeof boot>, forMs: number) => {
    for (const endMs = nowMs + forMs; nowMs < endMs; nowMs += 1_000) {
      agent.tick(nowMs)
      await turns(5)
    }
  }
  return { jobs, disk, log, state, boot, go }
}

it('does one job after the other, and says what came of each', async () => {
  const { jobs, boot, disk } = agentBench(async (document) => outcome(document.kind === 'settings' ? 'SUCCEEDED' : 'FAILED'))
  jobs.add('a', settings)
  jobs.add('b', { kind: 'rotateCertificate', template: 'renew' })
  jobs.add('c', { kind: 'dance' })
  const agent = boot()
  await turns()
  expect(jobs.said).toEqual(['a IN_PROGRESS', 'a SUCCEEDED', 'b IN_PROGRESS', 'b FAILED', 'c IN_PROGRESS', 'c REJECTED'])
  jobs.add('d', settings)
  await turns()
  expect(jobs.of('d')?.status).toBe('SUCCEEDED')
  expect(disk.read()).toEqual({ current: null })
  agent.close()
})

it('says again what it did, and does it once, where it was cut between doing and saying', async () => {
  let done = 0
  const { jobs, boot } = agentBench(async () => {
    done++
    return outcome('SUCCEEDED', { version: '1' })
  })
  jobs.add('a', settings)
  const first = boot({ update: () => Promise.reject(new DeviceError('NO_ANSWER', 'the line was cut')) })
  await turns()
  expect([done, jobs.of('a')?.status]).toEqual([1, 'IN_PROGRESS'])
  first.close()
  boot()
  await turns()
  expect([done, jobs.of('a')]).toMatchObject([1, { status: 'SUCCEEDED', details: { version: '1' } }])
})

it('is not confused where somebody else has changed the execution', async () => {
  const { jobs, boot } = agentBench(async (_, { progress }) => {
    jobs.touch('a')
    await progress('half')
    jobs.touch('a')
    return outcome('SUCCEEDED')
  })
  jobs.add('a', settings)
  boot()
  await turns()
  expect(jobs.said).toEqual(['a IN_PROGRESS', 'a IN_PROGRESS', 'a SUCCEEDED'])
})

it.each(['while it works', 'before it says how far it is', 'before it says that it is done'])('goes on with the next job: cancelled %s', async (when) => {
  const signals: AbortSignal[] = []
  const { jobs, boot, log } = agentBench(async (_, { signal, progress, key }) => {
    if (key !== 'a/1') return outcome('SUCCEEDED')
    signals.push(signal)
    if (when === 'while it works') return new Promise(() => undefined)
    // Without a word to who listens.
    jobs.executions[0]!.status = 'CANCELED'
    if (when === 'before it says how far it is') await progress('half')
    return outcome('SUCCEEDED')
  })
  jobs.add('a', settings)
  jobs.add('b', settings)
  boot()
  await turns()
  if (when === 'while it works') {
    expect(jobs.of('b')?.status).toBe('QUEUED')
    jobs.cancel('a')
    await turns()
    expect(signals[0]?.aborted).toBe(true)
  }
  expect([jobs.of('a')?.status, jobs.of('b')?.status]).toEqual(['CANCELED', 'SUCCEEDED'])
  expect(log.join()).toMatch(/job a (was cancelled|ended before)/)
})

it('tries what throws again, later each time, and gives up after five', async () => {
  let tries = 0
  const { jobs, boot, go } = agentBench(async () => {
    tries++
    throw new Error('no network\u0000\n')
  })
  jobs.add('a', settings)
  const agent = boot()
  await go(agent, 4_000)
  expect(tries).toBe(1)
  await go(agent, 120_000)
  expect(tries).toBe(5)
  expect(jobs.of('a')).toMatchObject({ status: 'FAILED', details: { reason: 'no network' } })
})

it('asks for nothing while there is no connection, and counts no try for a line that was cut', async () => {
  let tries = 0
  const { jobs, boot, go, state, log } = agentBench(async () => {
    if (++tries < 9) throw new DeviceError('NO_ANSWER', 'the line was cut')
    return outcome('SUCCEEDED')
  })
  state.online = false
  jobs.add('a', settings)
  const agent = boot()
  await go(agent, 600_000)
  expect([tries, log]).toEqual([0, []])
  state.online = true
  agent.connected()
  await go(agent, 3_600_000)
  expect(jobs.of('a')?.status).toBe('SUCCEEDED')
})

it('tries again at once where there is a new connection', async () => {
  const { jobs, boot } = agentBench()
  let cut = true
  const port = jobs.port()
  jobs.add('a', settings)
  const agent = boot({ startNext: () => (cut ? Promise.reject(new DeviceError('NO_ANSWER', 'cut')) : port.startNext()) })
  await turns()
  cut = false
  agent.connected()
  await turns()
  expect(jobs.of('a')?.status).toBe('SUCCEEDED')
})

it('says once that it may not have jobs, and asks again at the next connection', async () => {
  const { jobs, boot, log } = agentBench()
  let asked = 0
  const agent = boot({ listen: ({ refused }) => {
    asked++
    queueMicrotask(() => refused('the policy does not allow it'))
  } })
  await turns()
  agent.connected()
  await turns()
  jobs.add('a', settings)
  await turns()
  expect([asked, log, jobs.of('a')?.status]).toEqual([2, ['no jobs: the policy does not allow it'], 'QUEUED'])
})

it.each([
  ['as it is', 'as it is'],
  ['a\u0000b\nc', 'a b c'],
  ['\u200b', 'unknown'],
  ['x'.repeat(5_000), 'x'.repeat(512)],
])('makes a detail that AWS takes of %j', (text, detail) => {
  expect(statusDetail(text)).toBe(detail)
})
