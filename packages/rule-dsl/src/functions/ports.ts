import type { SqlValue } from '../value/value.ts'

/** What each port is asked. Values are the rule's: numbers that no double holds are Decimals, which JSON.stringify writes exactly. */
export interface PortRequests {
  /** `get_thing_shadow`: without a shadow name, the classic shadow. Answer: the shadow document. */
  readonly thingShadow: { readonly thingName: string; readonly shadowName?: string; readonly roleArn: string }
  /** `get_dynamodb`. Answer: the item as plain JSON, `undefined` when there is none. */
  readonly dynamodb: { readonly tableName: string; readonly key: Readonly<Record<string, SqlValue>>; readonly roleArn: string }
  /** `aws_lambda`. Answer: what the function returns. */
  readonly lambda: { readonly functionArn: string; readonly input: SqlValue }
  /** `get_registry_data`. Answer: that of the operation. */
  readonly registry: { readonly api: 'DescribeThing' | 'ListThingGroupsForThing'; readonly thingName: string; readonly roleArn: string }
  /** `get_secret`. Answer: `{ SecretString }` or `{ SecretBinary }` in base64. */
  readonly secretsManager: { readonly secretId: string; readonly roleArn: string }
  /** `machinelearning_predict`. Answer: the prediction. */
  readonly machineLearning: { readonly modelId: string; readonly roleArn: string; readonly record: SqlValue }
  /** `decode(…, 'proto', …)`; `data` is base64. Answer: the message as JSON. */
  readonly protobuf: {
    readonly bucket: string
    readonly key: string
    readonly protoName: string
    readonly messageType: string
    readonly data: string
  }
}

export type PortName = keyof PortRequests

/** The services that a rule may ask. A port answers JSON, or rejects, which fails the function. */
export type RulePorts = { readonly [Name in PortName]?: (request: PortRequests[Name]) => Promise<unknown> }
