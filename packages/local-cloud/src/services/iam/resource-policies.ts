import { isRecord } from '@keg/aws-service'
import type { RequestContext } from './condition.ts'
import type { Access } from '../../ground/access.ts'
import { evaluate, type Decision } from './evaluate.ts'
import { matchesPattern } from './pattern.ts'
import { parsePolicy, type Statement } from './policy.ts'

/** Who asks: a service, a role with the sessions that it is taken in, or an origin access identity of CloudFront. */
export type Principal =
  | { readonly service: string }
  | { readonly arns: readonly string[]; readonly canonicalUser?: string }

/** Policies of queues, topics and buckets, each with the ARN of its resource. */
export class ResourcePolicies {
  readonly #statements = new Map<string, readonly Statement[]>()

  /** Sets a resource's policy in the place of the one it had. Throws `SyntaxError` where it is no JSON. */
  set(resourceArn: string, document: string): void {
    this.#statements.set(resourceArn, parsePolicy(document))
  }

  remove(resourceArn: string): void {
    this.#statements.delete(resourceArn)
  }

  /** What the policy of the resource comes to for a principal; what no statement speaks of is `implicitDeny`. */
  decide(access: Access, principal: Principal, context: RequestContext): Decision {
    // An object's policy is its bucket's.
    const owner = access.resource.startsWith('arn:aws:s3:::') ? (access.resource.split('/')[0] ?? '') : access.resource
    const statements = this.#statements.get(owner) ?? []
    return evaluate(statements.filter((statement) => concernsPrincipal(statement, principal)), access, context)
  }
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function concernsPrincipal({ source }: Statement, principal: Principal): boolean {
  const named = 'Principal' in source ? source.Principal : undefined
  if (named === '*') return true
  if (!isRecord(named)) return false
  const accounts = listOf(named['AWS'])
  if (accounts.includes('*')) return true
  if ('service' in principal) return listOf(named['Service']).includes(principal.service)
  if (principal.canonicalUser !== undefined && listOf(named['CanonicalUser']).includes(principal.canonicalUser)) return true
  // The account as a whole only leaves it to the role's own policies.
  return accounts.some((pattern) => principal.arns.some((arn) => matchesPattern(pattern, arn)))
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]
}
