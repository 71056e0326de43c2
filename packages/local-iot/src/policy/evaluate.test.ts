import { describe, expect, it } from 'vitest'
import { LocalIotError } from '../errors/local-iot-error.ts'
import { compilePolicies, explainDecision } from './evaluate.ts'
import { parsePolicyDocument } from './policy-document.ts'

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
