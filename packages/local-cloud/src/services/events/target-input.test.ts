import { expect, it } from 'vitest'
import { targetInput, type TargetInput } from './target-input.ts'

const event = { source: 'shop', time: 't', detail: { id: 'o-1', count: 2, lines: ['"a"'] } }
const rule = { arn: 'arn:rule', name: 'sold' }
const paths = { id: '$.detail.id', count: '$.detail.count', lines: '$.detail.lines', none: '$.detail.none' }

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
it.each<[TargetInput, string]>([
  [{}, JSON.stringify(event)],
  [{ Input: '{"a":1}' }, '{"a":1}'],
  [{ InputPath: '$.detail' }, JSON.stringify(event.detail)],
  [{
    InputTransformer: { InputPathsMap: paths, InputTemplate: '{"order":<id>,"n":<count>,"lines":<lines>}' },
  }, '{"order":"o-1","n":2,"lines":["\\"a\\""]}'],
  [{ InputTransformer: { InputPathsMap: paths, InputTemplate: '"order <id> of <count>, <none>"' } }, '"order o-1 of 2, "'],
  [{ InputTransformer: { InputTemplate: '{"rule":<aws.events.rule-name>,"other":"<unknown>"}' } }, '{"rule":"sold","other":"<unknown>"}'],
])('%j', (input, expected) => {
  expect(targetInput(input, event, rule)).toBe(expected)
})
