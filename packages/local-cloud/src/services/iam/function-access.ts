import { isRecord, ServiceException } from '@keg/aws-service'
import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { CredentialScope } from '../../ground/credential-scope.ts'
import { ownMember } from '../../ground/own-member.ts'
import type { AccessTable, Asked, Naming } from '../../ground/access.ts'
import type { Access } from '../../ground/access.ts'
import type { RoleSession } from '../../ground/ports.ts'
import type { Identities, Role } from './identities.ts'
import { roleDecision } from './role-decision.ts'
import { roleContext, statementFor } from './role-use.ts'

/** What becomes of a call that the function's role does not allow: refused as in AWS, let through with a line in the log, or nothing. */
export type IamMode = 'enforce' | 'warn' | 'off'

/** How services refuse, where not as those of the JSON protocols do. */
const refusals: Readonly<Record<string, (message: string) => ServiceException>> = {
  iot: (message) => new ServiceException('AccessDeniedException', 403, message),
  iotdata: (message) => new ServiceException('ForbiddenException', 403, message),
  'iot-jobs-data': (message) => new ServiceException('AccessDeniedException', 403, message),
  iotdevicegateway: (message) => new ServiceException('ForbiddenException', 403, message),
  lambda: (message) => new ServiceException('AccessDeniedException', 403, message),
  scheduler: (message) => new ServiceException('AccessDeniedException', 403, message),
  s3: (message) => new ServiceException('AccessDenied', 403, message),
  sns: (message) => new ServiceException('AuthorizationError', 403, message),
}

/** What functions' calls are judged by. */
export interface FunctionAccessOptions {
  readonly mode: IamMode
  readonly identities: Identities
  readonly naming: Naming
  /** What requests that are signed for a service ask for; `undefined` where everything is let in. */
  readonly tableOf: (signingName: string) => Promise<AccessTable | undefined>
  readonly accountId: string
  readonly region: string
  /** Where in the CDK app a function was defined. */
  readonly constructPath: (functionName: string) => string
  readonly log: (entry: CloudLogEntry) => void
}

/** Who makes a call by a role. */
interface Caller {
  readonly sessionName: string
  /** Where the caller is a function, its name. */
  readonly functionName?: string
}

/** Holds each call of a function against its role: says what is missing once, and under `enforce` refuses it. */
export class FunctionAccess {
  readonly #options: FunctionAccessOptions
  readonly #said = new Set<string>()
  /** As they were at a revision of the identities: policies change with what is deployed, and seldom otherwise. */
  readonly #roles = new Map<string, Role | undefined>()
  #revision = -1

  constructor(options: FunctionAccessOptions) {
    this.#options = options
  }

  /** Throws `ServiceException` as the service would, where the call is to be refused. */
  async check(scope: CredentialScope, request: Request): Promise<void> {
    const { mode, identities, naming } = this.#options
    const session = mode === 'off' ? undefined : identities.session(scope.accessKeyId)
    const table = session?.functionName === undefined ? undefined : await this.#options.tableOf(scope.service)
    if (table === undefined) return
    for (const access of table(await asked(request, scope.service), naming) ?? []) this.demand(scope, access)
  }

  /** The same of one access: whoever is no function of this run may do anything. */
  demand({ accessKeyId, service }: Pick<CredentialScope, 'accessKeyId' | 'service'>, access: Access): void {
    const { mode, identities } = this.#options
    const session = mode === 'off' ? undefined : identities.session(accessKeyId)
    if (session?.functionName === undefined) return
    const { roleName, functionName } = session
    this.#judge(access, roleName, { sessionName: functionName, functionName }, service)
  }

  /**
   * The same of a call that a service makes by a role, under `enforce` alone: otherwise the start has told what the role lacks. A role that
   * is none of this run may do anything.
   */
  async checkRole({ roleArn, sessionName }: RoleSession, service: string, request: Request): Promise<void> {
    const { mode, naming } = this.#options
    const table = mode !== 'enforce' || roleArn === undefined ? undefined : await this.#options.tableOf(service)
    if (table === undefined || roleArn === undefined) return
    for (const access of table(await asked(request, service), naming) ?? [])
      this.#judge(access, roleArn.split('/').at(-1) ?? roleArn, { sessionName }, service)
  }

  #role(name: string): Role | undefined {
    const { identities } = this.#options
    if (this.#revision !== identities.revision) this.#roles.clear()
    this.#revision = identities.revision
    if (!this.#roles.has(name)) this.#roles.set(name, identities.role(name))
    return this.#roles.get(name)
  }

  #judge(access: Access, roleName: string, caller: Caller, service: string): void {
    const role = this.#role(roleName)
    if (role === undefined) return
    const { mode, accountId, region, identities } = this.#options
    const context = roleContext(role, { accountId, region })
    const sessionArn = `arn:aws:sts::${accountId}:assumed-role/${role.name}/${caller.sessionName}`
    const decision = roleDecision(
      role, access, context, identities.resourcePolicies.decide(access, { arns: [role.arn, sessionArn] }, context),
    )
    if (decision.kind === 'allow') return
    if (decision.kind === 'undecided') {
      return this.#say(
        'info', caller, `${described(access)} hangs on conditions that are not judged here: ${JSON.stringify(decision.statement.source)}`,
      )
    }
    if (decision.kind === 'unknownPolicies') {
      return this.#say(
        'info', caller, `${described(access)} may hang on policies that are not known here: ${role.unknownPolicies.join(', ')}`,
      )
    }
    const denied = decision.kind === 'explicitDeny'
    this.#say(mode === 'enforce' ? 'error' : 'warn', caller, denied
      ? `${described(access)} is denied by ${'Principal' in decision.statement.source ? 'the policy of the resource' : `its role ${role.name}`}: ${JSON.stringify(decision.statement.source)}`
      : `${described(access)} is not allowed by its role ${role.name}. The statement to add: ${statementFor(access)}`)
    if (mode !== 'enforce') return
    const why = denied
      ? `with an explicit deny in ${'Principal' in decision.statement.source ? 'a resource-based policy' : 'an identity-based policy'}`
      : `because no identity-based policy allows the ${access.action} action`
    const message = `User: ${sessionArn} is not authorized to perform: ${access.action} on resource: ${access.resource} ${why}`
    throw ownMember(refusals, service)?.(message) ?? new ServiceException('AccessDeniedException', 400, message)
  }

  #say(level: CloudLogEntry['level'], { sessionName, functionName }: Caller, text: string): void {
    const message = `${sessionName}: ${text}`
    if (this.#said.has(message)) return
    this.#said.add(message)
    const named = functionName === undefined ? {} : { functionName, constructPath: this.#options.constructPath(functionName) }
    this.#options.log({ level, source: 'iam', message, ...named })
  }
}

function described({ action, resource }: Access): string {
  return `${action} on ${resource}`
}

/** Services of REST protocols that are told in the body what they act on: schedules, commands, groups and violations. */
const BODY_NAMES_IT = ['scheduler', 'iot', 'iot-jobs-data']

/** Reads a copy of the request: the service reads it again. */
async function asked(request: Request, service: string): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url)
  const target = request.headers.get('x-amz-target')?.split('.').at(-1)
  const form = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true
  const text = target !== undefined || form || BODY_NAMES_IT.includes(service) ? await request.clone().text() : ''
  const input = form ? Object.fromEntries(new URLSearchParams(text)) : json(text)
  return {
    service, method: request.method, path: pathname, query: searchParams, operation: target ?? String(input['Action'] ?? ''), input,
  }
}

function json(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    // What it is, the service says.
    return {}
  }
}
