import { compilePolicies, explainDecision, type NamedPolicy } from '../policy/evaluate.ts'
import { connectionContext } from '../policy/connection-context.ts'
import type { PolicyContext, RequestContext } from '../policy/policy-context.ts'
import { nearestReason } from '../policy/statement-verdict.ts'
import type { IotState } from '../state/iot-state.ts'
import { certificateRefusal } from './certificate-principal.ts'
import { askFunction, chosenAuthorizer, connectParameters, readAnswer, tokenOf, type CustomAuthorizerPorts } from './custom-authorizer.ts'
import { effectivePolicies } from './effective-policies.ts'

/** Who sends a request over HTTPS, by certificate or custom authorizer, and what it may. */
export interface HttpPrincipal {
  /** Why this is not allowed, or `undefined` where it is. */
  refusal(action: string, resource: string, request?: RequestContext): string | undefined
}

/** A device by its certificate, its own policies alone. Throws an Error that says why it is nobody. */
export function principalByCertificate(state: IotState, certificateId: string, sourceIp: string | undefined): HttpPrincipal {
  const refusal = certificateRefusal(state, certificateId)
  if (refusal !== undefined) throw new Error(refusal)
  const { region, accountId } = state
  const context = connectionContext({
    region, accountId, transport: 'https', sourceIp, certificate: state.certificates.get(certificateId)?.names,
  })
  const policies = effectivePolicies(state, state.arn(`cert/${certificateId}`), undefined)
  return { refusal: refusalBy(policies, context) }
}

export interface AuthorizedRequest {
  readonly queryString: string
  readonly headers: Readonly<Record<string, string>>
  readonly sourceIp: string | undefined
}

/** Whoever it is may do everything: for a core that was told to be permissive. */
export const anybody: HttpPrincipal = { refusal: () => undefined }

/**
 * A caller by a custom authorizer, named in a header or the query string. Throws an Error that says why it is nobody.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth.html#custom-auth-http
 */
export async function principalByAuthorizer(
  state: IotState,
  { headers, queryString, sourceIp }: AuthorizedRequest,
  ports: CustomAuthorizerPorts,
): Promise<HttpPrincipal> {
  const parameters = connectParameters(asConnection({ headers, queryString }))
  const authorizer = chosenAuthorizer(state, parameters)
  const event = {
    ...tokenOf(authorizer, parameters, ports),
    protocols: ['http'],
    protocolData: { http: { headers, queryString: queryString === '' ? '' : `?${queryString}` } },
    connectionMetadata: { id: state.newId() },
  }
  const { policies } = readAnswer(await askFunction(state, authorizer, event, ports))
  return {
    refusal: refusalBy(policies, connectionContext({ region: state.region, accountId: state.accountId, transport: 'https', sourceIp })),
  }
}

/** A request as far as the choice of its authorizer sees it. */
export const asConnection = ({ headers, queryString }: Pick<AuthorizedRequest, 'headers' | 'queryString'>) =>
  ({ username: undefined, info: { transport: 'ws', http: { headers, queryString } } }) as const

/** The log alone tells these refusals, so that they say what came nearest. */
function refusalBy(policies: readonly NamedPolicy[], context: PolicyContext): HttpPrincipal['refusal'] {
  return (action, resource, request) => {
    const seen = { ...context, ...request }
    const decision = compilePolicies(policies, seen)(action, resource)
    if (decision.decision === 'allow') return undefined
    const refusal = `${action} on ${resource}: ${explainDecision(decision)}`
    return decision.decision === 'implicitDeny'
      ? `${refusal}. ${nearestReason(policies, seen, action, resource).replace(/\.$/, '')}`
      : refusal
  }
}
