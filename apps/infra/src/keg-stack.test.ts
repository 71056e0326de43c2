import { flows, routes } from '@keg/flows'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { apiHandler, ingestHandler } from './entries.ts'
import { KegStack } from './keg-stack.ts'

const outdir = mkdtempSync(join(tmpdir(), 'keg-infra-'))
const app = new App({ outdir, context: { 'aws:cdk:bundling-stacks': [] }, analyticsReporting: false })
const template = Template.fromStack(new KegStack(app, 'Keg', { stage: 'test' }))
afterAll(() => rmSync(outdir, { recursive: true }))
const policiesOf = (role: RegExp): string =>
  JSON.stringify(Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => role.test(id)).map(([, policy]) => policy))

it('deploys every flow and every route of the map', () => {
  const rules = Object.values(template.findResources('AWS::IoT::TopicRule')).map((rule) => rule['Properties'].RuleName)
  expect(rules.sort()).toEqual(flows.map(({ name }) => `keg_test_${name}`).sort())
  const keys = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map((route) => route['Properties'].RouteKey)
  expect(keys.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
})

it.each(['pours', 'quarantine', 'batches', 'batches-quarantine'])('finds the ingest handler %s', (name) => {
  expect(existsSync(ingestHandler(name))).toBe(true)
})

it.each(routes)('finds the handler of $method $path', ({ handler }) => {
  expect(existsSync(apiHandler(handler))).toBe(true)
})

it.each([
  ['ListKegs', ['dynamodb:GetItem', 'dynamodb:Query'], /iot:|Put|Update|secretsmanager/],
  ['PutSettings', ['iot:UpdateThingShadow', 'iot:DescribeThing'], /dynamodb|GetThingShadow|secretsmanager/],
  ['PostLive', ['secretsmanager:GetSecretValue'], /dynamodb|iot:/],
  ['BatchesHandler', ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'iot:Publish'], /dynamodb:(Get|Query|Delete)|Shadow|secretsmanager/],
  ['ReportedLookups', ['iot:DescribeThing'], /Shadow|dynamodb/],
  ['StateRequestLookups', ['iot:GetThingShadow'], /DescribeThing|dynamodb/],
  ['PoursHandler', ['dynamodb:PutItem', 'dynamodb:UpdateItem'], /dynamodb:(Get|Query|Delete)|iot:|secretsmanager/],
])('grants %s what it needs and no more', (handler, actions, others) => {
  const policies = policiesOf(new RegExp(`^${handler}`))
  for (const action of actions) expect(policies).toContain(action)
  expect(policies).not.toMatch(others)
})

it('lets the handlers of batches publish answers to gateways, and what comes in batches, each on its topic', () => {
  const topics = [...policiesOf(/^Batches/).matchAll(/:topic\/([^"]*)/g)].map(([, topic]) => topic)
  expect(new Set(topics)).toEqual(new Set(['keg/*/gateways/*/acks', 'keg/*/*/alerts', 'keg/*/*/replies/*', 'keg/*/*/reported']))
})

it('sends what a rule could not deliver to quarantine', () => {
  template.hasResourceProperties('AWS::IoT::TopicRule', { RuleName: 'keg_test_pours', TopicRulePayload: { ErrorAction: { Sqs: {} } } })
})

it('keeps the ledger when the stack goes', () => {
  template.hasResource('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' })
})

it('lets a gateway speak for its own site and in its own name alone, and touch no shadow', () => {
  const [, policy] = Object.entries(template.findResources('AWS::IoT::Policy')).find(([id]) => id.startsWith('GatewayPolicy')) ?? []
  const text = JSON.stringify(policy)
  expect(text).not.toContain('$aws/things')
  expect(text).toContain('topic/$aws/rules/keg_test_batch/${iot:Connection.Thing.Attributes[siteId]}/${iot:Connection.Thing.ThingName}')
  const topics = [...text.matchAll(/:topic(?:filter)?\/(keg\/[^"]*)/g)].map(([, topic = '']) => topic)
  expect(topics.length).toBeGreaterThan(0)
  for (const topic of topics) expect(topic).toMatch(/^keg\/\$\{iot:Connection\.Thing\.Attributes\[siteId\]\}\//)
})

it('puts the ARN of a role of its own where a rule looks things up', () => {
  const rules = JSON.stringify(template.findResources('AWS::IoT::TopicRule'))
  expect(rules).not.toContain('000000000000')
  expect(rules).toContain('ReportedLookups')
})
