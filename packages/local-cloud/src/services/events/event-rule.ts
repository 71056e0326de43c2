import type { RetryPolicy } from '../target-delivery/target-delivery.ts'
import type { TargetInput } from './target-input.ts'

/** What a rule hands its events to, by AWS's names. */
export interface RuleTarget extends TargetInput {
  readonly Id: string
  readonly Arn: string
  readonly RoleArn?: string | undefined
  readonly SqsParameters?: { readonly MessageGroupId?: string | undefined } | undefined
  readonly KinesisParameters?: { readonly PartitionKeyPath: string } | undefined
  readonly DeadLetterConfig?: { readonly Arn?: string | undefined } | undefined
  readonly RetryPolicy?: RetryPolicy | undefined
}

/** A rule of an event bus. */
export interface EventRule {
  readonly name: string
  readonly busName: string
  readonly arn: string
  /** JSON, as it was given. */
  readonly eventPattern?: string | undefined
  readonly scheduleExpression?: string | undefined
  readonly state: string
  readonly description?: string | undefined
  readonly roleArn?: string | undefined
  /** When its `rate` begins. */
  readonly createdAtMs: number
  readonly targets: readonly RuleTarget[]
}

/** An event bus. */
export interface Bus {
  readonly name: string
  readonly arn: string
  readonly description?: string | undefined
  readonly createdAtMs: number
}

/** The bus that every account has. */
export const DEFAULT_BUS = 'default'

/** What may be a target here. */
export const TARGET_ARN = /^arn:aws:(?:(?:lambda|sqs|sns|states|kinesis|logs):|events:[a-z0-9-]+:\d{12}:event-bus\/)/

/** A bus's name from its ARN, or from the name itself. */
export function busNameOf(nameOrArn: string): string {
  return nameOrArn.split(':event-bus/').at(-1) ?? nameOrArn
}
