import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import {
  AttachPolicyCommand, AttachThingPrincipalCommand, CreateAuthorizerCommand, CreateKeysAndCertificateCommand, CreatePolicyCommand, CreateThingCommand,
  CreateThingTypeCommand, CreateTopicRuleCommand, DeleteAuthorizerCommand, DeleteCertificateCommand, DeletePolicyCommand, DeleteThingCommand,
  DeleteTopicRuleCommand, DescribeAuthorizerCommand, DescribeCertificateCommand, DescribeEndpointCommand, DescribeThingCommand, DetachPolicyCommand,
  DetachThingPrincipalCommand, DisableTopicRuleCommand, EnableTopicRuleCommand, GetPolicyCommand, GetTopicRuleCommand, ListThingPrincipalsCommand,
  ListThingsCommand, ListTopicRulesCommand, ReplaceTopicRuleCommand, UpdateAuthorizerCommand, UpdateCertificateCommand, UpdateThingCommand,
  type IoTClient, type TopicRulePayload,
} from '@aws-sdk/client-iot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kegPolicy, startIot } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
let control: IoTClient
beforeAll(async () => {
  started = await startIot()
  control = started.control
})
afterAll(() => started[Symbol.asyncDispose]())

/** The name and message of the error a request ends in. */
const errorOf = (request: Promise<unknown>) =>
  request.then(
    () => 'no error',
    ({ name, message, $metadata }: { name: string; message: string; $metadata: { httpStatusCode: number } }) => ({ name, message, status: $metadata.httpStatusCode }),
  )
const function1 = 'arn:aws:lambda:us-east-1:123456789012:function:authorize'

describe('things', () => {
  it('are created, described, updated and deleted', async () => {
    const created = await control.send(new CreateThingCommand({ thingName: 'keg-1', attributePayload: { attributes: { siteId: 'berlin', size: '30l' } } }))
    expect(created).toMatchObject({ thingName: 'keg-1', thingArn: 'arn:aws:iot:us-east-1:123456789012:thing/keg-1' })
    await control.send(new UpdateThingCommand({ thingName: 'keg-1', attributePayload: { attributes: { siteId: 'munich', size: '' }, merge: true }, expectedVersion: 1 }))
    expect(await control.send(new DescribeThingCommand({ thingName: 'keg-1' }))).toMatchObject({ attributes: { siteId: 'munich' }, version: 2, defaultClientId: 'keg-1' })
    expect(await errorOf(control.send(new UpdateThingCommand({ thingName: 'keg-1', expectedVersion: 1 })))).toMatchObject({ name: 'VersionConflictException', status: 409 })
    await control.send(new DeleteThingCommand({ thingName: 'keg-1' }))
    await control.send(new DeleteThingCommand({ thingName: 'keg-1' }))
    expect(await errorOf(control.send(new DescribeThingCommand({ thingName: 'keg-1' })))).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
  })
  it('are made once: the same again is fine, another configuration is not', async () => {
    const create = (siteId: string) => control.send(new CreateThingCommand({ thingName: 'twice', attributePayload: { attributes: { siteId } } }))
    expect((await create('berlin')).thingId).toBe((await create('berlin')).thingId)
    expect(await errorOf(create('munich'))).toMatchObject({ name: 'ResourceAlreadyExistsException', status: 409 })
  })
  it('are listed in pages and by attribute', async () => {
    for (const at of [1, 2, 3, 4, 5]) await control.send(new CreateThingCommand({ thingName: `listed-${at}`, attributePayload: { attributes: { parity: at % 2 ? 'odd' : 'even' } } }))
    const odd = await control.send(new ListThingsCommand({ attributeName: 'parity', attributeValue: 'odd', maxResults: 2 }))
    expect(odd.things?.map(({ thingName }) => thingName)).toEqual(['listed-1', 'listed-3'])
    const rest = await control.send(new ListThingsCommand({ attributeName: 'parity', attributeValue: 'odd', maxResults: 2, nextToken: odd.nextToken }))
    expect([rest.things?.map(({ thingName }) => thingName), rest.nextToken]).toEqual([['listed-5'], undefined])
  })
  it.each([
    { what: 'a bad name', input: { thingName: 'a b' }, message: "1 validation error detected: Value 'a b' at 'thingName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+" },
    { what: 'a long name', input: { thingName: 'x'.repeat(129) }, message: expect.stringContaining('length less than or equal to 128') },
    { what: 'four attributes', input: { thingName: 'a', attributePayload: { attributes: { a: '1', b: '2', c: '3', d: '4' } } }, message: expect.stringContaining('maximum of 3') },
    { what: 'a bad attribute', input: { thingName: 'a', attributePayload: { attributes: { a: 'ü' } } }, message: expect.stringContaining('attributePayload.attributes.a') },
  ])('are refused with $what', async ({ input, message }) => {
    expect(await errorOf(control.send(new CreateThingCommand(input)))).toEqual({ name: 'InvalidRequestException', status: 400, message })
  })
})

describe('certificates and policies', () => {
  it('are attached, and can be deleted only when nothing hangs on them', async () => {
    const { certificateArn = '', certificateId = '', certificatePem = '', keyPair } = await control.send(new CreateKeysAndCertificateCommand({ setAsActive: true }))
    expect(certificatePem).toMatch(/^-----BEGIN CERTIFICATE-----/)
    expect(keyPair?.PrivateKey).toMatch(/^-----BEGIN RSA PRIVATE KEY-----/)
    expect(certificateArn).toBe(`arn:aws:iot:us-east-1:123456789012:cert/${certificateId}`)
    await control.send(new CreateThingCommand({ thingName: 'held' }))
    await control.send(new CreatePolicyCommand({ policyName: 'held', policyDocument: kegPolicy() }))
    await control.send(new AttachPolicyCommand({ policyName: 'held', target: certificateArn }))
    await control.send(new AttachThingPrincipalCommand({ thingName: 'held', principal: certificateArn }))
    expect((await control.send(new ListThingPrincipalsCommand({ thingName: 'held' }))).principals).toEqual([certificateArn])
    const described = await control.send(new DescribeCertificateCommand({ certificateId }))
    expect(described.certificateDescription).toMatchObject({ status: 'ACTIVE', certificatePem, creationDate: expect.any(Date) })

    expect(await errorOf(control.send(new DeleteThingCommand({ thingName: 'held' })))).toMatchObject({ name: 'InvalidRequestException' })
    expect(await errorOf(control.send(new DeletePolicyCommand({ policyName: 'held' })))).toMatchObject({ name: 'DeleteConflictException', status: 409 })
    expect(await errorOf(control.send(new DeleteCertificateCommand({ certificateId })))).toMatchObject({ name: 'CertificateStateException', status: 406 })
    await control.send(new UpdateCertificateCommand({ certificateId, newStatus: 'INACTIVE' }))
    expect(await errorOf(control.send(new DeleteCertificateCommand({ certificateId })))).toMatchObject({ name: 'DeleteConflictException' })
    await control.send(new DetachThingPrincipalCommand({ thingName: 'held', principal: certificateArn }))
    await control.send(new DetachPolicyCommand({ policyName: 'held', target: certificateArn }))
    await control.send(new DeleteCertificateCommand({ certificateId }))
    await control.send(new DeletePolicyCommand({ policyName: 'held' }))
    expect(await errorOf(control.send(new DescribeCertificateCommand({ certificateId })))).toMatchObject({ name: 'ResourceNotFoundException' })
  })
  it('keep the document as it was given', async () => {
    const policyDocument = kegPolicy()
    const created = await control.send(new CreatePolicyCommand({ policyName: 'kept', policyDocument }))
    expect(created).toMatchObject({ policyArn: 'arn:aws:iot:us-east-1:123456789012:policy/kept', policyVersionId: '1', policyDocument })
    expect(await control.send(new GetPolicyCommand({ policyName: 'kept' }))).toMatchObject({ policyDocument, defaultVersionId: '1' })
    expect(await errorOf(control.send(new CreatePolicyCommand({ policyName: 'kept', policyDocument })))).toMatchObject({ name: 'ResourceAlreadyExistsException' })
  })
  it('refuse what is malformed or not there', async () => {
    expect(await errorOf(control.send(new CreatePolicyCommand({ policyName: 'bad', policyDocument: '{' })))).toMatchObject({ name: 'MalformedPolicyException', status: 400 })
    expect(await errorOf(control.send(new GetPolicyCommand({ policyName: 'nowhere' })))).toMatchObject({ name: 'ResourceNotFoundException' })
    expect(await errorOf(control.send(new AttachPolicyCommand({ policyName: 'kept', target: 'arn:aws:iot:us-east-1:123456789012:cert/ab' })))).toMatchObject({ name: 'ResourceNotFoundException' })
    expect(await errorOf(control.send(new AttachThingPrincipalCommand({ thingName: 'nowhere', principal: 'x' })))).toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

describe('topic rules', () => {
  const republish = { republish: { roleArn: 'arn:aws:iam::123456789012:role/r', topic: 'copy/${topic()}' } }
  const payload = (sql: string, more: Partial<TopicRulePayload> = {}): TopicRulePayload => ({ sql, actions: [republish], awsIotSqlVersion: '2016-03-23', ...more })

  it('are created, listed, disabled, replaced and deleted', async () => {
    await control.send(new CreateTopicRuleCommand({ ruleName: 'copies', topicRulePayload: payload("SELECT * FROM 'keg/+'", { description: 'all' }) }))
    const { rule, ruleArn } = await control.send(new GetTopicRuleCommand({ ruleName: 'copies' }))
    expect([ruleArn, rule]).toMatchObject(['arn:aws:iot:us-east-1:123456789012:rule/copies', { sql: "SELECT * FROM 'keg/+'", ruleDisabled: false, actions: [republish], createdAt: expect.any(Date) }])
    await control.send(new DisableTopicRuleCommand({ ruleName: 'copies' }))
    expect((await control.send(new ListTopicRulesCommand({ ruleDisabled: true }))).rules).toMatchObject([{ ruleName: 'copies', topicPattern: 'keg/+', ruleDisabled: true }])
    await control.send(new EnableTopicRuleCommand({ ruleName: 'copies' }))
    await control.send(new ReplaceTopicRuleCommand({ ruleName: 'copies', topicRulePayload: payload("SELECT a FROM 'keg/+'") }))
    expect((await control.send(new GetTopicRuleCommand({ ruleName: 'copies' }))).rule?.sql).toBe("SELECT a FROM 'keg/+'")
    expect(await errorOf(control.send(new CreateTopicRuleCommand({ ruleName: 'copies', topicRulePayload: payload('SELECT 1') })))).toMatchObject({ name: 'ResourceAlreadyExistsException' })
    await control.send(new DeleteTopicRuleCommand({ ruleName: 'copies' }))
    expect(await errorOf(control.send(new GetTopicRuleCommand({ ruleName: 'copies' })))).toMatchObject({ name: 'UnauthorizedException', status: 401 })
  })
  it.each([
    { what: 'bad SQL', rule: payload("SELECT FROM 'a'"), name: 'SqlParseException' },
    { what: 'an unknown function', rule: payload("SELECT nope(1) FROM 'a'"), name: 'SqlParseException' },
    { what: 'a bad template', rule: payload("SELECT * FROM 'a'", { actions: [{ republish: { ...republish.republish, topic: '${' } }] }), name: 'SqlParseException' },
    { what: 'an unknown SQL version', rule: payload("SELECT * FROM 'a'", { awsIotSqlVersion: '1999-01-01' }), name: 'InvalidRequestException' },
    { what: 'QoS 2', rule: payload("SELECT * FROM 'a'", { actions: [{ republish: { ...republish.republish, qos: 2 } }] }), name: 'InvalidRequestException' },
    { what: 'eleven actions', rule: payload("SELECT * FROM 'a'", { actions: Array.from({ length: 11 }, () => republish) }), name: 'InvalidRequestException' },
    { what: 'a FIFO queue', rule: payload("SELECT * FROM 'a'", { actions: [{ sqs: { roleArn: 'r', queueUrl: 'https://sqs/1/q.fifo' } }] }), name: 'InvalidRequestException' },
    { what: 'an action without its role', rule: payload("SELECT * FROM 'a'", { actions: [{ sqs: { roleArn: undefined, queueUrl: 'https://sqs/1/q' } }] }), name: 'InvalidRequestException' },
    { what: 'an action that is not emulated', rule: payload("SELECT * FROM 'a'", { actions: [{ firehose: { roleArn: 'r', deliveryStreamName: 's' } }] }), name: 'NotImplementedException' },
  ])('are refused with $what', async ({ rule, name }) => {
    expect(await errorOf(control.send(new CreateTopicRuleCommand({ ruleName: 'refused', topicRulePayload: rule })))).toMatchObject({ name })
    expect((await control.send(new ListTopicRulesCommand({}))).rules?.map(({ ruleName }) => ruleName)).not.toContain('refused')
  })
})

describe('authorizers', () => {
  it('are created, updated, described and deleted', async () => {
    const created = await control.send(new CreateAuthorizerCommand({ authorizerName: 'people', authorizerFunctionArn: function1, signingDisabled: true, status: 'ACTIVE' }))
    expect(created.authorizerArn).toBe('arn:aws:iot:us-east-1:123456789012:authorizer/people')
    expect(await errorOf(control.send(new DeleteAuthorizerCommand({ authorizerName: 'people' })))).toMatchObject({ name: 'DeleteConflictException' })
    await control.send(new UpdateAuthorizerCommand({ authorizerName: 'people', status: 'INACTIVE' }))
    const { authorizerDescription } = await control.send(new DescribeAuthorizerCommand({ authorizerName: 'people' }))
    expect(authorizerDescription).toMatchObject({ authorizerFunctionArn: function1, status: 'INACTIVE', signingDisabled: true, creationDate: expect.any(Date) })
    await control.send(new DeleteAuthorizerCommand({ authorizerName: 'people' }))
    expect(await errorOf(control.send(new DescribeAuthorizerCommand({ authorizerName: 'people' })))).toMatchObject({ name: 'ResourceNotFoundException' })
  })
  it('need a key when they check signatures', async () => {
    expect(await errorOf(control.send(new CreateAuthorizerCommand({ authorizerName: 'signed', authorizerFunctionArn: function1 })))).toMatchObject({ name: 'InvalidRequestException' })
  })
})

describe('the protocol', () => {
  it('tells the data endpoint', async () => {
    const { endpointAddress } = await control.send(new DescribeEndpointCommand({ endpointType: 'iot:Data-ATS' }))
    expect(`https://${endpointAddress}`).toBe(started.iot.endpoints.https)
  })
  it('says what is not emulated', async () => {
    expect(await errorOf(control.send(new CreateThingTypeCommand({ thingTypeName: 'Keg' })))).toEqual({
      name: 'NotImplementedException', status: 501, message: 'The operation CreateThingType is not emulated by Keg; see KNOWN-GAPS.md of @keg/local-iot.',
    })
  })
  it.each([
    { what: 'no signature', path: '/things/a', headers: {}, status: 403, type: 'MissingAuthenticationTokenException' },
    { what: 'no such path', path: '/nowhere', headers: {}, status: 404, type: 'ResourceNotFoundException' },
    { what: 'a malformed path', path: '/things/%ff', headers: {}, status: 400, type: 'InvalidRequestException' },
    { what: 'half a signature', path: '/things/a', headers: { authorization: 'AWS4-HMAC-SHA256 Credential=x' }, status: 403, type: 'IncompleteSignatureException' },
  ])('answers a request with $what', async ({ path, headers, status, type }) => {
    const response = await started.iot.fetch(new Request(`https://localhost${path}`, { headers }))
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([status, type])
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await response.json()).toEqual({ message: expect.any(String) })
  })
  it.each(['[]', 'null', '{', '"text"'])('refuses the body %s', async (body) => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/iot/aws4_request, SignedHeaders=host, Signature='.concat('0'.repeat(64))
    const response = await started.iot.fetch(new Request('https://localhost/things/a', { method: 'POST', body, headers: { authorization } }))
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([400, 'SerializationException'])
  })
  it('cuts a body that no operation takes', async () => {
    const { hostname, port } = new URL(started.iot.endpoints.control)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request({ hostname, port, method: 'POST', path: '/things/a', ca: readFileSync(started.iot.caFile), agent: false }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      call.on('error', reject)
      call.end(Buffer.alloc(2 * 1024 * 1024))
    })
    expect(status).toBe(413)
  })
  it('runs the same operations in this process', async () => {
    await expect(started.iot.call('DescribeThing', { thingName: 'nowhere' })).rejects.toMatchObject({ name: 'ResourceNotFoundException', statusCode: 404 })
    // @ts-expect-error thingName is missing
    await expect(started.iot.call('DescribeThing', {})).rejects.toMatchObject({ name: 'InvalidRequestException' })
  })
})
