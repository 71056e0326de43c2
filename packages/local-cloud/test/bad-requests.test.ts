import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud

beforeAll(async () => {
  running = await run(() => undefined)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

/**
 * What is said to a call by a key that this cloud does not know. `call` is the target of a JSON protocol, or method and path of a REST one; a body that is a
 * text is sent as it is.
 */
async function refusalOf(service: string, call: string, body: unknown): Promise<{ readonly status: number; readonly code: string; readonly message: string }> {
  const [method, path] = call.includes(' ') ? call.split(' ') as [string, string] : ['POST', '/']
  const response = await fetch(`${running.cloud.endpoint}${path}`, {
    method,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      ...(path === '/' ? { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': call } : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const { message } = await response.json() as { readonly message: string }
  return { status: response.status, code: response.headers.get('x-amzn-errortype') ?? '', message }
}

// A line a row, sorted by service: the name that it is signed for, the call, the body, AWS's code, and what the message holds.
it.each<[service: string, call: string, body: unknown, code: string, message: string]>([
  ['cognito-idp', 'AWSCognitoIdentityProviderService.AdminGetUser', { UserPoolId: 'us-east-1_a' }, 'InvalidParameterException', 'Value at \'username\' failed to satisfy constraint: Member must not be null'],
  ['cognito-idp', 'AWSCognitoIdentityProviderService.AdminSetUserPassword', { UserPoolId: 'us-east-1_a', Username: 'u', Password: 'a b ' }, 'InvalidParameterException', 'Value at \'password\' failed to satisfy constraint: Member must satisfy regular expression pattern'],
  ['cognito-idp', 'AWSCognitoIdentityProviderService.GetUser', { AccessToken: 7 }, 'SerializationException', '\'accessToken\' must be a string.'],
  ['cognito-idp', 'AWSCognitoIdentityProviderService.ListUsers', '[]', 'SerializationException', 'The request is no JSON object.'],
  ['cognito-idp', 'AWSCognitoIdentityProviderService.SetUserMFAPreference', {}, 'UnknownOperationException', 'Amazon Cognito\'s SetUserMFAPreference is not emulated.'],
  ['lambda', 'DELETE /2015-03-31/functions/f', undefined, 'UnknownOperationException', 'Lambda\'s DeleteFunction is not emulated.'],
  ['lambda', 'GET /2015-03-31/event-source-mappings?MaxItems=0', undefined, 'ValidationException', 'Member must have value greater than or equal to 1'],
  ['lambda', 'GET /2015-03-31/functions/a%20b', undefined, 'ValidationException', 'Member must satisfy regular expression pattern'],
  ['lambda', 'GET /2015-03-31/functions?FunctionVersion=NONE', undefined, 'ValidationException', 'Member must satisfy enum value set: [ALL]'],
  ['lambda', 'GET /2015-03-31/functions?MaxItems=many', undefined, 'SerializationException', '\'maxItems\' must be a number.'],
])('%s %s %j: %s', async (service, call, body, code, message) => {
  expect(await refusalOf(service, call, body)).toEqual({ status: 400, code, message: expect.stringContaining(message) })
})
