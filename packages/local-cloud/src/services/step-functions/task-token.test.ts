import { expect, it } from 'vitest'
import { executionOfToken, machineOfToken, newTaskToken } from './task-token.ts'

const executionArn = 'arn:aws:states:us-east-1:123456789012:execution:swap:one'
const token = newTaskToken(executionArn, 'id')

it('gives out tokens that tell their execution and machine', () => {
  expect([executionOfToken(token), machineOfToken(token)]).toEqual([
    executionArn, 'arn:aws:states:us-east-1:123456789012:stateMachine:swap',
  ])
})

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html
it('gives out tokens that are no longer than AWS takes, for the longest names', () => {
  expect(newTaskToken(`arn:aws:states:us-gov-west-1:123456789012:execution:${'m'.repeat(80)}:${'e'.repeat(80)}`, '0'.repeat(36)).length)
    .toBeLessThanOrEqual(2_048)
})

it.each<[string, string]>([
  ['nothing', ''], ['a word', 'token'], ['one without its end', token.slice(0, -4)], ['one without its beginning', token.slice(4)],
  ['one with another letter', token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))], ['one with a space', `${token} `],
])('takes %s for no token', (_, text) => {
  expect([executionOfToken(text), machineOfToken(text)]).toEqual([undefined, undefined])
})
