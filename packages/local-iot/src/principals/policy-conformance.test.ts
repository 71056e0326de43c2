import type { ClientAction, ConnectRequest } from '@keg/mqtt-broker'
import { ManualClock } from '@keg/mqtt-broker/testing'
import { describe, expect, it } from 'vitest'
import rows from '../../conformance/policies.json' with { type: 'json' }
import fieldRows from '../../conformance/policies-field.json' with { type: 'json' }
import { parsePolicyDocument } from '../policy/policy-document.ts'
import { explainPolicyRequest, type PolicyRequest } from '../policy/index.ts'
import { IotState } from '../state/iot-state.ts'
import { admitCertificate } from './certificate-principal.ts'
import { connectionAuthorization } from './connection-authorization.ts'
import { principalByCertificate } from './http-principal.ts'
import { compilePolicies } from '../policy/evaluate.ts'
import { certificateContext } from './certificate-principal.ts'
import { effectivePolicies } from './effective-policies.ts'

interface Row extends PolicyRequest {
  readonly id: string
  readonly expect: string
}
// The rows differ in which members they have; each is a request with an id and what is expected.
const cases = [...rows, ...fieldRows] as unknown as readonly Row[]

/** The account of a case: its thing, the certificate and the policies, attached as the case says. */
function accountOf({
  policies, principal: { certificateId = 'cert', thingName, thingTypeName, attributes = {}, attached, exclusiveThing, certificate },
}: Row) {
  const clock = new ManualClock()
  const state = new IotState({ region: 'us-east-1', accountId: '123456789012', clock, newId: () => 'id' })
  const nowMs = clock.nowMs()
  const times = { createdAtMs: nowMs, modifiedAtMs: nowMs }
  // In these rows every name has a list.
  const names = (part: 'Subject' | 'Issuer') => certificate?.[part] as Readonly<Record<string, readonly string[]>> | undefined
  state.certificates.set(certificateId, {
    ...times, certificateId, generationId: 'g', certificatePem: '', status: 'ACTIVE', notBeforeMs: nowMs, notAfterMs: nowMs + 1e10,
    names: { certificateId, subject: names('Subject'), issuer: names('Issuer'), serialNumber: certificate?.SerialNumber },
  })
  policies.forEach((policy, index) => {
    const policyName = `p${index}`
    state.policies.set(policyName, {
      ...times, policyName, document: parsePolicyDocument(JSON.stringify(policy)), defaultVersionId: '1', versions: [], lastVersion: 1,
    })
    state.attachments.attachPolicy(policyName, state.arn(`cert/${certificateId}`))
  })
  if (thingName !== undefined) state.things.set(thingName, { thingName, thingId: 't', thingTypeName, attributes, version: 1 })
  if (thingName !== undefined && attached === true) {
    state.attachments.attachThing(
      thingName, state.arn(`cert/${certificateId}`), exclusiveThing === true ? 'EXCLUSIVE_THING' : 'NON_EXCLUSIVE_THING',
    )
  }
  return { state, certificateId }
}

const CLIENT_ACTIONS: readonly string[] = ['Publish', 'RetainPublish', 'Subscribe', 'Receive'] satisfies ClientAction[]

/** Whether the core does it, asked where the core asks. */
function coreAllows(row: Row): boolean {
  const { action, resource, principal: { clientId = '', sourceIp, domainName, transport, connectAttributes = [], lastWillTopic } } = row
  const { state, certificateId } = accountOf(row)
  if (transport === 'https') return principalByCertificate(state, certificateId, sourceIp).refusal(action, resource) === undefined
  const request: ConnectRequest = {
    connectionId: 'c', clientId, protocolVersion: 5, username: undefined, password: undefined,
    persistent: connectAttributes.includes('PersistentConnect'),
    willTopic: lastWillTopic ?? (connectAttributes.includes('LastWill') ? 'gone' : undefined),
    info: { transport: 'mqtts', sourceIp, serverName: domainName },
  }
  if (action === 'iot:Connect')
    return admitCertificate(state, certificateId, { ...request, clientId: resource.slice('client/'.length) }).accepted
  const context = certificateContext(state, certificateId, request)
  const decide = compilePolicies(effectivePolicies(state, state.arn(`cert/${certificateId}`), context.thing?.thingName), context)
  const name = action.slice('iot:'.length)
  if (!CLIENT_ACTIONS.includes(name)) return decide(action, resource).decision === 'allow'
  // One of the four.
  return connectionAuthorization(certificateId, () => ({ version: 0, decide }), () => '')
    .refusal(name as ClientAction, resource.slice(resource.indexOf('/') + 1)) === undefined
}

/** Those that ask for a resource that the action is never asked of, or to connect under another id than the connection's. */
const isAskedOtherwise = ({ action, resource, principal: { clientId } }: Row) =>
  (action === 'iot:Connect' && resource !== `client/${clientId}`)
  || (action !== 'iot:Connect' && !/^(topic|topicfilter|thing|client|rolealias)\//.test(resource))

describe('conformance: the core and keg policy explain decide the same', () => {
  it.each(cases)('$id', (row) => {
    const { expect: decision, ...request } = row
    const explained = explainPolicyRequest(request)
    expect(explained.decision).toBe(decision)
    expect(explained.because.length).toBeGreaterThan(0)
    if (decision === 'implicitDeny') expect(explained.because.every((one) => 'why' in one && one.why !== '')).toBe(true)
    expect(explained.remarks?.filter((remark) => remark.includes('no member')) ?? []).toEqual([])
    if (!isAskedOtherwise(row)) expect(coreAllows(row)).toBe(decision === 'allow')
  })
  it('nearly all of them can be asked of the core', () => {
    expect(cases.filter(isAskedOtherwise).length).toBeLessThan(cases.length / 10)
  })
})
