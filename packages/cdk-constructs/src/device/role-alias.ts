import { Duration, Resource, Stack, type IResource } from 'aws-cdk-lib'
import { Role, type IGrantable, type IPrincipal, type IRole } from 'aws-cdk-lib/aws-iam'
import { CfnRoleAlias } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { iotFor } from '../roles/service-role.ts'
import { TEXT } from './limits.ts'
import { present } from './present.ts'
import { Refusals } from './refusals.ts'
import type { ThingPolicy } from './thing-policy.ts'

/** A role alias, made here or elsewhere. */
export interface IRoleAlias extends IResource {
  readonly roleAliasName: string
  readonly roleAliasArn: string
  /** Lets devices of this policy get credentials of the role. */
  grantAssume(policy: ThingPolicy): void
}

export interface RoleAliasProps {
  /** @default - a name that CloudFormation makes */
  readonly roleAliasName?: string
  /**
   * What devices act as; `credentials.iot.amazonaws.com` has to be allowed to assume it.
   *
   * @default - a role of its own that may do nothing but what is granted to the alias
   */
  readonly role?: IRole
  /** How long credentials are good for: 15 minutes to 12 hours, and no longer than the role's sessions. @default Duration.hours(1) */
  readonly credentialDuration?: Duration
}

const DURATION_SEC = [900, 43_200] as const
const HOUR_SEC = 3_600

abstract class RoleAliasBase extends Resource implements IRoleAlias {
  abstract readonly roleAliasName: string
  abstract readonly roleAliasArn: string

  grantAssume(policy: ThingPolicy): void {
    policy.addStatement({ actions: ['iot:AssumeRoleWithCertificate'], resources: [this.roleAliasArn] })
  }
}

/**
 * Lets devices get AWS credentials of a role by their certificate. What is granted to it, its role may do, for each device:
 * `bucket.grantPut(alias, '${credentials-iot:ThingName}/*')` lets each write below its own name, as it sends it in the header
 * x-amzn-iot-thingname.
 *
 * @example new RoleAlias(this, 'Uploads', { roleAliasName: 'keg-uploads' }).grantAssume(policy)
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html
 */
export class RoleAlias extends RoleAliasBase implements IGrantable {
  readonly roleAliasName: string
  readonly roleAliasArn: string
  readonly role: IRole
  readonly grantPrincipal: IPrincipal

  /** A role alias that is there. */
  static fromRoleAliasName(scope: Construct, id: string, roleAliasName: string): IRoleAlias {
    return new ImportedRoleAlias(scope, id, roleAliasName)
  }

  constructor(scope: Construct, id: string, { roleAliasName, role, credentialDuration = Duration.hours(1) }: RoleAliasProps = {}) {
    super(scope, id)
    const refusals = new Refusals(this)
    const durationSec = credentialDuration.toSeconds({ integral: false })
    refusals.text('roleAliasName', roleAliasName, TEXT.word)
    refusals.range('credentialDuration', durationSec, DURATION_SEC, 's')
    this.role = role ?? new Role(this, 'Role', {
      assumedBy: iotFor(this, { type: 'rolealias', name: roleAliasName }),
      // A role's sessions last for an hour unless it says more, and credentials can't last longer.
      ...(Number.isInteger(durationSec) && durationSec > HOUR_SEC && durationSec <= DURATION_SEC[1]
        ? { maxSessionDuration: credentialDuration }
        : {}),
    })
    this.grantPrincipal = this.role.grantPrincipal
    const alias = new CfnRoleAlias(
      this, 'RoleAlias', present({ roleAlias: roleAliasName, roleArn: this.role.roleArn, credentialDurationSeconds: durationSec }),
    )
    this.roleAliasName = alias.ref
    this.roleAliasArn = alias.attrRoleAliasArn
  }
}

class ImportedRoleAlias extends RoleAliasBase {
  readonly roleAliasName: string
  readonly roleAliasArn: string

  constructor(scope: Construct, id: string, roleAliasName: string) {
    super(scope, id)
    this.roleAliasName = roleAliasName
    this.roleAliasArn = Stack.of(scope).formatArn({ service: 'iot', resource: 'rolealias', resourceName: roleAliasName })
  }
}
