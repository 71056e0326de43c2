import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Architecture, Function, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import { Queue, QueueEncryption, type IQueue } from 'aws-cdk-lib/aws-sqs'
import { acknowledge, acknowledgeManagedPolicy } from '../../acknowledgements/acknowledge.ts'
import { DEAD_LETTER_DAYS } from '../limits.ts'
import type { RuleAction, RuleBinding } from '../rule-action.ts'
import { salesforceCode } from './salesforce/salesforce-code.ts'
import type { FieldSource, Mapping } from './salesforce/settings.ts'
import { toLambda } from './to-lambda.ts'

export interface ToSalesforceProps {
  /**
   * `{ instanceUrl, clientId, clientSecret }` as JSON, of a connected app with the client credentials flow; `tokenUrl` may take the place
   * of `instanceUrl`.
   */
  readonly secret: Pick<ISecret, 'grantRead' | 'secretArn'>
  /** @default 'Case' */
  readonly object?: string
  /** The object's external id field, and the member of what the rule selects that has it: two messages of one id make one record. */
  readonly externalId: { readonly field: string; readonly from: string }
  /**
   * The object's fields: each a member of what the rule selects (`a.b` for one inside of another), or `{ value }` as it is. A member that a
   * message lacks is left out.
   */
  readonly fields: Readonly<Record<string, FieldSource>>
  /** @default 'v66.0' */
  readonly apiVersion?: string
  /**
   * Gets a message, with the reason, that failed three times.
   *
   * @default - a queue of the action's own, that keeps it for 14 days
   */
  readonly onFailure?: IQueue
}

const NAME = /^[A-Za-z]\w*$/
const API_VERSION = /^v\d{2,3}\.0$/

/**
 * Creates a record in Salesforce, as a case, from what the rule selected, or changes the one that has its external id. A function of the
 * package does it: the action of AWS IoT that is called Salesforce is for IoT input streams alone, and CloudFormation does not have it.
 *
 * @example
 * toSalesforce({ secret, externalId: { field: 'AlertId__c', from: 'alertId' }, fields: { Subject: 'what', Origin: { value: 'Keg' } } })
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 */
export const toSalesforce = (props: ToSalesforceProps): RuleAction => ({
  name: 'lambda',
  bind(binding) {
    const { secret, object = 'Case', externalId, fields, apiVersion = 'v66.0', onFailure } = props
    check(props, object, apiVersion, binding)
    const { scope } = binding
    const deadLetters = onFailure ?? failuresIn(binding)
    const mapping: Mapping = { object, externalIdField: externalId.field, externalIdFrom: externalId.from, fields }
    const func = new Function(scope, 'Salesforce', {
      runtime: Runtime.NODEJS_24_X, architecture: Architecture.ARM_64, handler: 'index.handler', code: salesforceCode(),
      timeout: Duration.seconds(30), loggingFormat: LoggingFormat.JSON,
      logGroup: new LogGroup(scope, 'SalesforceLogs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
      retryAttempts: 2, onFailure: new SqsDestination(deadLetters),
      environment: { SECRET_ARN: secret.secretArn, API_VERSION: apiVersion, MAPPING: JSON.stringify(mapping) },
    })
    secret.grantRead(func)
    acknowledgeManagedPolicy(func, 'service-role/AWSLambdaBasicExecutionRole', 'it lets the function write its logs, and nothing else')
    return toLambda(func).bind(binding)
  },
})

function failuresIn({ scope }: RuleBinding): Queue {
  const queue = new Queue(scope, 'SalesforceFailures', {
    encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: DEAD_LETTER_DAYS,
  })
  acknowledge(queue, 'SQS3', 'it is where messages go that failed three times; a queue behind it would keep the same')
  return queue
}

function check({ externalId, fields }: ToSalesforceProps, object: string, apiVersion: string, { selects, refuse }: RuleBinding): void {
  const names: readonly (readonly [property: string, name: string])[] = [
    ['object', object], ['externalId.field', externalId.field], ...Object.keys(fields).map((name) => [`fields["${name}"]`, name] as const),
  ]
  for (const [property, name] of names) if (!NAME.test(name)) refuse(`salesforce.${property}`, `${JSON.stringify(name)} is no API name of Salesforce: a letter, then letters, digits and "_", as Case or AlertId__c`)
  if (!API_VERSION.test(apiVersion))
    refuse('salesforce.apiVersion', `${JSON.stringify(apiVersion)} is no version of its API; write it as v66.0`)
  if (Object.hasOwn(fields, externalId.field)) {
    refuse(
      `salesforce.fields["${externalId.field}"]`, 'Salesforce refuses the external id among the fields; leave it out, externalId has it',
    )
  }
  const sources = [
    ['externalId.from', externalId.from] as const,
    ...Object.entries(fields).map(([name, source]) => [`fields["${name}"]`, source] as const),
  ]
  for (const [property, source] of sources) {
    const [member = ''] = typeof source === 'string' ? source.split('.') : []
    if (typeof source === 'string' && selects(member) === false)
      refuse(`salesforce.${property}`, `the SQL does not select ${member}; add it to SELECT`)
  }
}
