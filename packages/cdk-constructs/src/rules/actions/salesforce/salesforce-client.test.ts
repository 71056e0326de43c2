import { describe, expect, it } from 'vitest'
import { SalesforceClient } from './salesforce-client.ts'
import { settingsOf, type Mapping } from './settings.ts'

const SECRET = { instanceUrl: 'https://bar.my.salesforce.com/', clientId: 'app', clientSecret: 'hush-hush' }
const RECORD = { object: 'Case', externalIdField: 'AlertId__c', externalId: 'a/1', fields: { Subject: 'warm' } }
const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status })
const token = (access_token: string) => json(200, { access_token, instance_url: 'https://elsewhere.example' })
const done = () => new Response(null, { status: 204 })

/** A client whose requests are answered in turn, and what it asked. */
function asking(answers: readonly (() => Response)[], secret: unknown = SECRET) {
  const asked: string[] = []
  let secretsRead = 0
  const client = new SalesforceClient({
    apiVersion: 'v66.0',
    readSecret: async () => (secretsRead++, JSON.stringify(secret)),
    fetch: async (url, { method, headers, body } = {}) => {
      asked.push([method, String(url), new Headers(headers).get('authorization'), String(body)].filter((part) => part !== null).join(' '))
      return answers[asked.length - 1]?.() ?? expect.unreachable(String(url))
    },
  })
  return { client, asked, secretsRead: () => secretsRead }
}
const SIGN_IN =
  'POST https://bar.my.salesforce.com/services/oauth2/token grant_type=client_credentials&client_id=app&client_secret=hush-hush'
const patch = (bearer: string, base = 'https://bar.my.salesforce.com') =>
  `PATCH ${base}/services/data/v66.0/sobjects/Case/AlertId__c/a%2F1 Bearer ${bearer} {"Subject":"warm"}`

describe('a record is written by its external id', () => {
  it('with one token for all', async () => {
    const { client, asked, secretsRead } = asking([token('t1'), done, done])
    await Promise.all([client.upsert(RECORD), client.upsert(RECORD)])
    expect(asked).toEqual([SIGN_IN, patch('t1'), patch('t1')])
    expect(secretsRead()).toBe(1)
  })
  it('at the address that came with the token, where the secret has the token\'s alone', async () => {
    const { client, asked } = asking([token('t1'), done], {
      clientId: 'app', clientSecret: 'hush-hush', tokenUrl: 'https://login.example/token',
    })
    await client.upsert(RECORD)
    expect(asked[0]).toMatch(/^POST https:\/\/login\.example\/token /)
    expect(asked[1]).toBe(patch('t1', 'https://elsewhere.example'))
  })
  it('with a new token, and the secret read again, after a 401: once', async () => {
    const { client, asked, secretsRead } = asking([
      token('t1'), json(401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }]), token('t2'), done, done,
    ])
    await client.upsert(RECORD)
    await client.upsert(RECORD)
    expect(asked).toEqual([SIGN_IN, patch('t1'), SIGN_IN, patch('t2'), patch('t2')])
    expect(secretsRead()).toBe(2)
  })
})

describe('what goes wrong is thrown, without secret or token', () => {
  const refused = json(401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }])
  it.each<[string, readonly (() => Response)[], unknown, string]>([
    ['a field that is not there', [
      token('t1'), json(400, [{ errorCode: 'INVALID_FIELD', message: 'No such column', fields: ['hush-hush'] }]),
    ], SECRET, 'Salesforce did not take the Case a/1: 400 INVALID_FIELD: No such column'],
    ['two tokens that are not taken', [
      token('t1'), refused, token('t2'), refused,
    ], SECRET, 'Salesforce did not take the Case a/1: 401 INVALID_SESSION_ID: Session expired'],
    ['a redirect', [
      token('t1'), () => new Response(null, { status: 302, headers: { location: 'https://thief.example' } }),
    ], SECRET, 'Salesforce did not take the Case a/1: 302 '],
    ['a client that is not known', [
      json(400, { error: 'invalid_client', error_description: 'bad credentials' }),
    ], SECRET, 'Salesforce gave no token: 400 invalid_client: bad credentials'],
    ['an answer without a token', [json(200, {})], SECRET, 'Salesforce gave no token: its answer has no access_token, or no instance_url'],
    ['a secret without an address', [], {
      clientId: 'app', clientSecret: 'hush-hush',
    }, 'The secret is not { "instanceUrl": "https://…", "clientId": "…", "clientSecret": "…" } (or tokenUrl in place of instanceUrl)'],
    [
      'a secret that is no JSON object', [], 'hush-hush',
      'The secret is not { "instanceUrl": "https://…", "clientId": "…", "clientSecret": "…" } (or tokenUrl in place of instanceUrl)',
    ],
    ['an address without TLS', [], {
      ...SECRET, instanceUrl: 'http://bar.my.salesforce.com',
    }, 'bar.my.salesforce.com is not asked without TLS: the URLs in the secret begin with https://'],
  ])('%s', async (_what, answers, secret, message) => {
    await expect(asking(answers, secret).client.upsert(RECORD)).rejects.toThrow(new Error(message))
  })
  it.each(['.', '..'])('the external id %s, which would lead to another path', async (externalId) => {
    const { client, asked } = asking([])
    await expect(client.upsert({ ...RECORD, externalId })).rejects.toThrow(`the Case "${externalId}": that is no external id`)
    expect(asked).toEqual([])
  })
  it('and the next message begins anew', async () => {
    const { client, asked } = asking([json(500, {}), token('t1'), done])
    await expect(client.upsert(RECORD)).rejects.toThrow('gave no token: 500')
    await client.upsert(RECORD)
    expect(asked).toEqual([SIGN_IN, SIGN_IN, patch('t1')])
  })
})

describe('a record is made of what a rule selected', () => {
  const mapping: Mapping = {
    object: 'Case', externalIdField: 'AlertId__c', externalIdFrom: 'alert.id',
    fields: { Subject: 'what', Celsius__c: 'at.celsius', Origin: { value: 'Keg' }, Gone__c: 'gone' },
  }
  const { recordOf } = settingsOf({ SECRET_ARN: 'arn', API_VERSION: 'v66.0', MAPPING: JSON.stringify(mapping) })
  it('members, members inside, and texts as they are; a member that is not there is left out', () => {
    expect(recordOf({ alert: { id: 7 }, what: 'warm', at: { celsius: 9.5 } })).toEqual({
      object: 'Case', externalIdField: 'AlertId__c', externalId: '7', fields: { Subject: 'warm', Celsius__c: 9.5, Origin: 'Keg' },
    })
  })
  it.each([[{}], ['text'], [{ alert: { id: null } }], [{ alert: { id: '' } }], [null]])('not of %j, which has no id', (event) => {
    expect(() => recordOf(event)).toThrow('The message has no text or number alert.id, which identifies its record in Salesforce')
  })
})
