import { POLICY_ACTIONS, policyAction, resourceType } from './policy-action.ts'
import { isContextKey } from './policy-context.ts'
import type { NamedPolicy } from './evaluate.ts'
import type { PolicyStatement } from './policy-document.ts'
import { policyPattern, unresolvedVariables } from './policy-pattern.ts'

/** Nothing is known of whom, so that no variable resolves. */
const NOBODY = { region: '', accountId: '' }
const DOCUMENT_MEMBERS = ['Version', 'Id', 'Statement']

/** What of a policy does nothing at AWS: misspelt actions, condition keys, variables and members. They are taken and match nothing. */
export function policyRemarks({ policyName, document }: NamedPolicy, members: readonly string[]): readonly string[] {
  return [
    ...members.filter((name) => !DOCUMENT_MEMBERS.includes(name)).map((name) =>
      `${policyName}: ${name} is no member of a policy document.`),
    ...document.statements.flatMap((statement, index) => remarksOn(statement).map((remark) =>
      `${policyName}[${statement.sid ?? index}]: ${remark}`)),
  ]
}

function remarksOn({ action, resource, conditions }: PolicyStatement): readonly string[] {
  const values = [...resource.values, ...conditions.flatMap((condition) => condition.values)]
  const unknownVariables = unresolvedVariables(values, NOBODY).filter((name) => !isContextKey(name))
  return [
    ...action.values.filter((value) => !matchesAnyAction(value)).map((value) =>
      `${value} is no action of AWS IoT policies.${renamed(value)}`),
    ...conditions.filter(({ key }) => !isContextKey(key)).map(({ key }) => `${key} is no condition key of AWS IoT policies.`),
    ...unknownVariables.map((name) => `\${${name}} is no policy variable.`),
  ]
}

/** What of a request cannot be meant. */
export function requestRemarks(action: string, resource: string): readonly string[] {
  const known = policyAction(action)
  if (known === undefined) return [`${action} is no action of AWS IoT policies.${renamed(action)}`]
  const type = POLICY_ACTIONS[known]
  return resource === '*' || type === '*' || type === resourceType(resource) ? [] : [`${known} is asked of ${type}/…, not of ${resource}.`]
}

const matchesAnyAction = (value: string): boolean => {
  const matches = policyPattern(value, NOBODY, { ignoreCase: true })
  return Object.keys(POLICY_ACTIONS).some((action) => matches(action))
}

/** The actions of jobs had the prefix `iot:` in the guide of 2022. */
function renamed(value: string): string {
  const now = policyAction(value.replace(/^iot:/i, 'iotjobsdata:'))
  return now === undefined ? '' : ` It is ${now}.`
}
