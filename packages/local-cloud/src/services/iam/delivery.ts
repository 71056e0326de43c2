import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { RequestContext } from './condition.ts'
import type { Identities } from './identities.ts'

/** A service that sends to a queue or a topic, which has to let it in AWS. */
export interface Delivery {
  /** As `sns.amazonaws.com`. */
  readonly service: string
  readonly sourceArn: string
  /** Of a queue or a topic. */
  readonly targetArn: string
  /** Of the resource that makes the service send. */
  readonly constructPath: string
}

/** The log line for a delivery that AWS would turn away: in AWS nothing arrives, and nobody says so. */
export function missingResourcePolicy(
  identities: Identities,
  { service, sourceArn, targetArn, constructPath }: Delivery,
  { region, accountId }: { region: string; accountId: string },
): CloudLogEntry | undefined {
  const [, , kind = '', , , name] = targetArn.split(':')
  const action = kind === 'sqs' ? 'sqs:SendMessage' : 'sns:Publish'
  const context: RequestContext = new Map([
    ['aws:sourcearn', [sourceArn]], ['aws:sourceaccount', [accountId]], ['aws:requestedregion', [region]],
    ['aws:securetransport', ['true']], ['aws:principalisawsservice', ['true']],
  ])
  const decision = identities.resourcePolicies.decide({ action, resource: targetArn }, { service }, context)
  if (decision.kind === 'allow' || decision.kind === 'undecided') return undefined
  const what = `${constructPath} does not reach ${name} in AWS: ${service} with source ${sourceArn}`
  const statement = {
    Effect: 'Allow', Principal: { Service: service }, Action: action, Resource: targetArn,
    Condition: { ArnEquals: { 'aws:SourceArn': sourceArn } },
  }
  const message = decision.kind === 'explicitDeny'
    ? `${what} is denied by the policy of the ${kindOf(kind)}: ${JSON.stringify(decision.statement.source)}`
    : `${what} is not allowed by the policy of the ${kindOf(kind)}. The statement to add: ${JSON.stringify(statement)}`
  return { level: 'warn', source: 'iam', message, constructPath }
}

function kindOf(service: string): string {
  return service === 'sqs' ? 'queue' : 'topic'
}
