import { certificateContext } from '../../principals/certificate-principal.ts'
import { effectivePolicies } from '../../principals/effective-policies.ts'
import { compilePolicies, type PolicyDecision } from '../../policy/evaluate.ts'
import type { PolicyContext } from '../../policy/policy-context.ts'
import { unresolvedVariables } from '../../policy/policy-pattern.ts'
import type { IotState, Policy } from '../../state/iot-state.ts'
import { checkPrincipal } from '../certificates/find-certificate.ts'
import type { AuthInfo, AuthResult, TestAuthorizationRequest } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { invalidRequest, notEmulated } from '../../errors/service-exception.ts'
import { findPolicy } from './find-policy.ts'
import { policyNamesAndArns } from './list-policies.ts'

const ACTIONS: Readonly<Record<string, string>> = {
  PUBLISH: 'iot:Publish', SUBSCRIBE: 'iot:Subscribe', RECEIVE: 'iot:Receive', CONNECT: 'iot:Connect',
}
const DECISIONS = { allow: 'ALLOWED', implicitDeny: 'IMPLICIT_DENY', explicitDeny: 'EXPLICIT_DENY' } as const

export const testAuthorization = operation('TestAuthorization', (input, { state }) => {
  if (input.cognitoIdentityPoolId !== undefined) throw notEmulated('A policy on a Cognito identity')
  const { context, policies } = subjectOf(state, input)
  const decide = compilePolicies(policies, context)
  const missingContextValues = unresolvedVariables(policies.flatMap(textsOf), context)
  return {
    authResults: input.authInfos.map((authInfo) => {
      const action = ACTIONS[authInfo.actionType ?? '']
      if (action === undefined) throw invalidRequest('actionType is required')
      const decisions = authInfo.resources.map((resource) => decide(action, withoutPrefix(state, resource)))
      return { ...resultOf(state, authInfo, policies, decisions), missingContextValues }
    }),
  }
})

/** Who is tested: the principal's context and policies, with those to add and without those to skip. */
function subjectOf(state: IotState, { principal, clientId = '', policyNamesToAdd = [], policyNamesToSkip = [] }: TestAuthorizationRequest) {
  if (principal !== undefined) checkPrincipal(state, principal)
  const certificateId = principal?.slice(state.arn('cert/').length).toLowerCase()
  const context: PolicyContext =
    certificateId === undefined
      ? { region: state.region, accountId: state.accountId, clientId }
      : certificateContext(state, certificateId, { clientId, info: { transport: 'mqtts' } })
  const attached = effectivePolicies(state, principal, context.thing?.thingName)
  for (const policyName of policyNamesToSkip) findPolicy(state, policyName)
  const policies = new Set([...attached, ...policyNamesToAdd.map((policyName) => findPolicy(state, policyName))])
  return { context, policies: [...policies].filter(({ policyName }) => !policyNamesToSkip.includes(policyName)) }
}

/** Where a policy can hold variables. */
const textsOf = ({ document }: Policy): readonly string[] =>
  document.statements.flatMap(({ resource, conditions }) => [...resource.values, ...conditions.flatMap(({ values }) => values)])

function withoutPrefix(state: IotState, resource: string): string {
  const prefix = state.arn('')
  if (!resource.startsWith(prefix)) throw invalidRequest(`Invalid resource ${resource}`)
  return resource.slice(prefix.length)
}

/** One answer for all resources of an entry: a denied one denies it. */
function resultOf(state: IotState, authInfo: AuthInfo, policies: readonly Policy[], decisions: readonly PolicyDecision[]): AuthResult {
  const kinds = ['explicitDeny', 'implicitDeny', 'allow'] as const
  const decision = kinds.find((kind) => decisions.some((each) => each.decision === kind)) ?? 'implicitDeny'
  const statements = decisions.filter((each) => each.decision === decision).flatMap(({ because }) => because)
  const deciding = new Set(statements.map(({ policyName }) => policyName))
  const named = (kind: PolicyDecision['decision'], names: Iterable<string>) =>
    ({ policies: policyNamesAndArns(state, kind === decision ? [...names] : []) })
  return {
    authInfo,
    allowed: named('allow', deciding),
    denied: {
      // Nothing decided: none of them has a statement that applies.
      implicitDeny: named('implicitDeny', policies.map(({ policyName }) => policyName)),
      explicitDeny: named('explicitDeny', deciding),
    },
    authDecision: DECISIONS[decision],
  }
}
