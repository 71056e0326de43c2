import type { Deployment } from '../deployment/deployment.ts'
import type { Needed } from '../ground/permissions.ts'
import type { CloudLogEntry } from '../ground/cloud-log-entry.ts'
import type { RunOptions } from '../ground/cloud.ts'
import type { Caller } from '../services/http-api/caller.ts'
import { accessTableOf } from '../services/access-tables.ts'
import { missingResourcePolicy } from '../services/iam/delivery.ts'
import { FunctionAccess } from '../services/iam/function-access.ts'
import { missingStatement } from '../services/iam/role-use.ts'
import { missingPermission } from '../services/lambda/invokers.ts'
import type { FirstServices } from './start-services.ts'

/** Where calls are made, and how they are judged. */
interface Where {
  readonly region: string
  readonly accountId: string
  readonly options: Pick<RunOptions, 'iam' | 'log'>
}

/** Holds functions' calls against their roles. */
export function functionAccess({ iam, secretsManager, lambda }: Pick<FirstServices, 'iam' | 'secretsManager' | 'lambda'>, { region, accountId, options }: Where): FunctionAccess {
  return new FunctionAccess({
    mode: options.iam ?? 'warn', identities: iam, tableOf: accessTableOf, accountId, region,
    naming: { arn: (service, resource) => `arn:aws:${service}:${region}:${accountId}:${resource}`, secretArn: (id) => secretsManager.find(id)?.arn },
    constructPath: (functionName) => lambda.definition(functionName).constructPath,
    log: (entry) => options.log?.(entry),
  })
}

/** The secret of the cloud's own key, of a function's, or of one that a device got for its certificate. */
export function secretOf(accessKeyId: string, { iot, iam }: FirstServices): string | undefined {
  return iam.secretOf(accessKeyId)?.secretAccessKey ?? iot.secretOf(accessKeyId)
}

/** Who has signed a request to an HTTP API or a function's address. */
export function callerOf(accessKeyId: string | undefined, { iam }: FirstServices, access: FunctionAccess, accountId: string): Caller | undefined {
  if (accessKeyId === undefined) return undefined
  const session = iam.session(accessKeyId)
  const arn = session === undefined ? `arn:aws:iam::${accountId}:root` : `arn:aws:sts::${accountId}:assumed-role/${session.roleName}/${session.functionName ?? 'keg'}`
  return { accessKeyId, arn, demand: (wanted) => access.demand({ accessKeyId, service: 'execute-api' }, wanted) }
}

/**
 * What AWS would refuse that the templates alone tell: functions that services may not invoke, queues and topics that they may not
 * send to, and roles that lack a statement.
 */
export function missingPermissions({ lambda, httpApis, iam }: FirstServices, needed: ReturnType<Deployment['needed']>, { options, ...where }: Where): CloudLogEntry[] {
  const of = <T extends object>(list: (one: Needed) => readonly T[]) => needed.flatMap((one) => list(one).map((each) => ({ ...each, constructPath: one.constructPath })))
  return [
    ...[...httpApis.invokers(), ...of(({ invocations }) => invocations)].flatMap((invoker) => missingPermission(lambda, invoker) ?? []),
    ...(options.iam === 'off' ? [] : of(({ sendings }) => sendings).flatMap((delivery) => missingResourcePolicy(iam, delivery, where) ?? [])),
    ...(options.iam === 'off' ? [] : of(({ roleUses }) => roleUses).flatMap((use) => missingStatement(iam, use, where) ?? [])),
  ]
}
