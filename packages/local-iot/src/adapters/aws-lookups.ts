import type { PortRequests } from '@keg/rule-dsl'
import type { CallAws } from '../actions/aws-call.ts'
import type { Lookups } from '../core/rule-ports.ts'

/** What `get_dynamodb` and `get_secret` ask: the functions handed in, else AWS services. */
export function awsLookups(callAws: CallAws | undefined, handedIn: Partial<Lookups>): Lookups {
  const why = (name: string) => `no \`aws\` endpoint and no function \`lookups.${name}\` was given to createLocalIot`
  const missing = (name: string) => () => Promise.reject(new Error(why(name)))
  return {
    dynamodb: handedIn.dynamodb ?? (callAws === undefined ? missing('dynamodb') : itemsBy(callAws)),
    secretsManager: handedIn.secretsManager ?? (callAws === undefined ? missing('secretsManager') : secretsBy(callAws)),
  }
}

const itemsBy = (callAws: CallAws) => async ({ tableName, key, roleArn }: PortRequests['dynamodb']) => {
  // It comes with the rule language, which whoever asks has loaded.
  const { itemOf, membersOf } = await import('../actions/attribute-value.ts')
  const input = { TableName: tableName, Key: itemOf(key) }
  const output = await callAws({ service: 'dynamodb', operation: 'GetItem', input }, { roleArn })
  // Both here are the operation's output, by AWS's API.
  const { Item } = output as { readonly Item?: Parameters<typeof membersOf>[0] }
  return Item && membersOf(Item)
}

const secretsBy = (callAws: CallAws) => async ({ secretId, roleArn }: PortRequests['secretsManager']) => {
  const output = await callAws({ service: 'secretsmanager', operation: 'GetSecretValue', input: { SecretId: secretId } }, { roleArn })
  const { SecretString, SecretBinary } = output as { readonly SecretString?: string; readonly SecretBinary?: Uint8Array }
  return SecretBinary === undefined ? { SecretString } : { SecretBinary: Buffer.from(SecretBinary).toString('base64') }
}
