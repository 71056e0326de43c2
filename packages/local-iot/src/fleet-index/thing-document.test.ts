import { describe, expect, it } from 'vitest'
import { IotState } from '../state/iot-state.ts'
import type { ThingIndexing } from './indexing-configuration.ts'
import { compileQuery } from './query/match-query.ts'
import { parseQuery } from './query/parse-query.ts'
import { thingAnswer, thingDocument, type ThingSources } from './thing-document.ts'

const things: ThingIndexing = {
  thingIndexingMode: 'REGISTRY_AND_SHADOW', thingConnectivityIndexingMode: 'STATUS', deviceDefenderIndexingMode: 'VIOLATIONS',
  namedShadowIndexingMode: 'ON', filter: { namedShadowNames: ['gps'] },
}
const violations = {
  violationCount: 2,
  'device-SecurityProfile': {
    disconnectBehavior: {
      metricName: 'aws:num-disconnects', inViolation: true, lastViolationValue: { number: 7 }, lastViolationTime: 1634227200001,
    },
  },
}

function sources(): ThingSources {
  const clock = { nowMs: () => 0, after: () => () => undefined }
  const state = new IotState({ region: 'us-east-1', accountId: '123456789012', clock, newId: () => 'id' })
  state.things.set('k', { thingName: 'k', thingId: 'id', thingTypeName: 'keg', billingGroupName: 'bar', attributes: {}, version: 3 })
  state.attachments.addToGroup('k', 'kegs')
  const shadow = { state: { reported: { a: 1 } }, metadata: { reported: { a: { timestamp: 5 } } }, version: 9 }
  return {
    state, violations: () => violations, connection: () => ({ connected: false }),
    shadow: (_, shadowName) => (shadowName === undefined || shadowName === 'gps' ? shadow : undefined),
  }
}

describe('the document of a thing', () => {
  const document = thingDocument('k', sources(), things)
  it.each([
    ['deviceDefender.violationCount:[0 TO 100]', true],
    ['deviceDefender.device-SecurityProfile.disconnectBehavior.inViolation:true', true],
    ['deviceDefender.device-SecurityProfile.disconnectBehavior.lastViolationValue.number>2', true],
    ['deviceDefender.device-SecurityProfile.disconnectBehavior.lastViolationTime>1634227200000', true],
    ['deviceDefender.device-SecurityProfile.disconnectBehavior.lastViolationTime>1634227200001', false],
    ['aws\\:num-disconnects', true],
    ['thingTypeName:keg registry.thingTypeName:keg', true],
    ['thingGroupNames:bar thingGroupNames:kegs', true],
    ['shadow.name.gps.reported.a:1 shadow.name.gps.hasDelta:false', true],
    ['shadow.metadata.reported.a.timestamp:5', true],
    ['connectivity.connected:false NOT connectivity.timestamp:*', true],
    // Versions are aggregated, and not searched for.
    ['3', false], ['9', false],
  ])('%s: %s', (query, found) => expect(document && compileQuery(parseQuery(query))(document)).toBe(found))

  it('has the versions to aggregate', () => {
    expect(Object.fromEntries(document?.versions ?? [])).toEqual({ 'registry.version': 3, 'shadow.version': 9, 'shadow.name.gps.version': 9 })
  })

  it('has what is indexed alone, and a thing that is not registered has none', () => {
    const registry = thingDocument('k', sources(), { thingIndexingMode: 'REGISTRY' })
    expect([...(registry?.fields.keys() ?? [])]).toEqual(['thingName', 'thingId', 'thingTypeName', 'thingGroupNames'])
    expect(thingAnswer('k', sources(), { thingIndexingMode: 'REGISTRY' })).toEqual({
      thingName: 'k', thingId: 'id', thingTypeName: 'keg', thingGroupNames: ['kegs', 'bar'],
    })
    expect(thingDocument('other', sources(), things)).toBeUndefined()
  })

  it('is answered with violations as JSON', () => {
    expect(JSON.parse(thingAnswer('k', sources(), things).deviceDefender ?? '')).toEqual(violations)
  })
})
