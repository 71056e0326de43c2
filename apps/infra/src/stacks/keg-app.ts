import { flows, routes, type Flow, type Route } from '@keg/flows'
import { App, type AppProps } from 'aws-cdk-lib'
import { AccountStack } from './account-stack.ts'
import { ApiStack } from './api-stack.ts'
import { DashboardStack } from './dashboard-stack.ts'
import { dashboardPage } from '../entries.ts'
import { FleetStack } from './fleet-stack.ts'
import { IngestStack } from './ingest-stack.ts'
import { readContext } from '../context.ts'
import { StateStack } from '../state-stack.ts'
import { WritersStack } from './writers-stack.ts'

/** What is deployed: paths of messages, and routes of the API. */
export interface KegMap {
  readonly flows: readonly Flow[]
  readonly routes: readonly Route[]
}

/** What one stack takes of another is an export: CloudFormation lets no stack take away what another still needs. */
const EXPORTS = { '@aws-cdk/core:defaultCrossStackReferences': 'strong' }

/** Where in the sources a construct was made is a fact of the machine, and an assembly is the same bytes on any. */
const NO_TRACES = { 'aws:cdk:disable-stack-trace': true, 'aws:cdk:disable-creation-stack-traces': true }

/**
 * The CDK app: stacks by how long they live, and one for what stages of one account share. What is wrong anywhere is told at synthesis,
 * all at once.
 * `page` is the folder of the built dashboard; default: where `nx run dashboard:build` writes it.
 * Context: `stage`, part of all names, default `dev`; `alarmTopic`, the ARN of an SNS topic that is told of alarms, default none;
 * `searchEndpoint`, a domain of OpenSearch that alerts are found in, default none; `salesforceSecret`, the ARN of the secret of an account
 * with Salesforce where cases are opened, default none, and `salesforceIdField`, the field of a case that holds our id of it, default
 * `KegCase__c`; `domain` and `certificate`, the name that the page has and the ARN of its certificate in us-east-1, default CloudFront's
 * own.
 */
export function kegApp(props: AppProps, map: KegMap = { flows, routes }, page = dashboardPage): App {
  // CDK's own check of templates takes longer than all the rest; cfn-lint looks for more, in the tests.
  const app = new App({
    analyticsReporting: false, builtinCloudFormationValidation: false, ...props, context: { ...EXPORTS, ...NO_TRACES, ...props.context },
  })
  const { stage, problems, alarmTopic, domain, certificate, ...outside } = readContext(app)
  app.node.addValidation({ validate: () => [...problems] })
  // What can't be deployed need not be bundled.
  if (problems.length > 0) app.node.setContext('aws:cdk:bundling-stacks', [])
  const state = new StateStack(app, `Keg-${stage}-State`, { stage, domain })
  const alarms = alarmTopic === undefined ? {} : { alarmTopicArn: alarmTopic }
  const ingest = new IngestStack(app, `Keg-${stage}-Ingest`, { stage, state, flows: map.flows, ...alarms, ...outside })
  const { index } = new AccountStack(app, 'Keg-Account', alarms)
  const fleet = new FleetStack(app, `Keg-${stage}-Fleet`, { stage, state, index, ...alarms })
  const api = new ApiStack(app, `Keg-${stage}-Api`, { stage, state, ingest, fleet, routes: map.routes })
  new DashboardStack(app, `Keg-${stage}-Dashboard`, { stage, state, api, page, domain, certificate })
  new WritersStack(app, `Keg-${stage}-Writers`, { stage, state, ...alarms })
  return app
}
