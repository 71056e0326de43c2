import type { AwsServiceName } from './aws-service-name.ts'

/** One call of an operation of an AWS service, by AWS's names. */
export interface AwsCall {
  readonly service: AwsServiceName
  /** As `SendMessage`. */
  readonly operation: string
  /** The operation's input as the SDK's command takes it: bytes are `Uint8Array`, times `Date`. */
  readonly input: Readonly<Record<string, unknown>>
}

/** On whose behalf a call is made. */
export interface AwsCaller {
  /** The role that the rule names for it; absent where it names none, as for a function. */
  readonly roleArn?: string | undefined
  /** Absent for what a rule looks up by `get_dynamodb`, `get_secret` or `aws_lambda`, and for authorizers. */
  readonly ruleName?: string | undefined
}

/** Answers the operation's output. Rejects with the service's error. */
export type CallAws = (call: AwsCall, caller: AwsCaller) => Promise<unknown>
