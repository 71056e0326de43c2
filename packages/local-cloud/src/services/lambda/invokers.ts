import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { Lambda } from './lambda.ts'

/** A service that invokes a function, and needs an `AWS::Lambda::Permission` to do so in AWS. */
export interface Invoker {
  readonly functionArn: string
  /** As `iot.amazonaws.com`. */
  readonly principal: string
  readonly sourceArn: string
  /** Of the resource that makes the service invoke the function. */
  readonly constructPath: string
}

/**
 * The log line for an invoker that AWS would turn away: in AWS the rule or route is just silent.
 * A function that is not of this assembly is none of our business.
 */
export function missingPermission(
  lambda: Lambda, { functionArn, principal, sourceArn, constructPath }: Invoker,
): CloudLogEntry | undefined {
  if (!lambda.has(functionArn) || lambda.mayInvoke(functionArn, principal, sourceArn)) return undefined
  const { name } = lambda.definition(functionArn)
  const message =
    `${constructPath} may not invoke ${name} in AWS: there is no AWS::Lambda::Permission for ${principal} with source ${sourceArn}.`
  return { level: 'warn', source: 'lambda', message, functionName: name, constructPath }
}
