import { RunFailure } from '../fault/run-failure.ts'
import { isObject } from '../value/conversion.ts'
import { readJson } from '../value/json.ts'
import { memberOf } from '../value/member.ts'
import type { SqlValue } from '../value/value.ts'
import { encodeBase64 } from './base64.ts'
import type { FunctionContext } from './function-context.ts'
import type { PortName, PortRequests } from './ports.ts'
import { any, anyOrBytes, type Bytes, external, fn, fnOptional, oneOf, string } from './signature.ts'

/** What AWS allows in one statement. */
const MAX_REGISTRY_CALLS = 1
const MAX_DYNAMODB_CALLS = 1
const MAX_PROTO_CALLS = 2

function ask<Name extends PortName>({ calls }: FunctionContext, port: Name, request: PortRequests[Name], limit?: number): SqlValue {
  if (calls === undefined) throw new RunFailure('NEEDS_ASYNC', `The rule asks ${port}: run it by evaluateAsync.`)
  return calls.ask(port, request, limit)
}

const failed = (message: string) => new RunFailure('FUNCTION_FAILED', message)

/** `(thing, role)` asks for the classic shadow, `(thing, shadow, role)` for a named one. */
function getThingShadow(thingName: string, second: string, third: string | undefined, context: FunctionContext): SqlValue {
  return ask(
    context, 'thingShadow', third === undefined ? { thingName, roleArn: second } : { thingName, shadowName: second, roleArn: third },
  )
}

/** `(table, name, value, role)`, or with a sort key `(table, name, value, sortName, sortValue, role)`. */
function getDynamodb(
  ...[tableName, name, value, fourth, sortValue, sixth, context]: [
    string, string, SqlValue, string, SqlValue, string | undefined, FunctionContext,
  ]
): SqlValue {
  if (value === undefined || (sixth === undefined) !== (sortValue === undefined)) return undefined
  const key: Record<string, SqlValue> = { [name]: value }
  if (sixth !== undefined) key[fourth] = sortValue
  return ask(context, 'dynamodb', { tableName, key, roleArn: sixth ?? fourth }, MAX_DYNAMODB_CALLS)
}

/** `(secret, type, role)`, or `(secret, 'SecretString', key, role)` for one member of a JSON text. */
function getSecret(secretId: string, type: string, third: string, fourth: string | undefined, context: FunctionContext): SqlValue {
  if (type !== 'SecretString' && type !== 'SecretBinary') throw failed(`get_secret() has no type '${type}'.`)
  if (type === 'SecretBinary' && fourth !== undefined) throw failed('A binary secret has no keys.')
  const secret = memberOf(ask(context, 'secretsManager', { secretId, roleArn: fourth ?? third }), type)
  if (typeof secret !== 'string') throw failed(`The secret has no ${type}.`)
  return fourth === undefined ? secret : memberOf(readSecret(secret, context), third)
}

function readSecret(text: string, { version }: FunctionContext): SqlValue {
  try {
    const value = readJson(text, version)
    if (isObject(value)) return value
  } catch {
    // Reported below, without its text.
  }
  throw failed('The secret is no JSON object, so it has no keys.')
}

function decodeProto(data: SqlValue | Bytes, request: Omit<PortRequests['protobuf'], 'data'>, context: FunctionContext): SqlValue {
  const text = data instanceof Uint8Array ? encodeBase64(data) : data
  return typeof text === 'string' ? ask(context, 'protobuf', { ...request, data: text }, MAX_PROTO_CALLS) : undefined
}

/** The functions that ask other services, through the ports of the context. */
export const externalFunctions = {
  aws_lambda: external(
    fn([string, any], (functionArn, input, context) => (input === undefined ? undefined : ask(context, 'lambda', { functionArn, input }))),
  ),
  get_dynamodb: external(fnOptional([string, string, any, string], [any, string], getDynamodb)),
  get_registry_data: external(
    fn([oneOf('DescribeThing', 'ListThingGroupsForThing'), string, string], (api, thingName, roleArn, context) =>
      ask(context, 'registry', { api, thingName, roleArn }, MAX_REGISTRY_CALLS),
    ),
  ),
  get_secret: external(fnOptional([string, string, string], [string], getSecret)),
  get_thing_shadow: external(fnOptional([string, string], [string], getThingShadow)),
  machinelearning_predict: external(
    fn([string, string, any], (modelId, roleArn, record, context) =>
      record === undefined ? undefined : ask(context, 'machineLearning', { modelId, roleArn, record }),
    ),
  ),
  /** `decode` with six arguments; no name in SQL. */
  'decode proto': external(
    fn([anyOrBytes, oneOf('proto'), string, string, string, string], (data, _scheme, bucket, key, protoName, messageType, context) =>
      decodeProto(data, { bucket, key, protoName, messageType }, context),
    ),
  ),
}
