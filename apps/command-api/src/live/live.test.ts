import type { IoTCustomAuthorizerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { claimsOf, NOW_SEC, signed, tokens, verify } from '../testing/people.ts'
import { liveAuthorizer } from './authorizer.ts'

const iotArn = 'arn:aws:iot:us-east-1:123456789012'
const authorize = liveAuthorizer({ verify, nowSec: () => NOW_SEC, iotArn })

const connect = (password: string, clientId: string): IoTCustomAuthorizerEvent => ({
  protocolData: { mqtt: { username: 'page', password: Buffer.from(password).toString('base64'), clientId } },
  protocols: ['mqtt'],
  signatureVerified: false,
  connectionMetadata: { id: 'c-1' },
  token: '',
})

/** What an answer allows, as `Action Resource`. */
const allowed = ({ policyDocuments }: Awaited<ReturnType<typeof authorize>>): string[] =>
  policyDocuments.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === 'Allow').flatMap((statement) =>
    ('Resource' in statement ? [statement.Resource].flat() : []).map((resource) => `${'Action' in statement ? String(statement.Action) : ''} ${String(resource)}`))

it('lets somebody watch what is at their site, and no more', async () => {
  const answer = await authorize(connect(tokens.berlin, 'page-sub-of-berlin-1'))
  expect(answer).toMatchObject({ isAuthenticated: true, disconnectAfterInSeconds: 3_600, refreshAfterInSeconds: 3_600 })
  expect(answer.principalId).toMatch(/^[a-zA-Z0-9]{1,128}$/)
  expect(allowed(answer)).toEqual([
    `iot:Connect ${iotArn}:client/page-sub-of-berlin-1`,
    `iot:Subscribe ${iotArn}:topicfilter/keg/berlin/*`,
    `iot:Receive ${iotArn}:topic/keg/berlin/*`,
  ])
})

it('lets a brewer watch all', async () => {
  expect(allowed(await authorize(connect(tokens.brewer, 'page-sub-of-brewer-1'))).slice(1)).toEqual([
    `iot:Subscribe ${iotArn}:topicfilter/keg/*`, `iot:Receive ${iotArn}:topic/keg/*`,
  ])
})

it('lets who has no site connect, and watch nothing', async () => {
  const answer = await authorize(connect(await signed(claimsOf('new', ['keeper'])), 'page-sub-of-new-1'))
  expect([answer.isAuthenticated, allowed(answer)]).toEqual([true, [`iot:Connect ${iotArn}:client/page-sub-of-new-1`]])
})

it.each([[3_000, 3_000], [10, 300], [300, 300], [90_000, 3_600]])('ends a connection of a token of %i s after %i s', async (leftSec, lastsSec) => {
  const token = await signed({ ...claimsOf('ada', ['brewer']), exp: NOW_SEC + leftSec })
  expect(await authorize(connect(token, 'page-sub-of-ada-1'))).toMatchObject({ isAuthenticated: true, disconnectAfterInSeconds: lastsSec })
})

it('keeps to the bounds of AWS, however many sites there are and however long their names', async () => {
  const sites = Array.from({ length: 60 }, (_, at) => `site:${String(at).padStart(3, '0')}${'x'.repeat(125)}`)
  const { policyDocuments } = await authorize(connect(await signed(claimsOf('ada', ['viewer', ...sites])), 'page-sub-of-ada-1'))
  expect(policyDocuments).toHaveLength(10)
  for (const document of policyDocuments) expect(JSON.stringify(document).length).toBeLessThanOrEqual(2_048)
})

describe('refuses', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['no token', async () => '', 'page-sub-of-berlin-1'],
    ['a token that has run out', () => signed({ ...claimsOf('berlin', ['brewer']), exp: NOW_SEC - 1 }), 'page-sub-of-berlin-1'],
    ['who has no role', () => signed(claimsOf('eve', [])), 'page-sub-of-eve-1'],
    ['the client id of another person', async () => tokens.berlin, 'page-sub-of-munich-1'],
    ['the client id of a keg', async () => tokens.berlin, 'keg-01'],
    ['a client id with a wildcard', async () => tokens.berlin, 'page-sub-of-berlin-*'],
    ['a client id with a policy variable', async () => tokens.berlin, 'page-sub-of-berlin-${iot:ClientId}'],
    ['a client id that ends early', async () => tokens.berlin, 'page-sub-of-berlin-'],
  ])('%s', async (_, token, clientId) => {
    expect(await authorize(connect(await token(), clientId))).toMatchObject({ isAuthenticated: false, policyDocuments: [] })
  })

  it('a request that is no MQTT', async () => {
    expect(await authorize({ ...connect('', ''), protocolData: {} })).toMatchObject({ isAuthenticated: false })
  })
})
