import { describe, expect, it } from 'vitest'
import { confirmDestination, type ConfirmDestinationOptions } from './confirm-destination.ts'

const ACCOUNT = '123456789012'
const ARN = `arn:aws:iot:us-east-1:${ACCOUNT}:ruledestination/http/7a280e37`
const headers = { 'X-Amz-Rules-Engine-Message-Type': 'DestinationConfirmation', 'x-amz-rules-engine-destination-arn': ARN }
const bodyOf = (enableUrl: unknown, messageType = 'DestinationConfirmation', arn = ARN) =>
  JSON.stringify({ arn, confirmationToken: 'AYAD', enableUrl, messageType })

/** What was asked, by an endpoint whose requests are answered with this status. */
function confirming(
  options: Partial<ConfirmDestinationOptions> = {},
  status = 200,
  whose: Pick<ConfirmDestinationOptions, 'accounts' | 'destinationArns'> = { accounts: [ACCOUNT] },
) {
  const asked: string[] = []
  const fetch: ConfirmDestinationOptions['fetch'] = async (url, { method, redirect }) => {
    asked.push(`${method} ${url} ${redirect}`)
    return { ok: status === 200, status }
  }
  return {
    asked,
    confirm: (body: string, given: Parameters<typeof confirmDestination>[0]['headers'] = headers) =>
      confirmDestination({ headers: given, body }, { fetch, ...options, ...(whose as { accounts: string[] }) }),
  }
}

it.each([
  'https://iot.us-east-1.amazonaws.com/confirmdestination/AYADeMXLrPrNY2wqJAKsFNn-_A',
  'https://iot.us-gov-west-1.amazonaws.com/confirmdestination/a%2Bb', 'https://iot-fips.us-east-2.amazonaws.com/confirmdestination/a',
  'https://iot.cn-north-1.amazonaws.com.cn/confirmdestination/a', 'https://iot.eu-central-1.api.aws/confirmdestination/a',
  'https://iot.eusc-de-east-1.amazonaws.eu/confirmdestination/a', 'https://iot.us-iso-east-1.c2s.ic.gov/confirmdestination/a',
  'https://iot.us-isob-east-1.sc2s.sgov.gov/confirmdestination/a', 'https://iot.eu-isoe-west-1.cloud.adc-e.uk/confirmdestination/a',
])('asks %s, and answers the ARN', async (url) => {
  const { asked, confirm } = confirming()
  const arn = ARN.replace('us-east-1', new URL(url).hostname.split('.')[1] ?? '')
  expect(await confirm(bodyOf(url, undefined, arn))).toBe(arn)
  expect(asked).toEqual([`GET ${url} error`])
})

it.each([
  'http://iot.us-east-1.amazonaws.com/confirmdestination/a', 'https://iot.us-east-1.amazonaws.com:8443/confirmdestination/a',
  'https://iot.us-east-1.amazonaws.com@thief.example/confirmdestination/a',
  'https://me:you@iot.us-east-1.amazonaws.com/confirmdestination/a',
  'https://iot.us-east-1.amazonaws.com.thief.example/confirmdestination/a', 'https://xiot.us-east-1.amazonaws.com/confirmdestination/a',
  'https://iot.thief.amazonaws.com/confirmdestination/a', 'https://169.254.169.254/confirmdestination/a',
  'https://localhost:4433/confirmdestination/a', 'https://bucket.s3.us-east-1.amazonaws.com/confirmdestination/a',
  'file:///confirmdestination/a',
])('asks nobody else: %s', async (url) => {
  const { asked, confirm } = confirming()
  await expect(confirm(bodyOf(url))).rejects.toMatchObject({
    name: 'DestinationConfirmationError', code: 'FOREIGN_URL', message: expect.stringMatching(/is not AWS IoT/),
  })
  expect(asked).toEqual([])
})

it.each([
  ['no JSON', 'hello'], ['no object', '[]'], ['no URL', bodyOf('soon')], ['no text', bodyOf(7)],
  ['another path', bodyOf('https://iot.us-east-1.amazonaws.com/things/k-1')],
  ['a path that goes on', bodyOf('https://iot.us-east-1.amazonaws.com/confirmdestination/../things')],
  ['another type', bodyOf('https://iot.us-east-1.amazonaws.com/confirmdestination/a', 'Notification')],
])('refuses a confirmation with %s', async (_what, body) => {
  await expect(confirming().confirm(body)).rejects.toMatchObject({ code: 'MALFORMED' })
})

describe('a request without the header of AWS IoT is a message', () => {
  it('whatever is in it: a device may have published that', async () => {
    const { asked, confirm } = confirming()
    expect(await confirm(bodyOf('https://iot.us-east-1.amazonaws.com/confirmdestination/a'), { 'content-type': 'application/json' }))
      .toBeUndefined()
    expect(asked).toEqual([])
  })
  it('and one with it is told by its first value', async () => {
    expect(await confirming().confirm(bodyOf('https://iot.us-east-1.amazonaws.com/confirmdestination/a'), {
      'x-amz-rules-engine-message-type': ['DestinationConfirmation'],
    })).toBe(ARN)
  })
})

it('asks an AWS IoT Core on this machine where it is trusted', async () => {
  const { asked, confirm } = confirming({ trustedOrigins: ['https://localhost:4433'] })
  expect(await confirm(bodyOf('https://localhost:4433/confirmdestination/a'))).toBe(ARN)
  expect(asked).toHaveLength(1)
})

it('tells of a token that is not taken, and of a server that is not reached', async () => {
  const body = bodyOf('https://iot.us-east-1.amazonaws.com/confirmdestination/a')
  await expect(confirming({}, 400).confirm(body)).rejects.toMatchObject({
    code: 'NOT_CONFIRMED', message: `https://iot.us-east-1.amazonaws.com answered 400 to the confirmation of ${ARN}`,
  })
  const cause = new TypeError('fetch failed')
  await expect(confirming({ fetch: async () => { throw cause } }).confirm(body)).rejects.toMatchObject({ code: 'NOT_CONFIRMED', cause })
})

describe('anybody may register an endpoint as theirs, so it confirms', () => {
  const url = 'https://iot.us-east-1.amazonaws.com/confirmdestination/ATTACKERTOKEN'
  it.each<[string, string, string, Pick<ConfirmDestinationOptions, 'accounts' | 'destinationArns'>]>([
    ['no destination of another account', ARN.replace(ACCOUNT, '999999999999'), 'FOREIGN_DESTINATION', { accounts: [ACCOUNT] }],
    ['no other destination, where they are listed', ARN, 'FOREIGN_DESTINATION', { destinationArns: [`${ARN}0`] }],
    [
      'none of another region than that which is asked', ARN.replace('us-east-1', 'eu-central-1'), 'FOREIGN_DESTINATION',
      { accounts: [ACCOUNT] },
    ],
    ['none without a list', ARN, 'FOREIGN_DESTINATION', {}],
    ['no text', 'anything', 'MALFORMED', { destinationArns: ['anything'] }],
    ['nothing else of the account', `arn:aws:iot:us-east-1:${ACCOUNT}:rule/r`, 'MALFORMED', { accounts: [ACCOUNT] }],
    ['no destination in a VPC', ARN.replace('/http/', '/vpc/'), 'MALFORMED', { accounts: [ACCOUNT] }],
  ])('%s', async (_what, arn, code, whose) => {
    const { asked, confirm } = confirming({}, 200, whose)
    await expect(confirm(bodyOf(url, undefined, arn))).rejects.toMatchObject({ code })
    expect(asked).toEqual([])
  })
  it('a destination that is listed', async () => {
    expect(await confirming({}, 200, { destinationArns: [ARN] }).confirm(bodyOf(url))).toBe(ARN)
  })
})
