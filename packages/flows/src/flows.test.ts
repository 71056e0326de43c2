import {
  alert, gatewayStatus, isPending, pour, shadowDocuments, state, telemetry, type Alert, type Pour, type Telemetry,
} from '@keg/message-schemas/keg'
import { compileRule, from, type Rule, type RuleOutput } from '@keg/rule-dsl'
import { readFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { queue } from './actions.ts'
import { flow } from './flow.ts'
import {
  alertCaseFlow, alertFlow, alertSearchFlow, flows, gatewayFlow, peopleFlow, pourFlow, presenceFlow, queueOf, rotationFlow, routes,
  ruleReplays, settingsAuditFlow, stateFlow, swapFlow, telemetryColdFlow, temperatureFlow,
} from './index.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
/** A registry that has each keg at Berlin. */
const ports = { registry: async () => ({ attributes: { siteId: 'berlin' } }) }
const context = { nowMs: 1_790_000_000_000, clientId: 'k-1', ports }

describe('pours', () => {
  const rule = compileRule(pourFlow.rule.rule)
  const good: Pour = { v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, pourId: 'p-1', volumeMl: 500, totaliserMl: 500 }

  it('prints the rule that is deployed', () => {
    expect(pourFlow.rule.sql).toBe(
      "SELECT encode(*, 'base64') AS payload, topic() AS topic, clientid() AS clientId, timestamp() AS receivedAtMs FROM 'keg/+/+/pours'",
    )
  })

  it.each([
    ['a pour', pour.encode(good)],
    ['bytes that are no text', Uint8Array.of(0xff, 0, 0x7b)],
    ['nothing', new Uint8Array()],
  ])('hands on %s as it came', (_, payload) => {
    const result = rule.evaluate({ topic: 'keg/berlin/k-1/pours', payload }, context)
    if (result.kind !== 'matched') throw new Error(`expected a match, got ${JSON.stringify(result)}`)
    const selected = JSON.parse(text(result.payload)) as RuleOutput<typeof pourFlow.rule>
    expect(selected).toMatchObject({ topic: 'keg/berlin/k-1/pours', clientId: 'k-1', receivedAtMs: context.nowMs })
    expect(new Uint8Array(Buffer.from(selected.payload ?? '', 'base64'))).toEqual(new Uint8Array(payload))
  })
})

describe('state', () => {
  const rule = compileRule(stateFlow.rule.rule)
  const topic = '$aws/things/k-1/shadow/update/documents'
  const documents = (current: unknown) => new TextEncoder().encode(JSON.stringify({ current, timestamp: 1_790_000_000 }))

  it('hands on what is wished and what was reported, to the topic of the keg at its site', () => {
    const message = {
      topic,
      payload: documents({ version: 7, state: { desired: { siteId: 'berlin', targetCelsius: 4 }, reported: { targetCelsius: 5 } } }),
    }
    const result = rule.evaluate(message, context)
    if (result.kind !== 'matched') throw new Error(`expected a match, got ${JSON.stringify(result)}`)
    const decoded = state.decode(result.payload)
    expect(decoded).toEqual({
      ok: true,
      value: {
        kegId: 'k-1', version: 7, desired: { siteId: 'berlin', targetCelsius: 4 }, reported: { targetCelsius: 5 },
        timestampSec: 1_790_000_000,
      },
    })
    expect(decoded.ok && isPending(decoded.value)).toBe(true)
    const [republished] = stateFlow.actions
    expect(rule.template(republished?.kind === 'republish' ? republished.topic : '').render(message, context)).toEqual({
      kind: 'rendered',
      text: 'keg/berlin/k-1/state',
    })
  })

  it('leaves out a shadow that has no site yet', () => {
    const payload = documents({ version: 1, state: { reported: { targetCelsius: 5 } } })
    expect(rule.evaluate({ topic, payload }, context)).toEqual({ kind: 'notMatched' })
  })
})

describe('presence', () => {
  const rule = compileRule(presenceFlow.rule.rule)
  const event = (eventType: string) => new TextEncoder().encode(JSON.stringify({
    clientId: 'k-1', timestamp: 1_790_000_000_500, eventType, sessionIdentifier: 's', principalIdentifier: 'p', versionNumber: 2,
  }))

  it('is an item for each event, which goes after a month', () => {
    const result = rule.evaluate({ topic: '$aws/events/presence/connected/k-1', payload: event('connected') }, context)
    expect(result.kind === 'matched' && JSON.parse(text(result.payload))).toEqual({
      clientId: 'k-1', event: '1790000000500#2#connected', eventType: 'connected', atMs: 1_790_000_000_500, sessionIdentifier: 's',
      versionNumber: 2, expiresAtSec: 1_792_592_000,
    })
  })

  it('leaves out a client that was never let in', () => {
    expect(rule.evaluate({ topic: '$aws/events/presence/connect_failed/k-1', payload: event('connect_failed') }, context))
      .toEqual({ kind: 'notMatched' })
  })
})

describe('gateways', () => {
  const rule = compileRule(gatewayFlow.rule.rule)
  const topic = 'keg/berlin/gateways/gw-1/status'
  const backlog = { messages: 3, bytes: 700, maxBytes: 1_000, oldestTakenAtMs: 5 }
  const stored = (payload: Uint8Array) => {
    const result = rule.evaluate({ topic, payload }, context)
    return result.kind === 'matched' ? JSON.parse(text(result.payload)) : result
  }
  const place = { pk: 'gateway', sk: 'berlin#gw-1', siteId: 'berlin', gatewayId: 'gw-1', receivedAtMs: context.nowMs, expiresAtSec: 1_792_592_000 }

  it('is an item for each gateway, at the place that its topic says', () => {
    const dropped = [{ reason: 'shed' as const, kind: 'summary', count: 2 }]
    expect(stored(gatewayStatus.encode({ v: 1, takenAtMs: 7, backlog, lastAckedAtMs: 6, dropped, problem: 'full' })))
      .toEqual({ ...place, v: 1, takenAtMs: 7, backlog, lastAckedAtMs: 6, dropped, problem: 'full' })
  })

  it.each([{ pk: 'x', sk: 'munich#gw-9', siteId: 'munich', gatewayId: 'gw-9', receivedAtMs: 1, expiresAtSec: 9e9 }, {}])('believes nothing else of %j', (claim) => {
    expect(stored(new TextEncoder().encode(JSON.stringify(claim)))).toEqual(place)
  })
})

describe('rotation', () => {
  const rule = compileRule(rotationFlow.rule.rule)
  const succeeded = (jobId: string) => {
    const event = { eventType: 'JOB_EXECUTION', operation: 'succeeded', jobId, thingArn: 'arn:aws:iot:eu-central-1:1:thing/k-1' }
    const payload = new TextEncoder().encode(JSON.stringify(event))
    return { payload, result: rule.evaluate({ topic: `$aws/events/jobExecution/${jobId}/succeeded`, payload }, context) }
  }

  it('hands on the event of a job that renews certificates, as it came', () => {
    const { payload, result } = succeeded('rotate-7')
    expect(result.kind === 'matched' && JSON.parse(text(result.payload))).toMatchObject({
      payload: Buffer.from(payload).toString('base64'), topic: '$aws/events/jobExecution/rotate-7/succeeded', flow: 'rotation',
    })
  })

  it.each(['firmware-7', 'not-rotate-7'])('leaves out the job %s', (jobId) => {
    expect(succeeded(jobId).result).toEqual({ kind: 'notMatched' })
  })
})

describe('alerts', () => {
  const raised: Alert = {
    v: 1, bootId: 'b', seq: 0, takenAtMs: 1, alertId: 'a-1', kind: 'meterStuck', event: 'raised', message: 'It says nothing.',
  }
  const selected = async (of: { readonly rule: { readonly rule: Rule } }, payload: Uint8Array, siteId = 'berlin') => {
    const result = await compileRule(of.rule.rule).evaluateAsync({ topic: `keg/${siteId}/k-1/alerts`, payload }, context)
    return result.kind === 'matched' ? (JSON.parse(text(result.payload)) as Record<string, unknown>) : result.kind
  }
  const [good, over, warm, poison] = [raised, { ...raised, event: 'cleared' as const }, { ...raised, kind: 'overTemperature' as const }]
    .map((each) => alert.encode(each))
    .concat(new Uint8Array([0xff])) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]

  it.each([
    ['one', good], ['bytes that are no text', poison],
  ])('go to their handler as they came, and tell their flow: %s', async (_, payload) => {
    expect(await selected(alertFlow, payload)).toEqual({
      payload: Buffer.from(payload).toString('base64'), topic: 'keg/berlin/k-1/alerts', clientId: 'k-1', receivedAtMs: context.nowMs,
      flow: 'alerts',
    })
  })

  it('go to people as they begin, to be read', async () => {
    expect(await selected(peopleFlow, good)).toEqual({ default: 'Keg k-1 at berlin: It says nothing.' })
    expect(await selected(peopleFlow, over)).toBe('notMatched')
    // The registry has the keg at another site.
    expect(await selected(peopleFlow, good, 'munich')).toBe('notMatched')
    expect(await selected(alertCaseFlow, good, 'munich')).toBe('notMatched')
  })

  it('go to the search whole, and are one document each, however often they come', async () => {
    for (const payload of [poison, alert.encode(raised).slice(1), new TextEncoder().encode('{"alertId":"a-1"}')])
      expect(await selected(alertSearchFlow, payload)).toBe('notMatched')
    expect(await selected(alertSearchFlow, over)).toMatchObject({
      alertId: 'a-1', kegId: 'k-1', siteId: 'berlin', event: 'cleared', message: 'It says nothing.',
    })
    const [action] = alertSearchFlow.actions
    const idOf = (kegId: string, payload: Uint8Array) => compileRule(alertSearchFlow.rule.rule)
      .template(action?.kind === 'search' ? action.id : '')
      .render({ topic: `keg/berlin/${kegId}/alerts`, payload }, context)
    expect(idOf('k-1', over)).toEqual({ kind: 'rendered', text: 'k-1:a-1:cleared' })
    // No keg writes over what another says.
    expect(idOf('k-1', alert.encode({ ...raised, alertId: '2' }))).not.toEqual(idOf('k', alert.encode({ ...raised, alertId: '1-2' })))
  })

  it.each([
    ['a stuck meter', good, { caseId: 'k-1-a-1', subject: 'Keg k-1 at berlin: flow meter stuck', text: 'It says nothing.' }],
    ['one that is no more', over, 'notMatched'],
    ['warm beer', warm, 'notMatched'],
  ])('open a case for %s', async (_, payload, expected) => {
    expect(await selected(alertCaseFlow, payload)).toEqual(typeof expected === 'string'
      ? expected
      : expect.objectContaining({ ...expected, flow: 'alert_case', topic: 'keg/berlin/k-1/alerts' }))
  })
})

it.each([[8, 'notMatched'], [8.01, 'matched'], [-3, 'notMatched']])('lets a reading of %s °C into the metric: %s', (celsius, kind) => {
  const payload = telemetry.encode({ v: 1, bootId: 'b', seq: 0, takenAtMs: 1, celsius, kilopascal: 200, pouring: false, cooling: true })
  expect(compileRule(temperatureFlow.rule.rule).evaluate({ topic: 'keg/berlin/k-1/telemetry', payload }, context).kind).toBe(kind)
})

describe('the audit of settings', () => {
  const rule = compileRule(settingsAuditFlow.rule.rule)
  const documents = (before: unknown, desired: unknown) => ({
    topic: '$aws/things/k-1/shadow/update/documents',
    payload: new TextEncoder().encode(JSON.stringify({
      previous: { state: before }, current: { state: { desired, reported: { valve: 'open' } }, version: 2 }, timestamp: 1,
    })),
  })

  it.each([
    ['the first wish', {}, { targetCelsius: 4 }, 'matched'],
    ['another wish', { desired: { targetCelsius: 4 } }, { targetCelsius: 5 }, 'matched'],
    ['what is reported alone', { desired: { targetCelsius: 4 } }, { targetCelsius: 4 }, 'notMatched'],
  ])('of %s: %s → %s is %s', (_what, before, desired, kind) => {
    expect(rule.evaluate(documents(before, desired), context).kind).toBe(kind)
  })
})

describe('swaps', () => {
  const rule = compileRule(swapFlow.rule.rule)
  const told = (more: object) => new TextEncoder().encode(JSON.stringify({
    v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, alertId: 'a-1', kind: 'kegEmpty', event: 'raised', message: 'empty', ...more,
  }))
  const evaluate = (payload: Uint8Array, siteId = 'berlin') => rule.evaluateAsync({ topic: `keg/${siteId}/k-1/alerts`, payload }, context)

  it('hand on which keg is empty, and by which alert', async () => {
    const result = await evaluate(told({}))
    expect(result.kind === 'matched' && JSON.parse(text(result.payload))).toEqual({ kegId: 'k-1', siteId: 'berlin', alertId: 'a-1' })
  })

  it('do not begin at a site where the registry does not have the keg', async () => {
    expect(await evaluate(told({}), 'munich')).toEqual({ kind: 'notMatched' })
  })

  it.each([
    ['that is over', { event: 'cleared' }], ['of another kind', { kind: 'gasLow' }], ['without an id', { alertId: undefined }],
    ['with an empty id', { alertId: '' }],
  ])('do not begin with an alert %s', async (_, more) => {
    expect(await evaluate(told(more))).toEqual({ kind: 'notMatched' })
  })
})

it('selects for the cold store what a reading has, and where and when it came', () => {
  const reading: Telemetry = {
    v: 1, bootId: 'b-1', seq: 3, takenAtMs: 1_790_000_000_000, celsius: 4.5, kilopascal: 101.3, pouring: false, cooling: true,
  }
  const result = compileRule(telemetryColdFlow.rule.rule)
    .evaluate({ topic: 'keg/berlin/k-1/telemetry', payload: telemetry.encode(reading) }, context)
  const { v: _version, ...members } = reading
  expect(result.kind === 'matched' && JSON.parse(text(result.payload))).toEqual({
    siteId: 'berlin', kegId: 'k-1', ...members, receivedAtMs: context.nowMs,
  })
})

it('knows the type of what a rule selects', () => {
  type Selected = RuleOutput<typeof stateFlow.rule>
  expectTypeOf<Selected['version']>().toEqualTypeOf<number>()
})

it('does not compile where a rule selects, compares or groups what its message does not have', () => {
  // @ts-expect-error a pour has no such field
  from(pour).select((m) => ({ celsius: m.celsius }))
  // @ts-expect-error a pour has no such field
  from(pour).select((m) => ({ volumeMl: m.volumeMl })).where((m) => m.celsius.greaterThan(4))
  // @ts-expect-error the documents of a shadow have no such field, however deep
  from(shadowDocuments).select((m) => ({ siteId: m.current.state.wished.siteId }))
  // @ts-expect-error a volume is a number
  from(pour).select((m) => ({ volumeMl: m.volumeMl })).where((m) => m.volumeMl.equals('much'))
  expectTypeOf(from(pour).select((m) => ({ volumeMl: m.volumeMl })).where((m) => m.volumeMl.greaterThan(4))).toHaveProperty('sql')
})

it.each(
  flows.filter((each) => queueOf(each) !== ruleReplays || each.actions.some(({ kind }) => kind === 'stream')),
)('hands on the bytes of $name as they came, so that its quarantine has them, and no device can claim to be a replay', ({ rule }) => {
  expect(rule.sql).toMatch(
    /^SELECT encode\(\*, 'base64'\) AS payload, topic\(\) AS topic, clientid\(\) AS clientId, timestamp\(\) AS receivedAtMs(?: FROM |$)/,
  )
})

it('declares a handler, a quarantine and grants for every flow, those that have no queue one for all', () => {
  const declared = flows.map((each) => [each.name, queueOf(each)] as const).map(([name, { name: handler, quarantine, grants }]) => [
    name, `${handler}/${quarantine}/${grants.join('+')}`,
  ])
  const replays = flows.filter((each) => queueOf(each) === ruleReplays).map(({ name }) => [
    name, 'replays/quarantine/writeStore+readStore+writeReadings',
  ])
  expect(Object.fromEntries(declared)).toEqual({
    ...Object.fromEntries(replays),
    pours: 'pours/pours-quarantine/writeStore',
    batch: 'batches/batches-quarantine/writeStore+readRegistry',
    replies: 'replies/quarantine/writeStore+readStore+readRegistry',
  })
})

it.each(['', 'with-dash', 'ünter', 'x'.repeat(65)])('refuses the name %j', (name) => {
  expect(() => flow({ name, description: '', rule: pourFlow.rule, actions: [queue('pours')] })).toThrow(/name/)
})

it.each(['../README.md', '../../../docs/services.md'])('%s tells of every flow', (page) => {
  const text = readFileSync(new URL(page, import.meta.url), 'utf8')
  // A file may hold several flows: the page links to it.
  const isTold = (name: string) => text.includes(`\`${name}\``) || (page.includes('docs') && text.includes(`/${name.split('_')[0]}.ts`))
  expect(flows.map(({ name }) => name).filter((name) => !isTold(name))).toEqual([])
})

it('names each flow and each route once', () => {
  const names = flows.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const paths = routes.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(paths).size).toBe(paths.length)
})
