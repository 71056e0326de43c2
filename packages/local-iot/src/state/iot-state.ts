import type { Clock } from '../clock.ts'
import type { Tag } from '../operations/model.generated.ts'
import { Attachments } from './attachments.ts'
import type {
  Authorizer, BillingGroup, CaCertificate, Certificate, DomainConfiguration, IssuedCredentials, LoggingLevel, LoggingOptions, Policy, RoleAlias,
  Thing, ThingGroup, ThingType, TopicRule, TopicRuleDestination,
} from './registry.ts'

export type * from './registry.ts'

/** The account's registry: what operations change and connections look at. Values are replaced with every change, never changed in place. */
export class IotState {
  readonly region: string
  readonly accountId: string
  readonly clock: Clock
  readonly newId: () => string
  readonly things = new Map<string, Thing>()
  readonly thingTypes = new Map<string, ThingType>()
  readonly thingGroups = new Map<string, ThingGroup>()
  readonly billingGroups = new Map<string, BillingGroup>()
  readonly certificates = new Map<string, Certificate>()
  readonly caCertificates = new Map<string, CaCertificate>()
  readonly policies = new Map<string, Policy>()
  readonly rules = new Map<string, TopicRule>()
  readonly destinations = new Map<string, TopicRuleDestination>()
  readonly authorizers = new Map<string, Authorizer>()
  readonly roleAliases = new Map<string, RoleAlias>()
  /** By access key. */
  readonly issuedCredentials = new Map<string, IssuedCredentials>()
  readonly domainConfigurations = new Map<string, DomainConfiguration>()
  /** One at most, under the name `account`. */
  readonly loggingOptions = new Map<string, LoggingOptions>()
  /** By type and name of what they are for. */
  readonly loggingLevels = new Map<string, LoggingLevel>()
  /** Tags by the ARN of what has them. */
  readonly tags = new Map<string, readonly Tag[]>()
  /** What the account has one of: `defaultAuthorizer`, `registrationCode`, `loggingRoleArn`, `logLevel`. */
  readonly settings = new Map<string, string>()
  readonly attachments = new Attachments()
  #permissionsVersion = 0

  constructor(options: { region: string; accountId: string; clock: Clock; newId: () => string }) {
    this.region = options.region
    this.accountId = options.accountId
    this.clock = options.clock
    this.newId = options.newId
  }

  /** The name of the authorizer for connections that name none. */
  get defaultAuthorizer(): string | undefined {
    return this.settings.get('defaultAuthorizer')
  }

  /** Grows with every change that could alter a policy decision. */
  get permissionsVersion(): number {
    return this.#permissionsVersion
  }

  permissionsChanged(): void {
    this.#permissionsVersion++
  }

  /** `arn('thing/keg-1')` = `arn:aws:iot:us-east-1:123456789012:thing/keg-1` */
  arn(resource: string): string {
    return `arn:aws:iot:${this.region}:${this.accountId}:${resource}`
  }
}
