import type { LocalIot } from '@keg/local-iot'
import type { Deployment } from '../deployment/deployment.ts'
import type { Needed } from '../ground/permissions.ts'
import type { CloudLogEntry } from '../cloud-log-entry.ts'
import type { RunOptions } from '../cloud.ts'
import type { Caller } from '../services/http-api/caller.ts'
import { accessTableOf } from '../services/access-tables.ts'
import { missingResourcePolicy } from '../services/iam/delivery.ts'
import { FunctionAccess } from '../services/iam/function-access.ts'
import { missingStatement } from '../services/iam/role-use.ts'
import { missingPermission } from '../services/lambda/invokers.ts'
import type { Services } from '../services/services.ts'

/** Where calls are made, and how they are judged. */
interface Where {
  readonly region: string
  readonly accountId: string
  readonly options: Pick<RunOptions, 'iam' | 'log'>
}

/** Holds functions' calls against their roles. */
export function functionAccess({ identities, secrets, lambda }: Services, { region, accountId, options }: Where): FunctionAccess {
  return new FunctionAccess({
    mode: options.iam ?? 'warn', identities, tableOf: accessTableOf, accountId, region,
    naming: { arn: (service, resource) => `arn:aws:${service}:${region}:${accountId}:${resource}`, secretArn: (id) => secrets.find(id)?.arn },
    constructPath: (functionName) => lambda.definition(functionName).constructPath,
    log: (entry) => options.log?.(entry),
  })
}

/** The secret of the cloud's own key, of a function's, or of one that a device got for its certificate. */
export function secretOf(accessKeyId: string, { iot, identities }: Services & { readonly iot: LocalIot }): string | undefined {
  return identities.secretOf(accessKeyId)?.secretAccessKey ?? iot.secretOf(accessKeyId)
}

/** Who has signed a request to an HTTP API or a function's address. */
export function callerOf(accessKeyId: string | undefined, { identities }: Services, access: FunctionAccess, accountId: string): Caller | undefined {
  if (accessKeyId === undefined) return undefined
  const session = identities.session(accessKeyId)
  const arn = session === undefined ? `arn:aws:iam::${accountId}:root` : `arn:aws:sts::${accountId}:assumed-role/${session.roleName}/${session.functionName ?? 'keg'}`
  return { accessKeyId, arn, demand: (wanted) => access.demand({ accessKeyId, service: 'execute-api' }, wanted) }
}

/**
 * What AWS would refuse that the templates alone tell: functions that services may not invoke, queues and topics that they may not
 * send to, and roles that lack a statement.
 */
export function missingPermissions({ lambda, invokers, httpApis, identities, deliveries, roleUses }: Services, needed: ReturnType<Deployment['needed']>, { options, ...where }: Where): CloudLogEntry[] {
  const of = <T extends object>(list: (one: Needed) => readonly T[]) => needed.flatMap((one) => list(one).map((each) => ({ ...each, constructPath: one.constructPath })))
  return [
    ...[...invokers, ...httpApis.invokers(), ...of(({ invocations }) => invocations)].flatMap((invoker) => missingPermission(lambda, invoker) ?? []),
    ...(options.iam === 'off' ? [] : [...deliveries, ...of(({ sendings }) => sendings)].flatMap((delivery) => missingResourcePolicy(identities, delivery, where) ?? [])),
    ...(options.iam === 'off' ? [] : [...of(({ roleUses: uses }) => uses), ...roleUses].flatMap((use) => missingStatement(identities, use, where) ?? [])),
  ]
}
