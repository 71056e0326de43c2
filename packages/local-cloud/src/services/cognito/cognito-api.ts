import { jsonProtocol, serve, ServiceException } from '@keg/aws-service'
import { credentialScope } from '../../ground/credential-scope.ts'
import { errorResponse } from '../../ground/error-response.ts'
import { invalidParameter } from './cognito-error.ts'
import type { CognitoContext } from './cognito-context.ts'
import { withCors } from './cors.ts'
import { model } from './model.generated.ts'
import { operations } from './operations/index.ts'
import { isPreflight, operationOf, SERVICE, unsigned } from './unsigned-requests.ts'

/** What browser apps may see of an answer. */
const exposed = { 'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date' }

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
    response.headers.set('x-amzn-requestid', requestId)
    // What is signed is for programs.
    return credentialScope(request) === undefined && unsigned.has(operationOf(request)) ? withCors(request, response, exposed) : response
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
  return withCors(request, new Response(null), { ...exposed, ...allowed })
}
