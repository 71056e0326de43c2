import { CfnTopicRuleDestination } from 'aws-cdk-lib/aws-iot'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import { Token } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { batchConfig, type Batch } from '../batch-config.ts'
import { isTemplate } from '../substitution.ts'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

/** What is used of a secret: `ISecret` with less in it fits programs with `exactOptionalPropertyTypes`, too. */
export type TokenSecret = Pick<ISecret, 'secretArn' | 'grantRead'>

export interface InfluxDbDestinationProps {
  /** `https://…`, on port 443, 8086, 8181 or 8443. */
  readonly endpoint: string
  readonly version: 'V2' | 'V3'
  /** The token that AWS IoT shows. */
  readonly secret: TokenSecret
  /** The member of the secret that has it. @default - the secret is the token */
  readonly secretKey?: string
  /** Where the secret has its value. @default - AWS's */
  readonly secretType?: 'SecretString' | 'SecretBinary'
}

const LIMITS = { openMs: [5, 1_000], size: [1, 500] } as const
const PORTS: readonly string[] = ['', '443', '8086', '8181', '8443']

/**
 * An InfluxDB that rules may write to; AWS IoT asks it for its version before it is enabled. Throws where the endpoint is none that AWS
 * takes.
 *
 * @example
 * const influx = new InfluxDbDestination(this, 'Influx', { endpoint: 'https://influx.example:8086', version: 'V2', secret })
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT celsius FROM 'keg/+/telemetry'",
 *   actions: [toInfluxDb(influx, { databaseName: 'bar', tableName: 'telemetry', organization: 'keg' })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/influxdb-rule-action.html
 */
export class InfluxDbDestination extends Construct {
  readonly destinationArn: string
  readonly secret: TokenSecret
  readonly version: 'V2' | 'V3'

  constructor(scope: Construct, id: string, { endpoint, version, secret, secretKey, secretType }: InfluxDbDestinationProps) {
    super(scope, id)
    const url = URL.parse(endpoint)
    // What is known at deployment alone is AWS's to check.
    const isTaken = Token.isUnresolved(endpoint) || (url !== null && url.protocol === 'https:' && PORTS.includes(url.port))
    this.node.addValidation({
      validate: () => (isTaken ? [] : [`endpoint: ${JSON.stringify(endpoint)} is not https on port 443, 8086, 8181 or 8443`]),
    })
    this.secret = secret
    this.version = version
    this.destinationArn = new CfnTopicRuleDestination(this, 'Destination', {
      influxDbProperties: {
        endpoint, influxDbVersion: version, secretId: secret.secretArn, ...(secretKey === undefined ? {} : { secretKey }),
        ...(secretType === undefined ? {} : { secretType }),
      },
    }).attrArn
  }
}

export interface ToInfluxDbProps extends ActionProps {
  /** Takes no template. */
  readonly databaseName: string
  /** May hold `${…}`, or one `@{…}` that names what the SQL selects, but not in an error action. */
  readonly tableName: string
  /** V2 asks for it; takes no template. @default - none */
  readonly organization?: string
  /** Values may hold `${…}`, or one `@{…}`. @default - none */
  readonly tags?: Readonly<Record<string, string>>
  /** Of the member `timestamp`, which each object that is written has. @default 'ms' */
  readonly timestampUnit?: 's' | 'ms' | 'us' | 'ns'
  /** Open for 5 to 1,000 ms, 1 to 500 messages. @default - each message by itself */
  readonly batch?: Batch
}

/**
 * Writes what the rule selected as points of an InfluxDB, which takes the place of Timestream for LiveAnalytics. `keg run` names it as not
 * emulated.
 *
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toInfluxDb(influx, { databaseName: 'bar', tableName: 'pours', organization: 'keg' })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/influxdb-rule-action.html
 */
export const toInfluxDb = (
  destination: Pick<InfluxDbDestination, 'destinationArn' | 'secret' | 'version'>, props: ToInfluxDbProps,
): RuleAction =>
  ruleAction('influxDB', props, ({ role, template, refuse }) => {
    const { databaseName, tableName, organization, tags = {}, timestampUnit = 'ms', batch } = props
    if (destination.version === 'V2' && organization === undefined)
      refuse('influxDb.organization', 'it is missing, and InfluxDB V2 asks for it')
    for (const [name, text = ''] of Object.entries({ databaseName, organization })) {
      if (isTemplate(text) || text.includes('@{'))
        refuse(`influxDb.${name}`, `${JSON.stringify(text)} has a template, and AWS takes none here; make an action for each`)
    }
    destination.secret.grantRead(role)
    for (const [name, text] of Object.entries(tags)) template(`influxDb.tags["${name}"]`, text, { perElement: true })
    return {
      influxDb: {
        destinationArn: destination.destinationArn, databaseName,
        tableName: template('influxDb.tableName', tableName, { perElement: true }), timestampUnit, roleArn: role.roleArn,
        ...(organization === undefined ? {} : { organization }), ...(props.tags === undefined ? {} : { tags: { ...tags } }),
        ...(batch && { batchConfig: batchConfig(batch, LIMITS, (name, message) => refuse(`influxDb.batchConfig.${name}`, message)) }),
      },
    }
  })
