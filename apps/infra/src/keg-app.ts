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

/** What one stack takes of another is an export: CloudFormation lets no stack take away what another still needs. */
const EXPORTS = { '@aws-cdk/core:defaultCrossStackReferences': 'strong' }

/**
 * The CDK app: stacks by how long they live. What is wrong anywhere is told at synthesis, all at once.
 * Context: `stage`, part of all names, default `dev`; `alarmTopic`, the ARN of an SNS topic that is told of alarms, default none.
 */
export function kegApp(props: AppProps, map: KegMap = { flows, routes }): App {
  const app = new App({ analyticsReporting: false, ...props, context: { ...EXPORTS, ...props.context } })
  const { name: stage, problems } = readStage(app.node.tryGetContext('stage'))
  app.node.addValidation({ validate: () => [...problems] })
  const alarmTopic: unknown = app.node.tryGetContext('alarmTopic')
  const state = new StateStack(app, `Keg-${stage}-State`, { stage })
  const ingest = new IngestStack(app, `Keg-${stage}-Ingest`, { stage, state, flows: map.flows, ...(typeof alarmTopic === 'string' ? { alarmTopicArn: alarmTopic } : {}) })
  new ApiStack(app, `Keg-${stage}-Api`, { stage, state, ingest, routes: map.routes })
  return app
}
