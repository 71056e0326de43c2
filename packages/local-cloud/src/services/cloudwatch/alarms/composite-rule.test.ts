import { expect, it } from 'vitest'
import type { StateValue } from './alarm.ts'
import { compositeRule } from './composite-rule.ts'

const states: Readonly<Record<string, StateValue>> = {
  warm: 'ALARM', 'door open': 'OK', 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:new': 'INSUFFICIENT_DATA',
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
it.each<[string, boolean]>([
  ['ALARM(warm)', true],
  ['ALARM("warm")', true],
  ['OK(warm)', false],
  ['OK(\'door open\')', true],
  ['INSUFFICIENT_DATA(arn:aws:cloudwatch:us-east-1:123456789012:alarm:new)', true],
  ['ALARM(nowhere)', false],
  ['NOT ALARM(nowhere)', true],
  ['ALARM(warm) AND ALARM("door open")', false],
  ['ALARM(warm) OR ALARM("door open") AND FALSE', true],
  ['(ALARM(warm) OR TRUE) AND NOT (OK(warm) OR FALSE)', true],
  ['alarm(warm) and not ok(warm)', true],
])('%s: %s', (rule, expected) => {
  expect(compositeRule(rule).holds((name) => states[name])).toBe(expected)
})

it('names its alarms', () => {
  expect(compositeRule('ALARM(a) AND (OK("b c") OR ALARM(a))').names).toEqual(['a', 'b c'])
})

it.each(['', 'ALARM', 'ALARM(warm', 'ALARM(warm) ALARM(warm)', 'WARM(warm)', 'ALARM("warm)'])('refuses %s', (rule) => {
  expect(() => compositeRule(rule)).toThrow(expect.objectContaining({ name: 'CompositeRuleError' }))
})
