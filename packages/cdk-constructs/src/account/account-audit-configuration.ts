import { acknowledgeManagedPolicy } from '../acknowledgements/acknowledge.ts'
import { Duration, Resource, type IResource } from 'aws-cdk-lib'
import { ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam'
import { CfnAccountAuditConfiguration } from 'aws-cdk-lib/aws-iot'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'
import { iotFor } from '../roles/service-role.ts'
import { AUDIT_CHECKS, type AuditCheck } from './audit-check.ts'

/** The audit settings of an account, made here or elsewhere. */
export interface IAccountAuditConfiguration extends IResource {
  readonly accountId: string
}

/** Which checks are on; each one is, unless it is `false` here. */
export type CheckConfiguration = { readonly [Check in (typeof AUDIT_CHECKS)[AuditCheck]]?: boolean } & {
  /** From which age on a certificate is told of: 30 to 3,652 days. @default Duration.days(365) */
  readonly deviceCertificateAgeCheckDuration?: Duration
}

export interface AccountAuditConfigurationProps {
  /** What gets the findings. @default - they are not sent */
  readonly targetTopic?: ITopic
  /** @default - all checks are on */
  readonly checkConfiguration?: CheckConfiguration
}

const AGE_DAYS = [30, 3_652] as const

/**
 * Which audit checks AWS IoT Device Defender can do, for the whole account and region: there is one in each.
 *
 * @example new AccountAuditConfiguration(this, 'Audit', { targetTopic: topic })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit.html
 */
export class AccountAuditConfiguration extends Resource implements IAccountAuditConfiguration {
  readonly accountId: string
  readonly #off: ReadonlySet<AuditCheck>

  /** Audit settings that are there. */
  static fromAccountId(scope: Construct, id: string, accountId: string): IAccountAuditConfiguration {
    return new ImportedConfiguration(scope, id, accountId)
  }

  /** Whether a check is off, as far as it is known here. */
  static isOff(configuration: IAccountAuditConfiguration, check: AuditCheck): boolean {
    return configuration instanceof AccountAuditConfiguration && configuration.#off.has(check)
  }

  constructor(
    scope: Construct,
    id: string,
    { targetTopic, checkConfiguration: { deviceCertificateAgeCheckDuration: age, ...checks } = {} }: AccountAuditConfigurationProps = {},
  ) {
    super(scope, id)
    this.accountId = this.stack.account
    const names = Object.keys(AUDIT_CHECKS) as readonly AuditCheck[]
    this.#off = new Set(names.filter((name) => checks[AUDIT_CHECKS[name]] === false))
    const refusals = new Refusals(this)
    if (age !== undefined && checks.deviceCertificateAgeCheck === false) {
      refusals.refuse(
        'checkConfiguration.deviceCertificateAgeCheckDuration', 'the check is off; leave out the duration, or deviceCertificateAgeCheck',
      )
    }
    const days = (age ?? Duration.days(365)).toDays({ integral: false })
    refusals.range('checkConfiguration.deviceCertificateAgeCheckDuration', days, AGE_DAYS, 'days')
    const role = new Role(this, 'Role', {
      assumedBy: iotFor(this, 'account'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSIoTDeviceDefenderAudit')],
    })
    acknowledgeManagedPolicy(role, 'service-role/AWSIoTDeviceDefenderAudit', 'AWS keeps it to what its audits read')
    const on = names.filter((name) => !this.#off.has(name)).map((name) => AUDIT_CHECKS[name])
    new CfnAccountAuditConfiguration(this, 'Configuration', present({
      accountId: this.accountId, roleArn: role.roleArn,
      auditCheckConfigurations: Object.fromEntries(on.map((check) => [
        check,
        { enabled: true, ...(check === 'deviceCertificateAgeCheck' ? { configuration: { certAgeThresholdInDays: String(days) } } : {}) },
      ])),
      auditNotificationTargetConfigurations: targetTopic
        && { sns: { enabled: true, targetArn: targetTopic.topicArn, roleArn: this.#notifier(targetTopic).roleArn } },
    }))
  }

  #notifier(topic: ITopic): Role {
    const role = new Role(this, 'NotificationRole', { assumedBy: iotFor(this, 'account') })
    topic.grantPublish(role)
    return role
  }
}

class ImportedConfiguration extends Resource implements IAccountAuditConfiguration {
  readonly accountId: string

  constructor(scope: Construct, id: string, accountId: string) {
    super(scope, id)
    this.accountId = accountId
  }
}
