import { isRecord } from '@keg/aws-service'
import { standardAttributes } from './attributes.ts'
import { optionalText, textList, type Input } from './input.ts'
import type { PasswordPolicy, PoolSettings, SchemaAttribute, TriggerName } from './user-pool.ts'

const triggerNames: readonly TriggerName[] = [
  'PreSignUp', 'PostConfirmation', 'PreAuthentication', 'PostAuthentication', 'PreTokenGeneration', 'CustomMessage',
  'DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse', 'UserMigration',
]

/** The settings of a pool from what templates and the API both say, under the same names. */
export function poolSettings(input: Input, name: string): PoolSettings {
  const administration = recordOf(input['AdminCreateUserConfig'])
  const naming = recordOf(input['UsernameConfiguration'])
  const preToken = recordOf(recordOf(input['LambdaConfig'])['PreTokenGenerationConfig'])
  return {
    name,
    passwordPolicy: passwordPolicy(recordOf(input['Policies'])['PasswordPolicy']),
    aliasAttributes: textList(input['AliasAttributes']),
    usernameAttributes: textList(input['UsernameAttributes']),
    autoVerifiedAttributes: textList(input['AutoVerifiedAttributes']),
    caseSensitive: naming['CaseSensitive'] !== false,
    adminCreateUserOnly: administration['AllowAdminCreateUserOnly'] === true,
    ...recovery(input['AccountRecoverySetting']),
    schema: (Array.isArray(input['Schema']) ? input['Schema'] : []).map(recordOf).map(schemaAttribute),
    triggers: triggersOf(input),
    preTokenVersion: preToken['LambdaVersion'] === 'V2_0' ? 'V2_0' : 'V1_0',
  }
}

/** The functions that a pool's `LambdaConfig` names. */
export function triggersOf(input: Input): Partial<Record<TriggerName, string>> {
  const config = recordOf(input['LambdaConfig'])
  const preToken = optionalText(recordOf(config['PreTokenGenerationConfig']), 'LambdaArn')
  const named = triggerNames.map((name) =>
    [name, name === 'PreTokenGeneration' && preToken !== undefined ? preToken : optionalText(config, name)] as const)
  return Object.fromEntries(named.filter(([, functionArn]) => functionArn !== undefined))
}

function recovery(setting: unknown): Pick<PoolSettings, 'recovery'> {
  const { RecoveryMechanisms: mechanisms } = recordOf(setting)
  if (!Array.isArray(mechanisms)) return {}
  const sorted = mechanisms.map(recordOf).sort((left, right) => Number(left['Priority']) - Number(right['Priority']))
  return { recovery: sorted.map(({ Name }) => String(Name)) }
}

/** Without a policy AWS asks for all of it; with one, for what it says. */
function passwordPolicy(given: unknown): PasswordPolicy {
  const policy = recordOf(given)
  const asks = (name: string) => given === undefined || policy[name] === true
  return {
    minimumLength: typeof policy['MinimumLength'] === 'number' ? policy['MinimumLength'] : 8,
    requireLowercase: asks('RequireLowercase'), requireUppercase: asks('RequireUppercase'), requireNumbers: asks('RequireNumbers'),
    requireSymbols: asks('RequireSymbols'),
  }
}

/** Whatever is no standard attribute is a custom one. */
function schemaAttribute({ Name, Required, Mutable }: Input): SchemaAttribute {
  const name = String(Name)
  return {
    name: standardAttributes.includes(name) || name.startsWith('custom:') ? name : `custom:${name}`, required: Required === true,
    mutable: Mutable !== false,
  }
}

function recordOf(value: unknown): Input {
  return isRecord(value) ? value : {}
}
