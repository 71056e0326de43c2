import { expect, it } from 'vitest'
import { permits } from './lambda-permission.ts'

const rule = 'arn:aws:iot:us-east-1:123456789012:rule/pours'

it.each([
  ['iot.amazonaws.com', undefined, true],
  ['iot.amazonaws.com', rule, true],
  ['iot.amazonaws.com', 'arn:aws:iot:us-east-1:123456789012:rule/*', true],
  ['iot.amazonaws.com', 'arn:aws:iot:us-east-1:123456789012:rule/pour?', true],
  ['*', rule, true],
  ['iot.amazonaws.com', 'arn:aws:iot:us-east-1:123456789012:rule/other', false],
  ['iot.amazonaws.com', 'arn:aws:iot:us-east-1:123456789012:rule', false],
  ['sns.amazonaws.com', rule, false],
])('%s with source %s: %s', (principal, sourceArn, expected) => {
  expect(permits({ principal, sourceArn }, 'iot.amazonaws.com', rule)).toBe(expected)
})
