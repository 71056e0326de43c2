import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import type { KegPolicies } from '../ports.ts'
import { bearer, gate, tokens } from '../testing/people.ts'
import { listPolicies } from './list-policies.ts'

const document = { Version: '2012-10-17', Statement: [] }
const policyOf = (policyName: string) => ({ policyName, policyArn: `arn:aws:iot:eu-central-1:1:policy/${policyName}`, document })
const effective = new Map([['c-1', ['own', 'jobs']], ['c-2', ['own']], ['c-none', []]])
const policiesFor = (...ids: string[]): KegPolicies => ({
  certificatesOf: async (kegId, limit) =>
    (kegId === 'k-1' ? ids.slice(0, limit).map((certificateId) => ({ certificateId, certificateArn: `arn/${certificateId}` })) : undefined),
  effective: async (_, { certificateId }) => (effective.get(certificateId) ?? []).map(policyOf),
})
const list = async (policies: KegPolicies, kegId = 'k-1') => {
  // Of the event, a route reads these, and the request's id.
  const { statusCode, body = '' } = await listPolicies({ gate, policies })({
    requestContext: { requestId: 'r-1' }, headers: bearer(tokens.brewer), pathParameters: { kegId },
  } as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(body) }
}

it.each<[string, string[], object[]]>([
  ['has one certificate', ['c-1'], [{ ...policyOf('jobs'), principals: ['c-1'] }, { ...policyOf('own'), principals: ['c-1'] }]],
  ['changes to another', ['c-1', 'c-2'], [{ ...policyOf('jobs'), principals: ['c-1'] }, { ...policyOf('own'), principals: ['c-1', 'c-2'] }]],
  ['has a certificate without any', ['c-none'], []],
  ['has no certificate', [], []],
])('lists each policy of a keg once, by name, where it %s', async (_, ids, items) => {
  expect(await list(policiesFor(...ids))).toEqual({ status: 200, body: { items } })
})

it('looks at ten certificates, however many there are', async () => {
  const ids = Array.from({ length: 30 }, (_, n) => `c-${n}`)
  for (const id of ids) effective.set(id, ['own'])
  expect((await list(policiesFor(...ids))).body.items).toMatchObject([{ principals: ids.slice(0, 10) }])
})

it('finds no keg that the registry does not have', async () => {
  expect(await list(policiesFor('c-1'), 'k-9')).toMatchObject({ status: 404, body: { type: 'urn:problem-type:keg:not-found' } })
})
