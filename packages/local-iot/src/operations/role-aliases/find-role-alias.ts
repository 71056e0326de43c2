import type { IotState, RoleAlias } from '../../state/iot-state.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'

export function findRoleAlias({ roleAliases }: IotState, name: string): RoleAlias {
  const roleAlias = roleAliases.get(name)
  if (roleAlias === undefined) throw notFound(`RoleAlias not found (name= ${name})`)
  return roleAlias
}

export function checkRoleArn(roleArn: string): void {
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/.+/.test(roleArn)) throw invalidRequest(`Invalid role ARN: ${roleArn}`)
}
