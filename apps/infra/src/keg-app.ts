import type { JwtIssuer } from '@keg/cdk-constructs'
import { flows, routes, type Flow, type Route } from '@keg/flows'
import { App, type AppProps } from 'aws-cdk-lib'
import { ApiStack } from './api-stack.ts'
import { IngestStack } from './ingest-stack.ts'
import { readStage } from './stage.ts'
import { StateStack } from './state-stack.ts'

/** What is deployed: paths of messages, and routes of the API. */
export interface KegMap {
  readonly flows: readonly Flow[]
  readonly routes: readonly Route[]
}

const CONTEXT: ReadonlySet<string> = new Set(['stage', 'alarmTopic', 'jwtIssuer', 'jwtAudience'])
const TOPIC_ARN = /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+$/

/** A misspelt name would deploy something else; CDK's own names hold a colon. */
const unknownContext = ({ node }: App): string[] =>
  Object.keys(node.getAllContext() as object).filter((name) => !CONTEXT.has(name) && !name.includes(':')).map((name) => `${name}: there is no such context; there are ${[...CONTEXT].join(', ')}`)

/** What one stack takes of another is an export: CloudFormation lets no stack take away what another still needs. */
const EXPORTS = { '@aws-cdk/core:defaultCrossStackReferences': 'strong' }

/**
 * The CDK app: stacks by how long they live. What is wrong anywhere is told at synthesis, all at once.
 * Context: `stage`, part of all names, default `dev`; `alarmTopic`, the ARN of an SNS topic that is told of alarms, default none; `jwtIssuer` and `jwtAudience`
 * (client ids, with commas), who signs the tokens that the API takes, default: nobody signs in.
 */
export function kegApp(props: AppProps, map: KegMap = { flows, routes }): App {
  // CDK's own check of templates takes longer than all the rest; cfn-lint looks for more, in the tests.
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false, ...props, context: { ...EXPORTS, ...props.context } })
  const { name: stage, problems: ofStage } = readStage(app.node.tryGetContext('stage'))
  const alarmTopic: unknown = app.node.tryGetContext('alarmTopic')
  const isTopic = typeof alarmTopic === 'string' && TOPIC_ARN.test(alarmTopic)
  const problems = [...ofStage, ...unknownContext(app), ...(alarmTopic === undefined || isTopic ? [] : [`alarmTopic: ${JSON.stringify(alarmTopic)} is no ARN of a topic; write it as arn:aws:sns:eu-central-1:123456789012:alarms`])]
  app.node.addValidation({ validate: () => problems })
  // What can't be deployed need not be bundled.
  if (problems.length > 0) app.node.setContext('aws:cdk:bundling-stacks', [])
  const state = new StateStack(app, `Keg-${stage}-State`, { stage })
  const ingest = new IngestStack(app, `Keg-${stage}-Ingest`, { stage, state, flows: map.flows, ...(isTopic ? { alarmTopicArn: alarmTopic } : {}) })
  new ApiStack(app, `Keg-${stage}-Api`, { stage, state, ingest, routes: map.routes, jwt: jwtOf(app) })
  return app
}

function jwtOf({ node }: App): JwtIssuer | undefined {
  const [issuer, audience]: readonly unknown[] = [node.tryGetContext('jwtIssuer'), node.tryGetContext('jwtAudience')]
  if (issuer === undefined && audience === undefined) return undefined
  // Absent or bad, they are refused with the API.
  return { issuer: String(issuer ?? ''), audience: String(audience ?? '').split(',').filter((id) => id !== '') }
}
