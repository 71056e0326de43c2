import type { BrokerEvent } from '@keg/mqtt-broker'
import { connectClient } from '@keg/mqtt-broker/testing'
import { describe, expect, it } from 'vitest'
import { createResidency, type Residency } from '../residency/residency.ts'
import { memoryWithheld } from '../residency/testing/memory-withheld.ts'
import { certificateId, residentSite } from '../residency/testing/resident-site.ts'
import { brokerLines } from './broker-lines.ts'

const CARD = '04a2b3c4d5e6f7'
const residency = createResidency({ topics: ['keg/+/+/alerts'], withheld: memoryWithheld(), nowMs: () => 0 })

function told(event: Omit<BrokerEvent, 'level'>, of: Residency | undefined): readonly (readonly (string | undefined)[])[] {
  const lines: (string | undefined)[][] = []
  brokerLines({ siteId: 'berlin', knows: (kegId) => kegId === 'keg-01', residency: of, log: (...line) => lines.push(line) })({
    level: 'warn', ...event,
  })
  return lines
}

describe('where a site has a residency', () => {
  it.each<[string, Omit<BrokerEvent, 'level'>, string]>([
    ['a topic of a keg', {
      event: 'publish-refused', clientId: 'keg-01', topic: 'keg/berlin/keg-01/pours', message: 'x', reason: 'AUTH_ERROR',
    }, 'publish-refused: keg-01 on keg/berlin/keg-01/pours, AUTH_ERROR'],
    ['a topic of nobody', {
      event: 'publish-refused', clientId: 'keg-01', topic: `keg/berlin/keg-01/pours/${CARD}`, message: CARD,
    }, 'publish-refused: keg-01 on (a topic that is not told)'],
    ['a topic of a keg that is none', {
      event: 'publish-refused', clientId: 'keg-01', topic: `keg/berlin/${CARD}/pours`, message: CARD,
    }, 'publish-refused: keg-01 on (a topic that is not told)'],
    ['a topic of another site', {
      event: 'publish-refused', clientId: 'keg-01', topic: `keg/${CARD}/keg-01/pours`, message: CARD,
    }, 'publish-refused: keg-01 on (a topic that is not told)'],
    ['a topic that stays', {
      event: 'publish-refused', clientId: 'keg-01', topic: 'keg/berlin/keg-01/alerts', message: 'x',
    }, 'publish-refused: keg-01 on (a topic that is not told)'],
    ['a client of nobody', {
      event: 'connect-refused', clientId: CARD, message: `not ${CARD}`, reason: 'AUTH_ERROR',
    }, 'connect-refused: (a client that is not told), AUTH_ERROR'],
    ['the end of a connection by what it said', {
      event: 'disconnected', clientId: 'keg-01', message: `may not Publish ${CARD}`, reason: 'AUTH_ERROR',
    }, 'disconnected: keg-01, AUTH_ERROR'],
    ['what is in the broker\'s own words', {
      event: 'quota-exceeded', clientId: 'keg-01', message: 'keg-01 is over 100 messages a second.',
    }, 'keg-01 is over 100 messages a second.'],
  ])('tells %s without what may stay', (_, event, line) => {
    expect(told(event, residency).map(([written]) => written)).toEqual([line])
  })
})

it('tells all where all may leave, and counts strangers under one kind, whatever they call themselves', () => {
  const lines = ['keg-01', 'a', 'b'].flatMap((clientId) =>
    told({ event: 'connect-refused', clientId, message: `no ${clientId}` }, undefined))
  expect(lines).toEqual([['no keg-01', 'connect-refused '], ['no a', 'connect-refused '], ['no b', 'connect-refused ']])
  expect(told({ event: 'publish-refused', clientId: 'keg-01', message: 'x' }, undefined)).toEqual([['x', 'publish-refused keg-01']])
})

describe.each<[string, { topics?: readonly string[] }]>([
  ['with a residency', { topics: [] }], ['without one', {}],
])('%s, kegs and strangers', (_, options) => {
  it('put no line and, with a residency, no card into the log', async () => {
    const site = residentSite(options)
    const card = `${CARD}\ngateway: all is well`
    await site.send([`keg/berlin/keg-01/pours/${card}`, `keg/berlin/${card}/pours`, `keg/berlin/keg-02/pours\ngateway: all is well ${CARD}`]
      .map((topic) => ({ topic, payload: '{}' })))
    for (let count = 0; count < 50; count++)
      await connectClient(site.broker, { clientId: card, version: 5, info: { transport: 'mqtts', certificateId } })
    expect(site.said.length).toBeGreaterThan(0)
    expect(site.said.length).toBeLessThan(5)
    expect(site.said.filter((line) => line.includes('\n'))).toEqual([])
    expect(site.said.some((line) => line.includes(CARD))).toBe(options.topics === undefined)
    await site.close()
  })
})
