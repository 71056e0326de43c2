import { ManualClock } from '@keg/mqtt-broker/testing'
import { describe, expect, it } from 'vitest'
import { parsePolicyDocument } from '../../policy/policy-document.ts'
import { IotState } from '../../state/iot-state.ts'
import { assumeRoleWithCertificate, issuedSecret } from './assume-role-with-certificate.ts'

const id = 'ab'.repeat(32)

/** A registry with one thing, its certificate and a role alias that the policy is about. */
function openState({ resource = 'arn:aws:iot:us-east-1:123456789012:rolealias/reader', status = 'ACTIVE' as 'ACTIVE' | 'INACTIVE' } = {}) {
  const clock = new ManualClock()
  let ids = 0
  const state = new IotState({ region: 'us-east-1', accountId: '123456789012', clock, newId: () => String(++ids).padStart(32, '0') })
  const nowMs = clock.nowMs()
  const text = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'iot:AssumeRoleWithCertificate', Resource: resource }] })
  state.things.set('keg-1', { thingName: 'keg-1', thingId: 't', thingTypeName: undefined, attributes: { role: 'reader' }, version: 1 })
  state.certificates.set(id, {
    certificateId: id, generationId: 'g', certificatePem: '', status, createdAtMs: nowMs, modifiedAtMs: nowMs, notBeforeMs: nowMs,
    notAfterMs: nowMs + 1e10, names: {},
  })
  state.policies.set('p', {
    policyName: 'p', document: parsePolicyDocument(text), defaultVersionId: '1', versions: [], lastVersion: 1, createdAtMs: nowMs,
    modifiedAtMs: nowMs,
  })
  state.attachments.attachPolicy('p', state.arn(`cert/${id}`))
  state.attachments.attachThing('keg-1', state.arn(`cert/${id}`), 'NON_EXCLUSIVE_THING')
  state.roleAliases.set('reader', {
    roleAlias: 'reader', roleArn: 'arn:aws:iam::123456789012:role/r', credentialDurationSeconds: 900, createdAtMs: nowMs,
    modifiedAtMs: nowMs,
  })
  return { state, clock }
}
const headers = (thingName?: string) => new Headers(thingName === undefined ? {} : { 'x-amzn-iot-thingname': thingName })

describe('credentials for a certificate', () => {
  it('are good until they expire', () => {
    const { state, clock } = openState()
    const { credentials } = assumeRoleWithCertificate(id, 'reader', headers('keg-1'), { state })
    expect(credentials).toEqual({
      accessKeyId: expect.stringMatching(/^ASIA[0-9A-Z]{16}$/), secretAccessKey: expect.stringMatching(/^\w{40}$/),
      sessionToken: expect.stringMatching(/^[\w+/]+=*$/), expiration: new Date(clock.nowMs() + 900_000).toISOString().replace('.000', ''),
    })
    expect(issuedSecret(state, credentials.accessKeyId)).toBe(credentials.secretAccessKey)
    clock.advance(900_000)
    expect(issuedSecret(state, credentials.accessKeyId)).toBeUndefined()
    assumeRoleWithCertificate(id, 'reader', headers(), { state })
    expect(state.issuedCredentials.size).toBe(1)
  })
  it('are given by variables of the thing that the header names', () => {
    const resource = 'arn:aws:iot:us-east-1:123456789012:rolealias/${iot:Connection.Thing.Attributes[role]}'
    const { state } = openState({ resource })
    expect(assumeRoleWithCertificate(id, 'reader', headers('keg-1'), { state }).credentials.accessKeyId).toMatch(/^ASIA/)
    expect(() => assumeRoleWithCertificate(id, 'reader', headers(), { state })).toThrow('Access Denied')
  })
  it.each([
    {
      what: 'a thing that the certificate is not attached to', thingName: 'keg-2', alias: 'reader', options: {},
      error: { name: 'AccessDeniedException', statusCode: 403, message: 'Invalid thing name passed' },
    },
    {
      what: 'an alias that no policy allows', alias: 'writer', options: {},
      error: { name: 'AccessDeniedException', statusCode: 403, message: 'Access Denied' },
    },
    {
      what: 'an alias that is not there', alias: 'writer', options: { resource: '*' },
      error: { name: 'ResourceNotFoundException', statusCode: 404, message: 'Role alias does not exist' },
    },
    {
      what: 'a certificate that is not active', alias: 'reader', options: { status: 'INACTIVE' as const },
      error: { name: 'AccessDeniedException', statusCode: 403 },
    },
  ])('are refused for $what', ({ thingName, alias, options, error }) => {
    const { state } = openState(options)
    expect(() => assumeRoleWithCertificate(id, alias, headers(thingName), { state })).toThrow(expect.objectContaining(error))
    expect(state.issuedCredentials.size).toBe(0)
  })
})
