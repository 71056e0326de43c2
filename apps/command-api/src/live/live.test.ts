import type { APIGatewayProxyEventV2, IoTCustomAuthorizerEvent } from 'aws-lambda'
import { expect, it } from 'vitest'
import { postLive } from '../routes/post-live.ts'
import { liveAuthorizer } from './authorizer.ts'
import { signTicket } from './ticket.ts'

const key = new TextEncoder().encode('a key of at least thirty-two bytes, for HS256')
const nowSec = 1_790_000_000
const authorize = liveAuthorizer({ key: async () => key, nowSec: () => nowSec, iotArn: 'arn:aws:iot:us-east-1:123456789012' })

const connect = (password: string, clientId: string): IoTCustomAuthorizerEvent => ({
  protocolData: { mqtt: { username: 'dashboard', password: Buffer.from(password).toString('base64'), clientId } },
  protocols: ['mqtt'],
  signatureVerified: false,
  connectionMetadata: { id: 'c-1' },
  token: '',
})

it('lets in who holds the ticket that POST /live gave, to watch and no more', async () => {
  const live = postLive({ key: async () => key, authorizerName: 'live', nowSec: () => nowSec })
  const { body } = await live({} as APIGatewayProxyEventV2)
  const { clientId, username, password } = JSON.parse(body ?? '')
  expect(username).toBe('dashboard?x-amz-customauthorizer-name=live')
  const answer = await authorize(connect(password, clientId))
  expect(answer.isAuthenticated).toBe(true)
  expect(answer.principalId).toMatch(/^[a-zA-Z0-9]{1,128}$/)
  expect(JSON.stringify(answer.policyDocuments)).toContain(`:client/${clientId}`)
  expect(JSON.stringify(answer.policyDocuments)).not.toContain('iot:Publish')
})

it.each<[string, () => Promise<string>, string]>([
  ['no ticket', async () => '', 'd-1'],
  ['one for another client', () => signTicket({ clientId: 'd-2', nowSec }, key), 'd-1'],
  ['one signed by somebody else', () =>
    signTicket({ clientId: 'd-1', nowSec }, new TextEncoder().encode('another key of at least thirty-two bytes')), 'd-1'],
  ['one that has run out', () => signTicket({ clientId: 'd-1', nowSec: nowSec - 301 }, key), 'd-1'],
])('refuses %s', async (_, ticket, clientId) => {
  expect(await authorize(connect(await ticket(), clientId))).toMatchObject({ isAuthenticated: false, policyDocuments: [] })
})
