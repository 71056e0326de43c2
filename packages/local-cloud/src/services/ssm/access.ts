import type { AccessTable } from '../../ground/access.ts'

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export const ssmAccess: AccessTable = ({ operation, input }, { arn }) => {
  const of = (name: unknown) => ({
    action: `ssm:${operation}`,
    resource: String(name).startsWith('arn:') ? String(name) : arn('ssm', `parameter/${String(name).replace(/^\//, '')}`),
  })
  if (operation === 'GetParameters') return Array.isArray(input['Names']) ? input['Names'].map(of) : []
  if (operation === 'GetParametersByPath') return [of(input['Path'])]
  return /^(?:Get|Put|Delete)Parameter$/.test(operation) ? [of(input['Name'])] : undefined
}
