import { describe, expect, it } from 'vitest'
import { parseTopicFilter, parseTopicName, TopicError } from './index.ts'

// What has no place in AWS's count of bytes and slashes has a limit of its own: a device chooses it, and policies are held against it.
describe('the parts that are not counted', () => {
  it.each([['a rule of 128 characters', `$aws/rules/${'r'.repeat(128)}/keg/k-1`]])('takes %s', (_, topic) => {
    expect(parseTopicName(topic).basicIngest?.topic).toBe('keg/k-1')
  })
  it.each([
    ['a rule of 129 characters', `$aws/rules/${'r'.repeat(129)}/keg/k-1`],
    ['a rule of 60,000 characters', `$aws/rules/${'_'.repeat(60_000)}/keg`],
    ['a rule with a hyphen, which no rule can have', '$aws/rules/my-rule/keg'],
    ['a rule without a name', '$aws/rules//keg'],
  ])('refuses %s', (_, topic) => {
    expect(() => parseTopicName(topic)).toThrow(TopicError)
  })
  it('takes a group of 128 characters and no longer one', () => {
    expect(parseTopicFilter(`$share/${'g'.repeat(128)}/keg/#`).filter).toBe('keg/#')
    expect(() => parseTopicFilter(`$share/${'g'.repeat(129)}/keg/#`)).toThrow('at most 128 characters')
  })
})
