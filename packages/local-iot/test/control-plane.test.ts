import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import {
  ListManagedJobTemplatesCommand, CreateTopicRuleCommand, DeleteTopicRuleCommand, DescribeEndpointCommand, DisableTopicRuleCommand,
  EnableTopicRuleCommand, GetTopicRuleCommand, ListTopicRulesCommand, ReplaceTopicRuleCommand, type TopicRulePayload,
} from '@aws-sdk/client-iot'
import { describe, expect, it } from 'vitest'
import { errorOf } from './error-of.ts'
import { useIot } from './start-iot.ts'

const started = useIot()

describe('topic rules', () => {
  const republish = { republish: { roleArn: 'arn:aws:iam::123456789012:role/r', topic: 'copy/${topic()}' } }
  const payload = (sql: string, more: Partial<TopicRulePayload> = {}): TopicRulePayload => ({
    sql, actions: [republish], awsIotSqlVersion: '2016-03-23', ...more,
  })

  it('are created, listed, disabled, replaced and deleted', async () => {
    await started.control.send(new CreateTopicRuleCommand({
      ruleName: 'copies', topicRulePayload: payload("SELECT * FROM 'keg/+'", { description: 'all' }),
    }))
    const { rule, ruleArn } = await started.control.send(new GetTopicRuleCommand({ ruleName: 'copies' }))
    expect([ruleArn, rule]).toMatchObject([
      'arn:aws:iot:us-east-1:123456789012:rule/copies',
      { sql: "SELECT * FROM 'keg/+'", ruleDisabled: false, actions: [republish], createdAt: expect.any(Date) },
    ])
    await started.control.send(new DisableTopicRuleCommand({ ruleName: 'copies' }))
    expect((await started.control.send(new ListTopicRulesCommand({ ruleDisabled: true }))).rules).toMatchObject([
      { ruleName: 'copies', topicPattern: 'keg/+', ruleDisabled: true },
    ])
    await started.control.send(new EnableTopicRuleCommand({ ruleName: 'copies' }))
    await started.control.send(new ReplaceTopicRuleCommand({ ruleName: 'copies', topicRulePayload: payload("SELECT a FROM 'keg/+'") }))
    expect((await started.control.send(new GetTopicRuleCommand({ ruleName: 'copies' }))).rule?.sql).toBe("SELECT a FROM 'keg/+'")
    expect(await errorOf(started.control.send(new CreateTopicRuleCommand({ ruleName: 'copies', topicRulePayload: payload('SELECT 1') }))))
      .toMatchObject({ name: 'ResourceAlreadyExistsException' })
    await started.control.send(new DeleteTopicRuleCommand({ ruleName: 'copies' }))
    expect(await errorOf(started.control.send(new GetTopicRuleCommand({ ruleName: 'copies' })))).toMatchObject({
      name: 'UnauthorizedException', status: 401,
    })
  })
  it('are refused with a member nobody knows that is nested too deep', async () => {
    const deep: unknown = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
    const action = { iotEvents: { inputName: 'beer', roleArn: republish.republish.roleArn, deep } }
    await expect(started.iot.call('CreateTopicRule', { ruleName: 'deep', topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [action] } }))
      .rejects.toMatchObject({ name: 'SerializationException' })
  })
  it.each([
    { what: 'bad SQL', rule: payload("SELECT FROM 'a'"), name: 'SqlParseException' },
    { what: 'an unknown function', rule: payload("SELECT nope(1) FROM 'a'"), name: 'SqlParseException' },
    {
      what: 'a bad template', rule: payload("SELECT * FROM 'a'", { actions: [{ republish: { ...republish.republish, topic: '${' } }] }),
      name: 'SqlParseException',
    },
    {
      what: 'an unknown SQL version', rule: payload("SELECT * FROM 'a'", { awsIotSqlVersion: '1999-01-01' }),
      name: 'InvalidRequestException',
    },
    {
      what: 'QoS 2', rule: payload("SELECT * FROM 'a'", { actions: [{ republish: { ...republish.republish, qos: 2 } }] }),
      name: 'InvalidRequestException',
    },
    {
      what: 'eleven actions', rule: payload("SELECT * FROM 'a'", { actions: Array.from({ length: 11 }, () => republish) }),
      name: 'InvalidRequestException',
    },
    {
      what: 'a FIFO queue',
      rule: payload("SELECT * FROM 'a'", { actions: [{ sqs: { roleArn: 'r', queueUrl: 'https://sqs/1/q.fifo' } }] }),
      name: 'InvalidRequestException',
    },
    {
      what: 'an action without its role',
      rule: payload("SELECT * FROM 'a'", { actions: [{ sqs: { roleArn: undefined, queueUrl: 'https://sqs/1/q' } }] }),
      name: 'InvalidRequestException',
    },
    {
      what: 'an action whose configuration is wrong',
      rule: payload("SELECT * FROM 'a'", { actions: [{ firehose: { roleArn: 'r', deliveryStreamName: 's', separator: ';' } }] }),
      name: 'InvalidRequestException',
    },
  ])('are refused with $what', async ({ rule, name }) => {
    expect(await errorOf(started.control.send(new CreateTopicRuleCommand({ ruleName: 'refused', topicRulePayload: rule }))))
      .toMatchObject({ name })
    expect((await started.control.send(new ListTopicRulesCommand({}))).rules?.map(({ ruleName }) => ruleName)).not.toContain('refused')
  })
})

describe('the protocol', () => {
  it('tells the data endpoint', async () => {
    const { endpointAddress } = await started.control.send(new DescribeEndpointCommand({ endpointType: 'iot:Data-ATS' }))
    expect(`https://${endpointAddress}`).toBe(started.iot.endpoints.https)
  })
  it('says what is not emulated', async () => {
    expect(await errorOf(started.control.send(new ListManagedJobTemplatesCommand({})))).toEqual({
      name: 'NotImplementedException', status: 501,
      message: 'The operation ListManagedJobTemplates is not emulated by Keg; see KNOWN-GAPS.md of @keg/local-iot.',
    })
  })
  it.each([
    { what: 'no signature', path: '/things/a', headers: {}, status: 403, type: 'MissingAuthenticationTokenException' },
    { what: 'no such path', path: '/nowhere', headers: {}, status: 404, type: 'ResourceNotFoundException' },
    { what: 'a malformed path', path: '/things/%ff', headers: {}, status: 400, type: 'InvalidRequestException' },
    {
      what: 'half a signature', path: '/things/a', headers: { authorization: 'AWS4-HMAC-SHA256 Credential=x' }, status: 403,
      type: 'IncompleteSignatureException',
    },
  ])('answers a request with $what', async ({ path, headers, status, type }) => {
    const response = await started.iot.fetch(new Request(`https://localhost${path}`, { headers }))
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([status, type])
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await response.json()).toEqual({ message: expect.any(String) })
  })
  it.each(['[]', 'null', '{', '"text"'])('refuses the body %s', async (body) => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/iot/aws4_request, SignedHeaders=host, Signature='
      .concat('0'.repeat(64))
    const response = await started.iot.fetch(new Request('https://localhost/things/a', {
      method: 'POST', body, headers: { authorization },
    }))
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([400, 'SerializationException'])
  })
  it('cuts a body that no operation takes', async () => {
    const { hostname, port } = new URL(started.iot.endpoints.control)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call =
        request({ hostname, port, method: 'POST', path: '/things/a', ca: readFileSync(started.iot.caFile), agent: false }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
      call.on('error', reject)
      call.end(Buffer.alloc(2 * 1024 * 1024))
    })
    expect(status).toBe(413)
  })
  it('runs the same operations in this process', async () => {
    await expect(started.iot.call('DescribeThing', { thingName: 'nowhere' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException', statusCode: 404,
    })
    // @ts-expect-error thingName is missing
    await expect(started.iot.call('DescribeThing', {})).rejects.toMatchObject({ name: 'InvalidRequestException' })
  })
})
