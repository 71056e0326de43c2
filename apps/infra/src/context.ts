import type { App } from 'aws-cdk-lib'
import { readStage } from './stage.ts'

/** What a context has to look like, and what it is then. */
const FORMATS = {
  alarmTopic: { is: /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+$/, what: 'ARN of a topic', as: 'arn:aws:sns:eu-central-1:123456789012:alarms' },
  searchEndpoint: {
    is: /^https:\/\/search-[a-z0-9-]+\.[a-z0-9-]+\.es\.amazonaws\.com$/,
    what: 'endpoint of a domain of OpenSearch',
    as: 'https://search-keg-0123456789abcdef.eu-central-1.es.amazonaws.com',
  },
  salesforceSecret: {
    is: /^arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:[\w/+=.@-]+-\w{6}$/,
    what: 'whole ARN of a secret',
    as: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:salesforce-AbCdEf',
  },
  domain: { is: /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, what: 'name of a domain', as: 'kegs.bar.example' },
  certificate: {
    is: /^arn:[\w-]+:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
    what: 'ARN of a certificate in us-east-1, where CloudFront takes them from',
    as: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
  },
  salesforceIdField: { is: /^[A-Za-z]\w*$/, what: 'API name of a field', as: 'KegCase__c' },
} as const
type Formatted = keyof typeof FORMATS

const CONTEXT: ReadonlySet<string> = new Set(['stage', ...Object.keys(FORMATS)])

/** What a stage is told from outside, and what is wrong with it. What is wrong is not among it. */
export interface StageContext extends Partial<Record<Formatted, string | undefined>> {
  readonly stage: string
  readonly problems: readonly string[]
}

/** Reads the context of an app. */
export function readContext({ node }: App): StageContext {
  const { name: stage, problems } = readStage(node.tryGetContext('stage'))
  const given = Object.entries(FORMATS).map(([name, { is, what, as }]) => {
    const value: unknown = node.tryGetContext(name)
    if (value === undefined) return {}
    return typeof value === 'string' && is.test(value)
      ? { value: [name, value] as const }
      : { problem: `${name}: ${JSON.stringify(value)} is no ${what}; write it as ${as}` }
  })
  return {
    stage,
    ...Object.fromEntries(given.flatMap(({ value }) => (value === undefined ? [] : [value]))),
    problems: [
      ...problems, ...unknownContext(node.getAllContext()), ...given.flatMap(({ problem = [] }) => problem),
      ...withoutTheOther(node.tryGetContext('domain'), node.tryGetContext('certificate')),
    ],
  }
}

/** CloudFront answers to no name that it has no certificate for. */
const withoutTheOther = (domain: unknown, certificate: unknown): string[] =>
  (domain === undefined) === (certificate === undefined) ? [] : ['domain, certificate: one is there without the other; name both, or neither']

/** A misspelt name would deploy something else; CDK's own names hold a colon. */
const unknownContext = (context: object): string[] =>
  Object.keys(context).filter((name) => !CONTEXT.has(name) && !name.includes(':')).map((name) =>
    `${name}: there is no such context; there are ${[...CONTEXT].join(', ')}`)
