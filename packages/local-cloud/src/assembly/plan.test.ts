import { expect, it } from 'vitest'
import type { CloudError } from '../ground/cloud-error.ts'
import { ResourceTypes } from '../services/resource-types.ts'
import { planStacks } from './plan.ts'
import type { Template } from '../ground/template.ts'
import { stackOf } from './testing.ts'

const resourceTypes = await new ResourceTypes().loadAll()

const plan = (template: Template, parameters: Record<string, string> = {}) =>
  planStacks([stackOf(template)], { parameters, region: 'us-east-1', accountId: '123456789012', resourceTypes })[0]

function refusal(...templates: Template[]): CloudError {
  try {
    planStacks(templates.map((template, index) => stackOf(template, `S${index}`)), {
      parameters: {}, region: 'r', accountId: 'a', resourceTypes,
    })
  } catch (error) {
    return error as CloudError
  }
  throw new Error('It was not refused.')
}

it('plans what conditions leave, in the order of creation', () => {
  const planned = plan({
    Parameters: { Stage: { Type: 'String', Default: 'dev' } },
    Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: {
      Mapped: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::If': ['IsProd', { Ref: 'Alarm' }, { Ref: 'Other' }] } } },
      Alarm: { Type: 'AWS::CloudWatch::Alarm', Condition: 'IsProd' },
      Other: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { 'Fn::If': ['IsProd', 'key', { Ref: 'AWS::NoValue' }] } } },
    },
  })
  expect(planned?.resources.map(({ logicalId, properties }) => [logicalId, properties])).toEqual([
    ['Other', {}],
    ['Mapped', { QueueName: { Ref: 'Other' } }],
  ])
})

it('lists every type and property that is not supported, of every stack, with its construct path', () => {
  const { code, evidence, message } = refusal(
    {
      Resources: {
        Vpc: { Type: 'AWS::EC2::VPC' },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { Colour: 'red', VisibilityTimeout: 'long', FifoQueue: { Ref: 'AnyParameter' } } },
      },
      Parameters: { AnyParameter: { Type: 'String', Default: 'true' } },
    },
    {
      Resources: {
        Image: { Type: 'AWS::Lambda::Function', Properties: { Role: 'r', Code: { ImageUri: 'x', Hue: 1 }, Runtime: 'python3.13' } },
        Table: {
          Type: 'AWS::DynamoDB::Table',
          Properties: { KeySchema: [], AttributeDefinitions: { 'Fn::Transform': {} }, KinesisStreamSpecification: {} },
        },
      },
    },
  )
  expect(code).toBe('UNSUPPORTED')
  expect(evidence.map(({ constructPath, type, property, reason }) => [constructPath, type, property, reason])).toEqual([
    ['S0/Vpc/Resource', 'AWS::EC2::VPC', undefined, 'the type is not supported'],
    ['S0/Queue/Resource', 'AWS::SQS::Queue', 'Colour', 'is not supported'],
    ['S0/Queue/Resource', 'AWS::SQS::Queue', 'VisibilityTimeout', 'takes a number, not "long"'],
    ['S1/Image/Resource', 'AWS::Lambda::Function', 'Code.Hue', 'is not supported'],
    ['S1/Image/Resource', 'AWS::Lambda::Function', 'Code.ImageUri', 'container images are not run'],
    ['S1/Image/Resource', 'AWS::Lambda::Function', 'Runtime', 'takes a Node.js runtime, not "python3.13"'],
    ['S1/Table/Resource', 'AWS::DynamoDB::Table', undefined, 'the intrinsic function Fn::Transform is not supported'],
    ['S1/Table/Resource', 'AWS::DynamoDB::Table', 'KinesisStreamSpecification', 'changes go to DynamoDB\'s own streams alone'],
  ])
  expect(message).toContain('  Vpc (AWS::EC2::VPC, S0/Vpc/Resource): the type is not supported')
})

it.each<[string, Template, Record<string, string>, string]>([
  ['a parameter without a value', { Parameters: { Stage: { Type: 'String' } } }, {}, 'PARAMETER_INVALID'],
  [
    'a value that is not allowed', { Parameters: { Stage: { Type: 'String', AllowedValues: ['dev'] } } }, { Stage: 'prod' },
    'PARAMETER_INVALID',
  ],
  ['a transform', { Transform: 'AWS::Serverless-2016-10-31' }, {}, 'UNSUPPORTED'],
])('refuses %s', (_, template, parameters, code) => {
  expect(() => plan(template, parameters)).toThrow(expect.objectContaining({ code }))
})

it('tells all parameters without a value at once, of all stacks, with what to type', () => {
  const stacks = [
    stackOf(
      { Parameters: { Stage: { Type: 'String', AllowedValues: ['dev', 'prod'] }, Known: { Type: 'String' }, Site: { Type: 'String' } } },
      'Bar',
    ),
    stackOf({ Parameters: { Stage: { Type: 'String' }, Size: { Type: 'Number', AllowedValues: [1, 2] } } }, 'Shop'),
  ]
  const planning = () => planStacks(stacks, { parameters: { Known: 'x', Size: '7' }, region: 'r', accountId: 'a', resourceTypes })
  expect(planning).toThrow(expect.objectContaining({
    code: 'PARAMETER_INVALID',
    message: [
      'Parameter Stage of stack Bar has neither a value nor a default; it allows dev, prod.',
      'Parameter Site of stack Bar has neither a value nor a default.',
      'Parameter Stage of stack Shop has neither a value nor a default.',
      'Parameter Size of stack Shop allows 1, 2, not 7.',
      'Give keg run --parameter Stage=… --parameter Site=…, or runAssembly their values by its option parameters.',
    ].join('\n'),
  }))
})

it('takes a list parameter apart', () => {
  expect(plan({ Parameters: { Zones: { Type: 'CommaDelimitedList', Default: 'a, b' } } })?.parameters).toEqual({ Zones: ['a', 'b'] })
})

it('refuses what refers to something that is not there, all of it', () => {
  const queue = (name: unknown) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName: name } })
  const { code, evidence } = refusal(
    {
      Parameters: { Stage: { Type: 'String', Default: 'dev' } },
      Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
      Resources: {
        Named: queue({ 'Fn::Sub': '${Stage}-${AWS::Region}-${Nobody.Arn}' }),
        Absent: { ...queue('a'), Condition: 'IsProd' },
        Left: queue({ 'Fn::If': ['IsProd', { Ref: 'Nowhere' }, 'left'] }),
        Right: queue({ Ref: 'Absent' }),
        Imports: queue({ 'Fn::ImportValue': { 'Fn::Sub': '${Stage}-nothing' } }),
        Exported: queue({ 'Fn::ImportValue': 'dev-name' }),
      },
      Outputs: { Url: { Value: { Ref: 'Gone' } }, Not: { Condition: 'IsProd', Value: { Ref: 'Gone' } } },
    },
    {
      Parameters: { Stage: { Type: 'String', Default: 'dev' } }, Resources: {},
      Outputs: { Name: { Value: 'x', Export: { Name: { 'Fn::Sub': '${Stage}-name' } } } },
    },
  )
  expect(code).toBe('UNRESOLVED')
  expect(evidence.map(({ logicalId, reason }) => `${logicalId} ${reason}`)).toEqual([
    'Named refers to Nobody, which is not there',
    'Right refers to Absent, which is not there',
    'Imports refers to the export dev-nothing of another stack, which is not there',
    'Url refers to Gone, which is not there',
  ])
})
