import { expect, it } from 'vitest'
import { resolveDynamicReferences } from './dynamic-references.ts'

const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf'
const secrets: Record<string, string> = { plain: 's3cret', [arn]: '{"password":"p","port":5432}' }
const parameter = (name: string) => (name === '/keg/stage' ? 'prod' : undefined)
const secret = (id: string) => {
  const value = secrets[id]
  if (value === undefined) throw new Error(`no secret ${id}`)
  return value
}

it.each([
  ['{{resolve:secretsmanager:plain}}', 's3cret'],
  ['{{resolve:secretsmanager:plain:SecretString}}', 's3cret'],
  ['{{resolve:secretsmanager:plain:SecretString:::}}', 's3cret'],
  [`user:{{resolve:secretsmanager:${arn}:SecretString:password::}}@db`, 'user:p@db'],
  [`{{resolve:secretsmanager:${arn}:SecretString:port::}}`, '5432'],
  ['keg-{{resolve:ssm:/keg/stage}}', 'keg-prod'],
  ['{{resolve:other}} stays', '{{resolve:other}} stays'],
])('%s is %s', (text, expected) => {
  expect(resolveDynamicReferences(text, { secret, parameter })).toBe(expected)
})

it.each([
  ['{{resolve:ssm:/keg/nothing}}', 'UNRESOLVED'],
  ['{{resolve:ssm:/keg/stage:2}}', 'UNSUPPORTED'],
  ['{{resolve:ssm-secure:/keg/stage}}', 'UNSUPPORTED'],
  ['{{resolve:secretsmanager:plain:SecretBinary}}', 'UNSUPPORTED'],
  [`{{resolve:secretsmanager:${arn}:SecretString:nothing::}}`, 'UNRESOLVED'],
])('%s is refused as %s', (text, code) => {
  expect(() => resolveDynamicReferences(text, { secret, parameter })).toThrow(expect.objectContaining({ code }))
})
