import { Stack, Token } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { letIotInvoke } from '../../roles/iot-invocation.ts'
import { ruleAction, type RuleAction } from '../rule-action.ts'

/** What is used of a function, an alias or a version: `IFunction` with less in it fits programs with `exactOptionalPropertyTypes`, too. */
export type TargetFunction = Pick<IFunction, 'addPermission' | 'functionArn' | 'permissionsNode'>

/**
 * Invokes a function with what the rule selected, asynchronously, and lets this rule alone do so. Refused for an imported function whose
 * permissions can't be
 * changed from here: AWS would drop each message without a word.
 *
 * @example new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toLambda(handler)] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html
 */
export const toLambda = (func: TargetFunction): RuleAction =>
  ruleAction('lambda', {}, (binding) => {
    const { scope, ruleArn, refuse } = binding
    letIotInvoke(scope, func, 'lambda.functionArn', ruleArn, binding)
    const region = regionOf(func)
    const own = Stack.of(scope).region
    if (region !== undefined && !Token.isUnresolved(own) && region !== own) refuse('lambda.functionArn', `the function is in ${region} and the rule in ${own}, and AWS IoT invokes functions of its own region alone; put the rule there, or a function here`)
    return { lambda: { functionArn: func.functionArn } }
  })

/** Where a function is, as far as that is known. */
function regionOf(func: TargetFunction): string | undefined {
  const region = 'env' in func ? (func as Pick<IFunction, 'env'>).env.region : undefined
  return region === undefined || Token.isUnresolved(region) ? undefined : region
}
