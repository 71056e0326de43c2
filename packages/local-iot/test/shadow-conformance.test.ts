import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import {
  DeleteThingShadowCommand, GetThingShadowCommand, ListNamedShadowsForThingCommand, UpdateThingShadowCommand, type IoTDataPlaneClient,
} from '@aws-sdk/client-iot-data-plane'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provision, startIot, until } from './start-iot.ts'

interface Step {
  op: 'update' | 'get' | 'delete' | 'list'
  thingName: string
  shadowName?: string
  payload?: unknown
  payloadText?: string
  payloadBase64?: string
  nowSec: number
  transport?: string
  given?: Record<string, unknown>
  expect: Expected
}
interface Expected {
  accepted?: { resultsUnordered?: string[] }
  acceptedAnyOf?: unknown[]
  delta?: unknown
  documents?: unknown
  rejected?: Rejected
  rejectedAnyOf?: Rejected[]
}
type Rejected = Record<string, unknown> & { messagePrefix?: string }
/** How a step ended: the accepted document, or the refusal. */
interface Ended {
  accepted?: unknown
  rejected?: unknown
}

const folder = new URL('../../shadow-client/conformance/', import.meta.url)
const files = ['shadow-documents', 'field'].map((name) => readFileSync(new URL(`${name}.json`, folder), 'utf8'))

interface Case {
  id: string
  steps: Step[]
}

/** The cases, each with thing names of its own: they share one core. */
const casesFor = (prefix: string) =>
  files.flatMap((text) => JSON.parse(text) as Case[]).map((one, index) => {
    const own = (name: string) => (name.length < 100 ? `${prefix}${index}-${name}` : `${name.slice(1)}${prefix}`)
    const names = new Set(one.steps.map(({ thingName }) => thingName))
    const renamed = [...names].reduce((json, name) => json.replaceAll(name, own(name)), JSON.stringify(one))
    return JSON.parse(renamed) as Case
  })
const bytesOf = ({ payload, payloadText, payloadBase64 }: Step) =>
  payloadBase64 !== undefined ? Buffer.from(payloadBase64, 'base64') : Buffer.from(payloadText ?? JSON.stringify(payload))

/** Time as the cases give it. Nothing falls due: a step takes no time. */
const clock = { now: Date.now(), nowMs: () => clock.now, after: () => () => undefined }
const published = new Map<string, unknown>()
let started: Awaited<ReturnType<typeof startIot>>
let client: MqttClient

beforeAll(async () => {
  started = await startIot({ clock })
  const { iot } = started
  const keg = await provision(iot, 'conformance')
  client = await mqtt.connectAsync(iot.endpoints.mqtts, {
    cert: keg.cert, key: keg.key, ca: keg.ca, clientId: 'conformance', protocolVersion: 5,
  })
  // Small packets would wait for each other's acknowledgements otherwise.
  if (client.stream instanceof Socket) client.stream.setNoDelay(true)
  client.on('message', (topic, payload) => {
    if (topic.startsWith('done/')) published.set(topic, undefined)
    // The requests come back as well; they need not be JSON.
    else if (/\/(accepted|rejected|delta|documents)$/.test(topic)) published.set(topic, JSON.parse(payload.toString()))
  })
  await client.subscribeAsync(['$aws/things/+/shadow/#', 'done/+'], { qos: 1 })
})
afterAll(async () => {
  await client.endAsync(true)
  await started[Symbol.asyncDispose]()
})

const topicOf = ({ thingName, shadowName, op }: Step) =>
  `$aws/things/${thingName}/shadow/${shadowName === undefined ? '' : `name/${shadowName}/`}${op}`
let turn = 0
/** Resolves when the client has everything that was published before. */
async function settled(): Promise<void> {
  const topic = `done/${turn++}`
  await client.publishAsync(topic, '', { qos: 1 })
  await until(() => published.has(topic))
}

async function overMqtt(step: Step): Promise<Ended> {
  const topic = topicOf(step)
  await client.publishAsync(topic, bytesOf(step), { qos: 1 })
  await until(() => published.has(`${topic}/accepted`) || published.has(`${topic}/rejected`))
  return { accepted: published.get(`${topic}/accepted`), rejected: published.get(`${topic}/rejected`) }
}

async function overHttps(step: Step): Promise<Ended> {
  const { data } = started
  // A request is signed with the time of its sender, which is the case's.
  data.config.systemClockOffset = step.nowSec * 1000 - Date.now()
  try {
    return { accepted: await send(data, step) }
  } catch (error) {
    const { message, $metadata } = error as { message: string; $metadata?: { httpStatusCode?: number } }
    return { rejected: { code: $metadata?.httpStatusCode, message } }
  }
}

async function send(data: IoTDataPlaneClient, step: Step): Promise<unknown> {
  const { thingName, shadowName } = step
  if (step.op === 'list') {
    const { results, timestamp } = await data.send(new ListNamedShadowsForThingCommand({ thingName }))
    return { resultsUnordered: results?.sort(), timestamp }
  }
  const id = { thingName, shadowName }
  const { payload } =
    step.op === 'get' ? await data.send(new GetThingShadowCommand(id))
    : step.op === 'delete' ? await data.send(new DeleteThingShadowCommand(id))
    : await data.send(new UpdateThingShadowCommand({ ...id, payload: bytesOf(step) }))
  return JSON.parse(Buffer.from(payload ?? []).toString())
}

function checkEnd(actual: Ended, { accepted, acceptedAnyOf, rejected, rejectedAnyOf }: Expected, told: (one: Rejected) => Rejected): void {
  const allowed = acceptedAnyOf ?? (accepted === undefined ? [] : [accepted])
  if (allowed.length > 0) expect(allowed).toContainEqual(actual.accepted)
  const refusals = (rejectedAnyOf ?? (rejected === undefined ? [] : [rejected])).map(told).map(({ messagePrefix, ...rest }) =>
    expect.objectContaining(messagePrefix === undefined ? rest : { ...rest, message: expect.stringContaining(messagePrefix) }) as unknown)
  if (refusals.length > 0) {
    expect([actual.rejected])
      .toContainEqual(refusals.length === 1 ? refusals[0] : expect.toSatisfy((it) => refusals.some((one) => matches(it, one))))
  }
}

const matches = (actual: unknown, wanted: unknown): boolean => {
  try {
    expect(actual).toEqual(wanted)
    return true
  } catch {
    return false
  }
}

async function checkStep(step: Step, run: (step: Step) => Promise<Ended>, told: (one: Rejected) => Rejected): Promise<void> {
  published.clear()
  clock.now = step.nowSec * 1000
  const ended = await run(step)
  await settled()
  checkEnd(ended, step.expect, told)
  for (const kind of ['delta', 'documents'] as const) {
    if (step.expect[kind] !== 'any') expect(published.get(`${topicOf(step)}/${kind}`) ?? null).toEqual(step.expect[kind] ?? null)
  }
}

const NOT_HERE: Readonly<Record<string, string>> = {
  'http-401': 'asked without credentials: https-device.test.ts',
  'inflight-429': 'each request is answered before the next one is read, so that none is in flight; 20 a second: quotas.test.ts',
}
const here = ({ id }: Case) => NOT_HERE[id] === undefined
/** A body with a GET or DELETE is nothing that the HTTPS API has. */
const isHttps = ({ steps }: Case) => steps.every((step) => step.op === 'update' || step.op === 'list' || bytesOf(step).length === 0)

describe('the shared shadow cases over MQTT', () => {
  const byMqtt = casesFor('m').filter(here).filter(({ steps }) => steps.every(({ transport }) => transport !== 'https'))
  it.each(byMqtt)('$id', async ({ steps }) => {
    for (const step of steps) await checkStep(step, step.op === 'list' ? overHttps : overMqtt, (one) => one)
  })
})

describe('the shared shadow cases over HTTPS', () => {
  const byHttps = casesFor('h').filter(here).filter(isHttps)
  it.each(byHttps)('$id', async ({ steps }) => {
    for (const step of steps) {
      await checkStep(step, overHttps, ({ code, message, messagePrefix }) =>
        JSON.parse(JSON.stringify({ code, message, messagePrefix })) as Rejected)
    }
  })
})
