import { isRecord } from '@keg/aws-service'
import { CloudError } from '../ground/cloud-error.ts'

const reference = /\{\{resolve:(secretsmanager|ssm|ssm-secure):((?:arn:[^:]*:[^:]*:[^:]*:[^:]*:secret:)?[^:}]+)((?::[^:}]*)*)\}\}/g

/** Where references lead. */
export interface References {
  /** `undefined` where there are no secrets; throws where there is no such one. */
  secret(id: string): string | undefined
  /** `undefined` where there is no such parameter. */
  parameter(name: string): string | undefined
}

/**
 * The text with each `{{resolve:secretsmanager:…}}` replaced by the secret, or by one member of it, and each `{{resolve:ssm:…}}` by the
 * parameter's last version. Throws `CloudError`: `UNSUPPORTED` for a reference to another service, `UNRESOLVED` for what is not there.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 */
export function resolveDynamicReferences(text: string, { secret, parameter }: References): string {
  return text.replace(reference, (whole, service: string, id: string, rest: string) => {
    if (service === 'ssm' && rest === '') {
      const value = parameter(id)
      if (value === undefined) throw new CloudError('UNRESOLVED', `${whole} names a parameter that no stack has made.`)
      return value
    }
    if (service !== 'secretsmanager') throw new CloudError('UNSUPPORTED', `The dynamic reference ${whole} is not supported.`)
    const [, kind = 'SecretString', key = ''] = rest.split(':')
    if (kind !== 'SecretString' && kind !== '') throw new CloudError('UNSUPPORTED', `The dynamic reference ${whole} is not supported.`)
    const value = secret(id)
    if (value === undefined) throw new CloudError('UNRESOLVED', `${whole} names a secret that no stack has made.`)
    if (key === '') return value
    const members: unknown = JSON.parse(value)
    if (!isRecord(members) || members[key] === undefined)
      throw new CloudError('UNRESOLVED', `${whole} names a member that the secret does not have.`)
    return String(members[key])
  })
}
