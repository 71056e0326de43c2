import type { PortRequests } from '@keg/rule-dsl'
import { itemOf, membersOf } from '../actions/attribute-value.ts'
import type { Lookups } from '../rules/rule-ports.ts'
import { service, type AwsClients } from './aws-client.ts'

const dynamodb = service('dynamodb', '@aws-sdk/client-dynamodb', () => import('@aws-sdk/client-dynamodb'), ({ DynamoDBClient, GetItemCommand }, config) => {
  const client = new DynamoDBClient(config)
  return async ({ tableName, key }: PortRequests['dynamodb']) => {
    const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: itemOf(key) }))
    return Item && membersOf(Item)
  }
})

const secretsManager = service('secretsmanager', '@aws-sdk/client-secrets-manager', () => import('@aws-sdk/client-secrets-manager'), (sdk, config) => {
  const { SecretsManagerClient, GetSecretValueCommand } = sdk
  const client = new SecretsManagerClient(config)
  return async ({ secretId }: PortRequests['secretsManager']) => {
    const { SecretString, SecretBinary } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
    return SecretBinary === undefined ? { SecretString } : { SecretBinary: Buffer.from(SecretBinary).toString('base64') }
  }
})

/** What `get_dynamodb` and `get_secret` ask: the functions handed in, else the services behind the endpoint. */
export function awsLookups(clients: AwsClients | undefined, handedIn: Partial<Lookups>): Lookups {
  const missing = (name: string) => () => Promise.reject(new Error(`no \`aws\` endpoint and no function \`lookups.${name}\` was given to createLocalIot`))
  return {
    dynamodb: handedIn.dynamodb ?? (clients === undefined ? missing('dynamodb') : async (request) => (await clients.open(dynamodb))(request)),
    secretsManager: handedIn.secretsManager ?? (clients === undefined ? missing('secretsManager') : async (request) => (await clients.open(secretsManager))(request)),
  }
}
