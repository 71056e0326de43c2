import { expect, it } from 'vitest'
import { notificationRules, ruleMatches } from './notification-rule.ts'

const rule = {
  id: 'lambda-1', events: ['s3:ObjectCreated:*'], prefix: 'in/', suffix: '.json', destination: { kind: 'lambda', arn: 'arn:f' },
}

it.each([
  ['template', { LambdaConfigurations: [{
    Event: 's3:ObjectCreated:*', Function: 'arn:f',
    Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/' }, { Name: 'suffix', Value: '.json' }] } },
  }] }],
  ['API', { LambdaFunctionConfigurations: [{
    Events: ['s3:ObjectCreated:*'],
    LambdaFunctionArn: 'arn:f',
    Filter: { Key: { FilterRules: [{ Name: 'Prefix', Value: 'in/' }, { Name: 'Suffix', Value: '.json' }] } },
  }] }],
])('reads what a %s says', (_, configuration) => {
  expect(notificationRules(configuration)).toEqual([rule])
})

it.each([
  [{ EventBridgeConfiguration: {} }, 1],
  [{ EventBridgeConfiguration: { EventBridgeEnabled: true } }, 1],
  [{ EventBridgeConfiguration: { EventBridgeEnabled: false } }, 0],
])('%j tells the event bus', (configuration, count) => {
  expect(notificationRules(configuration)).toHaveLength(count)
})

it.each<[string, string, string[], boolean]>([
  ['ObjectCreated:Put', 'in/a.json', ['s3:ObjectCreated:*'], true],
  ['ObjectCreated:Put', 'in/a.json', ['s3:ObjectCreated:Put'], true],
  ['ObjectRemoved:Delete', 'in/a.json', ['s3:*'], true],
  ['ObjectCreated:Copy', 'in/a.json', ['s3:ObjectCreated:Put', 's3:ObjectCreated:Copy'], true],
  ['ObjectCreated:Copy', 'in/a.json', ['s3:ObjectCreated:Put'], false],
  ['ObjectRemoved:Delete', 'in/a.json', ['s3:ObjectCreated:*'], false],
  ['ObjectCreated:Put', 'out/a.json', ['s3:ObjectCreated:*'], false],
  ['ObjectCreated:Put', 'in/a.csv', ['s3:ObjectCreated:*'], false],
])('%s of %s for %j: %s', (eventName, key, events, expected) => {
  expect(ruleMatches({ ...rule, events, destination: { kind: 'lambda', arn: 'arn:f' } }, eventName, key)).toBe(expected)
})
