import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { resourceTypes } from './registry.ts'
import { memberNames } from './member-names.ts'

it('knows every resource file', () => {
  const machinery = ['alarm-resource.ts', 'cors-configuration.ts', 'member-names.ts', 'not-emulated.ts', 'present.ts', 'registry.ts', 'resource.ts', 'resource-type-of.ts', 'tags.ts', 'unless-gone.ts']
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !machinery.includes(file))
  const expected = [...resourceTypes.keys()].map((type) => `${fileName(type)}.ts`)
  expect(expected.sort()).toEqual(files.sort())
})

/** `AWS::Lambda::EventSourceMapping` lives in `lambda-event-source-mapping.ts`. */
function fileName(type: string): string {
  const [first = '', service = '', ...name] = type.split('::')
  if (first === 'Custom') return fileName(`AWS::Custom::${service}`)
  return [service.toLowerCase(), ...name.map((part) => part.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase())].join('-')
}

it('gives the members of a rule the API\'s names', () => {
  const action = { Sqs: { QueueUrl: 'u', UseBase64: false }, DynamoDBv2: { PutItem: { TableName: 't' } }, Kafka: { ClientProperties: { 'Bootstrap.Servers': 'b' } }, Lambda: undefined }
  expect(memberNames({ Sql: 's', Actions: [action] })).toEqual({
    sql: 's',
    actions: [{ sqs: { queueUrl: 'u', useBase64: false }, dynamoDBv2: { putItem: { tableName: 't' } }, kafka: { clientProperties: { 'Bootstrap.Servers': 'b' } } }],
  })
})
