import { expect, it } from 'vitest'
import { isTaskResource } from './run-task.ts'

// https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
it.each<[string, boolean]>([
  ['lambda:invoke', true], ['sqs:sendMessage', true], ['sns:publish', true], ['states:startExecution', true],
  ['aws-sdk:dynamodb:putItem', true], ['dynamodb:putItem', false], ['states:startExecution.sync', false], ['ecs:runTask', false],
  ['toString', false],
])('%s may wait for its token: %s', (integration, may) => {
  expect(isTaskResource(`arn:aws:states:::${integration}.waitForTaskToken`)).toBe(may)
})

it('a function that is the resource itself gets no token', () => {
  const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:tap'
  expect([functionArn, `${functionArn}.waitForTaskToken`].map(isTaskResource)).toEqual([true, false])
})
