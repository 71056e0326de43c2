import { credentialScope } from '../../ground/credential-scope.ts'

/** Where pools answer on the endpoint: `/_cognito/{poolId}` the issuer, `/_cognito/{domain}` the sign-in pages and OAuth. */
export const COGNITO_PREFIX = '/_cognito/'

/** The target of requests, before the operation. */
export const SERVICE = 'AWSCognitoIdentityProviderService'

/**
 * What users and their apps do without AWS credentials.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 */
export const unsigned: ReadonlySet<string> = new Set([
  'InitiateAuth', 'RespondToAuthChallenge', 'ChangePassword', 'ForgotPassword', 'ConfirmForgotPassword',
  'ConfirmSignUp', 'ResendConfirmationCode', 'SignUp',
  'DeleteUser', 'DeleteUserAttributes', 'GetUser', 'GetUserAttributeVerificationCode', 'GlobalSignOut',
  'RevokeToken', 'UpdateUserAttributes', 'VerifyUserAttribute',
])
/** What signs a request. A page that asks to send it has AWS credentials, and is no user's. */
const signingHeaders = /(?:^|,)\s*(?:authorization|x-amz-security-token)\s*(?:,|$)/i

/** Whether a request is one of Amazon Cognito's, though no signature says so. */
export function isCognitoRequest(request: Request): boolean {
  return isPreflight(request)
    || (credentialScope(request) === undefined && request.headers.get('x-amz-target')?.startsWith(`${SERVICE}.`) === true)
}

/** What apps ask for by `fetch`; the other addresses below the prefix are pages, which people go to. */
const forPrograms = new RegExp(`^${COGNITO_PREFIX}[^/]*/(?:oauth2/(?:token|userInfo|revoke)$|\\.well-known/)`)

/** Whether a request is for what users and their apps may ask without AWS credentials, or asks whether it may be sent. */
export function isForUsers(request: Request): boolean {
  return new URL(request.url).pathname.startsWith(COGNITO_PREFIX) || isUnsignedOperation(request) || isPreflight(request)
}

/** Whether a path is one that apps ask by `fetch`, of which a browser tells an app as much as CORS allows. */
export function isForPrograms(pathname: string): boolean {
  return forPrograms.test(pathname)
}

/** Whether a browser sends a form to a page. It does not say of which origin the form is: the sign-in pages send no referrer. */
export function isForm({ method, url, headers }: Request): boolean {
  const { pathname } = new URL(url)
  return method === 'POST' && pathname.startsWith(COGNITO_PREFIX) && !isForPrograms(pathname)
    && (headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate'
}

/** Whether a request is for what users and their apps do without AWS credentials. */
export function isUnsignedOperation(request: Request): boolean {
  return request.method === 'POST'
    && new URL(request.url).pathname === '/'
    && isCognitoRequest(request)
    && unsigned.has(operationOf(request))
}

/** Whether a browser asks whether a page may send what users and their apps send: which operation, it does not say. */
export function isPreflight(request: Request): boolean {
  const asked = request.headers.get('access-control-request-headers') ?? ''
  return request.method === 'OPTIONS' && new URL(request.url).pathname === '/' && credentialScope(request) === undefined
    && request.headers.get('access-control-request-method') === 'POST' && /\bx-amz-target\b/i.test(asked) && !signingHeaders.test(asked)
}

/** The operation that a request is for; empty where it names none. */
export function operationOf(request: Request): string {
  return (request.headers.get('x-amz-target') ?? '').replace(`${SERVICE}.`, '')
}
