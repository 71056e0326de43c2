import { jsonAnswer, jsonInput, ServiceException } from '@keg/aws-service'
import { ownMember } from '../../assembly/own-member.ts'
import { credentialScope } from '../../gateway/credential-scope.ts'
import { errorResponse } from '../../gateway/error-response.ts'
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
/** Browser apps of any origin may call, as in AWS; what is signed is for programs. */
const corsHeaders = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date' }
const TARGET = 'AWSCognitoIdentityProviderService.'
/** What signs a request. A page that asks to send it has AWS credentials, and is no user's. */
const signingHeaders = /(?:^|,)\s*(?:authorization|x-amz-security-token)\s*(?:,|$)/i

/** Whether a request is one of Amazon Cognito's, though no signature says so. */
export function isCognitoRequest(request: Request): boolean {
  return isPreflight(request) || (credentialScope(request) === undefined && request.headers.get('x-amz-target')?.startsWith(TARGET) === true)
}

/** Whether a request is for what users and their apps do without AWS credentials, from whatever page. */
export function isUnsignedOperation(request: Request): boolean {
  return request.method === 'POST' && new URL(request.url).pathname === '/' && isCognitoRequest(request) && unsigned.has(operationOf(request))
}

/** Whether a browser asks whether a page may send what users and their apps send: which operation, it does not say. */
export function isPreflight(request: Request): boolean {
  const asked = request.headers.get('access-control-request-headers') ?? ''
  return request.method === 'OPTIONS' && new URL(request.url).pathname === '/' && credentialScope(request) === undefined
    && request.headers.get('access-control-request-method') === 'POST' && /\bx-amz-target\b/i.test(asked) && !signingHeaders.test(asked)
}

/** Amazon Cognito's API for user pools. */
export async function cognitoApi(context: CognitoContext, request: Request): Promise<Response> {
  if (isPreflight(request)) return preflight(context, request)
  const requestId = context.newId()
  const response = await answer(context, request).catch((error: unknown) => {
    if (error instanceof ServiceException) return errorResponse(error, request, requestId)
    throw error
  })
  const cors = credentialScope(request) === undefined && unsigned.has(operationOf(request)) ? corsHeaders : {}
  for (const [name, value] of Object.entries({ ...cors, 'x-amzn-requestid': requestId })) response.headers.set(name, value)
  return response
}

function preflight({ pools }: CognitoContext, request: Request): Response {
  if (pools.list().length === 0) throw new ServiceException('AccessDeniedException', 403, 'There is no user pool whose users\' pages could ask.')
  const allowed = { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '', 'access-control-max-age': '172800' }
  return new Response(null, { headers: { ...corsHeaders, ...allowed } })
}

function operationOf(request: Request): string {
  return (request.headers.get('x-amz-target') ?? '').replace(TARGET, '')
}

async function answer(context: CognitoContext, request: Request): Promise<Response> {
  const name = operationOf(request)
  const operation = ownMember(operations, name)
  if (operation === undefined) throw new ServiceException('UnknownOperationException', 400, `Amazon Cognito's ${name} is not emulated.`)
  if (!unsigned.has(name) && credentialScope(request) === undefined) throw new ServiceException('MissingAuthenticationTokenException', 400, 'Missing Authentication Token')
  return jsonAnswer(await operation(await jsonInput(request), context))
}
