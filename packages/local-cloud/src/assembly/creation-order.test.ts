import { expect, it } from 'vitest'
import { creationOrder } from './creation-order.ts'
import type { TemplateResource } from '../ground/template.ts'
import { stackOf } from './testing.ts'

const order = (resources: Record<string, TemplateResource>) =>
  creationOrder(stackOf({ Resources: resources }), new Map(Object.entries(resources)))

it.each<[string, TemplateResource]>([
  ['Ref', { Type: 'A', Properties: { x: [{ Ref: 'Last' }] } }],
  ['Fn::GetAtt', { Type: 'A', Properties: { x: { 'Fn::GetAtt': ['Last', 'Arn'] } } }],
  ['Fn::Sub', { Type: 'A', Properties: { x: { 'Fn::Sub': 'arn/${Last.Arn}' } } }],
  ['Fn::Sub with variables', { Type: 'A', Properties: { x: { 'Fn::Sub': ['${y}', { y: { Ref: 'Last' } }] } } }],
  ['DependsOn', { Type: 'A', DependsOn: 'Last' }],
  ['DependsOn a list', { Type: 'A', DependsOn: ['Last'] }],
])('creates a resource after what it names by %s', (_, first) => {
  expect(order({ First: first, Middle: { Type: 'A' }, Last: { Type: 'A' } })).toEqual(['Last', 'First', 'Middle'])
})

it('keeps the order of resources that don\'t depend on each other, and knows no parameter for one', () => {
  expect(order({ B: { Type: 'A', Properties: { x: { Ref: 'AWS::Region' } } }, A: { Type: 'A', Properties: { x: { Ref: 'Stage' } } } }))
    .toEqual(['B', 'A'])
})

it('refuses a circle, with every resource on it', () => {
  const resources = {
    A: { Type: 'X', DependsOn: 'B' }, B: { Type: 'X', Properties: { x: { Ref: 'C' } } }, C: { Type: 'X', DependsOn: 'B' },
  }
  expect(() => order(resources)).toThrow(expect.objectContaining({
    code: 'CYCLE',
    evidence: [
      { stackName: 'Test', logicalId: 'B', type: 'X', constructPath: 'Test/B/Resource', reason: 'depends on C' },
      { stackName: 'Test', logicalId: 'C', type: 'X', constructPath: 'Test/C/Resource', reason: 'depends on B' },
    ],
  }))
})
