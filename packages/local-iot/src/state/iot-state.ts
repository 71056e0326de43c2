import type { Clock } from '../clock.ts'
import type { PolicyDocument } from '../policy/policy-document.ts'
import type { PolicyCertificate } from '../policy/policy-context.ts'
import type { AuthorizerDescription, TopicRulePayload } from '../operations/model.generated.ts'
import { Attachments } from './attachments.ts'

export interface Thing {
  readonly thingName: string
  readonly thingId: string
  readonly thingTypeName: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly version: number
}

export interface Certificate {
  readonly certificateId: string
  readonly certificatePem: string
  readonly status: 'ACTIVE' | 'INACTIVE' | 'REVOKED'
  readonly createdAtMs: number
  readonly modifiedAtMs: number
  readonly notBeforeMs: number
  readonly notAfterMs: number
  /** Its names, as policy variables see them. */
  readonly names: PolicyCertificate
}

export interface Policy {
  readonly policyName: string
  readonly policyDocument: string
  readonly document: PolicyDocument
  readonly generationId: string
  readonly createdAtMs: number
}

export interface TopicRule {
  readonly ruleName: string
  readonly payload: TopicRulePayload
  readonly createdAtMs: number
}

export type Authorizer = AuthorizerDescription & {
  readonly authorizerName: string
  readonly authorizerFunctionArn: string
  readonly status: 'ACTIVE' | 'INACTIVE'
}

/** The account's registry: what operations change and connections look at. */
export class IotState {
  readonly region: string
  readonly accountId: string
  readonly clock: Clock
  readonly newId: () => string
  readonly things = new Map<string, Thing>()
  readonly certificates = new Map<string, Certificate>()
  readonly policies = new Map<string, Policy>()
  readonly rules = new Map<string, TopicRule>()
  readonly authorizers = new Map<string, Authorizer>()
  readonly attachments = new Attachments()
  #permissionsVersion = 0

  constructor(options: { region: string; accountId: string; clock: Clock; newId: () => string }) {
    this.region = options.region
    this.accountId = options.accountId
    this.clock = options.clock
    this.newId = options.newId
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
