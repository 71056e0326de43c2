import { Annotations, Stack } from 'aws-cdk-lib'
import { CfnPolicy } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { sizeOf, statementsOf } from './policy-document.ts'
import type { PolicyFinding } from './policy-finding.ts'
import { POLICY_RULES } from './policy-rules.ts'

/** White space apart. */
const LONGEST_DOCUMENT = 2_048

/**
 * What is wrong with, or strange in, the document of an AWS IoT policy: as text, as an object, or as CDK resolves it. What is known at
 * deployment alone is taken for right.
 *
 * @example lintPolicy({ Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })[0]?.rule // 'all-on-all'
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
 */
export function lintPolicy(document: unknown): readonly PolicyFinding[] {
  const statements = statementsOf(document)
  return [
    ...tooLong(document),
    ...Object.entries(POLICY_RULES).flatMap(([rule, { severity, see, check }]) => statements.flatMap((statement) =>
      check(statement, statements).map(({ resource, message, fix }): PolicyFinding => ({
        rule, severity, see, statement: statement.index, resource, message, fix,
      })))),
  ]
}

/**
 * Makes synthesis lint each `AWS::IoT::Policy` in the scope. Errors stop the synthesis, warnings are printed.
 * Do not call it for a scope with {@link ThingPolicy}s alone: they lint themselves.
 *
 * @example lintPoliciesOf(Stack.of(this))
 */
export function lintPoliciesOf(scope: Construct): void {
  scope.node.addValidation({
    validate: () => scope.node.findAll().filter((construct) => construct instanceof CfnPolicy).flatMap((policy) => errorsOf(policy)),
  })
}

function errorsOf(policy: CfnPolicy): string[] {
  const findings = lintPolicy(Stack.of(policy).resolve(policy.policyDocument))
  for (const finding of findings)
    if (finding.severity === 'warning') Annotations.of(policy).addWarningV2(`@keg/cdk-constructs:${finding.rule}`, told(finding))
  return findings.filter(({ severity }) => severity === 'error').map((finding) => `${policy.node.path}: ${told(finding)}`)
}

const told = ({ rule, statement, resource, message, fix, see }: PolicyFinding) =>
  `${statement === undefined ? 'policyDocument' : `Statement[${statement}]`}${resource === undefined ? '' : ` ${JSON.stringify(resource)}`}: ${message}; ${fix} (${rule}, ${see})`

function tooLong(document: unknown): readonly PolicyFinding[] {
  const size = sizeOf(document)
  if (size <= LONGEST_DOCUMENT) return []
  const message = `${size} characters, white space apart, are more than the ${LONGEST_DOCUMENT} that AWS IoT takes`
  const fix = 'put topics together with *, or attach a second policy (`policies` of a Fleet or a ProvisioningTemplate)'
  return [{
    rule: 'too-long', severity: 'error', statement: undefined, resource: undefined, message, fix,
    see: 'https://docs.aws.amazon.com/general/latest/gr/iot-core.html#security-limits',
  }]
}
