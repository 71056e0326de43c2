import type { Stack } from 'aws-cdk-lib'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { IngestQueue, THING_NAME, thingAttribute, ThingPolicy, TopicRule, toQueue, toTopic } from './index.ts'
import { synthesize as synthesizeStack } from './testing/synthesize.ts'

const entry = fileURLToPath(new URL('./cloud/handler-function.ts', import.meta.url))

const synthesize = (build: (stack: Stack) => void): Template => synthesizeStack(build).template

describe('TopicRule', () => {
  const template = synthesize((stack) => {
    const queue = new Queue(stack, 'Queue')
    new TopicRule(stack, 'Rule', {
      topicRuleName: 'keg_pours',
      sql: "SELECT * FROM 'keg/+/+/pours'",
      actions: [toQueue(queue), toTopic('keg/${current.state.desired.siteId}/${topic(3)}/state')],
      errorAction: toQueue(queue),
    })
  })

  it('carries the SQL, its version, the actions and the error action', () => {
    template.hasResourceProperties('AWS::IoT::TopicRule', {
      RuleName: 'keg_pours',
      TopicRulePayload: {
        Sql: "SELECT * FROM 'keg/+/+/pours'",
        AwsIotSqlVersion: '2016-03-23',
        RuleDisabled: false,
        Actions: [{ Sqs: { UseBase64: false } }, { Republish: { Topic: 'keg/${current.state.desired.siteId}/${topic(3)}/state', Qos: 1 } }],
        ErrorAction: { Sqs: {} },
      },
    })
  })

  it('may send to its queue and publish where its template can lead, and nothing else', () => {
    const [policy] = Object.values(template.findResources('AWS::IAM::Policy'))
    const actions: string[] = policy?.['Properties'].PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action)
    expect(new Set(actions)).toEqual(new Set(['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'iot:Publish']))
    expect(JSON.stringify(policy)).toContain(':topic/keg/*/*/state')
  })

  it('refuses SQL that AWS would refuse', () => {
    expect(() => synthesize((stack) => new TopicRule(stack, 'Rule', { topicRuleName: 'r', sql: 'SELECT', actions: [] })))
      .toThrow(/SELECT|expected/i)
  })
})

it('IngestQueue loses nothing: partial batches, a quarantine queue with a handler of its own, fourteen days', () => {
  const template = synthesize((stack) => new IngestQueue(stack, 'Pours', { handler: { entry }, quarantineHandler: { entry } }))
  template.resourceCountIs('AWS::SQS::Queue', 2)
  template.allResourcesProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_600, VisibilityTimeout: 60 })
  template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 5 } })
  template.resourceCountIs('AWS::Lambda::EventSourceMapping', 2)
  template.allResourcesProperties('AWS::Lambda::EventSourceMapping', { FunctionResponseTypes: ['ReportBatchItemFailures'] })
})

describe('ThingPolicy', () => {
  const policyOf = (template: Template) => Object.values(template.findResources('AWS::IoT::Policy'))[0]?.['Properties'].PolicyDocument

  it('lets a thing connect under its own name while attached, and do what is listed', () => {
    const template = synthesize(
      (stack) => new ThingPolicy(stack, 'Policy', { publish: [`keg/${thingAttribute('siteId')}/${THING_NAME}/pours`], shadow: true }),
    )
    template.hasResourceProperties('AWS::IoT::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: 'iot:Connect', Condition: { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } } }),
          Match.objectLike({ Action: 'iot:Publish' }),
          Match.objectLike({ Action: 'iot:Subscribe' }),
          Match.objectLike({ Action: 'iot:Receive' }),
        ]),
      },
    })
    const text = JSON.stringify(policyOf(template))
    expect(text).toContain(':topic/keg/${iot:Connection.Thing.Attributes[siteId]}/${iot:Connection.Thing.ThingName}/pours')
    const shadows = [...text.matchAll(/:(topic|topicfilter)\/\$aws\/things\/\$\{iot:Connection\.Thing\.ThingName\}\/([^"]*)"/g)]
      .map(([, type, name]) => `${type} ${name}`)
    // shadow/* would be all named shadows as well.
    expect(shadows).toEqual([
      'topic shadow/get', 'topic shadow/update',
      ...['topicfilter', 'topic'].flatMap((type) => ['get', 'update', 'd*e'].map((request) => `${type} shadow/${request}/*`)),
    ])
  })

  it('has no statement for what is not listed', () => {
    const { Statement } = policyOf(synthesize((stack) => new ThingPolicy(stack, 'Policy', {})))
    expect(Statement).toHaveLength(1)
  })
})
