import { listViolationsRoute } from '@keg/flows/routes'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import type { KegViolations, ThingViolation } from '../ports.ts'
import { bearer, gate, tokens } from '../testing/people.ts'
import { listViolations } from './list-violations.ts'

const violationOf = (thingName: string, behavior = 'few-refusals'): ThingViolation =>
  ({ violationId: `${thingName}/${behavior}`, thingName, profile: 'kegs', behavior, value: { count: 12 }, startedAtMs: 7 })
const active = async () =>
  ({ items: [violationOf('k-1'), violationOf('k-1', 'no-flood'), violationOf('k-9'), violationOf('a:b')], cursor: 'next' })

const list = async (violations: KegViolations, siteOf: (kegId: string) => Promise<string | undefined>, token = tokens.brewer) => {
  // Of the event, a route reads these, and the request's id.
  const event = { requestContext: { requestId: 'r-1' }, headers: bearer(token) }
  const handler = listViolations({ gate, violations, registry: { siteOf } })
  const { statusCode, body = '' } = await handler(event as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(body) }
}

it('lists violations with the sites of the kegs, each asked for once, and leaves out what can be no keg', async () => {
  const asked: string[] = []
  const { status, body } = await list({ active }, async (kegId) => {
    asked.push(kegId)
    return kegId === 'k-1' ? 'berlin' : undefined
  })
  expect([status, body.cursor, asked.sort()]).toEqual([200, 'next', ['k-1', 'k-9']])
  expect(listViolationsRoute.answer.schema.parse(body).items).toEqual([
    { violationId: 'k-1/few-refusals', kegId: 'k-1', siteId: 'berlin', profile: 'kegs', behavior: 'few-refusals', value: { count: 12 }, startedAtMs: 7 },
    { violationId: 'k-1/no-flood', kegId: 'k-1', siteId: 'berlin', profile: 'kegs', behavior: 'no-flood', value: { count: 12 }, startedAtMs: 7 },
    { violationId: 'k-9/few-refusals', kegId: 'k-9', profile: 'kegs', behavior: 'few-refusals', value: { count: 12 }, startedAtMs: 7 },
  ])
})

it.each([tokens.berlin, tokens.viewer])('is for brewers', async (token) => {
  expect((await list({ active }, async () => 'berlin', token)).status).toBe(403)
})
