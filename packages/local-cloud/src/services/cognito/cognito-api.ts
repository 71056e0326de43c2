import { isRecord } from '../../assembly/template.ts'
import { credentialScope } from '../../gateway/credential-scope.ts'
import { errorResponse, ServiceError } from '../../gateway/service-error.ts'
import type { CognitoContext, Operations } from './operation.ts'
import { administrationOperations } from './operations/administration.ts'
import { authenticationOperations } from './operations/authentication.ts'
import { groupOperations } from './operations/groups.ts'
import { passwordOperations } from './operations/passwords.ts'
import { poolChangeOperations } from './operations/pool-changes.ts'
import { poolOperations } from './operations/pool-descriptions.ts'
import { selfServiceOperations } from './operations/self-service.ts'
import { signUpOperations } from './operations/sign-up.ts'

const operations: Operations = {
  ...administrationOperations, ...authenticationOperations, ...groupOperations, ...passwordOperations, ...poolChangeOperations, ...poolOperations, ...selfServiceOperations, ...signUpOperations,
}
/** What users and their apps do without AWS credentials. @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html */
const unsigned: ReadonlySet<string> = new Set([
  'InitiateAuth', 'RespondToAuthChallenge', 'ChangePassword', 'ForgotPassword', 'ConfirmForgotPassword', ...Object.keys(signUpOperations), ...Object.keys(selfServiceOperations),
])
/** Browser apps of any origin may call, as in AWS. */
const corsHeaders = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date' }

/** Whether a request is one of Amazon Cognito's, though no signature says so; a browser asks for leave before it sends one. */
export function isCognitoRequest(request: Request): boolean {
  if (request.method === 'OPTIONS') return /\bx-amz-target\b/i.test(request.headers.get('access-control-request-headers') ?? '')
  return request.headers.get('x-amz-target')?.startsWith('AWSCognitoIdentityProviderService.') === true
}

/** Amazon Cognito's API for user pools. */
export async function cognitoApi(context: CognitoContext, request: Request): Promise<Response> {
  if (request.method === 'OPTIONS') {
    const allowed = { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*', 'access-control-max-age': '172800' }
    return new Response(null, { headers: { ...corsHeaders, ...allowed } })
  }
  const requestId = context.newId()
  const response = await answer(context, request).catch((error: unknown) => {
    if (error instanceof ServiceError) return errorResponse(error, request, requestId)
    throw error
  })
  for (const [name, value] of Object.entries({ ...corsHeaders, 'x-amzn-requestid': requestId })) response.headers.set(name, value)
  return response
}

async function answer(context: CognitoContext, request: Request): Promise<Response> {
  const name = (request.headers.get('x-amz-target') ?? '').replace('AWSCognitoIdentityProviderService.', '')
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  if (operation === undefined) throw new ServiceError('UnknownOperationException', 400, `Amazon Cognito's ${name} is not emulated.`)
  if (!unsigned.has(name) && credentialScope(request) === undefined) throw new ServiceError('MissingAuthenticationTokenException', 400, 'Missing Authentication Token')
  const input: unknown = JSON.parse((await request.text()) || '{}')
  return new Response(JSON.stringify(await operation(isRecord(input) ? input : {}, context)), { headers: { 'content-type': 'application/x-amz-json-1.1' } })
}
