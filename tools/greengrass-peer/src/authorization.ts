import * as z from 'zod'
import { IpcError } from './ipc-error.ts'

/** `accessControl` in a component's configuration: service → policy → what it allows. */
const accessControl = z.record(
  z.string(), z.record(z.string(), z.object({ operations: z.array(z.string()), resources: z.array(z.string()).default([]) })),
)

/**
 * Whether a component's `accessControl` allows an operation on a resource.
 *
 * @see https://docs.aws.amazon.com/greengrass/v2/developerguide/interprocess-communication.html#ipc-authorization-policies
 */
export function isAllowed(configuration: unknown, service: string, operation: string, resource: string): boolean {
  const access = accessControl.safeParse(
    typeof configuration === 'object' && configuration !== null && 'accessControl' in configuration ? configuration.accessControl : {},
  )
  if (!access.success) return false
  return Object.values(access.data[service] ?? {}).some(
    ({ operations, resources }) =>
      operations.some((allowed) => allowed === '*' || allowed === `aws.greengrass#${operation}`)
      && resources.some((pattern) => matchesResource(pattern, resource)),
  )
}

/** What a component that is not allowed to is told. */
export const unauthorized = (component: string, service: string, operation: string, resource: string) =>
  new IpcError(
    'UnauthorizedError',
    `Principal ${component} is not authorized to perform ${service}:aws.greengrass#${operation} on resource ${resource}`,
  )

/**
 * `*` stands for any characters, `+` for a level, `#` for all levels from there on; what is asked for may have wildcards of MQTT, too,
 * which only as wide a one allows.
 */
export function matchesResource(pattern: string, resource: string): boolean {
  const text = pattern
    .replace(/[\\^$.|?()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll(/(?<=^|\/)\+(?=\/|$)/g, '[^/#]*')
    .replaceAll(/(?<=^|\/)#$/g, '.*')
  return new RegExp(`^${text}$`, 's').test(resource)
}
