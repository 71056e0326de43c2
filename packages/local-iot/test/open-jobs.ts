import { ManualClock } from '@keg/mqtt-broker/testing'
import { createCore } from '../src/core/create-core.ts'
import { localClient } from '../src/core/local-client.ts'
import { IotState } from '../src/state/iot-state.ts'
import { observedTables } from '../src/state/observed-tables.ts'
import { memoryTables, type Tables } from '../src/state/table.ts'

export const MINUTE_MS = 60_000

/** A message of jobs: the topic from behind the thing's name, or the whole one of an event. */
export interface Heard {
  readonly topic: string
  readonly body: Record<string, unknown>
}

const nobody = () => {
  throw new Error('Nothing outside of the core is here.')
}

/** A core that listens nowhere. */
function openCore(clock: ManualClock, kept: Tables) {
  const tables = observedTables(kept)
  let ids = 0
  const state = new IotState({ region: 'us-east-1', accountId: '123456789012', clock, tables, newId: () => `id-${++ids}` })
  const authority = { issue: nobody, issueFor: nobody, checkRequest: nobody, read: nobody, isIssuedBy: nobody }
  return createCore({
    state, tables, authority, keptRules: [], deliver: nobody, unavailable: () => undefined, putMetrics: undefined,
    lookups: { dynamodb: nobody, secretsManager: nobody },
    objects: undefined, notify: nobody, confirmDestination: undefined, enableUrl: nobody, reportUrl: nobody, dataEndpoint: nobody,
    credentialEndpoint: nobody, quotas: 'off', permissive: true, random: () => 0.5, log: () => undefined, verbose: false,
    invokeFunction: nobody, verifySignature: nobody,
  })
}

/** A core whose time stands still, asked about jobs as a device asks over MQTT. */
export function openJobs(clock = new ManualClock(), tables = memoryTables()) {
  const core = openCore(clock, tables)
  const iot = localClient(core, () => Promise.resolve())
  const heard: Heard[] = []
  const hear = (filter: string, strip: RegExp) => iot.subscribe(filter, ({ topic, payload }) => {
    // The request itself.
    if (/\/jobs\/(?:.*\/)?(?:get|start-next|update)$/.test(topic)) return
    heard.push({ topic: topic.replace(strip, ''), body: JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown> })
  })
  hear('$aws/things/+/jobs/#', /^\$aws\/things\//)
  hear('$aws/events/job/#', /^$/)
  hear('$aws/events/jobExecution/#', /^$/)
  return {
    iot, core, clock, heard,
    /** What the service answers to a request on `$aws/things/THING/jobs/WHAT`. */
    async ask(thingName: string, what: string, body: unknown = {}): Promise<Heard> {
      heard.length = 0
      await iot.publish(`$aws/things/${thingName}/jobs/${what}`, typeof body === 'string' ? body : JSON.stringify(body))
      const answer = heard.find(({ topic }) => /\/(?:accepted|rejected)$/.test(topic))
      if (answer === undefined) throw new Error(`No answer to ${what}: ${JSON.stringify(heard)}`)
      return answer
    },
    /** Things of these names, and their ARNs. */
    async things(...names: readonly string[]): Promise<string[]> {
      const made = await Promise.all(names.map((thingName) => iot.call('CreateThing', { thingName })))
      return made.map(({ thingArn }) => thingArn ?? '')
    },
    /** A job for these targets. */
    job: (jobId: string, targets: readonly string[], more: object = {}) =>
      iot.call('CreateJob', { jobId, targets, document: JSON.stringify({ for: jobId }), ...more }),
    /** How a job stands: its status, then things by the status of their executions, those that are none left out. */
    async stands(jobId: string): Promise<Record<string, unknown>> {
      const { job } = await iot.call('DescribeJob', { jobId })
      const counts = Object.entries(job?.jobProcessDetails ?? {}).filter(([, value]) => typeof value === 'number' && value > 0)
      return {
        status: job?.status, ...Object.fromEntries(counts.map(([name, count]) => [name.replace(/^numberOf(.*)Things$/, '$1'), count])),
      }
    },
    [Symbol.asyncDispose]: () => iot.close(),
  }
}
