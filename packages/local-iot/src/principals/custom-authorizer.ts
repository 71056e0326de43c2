import { ReasonCode, type ConnectAnswer, type ConnectRequest } from '@keg/mqtt-broker'
import { connectionContext, connectContext } from '../policy/connection-context.ts'
import { compilePolicies, explainDecision, type NamedPolicy } from '../policy/evaluate.ts'
import { parsePolicyDocument } from '../policy/policy-document.ts'
import { nearestReason } from '../policy/statement-verdict.ts'
import type { Authorizer, IotState } from '../state/iot-state.ts'
import { connectionAuthorization } from './connection-authorization.ts'

export interface CustomAuthorizerPorts {
  readonly invokeFunction: (functionArn: string, event: unknown) => Promise<unknown>
  /** Whether `signature` (base64) is the RSA-SHA256 signature of the token by this public key (PEM). */
  readonly verifySignature: (token: string, signature: string, publicKeyPem: string) => boolean
}

/** The longest an authorizer's function may take, its most policies, and the bounds of its times. */
const FUNCTION_LIMIT_MS = 5000
const MAX_POLICIES = 10
const MIN_TIME_SEC = 300
const MAX_TIME_SEC = 86_400

const NAME = 'x-amz-customauthorizer-name'
/** Where a token's signature travels. */
export const SIGNATURE = 'x-amz-customauthorizer-signature'

/**
 * Lets a connection in as the authorizer that it names decides: by the policies that the authorizer's function answers.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth.html
 */
export async function admitByAuthorizer(state: IotState, request: ConnectRequest, ports: CustomAuthorizerPorts): Promise<ConnectAnswer> {
  try {
    const parameters = connectParameters(request)
    const authorizer = chosenAuthorizer(state, parameters)
    const event = { ...tokenOf(authorizer, parameters, ports), ...eventOf(request) }
    const ask = () => askFunction(state, authorizer, event, ports)
    return admit(state, request, authorizer.authorizerName, readAnswer(await ask()), ask)
  } catch (error) {
    const reason = `Connection refused: ${error instanceof Error ? error.message : String(error)}`
    return { accepted: false, code: ReasonCode.notAuthorized, reason }
  }
}

/** Query string and headers of the upgrade, then the query string of the user name; later ones win. */
export function connectParameters({ username = '', info }: Pick<ConnectRequest, 'username' | 'info'>): URLSearchParams {
  const parameters = new URLSearchParams(info.http?.headers)
  const queries = [info.http?.queryString ?? '', username.includes('?') ? username.slice(username.indexOf('?') + 1) : '']
  for (const query of queries) for (const [name, value] of new URLSearchParams(query)) parameters.set(name, value)
  return parameters
}

/** Whether a connection or request says which authorizer is to decide. */
export const namesAuthorizer = (request: Pick<ConnectRequest, 'username' | 'info'>): boolean => connectParameters(request).has(NAME)

/** The authorizer that is named, else the account's default. Throws an Error that says why there is none. */
export function chosenAuthorizer({ authorizers, defaultAuthorizer }: IotState, parameters: URLSearchParams): Authorizer {
  const name = parameters.get(NAME) || defaultAuthorizer
  if (name === undefined)
    throw new Error(`no custom authorizer was named, and there is no default one: add ?${NAME}=… to the user name or to the URL.`)
  const authorizer = authorizers.get(name)
  if (authorizer === undefined) throw new Error(`there is no authorizer ${name}.`)
  if (authorizer.status !== 'ACTIVE') throw new Error(`authorizer ${name} is ${authorizer.status}.`)
  return authorizer
}

/** The token, its signature checked, where the authorizer has signing on. */
export function tokenOf(authorizer: Authorizer, parameters: URLSearchParams, { verifySignature }: CustomAuthorizerPorts) {
  const token = authorizer.tokenKeyName === undefined ? null : parameters.get(authorizer.tokenKeyName)
  if (authorizer.signingDisabled) return { ...(token === null ? {} : { token }), signatureVerified: false }
  const signature = parameters.get(SIGNATURE)
  if (token === null || signature === null) {
    throw new Error(`authorizer ${authorizer.authorizerName} wants ${authorizer.tokenKeyName ?? 'a token'} and ${SIGNATURE}.`)
  }
  const verified = Object.values(authorizer.tokenSigningPublicKeys ?? {}).some((key) => verifySignature(token, signature, key))
  if (!verified) throw new Error(`the token's signature is by none of authorizer ${authorizer.authorizerName}'s keys.`)
  return { token, signatureVerified: true }
}

/** The event's other members; parts that a connection does not have are left out. */
function eventOf({ connectionId, clientId, username, password, info: { http, transport, serverName } }: ConnectRequest) {
  return {
    protocols: [...(transport === 'mqtts' ? ['tls'] : []), ...(http === undefined ? [] : ['http']), 'mqtt'],
    protocolData: {
      ...(serverName === undefined ? {} : { tls: { serverName } }),
      ...(http === undefined
        ? {}
        : { http: { headers: http.headers, queryString: http.queryString === '' ? '' : `?${http.queryString}` } }),
      mqtt: {
        ...(username === undefined ? {} : { username }),
        ...(password === undefined ? {} : { password: Buffer.from(password).toString('base64') }),
        clientId,
      },
    },
    connectionMetadata: { id: connectionId },
  }
}

export interface AuthorizerAnswer {
  readonly principalId: string
  readonly policies: readonly NamedPolicy[]
  readonly disconnectAfterSec: number
  /** How often the function is asked again; absent = never. */
  readonly refreshAfterSec: number | undefined
}

/** What the function answered, as far as it is what AWS takes. Throws an Error that says what is not. */
export function readAnswer(answer: unknown): AuthorizerAnswer {
  if (typeof answer !== 'object' || answer === null) throw new Error('the authorizer answered no object.')
  const { isAuthenticated, principalId, policyDocuments, disconnectAfterInSeconds, refreshAfterInSeconds } =
    answer as Readonly<Record<string, unknown>>
  if (isAuthenticated !== true) throw new Error('the authorizer answered isAuthenticated: false.')
  if (typeof principalId !== 'string' || !/^[a-zA-Z0-9]{1,128}$/.test(principalId)) {
    throw new Error('the authorizer answered a principalId that is not 1 to 128 letters and digits.')
  }
  if (!Array.isArray(policyDocuments) || policyDocuments.length > MAX_POLICIES) {
    throw new Error(`the authorizer answered no list of at most ${MAX_POLICIES} policyDocuments.`)
  }
  return {
    principalId,
    policies: policyDocuments.map((document: unknown, index) => ({
      policyName: `policyDocuments[${index}]`,
      document: parsePolicyDocument(typeof document === 'string' ? document : JSON.stringify(document)),
    })),
    // custom-auth-lambda.html: 86,400 unless it is given.
    disconnectAfterSec: disconnectAfterInSeconds === undefined
      ? MAX_TIME_SEC
      : checkedTime('disconnectAfterInSeconds', disconnectAfterInSeconds),
    refreshAfterSec: refreshAfterInSeconds === undefined ? undefined : checkedTime('refreshAfterInSeconds', refreshAfterInSeconds),
  }
}

function checkedTime(name: string, seconds: unknown): number {
  if (typeof seconds !== 'number' || !(seconds >= MIN_TIME_SEC && seconds <= MAX_TIME_SEC)) {
    throw new Error(`the authorizer answered a ${name} that is not in ${MIN_TIME_SEC}..${MAX_TIME_SEC}.`)
  }
  return seconds
}

function admit(
  state: IotState,
  request: ConnectRequest,
  authorizerName: string,
  answer: AuthorizerAnswer,
  ask: () => Promise<unknown>,
): ConnectAnswer {
  const { principalId, policies, disconnectAfterSec, refreshAfterSec } = answer
  const { clientId, info: { sourceIp, serverName: domainName } } = request
  const connection = { region: state.region, accountId: state.accountId, transport: 'mqtt', clientId, sourceIp, domainName } as const
  const context = connectionContext(connection)
  // The policies are the answer's: nothing in the registry changes them, but another answer does.
  let current = { version: 0, policies, decide: compilePolicies(policies, context) }
  const nearest = (action: string, resource: string) => nearestReason(current.policies, context, action, resource)
  const connecting = connectionContext(connection, connectContext(request))
  const decision = compilePolicies(policies, connecting)('iot:Connect', `client/${clientId}`)
  if (decision.decision !== 'allow') {
    const reason = `Connection refused: iot:Connect on client/${clientId} for principal ${principalId} of authorizer ${authorizerName}: ${explainDecision(decision)}.`
    const details = decision.decision === 'implicitDeny'
      ? nearestReason(policies, connecting, 'iot:Connect', `client/${clientId}`)
      : undefined
    return { accepted: false, code: ReasonCode.notAuthorized, reason, details }
  }
  const askAgain = async () => {
    // A function that fails says nothing new: the policies hold until it answers.
    const again = await ask().catch(() => undefined)
    if (again === undefined) return undefined
    try {
      const { policies: others } = readAnswer(again)
      current = { version: current.version + 1, policies: others, decide: compilePolicies(others, context) }
      return undefined
    } catch (error) {
      return `Asked again, ${error instanceof Error ? error.message : String(error)}`
    }
  }
  return {
    accepted: true,
    authorization: connectionAuthorization(principalId, () => current, nearest),
    disconnectAfterMs: disconnectAfterSec * 1000,
    refresh: refreshAfterSec === undefined ? undefined : { everyMs: refreshAfterSec * 1000, ask: askAgain },
  }
}

/** What the authorizer's function answers to the event, read by {@link readAnswer}. */
export const askFunction = (
  state: IotState, { authorizerFunctionArn }: Authorizer, event: object, { invokeFunction }: CustomAuthorizerPorts,
) =>
  within(state, FUNCTION_LIMIT_MS, invokeFunction(authorizerFunctionArn, event))

/** The answer, or an error when it takes longer. */
function within<T>({ clock }: IotState, limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => reject(new Error(`the authorizer's function did not answer within ${limitMs} ms.`)))
    work.finally(cancel).then(resolve, (error: unknown) => reject(new Error(`the authorizer's function failed: ${String(error)}`)))
  })
}
