import { describe, expect, it } from 'vitest'
import cases from '../../conformance/policies.json' with { type: 'json' }
import { LocalIotError } from '../local-iot-error.ts'
import { compilePolicies, explainDecision } from './evaluate.ts'
import { parsePolicyDocument } from './policy-document.ts'
import type { PolicyContext } from './policy-context.ts'

interface Principal {
  clientId: string
  thingName?: string
  thingTypeName?: string
  attributes?: Record<string, string>
  certificateId?: string
  attached?: boolean
  exclusiveThing?: boolean
  transport?: string
  sourceIp?: string
  domainName?: string
  connectAttributes?: string[]
  lastWillTopic?: string
  certificate?: { Subject?: Record<string, string[]>; Issuer?: Record<string, string[]>; SerialNumber?: string }
}

const contextOf = (principal: Principal): PolicyContext => {
  const { thingName, thingTypeName, attributes = {}, certificate, ...rest } = principal
  const resolves = principal.attached && principal.transport !== 'https' && (rest.clientId === thingName || rest.exclusiveThing)
  return {
    ...rest,
    region: 'us-east-1',
    accountId: '123456789012',
    isAttached: principal.attached,
    thing: resolves && thingName !== undefined ? { thingName, thingTypeName, attributes } : undefined,
    certificate: { certificateId: principal.certificateId, subject: certificate?.Subject, issuer: certificate?.Issuer, serialNumber: certificate?.SerialNumber },
  }
}

describe('conformance', () => {
  // The file's cases differ in which members they have; each is read by the interface above.
  it.each(cases as unknown as { id: string; policies: object[]; principal: Principal; action: string; resource: string; expect: string }[])(
    '$id',
    ({ policies, principal, action, resource, expect: decision }) => {
      const named = policies.map((document, index) => ({ policyName: `p${index}`, document: parsePolicyDocument(JSON.stringify(document)) }))
      expect(compilePolicies(named, contextOf(principal))(action, resource).decision).toBe(decision)
    },
  )
})

describe('explain', () => {
  const policy = parsePolicyDocument(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'iot:*', Resource: '*' },
        { Sid: 'NoSecrets', Effect: 'Deny', Action: 'iot:Publish', Resource: '*:topic/secret' },
      ],
    }),
  )
  const decide = compilePolicies([{ policyName: 'keg', document: policy }], { region: 'us-east-1', accountId: '123456789012' })
  it('names the statement that denied', () => {
    expect(decide('iot:Publish', 'topic/secret')).toEqual({
      decision: 'explicitDeny',
      because: [{ policyName: 'keg', statement: 1, sid: 'NoSecrets', effect: 'Deny' }],
    })
    expect(explainDecision(decide('iot:Publish', 'topic/secret'))).toBe('denied by keg[NoSecrets]')
    expect(explainDecision(decide('iot:Publish', 'topic/a'))).toBe('allowed by keg[0]')
    expect(explainDecision(decide('s3:Put', 'topic/a'))).toBe('no statement allows it')
  })
})

describe('malformed documents', () => {
  it.each([
    '{',
    '[]',
    '{"Version":"2012-10-17"}',
    '{"Version":"2020","Statement":[]}',
    '{"Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}',
    '{"Statement":[{"Effect":"Allow","Action":"*"}]}',
    '{"Statement":[{"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"}]}',
    '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringMatches":{"a":"b"}}}]}',
    '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}]}',
    `{"Statement":[{"Effect":"Allow","Action":"*","Resource":"${'x'.repeat(2100)}"}]}`,
  ])('refuses %s', (text) => {
    expect(() => parsePolicyDocument(text)).toThrow(LocalIotError)
  })
})
