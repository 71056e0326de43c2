import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { memberNames } from './iot/member-names.ts'
import { ResourceTypes } from './resource-types.ts'

const resourceTypes = await new ResourceTypes().loadAll()

it('knows every type that a file defines', () => {
  const source = import.meta.dirname
  const files = globSync('*/resources/**/*.ts', { cwd: source }).filter((file) => !file.endsWith('.test.ts'))
  const defined = files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/(?:\(|type: )'((?:AWS::\w+|Custom)::\w+)'(?:, \{|, '|,$)/gm)]
      .map(([, type = '']) => type))
  expect([...new Set(defined)].sort()).toEqual([...resourceTypes.keys()].sort())
})

it('gives the members of a rule the API\'s names', () => {
  const action = {
    Sqs: { QueueUrl: 'u', UseBase64: false }, DynamoDBv2: { PutItem: { TableName: 't' } },
    Kafka: { ClientProperties: { 'Bootstrap.Servers': 'b' } }, Lambda: undefined,
  }
  expect(memberNames({ Sql: 's', Actions: [action] })).toEqual({
    sql: 's',
    actions: [{
      sqs: { queueUrl: 'u', useBase64: false }, dynamoDBv2: { putItem: { tableName: 't' } },
      kafka: { clientProperties: { 'Bootstrap.Servers': 'b' } },
    }],
  })
})
