import { jsonProtocol, serve, ServiceException } from '@keg/aws-service'
import { credentialScope } from '../../ground/credential-scope.ts'
import { errorResponse } from '../../ground/error-response.ts'
import { invalidParameter } from './cognito-error.ts'
import type { CognitoContext } from './cognito-context.ts'
import { model } from './model.generated.ts'
import { operations } from './operations/index.ts'
import { isPreflight, operationOf, SERVICE, unsigned } from './unsigned-requests.ts'

/** Browser apps of any origin may call, as in AWS; what is signed is for programs. */
const corsHeaders = {
  'access-control-allow-origin': '*', 'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
}

/** Amazon Cognito's API for user pools. */
export function cognitoApi(context: CognitoContext): (request: Request) => Promise<Response> {
  const invalid = (message: string) => invalidParameter(withoutValues(message))
  const answer = serve({ name: 'Amazon Cognito', model, protocols: [jsonProtocol(SERVICE)], operations, invalid }, context)
  return async (request) => {
    if (isPreflight(request)) return preflight(context, request)
    const requestId = context.newId()
    const response = await (isLetIn(request) ? answer(request) : Promise.reject(missingToken())).catch((error: unknown) => {
      if (error instanceof ServiceException) return errorResponse(error, request, requestId)
      throw error
    })
    const cors = credentialScope(request) === undefined && unsigned.has(operationOf(request)) ? corsHeaders : {}
    for (const [name, value] of Object.entries({ ...cors, 'x-amzn-requestid': requestId })) response.headers.set(name, value)
    return response
  }
}

/** Amazon Cognito's sentences do not show what was sent, which may be a password. */
function withoutValues(message: string): string {
  return message.replaceAll(/Value (?:null|'.*?') at '/gs, 'Value at \'')
}

/** An operation that is not emulated says so whoever asks. */
function isLetIn(request: Request): boolean {
  const name = operationOf(request)
  return credentialScope(request) !== undefined || unsigned.has(name) || !operations.some((operation) => operation.name === name)
}

const missingToken = () => new ServiceException('MissingAuthenticationTokenException', 400, 'Missing Authentication Token')

function preflight({ pools }: CognitoContext, request: Request): Response {
  if (pools.list().length === 0)
    throw new ServiceException('AccessDeniedException', 403, 'There is no user pool whose users\' pages could ask.')
  const allowed = {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
    'access-control-max-age': '172800',
  }
  return new Response(null, { headers: { ...corsHeaders, ...allowed } })
}
