import { ArnFormat, Resource, Stack, type IResource } from 'aws-cdk-lib'
import { Effect, PolicyStatement, Role, ServicePrincipal, type IRole } from 'aws-cdk-lib/aws-iam'
import { CfnLogging, CfnResourceSpecificLogging } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'
import { acknowledgeWildcard } from '../acknowledgements/acknowledge.ts'

/**
 * How much AWS IoT logs. Each level includes those before it.
 *
 * @example new IotLogging(this, 'Logging', { logLevel: LogLevel.WARN })
 */
export const LogLevel = { DISABLED: 'DISABLED', ERROR: 'ERROR', WARN: 'WARN', INFO: 'INFO', DEBUG: 'DEBUG' } as const
export type LogLevel = (typeof LogLevel)[keyof typeof LogLevel]

/** The log settings of an account, made here or elsewhere. */
export interface IIotLogging extends IResource {
  readonly logId: string
}

/** A level of its own for some devices. */
export interface LogTarget {
  readonly type: 'THING_GROUP' | 'CLIENT_ID' | 'SOURCE_IP' | 'PRINCIPAL_ID'
  /** The name of the group, the client id, the address, or the id of the certificate. */
  readonly name: string
  readonly logLevel: LogLevel
}

/** A level of its own for one kind of event. */
export interface LogEvent {
  /** As the log names it: `Connect`, `Publish-In`, `RuleExecution`. */
  readonly eventType: string
  /** @default - the account's */
  readonly logLevel?: LogLevel
  /** The name of a log group. @default - AWSIotLogsV2 */
  readonly logDestination?: string
}

export interface IotLoggingProps {
  /** @default LogLevel.ERROR */
  readonly logLevel?: LogLevel
  /**
   * What AWS IoT writes as; `iot.amazonaws.com` has to be allowed to assume it.
   * @default - a role of its own that may write logs of AWS IoT
   */
  readonly role?: IRole
  /** Levels of some devices; they win over all others. @default - none */
  readonly targets?: readonly LogTarget[]
  /** Levels of some kinds of event. @default - none */
  readonly events?: readonly LogEvent[]
}

/** As the page on logging lists them. */
const LOG_ACTIONS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:PutMetricFilter', 'logs:PutRetentionPolicy']

/**
 * How much AWS IoT writes to CloudWatch Logs, for the whole account and region: there is one in each. Deleted, nothing is written any more.
 *
 * @example
 * new IotLogging(this, 'Logging', { logLevel: LogLevel.WARN, targets: [{ type: 'CLIENT_ID', name: 'keg-1', logLevel: LogLevel.DEBUG }] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html
 */
export class IotLogging extends Resource implements IIotLogging {
  readonly logId: string
  readonly role: IRole

  /** Log settings that are there: their id is the account's. */
  static fromLogId(scope: Construct, id: string, logId: string): IIotLogging {
    return new ImportedLogging(scope, id, logId)
  }

  constructor(scope: Construct, id: string, { logLevel = LogLevel.ERROR, role, targets = [], events = [] }: IotLoggingProps = {}) {
    super(scope, id)
    const refusals = new Refusals(this)
    this.role = role ?? this.#writer(events)
    const logging = new CfnLogging(this, 'Logging', present({
      accountId: this.stack.account, defaultLogLevel: logLevel, roleArn: this.role.roleArn,
      eventConfigurations: events.length === 0 ? undefined : events.map((event) => ({ ...event })),
    }))
    this.logId = logging.ref
    for (const [index, { type, name, logLevel: level }] of targets.entries()) {
      refusals.text(`targets[${index}].name`, name, TEXT.logTargetName)
      const same = targets.findIndex((target) => target.type === type && target.name === name)
      if (same < index) refusals.refuse(`targets[${index}]`, `${type} ${name} has a level by targets[${same}]; leave one out`)
      // AWS IoT takes no level of a target before logging is on.
      new CfnResourceSpecificLogging(this, `Target${index}`, { targetType: type, targetName: name, logLevel: level }).node
        .addDependency(logging)
    }
  }

  #writer(events: readonly LogEvent[]): Role {
    const groups = ['AWSIotLogsV2', ...events.flatMap(({ logDestination }) => logDestination ?? [])]
    const resources = [...new Set(groups)].map((group) => Stack.of(this).formatArn({
      service: 'logs', resource: 'log-group', resourceName: `${group}:*`, arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }))
    // No condition on who asks: AWS does not say that it sends aws:SourceArn for logs, and without it nobody could assume the role.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
    role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: LOG_ACTIONS, resources }))
    for (const resource of resources) acknowledgeWildcard(role, resource, 'AWS IoT chooses the names of the streams in its own log groups')
    return role
  }
}

class ImportedLogging extends Resource implements IIotLogging {
  readonly logId: string

  constructor(scope: Construct, id: string, logId: string) {
    super(scope, id)
    this.logId = logId
  }
}
