import { CloudError } from '../cloud-error.ts'
import { isRecord } from './template.ts'

const reference = /\{\{resolve:(secretsmanager|ssm|ssm-secure):((?:arn:[^:]*:[^:]*:[^:]*:[^:]*:secret:)?[^:}]+)((?::[^:}]*)*)\}\}/g

/**
 * The text with each `{{resolve:secretsmanager:…}}` replaced by the secret, or by one member of it.
 * Throws `CloudError`: `UNSUPPORTED` for a reference to another service, `UNRESOLVED` for a member that is not there.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 */
export function resolveDynamicReferences(text: string, secret: (id: string) => string): string {
  return text.replace(reference, (whole, service: string, id: string, rest: string) => {
    if (service !== 'secretsmanager') throw new CloudError('UNSUPPORTED', `The dynamic reference ${whole} is not supported.`)
    const [, kind = 'SecretString', key = ''] = rest.split(':')
    if (kind !== 'SecretString' && kind !== '') throw new CloudError('UNSUPPORTED', `The dynamic reference ${whole} is not supported.`)
    const value = secret(id)
    if (key === '') return value
    const members: unknown = JSON.parse(value)
    if (!isRecord(members) || members[key] === undefined) throw new CloudError('UNRESOLVED', `${whole} names a member that the secret does not have.`)
    return String(members[key])
  })
}
