import type { Deployment } from '../deployment/deployment.ts'
import type { CloudLogEntry } from '../ground/cloud-log-entry.ts'
import type { RunOptions } from '../ground/cloud.ts'
import type { Needed } from '../ground/permissions.ts'
import type { StartedServices } from '../ground/started-services.ts'
import { accessTableOf } from '../services/access-tables.ts'
import type { Caller } from '../services/http-api/caller.ts'
import { httpApis } from '../services/http-api/name.ts'
import { missingResourcePolicy } from '../services/iam/delivery.ts'
import { FunctionAccess } from '../services/iam/function-access.ts'
import { iam } from '../services/iam/name.ts'
import { missingStatement } from '../services/iam/role-use.ts'
import { missingPermission } from '../services/lambda/invokers.ts'
import { lambda } from '../services/lambda/name.ts'
import { secretsManager } from '../services/secrets-manager/name.ts'
import type { FirstServices } from './start-services.ts'

interface Where {
  readonly region: string
  readonly accountId: string
  readonly options: Pick<RunOptions, 'iam' | 'log'>
}

/** Checks the calls of functions against the policies of their roles. */
export function functionAccess(
  started: StartedServices, { iam: identities }: Pick<FirstServices, 'iam'>, { region, accountId, options }: Where,
): FunctionAccess {
  return new FunctionAccess({
    mode: options.iam ?? 'warn', identities, tableOf: accessTableOf, accountId, region,
    naming: {
      arn: (service, resource) => `arn:aws:${service}:${region}:${accountId}:${resource}`,
      secretArn: (id) => started.running(secretsManager)?.find(id)?.arn,
    },
    constructPath: (functionName) => started.running(lambda)?.definition(functionName).constructPath ?? functionName,
    log: (entry) => options.log?.(entry),
  })
}

/** Returns the secret of an access key: the key of the cloud, of a function, or one that a device got for its certificate. */
export function secretOf(accessKeyId: string, { iot, iam }: FirstServices): string | undefined {
  return iam.secretOf(accessKeyId)?.secretAccessKey ?? iot.secretOf(accessKeyId)
}

/** Returns the caller who signed a request to an HTTP API or function URL. */
export function callerOf(
  accessKeyId: string | undefined, { iam }: FirstServices, access: FunctionAccess, accountId: string,
): Caller | undefined {
  if (accessKeyId === undefined) return undefined
  const session = iam.session(accessKeyId)
  const arn = session === undefined
    ? `arn:aws:iam::${accountId}:root`
    : `arn:aws:sts::${accountId}:assumed-role/${session.roleName}/${session.functionName ?? 'keg'}`
  return { accessKeyId, arn, demand: (wanted) => access.demand({ accessKeyId, service: 'execute-api' }, wanted) }
}

/**
 * Finds what AWS would refuse, as far as templates show it: functions that services may not invoke, queues and topics that they may not
 * send to, and roles that lack a statement.
 */
export function missingPermissions(
  started: StartedServices, needed: ReturnType<Deployment['needed']>, { options, ...where }: Where,
): CloudLogEntry[] {
  const [identities, functions, apis] = [started.running(iam), started.running(lambda), started.running(httpApis)]
  const of = <T extends object>(list: (one: Needed) => readonly T[]) =>
    needed.flatMap((one) => list(one).map((each) => ({ ...each, constructPath: one.constructPath })))
  return [
    ...[...apis?.invokers() ?? [], ...of(({ invocations }) => invocations)].flatMap((invoker) =>
      functions && missingPermission(functions, invoker) || []),
    ...(options.iam === 'off' || identities === undefined
      ? []
      : of(({ sendings }) => sendings).flatMap((delivery) => missingResourcePolicy(identities, delivery, where) ?? [])),
    ...(options.iam === 'off' || identities === undefined
      ? []
      : of(({ roleUses }) => roleUses).flatMap((use) => missingStatement(identities, use, where) ?? [])),
  ]
}
