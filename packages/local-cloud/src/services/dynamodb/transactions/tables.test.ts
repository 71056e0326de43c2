import { expect, it } from 'vitest'
import { engineResponse, type DynamoDbEngine } from '../dynamodb-engine.ts'
import { Tables } from './tables.ts'

interface Input {
  readonly TableName: string
  readonly Key: { readonly pk: { readonly S?: string; readonly N?: string } }
  readonly RequestItems: Record<string, { readonly Keys: readonly Input['Key'][] }>
}

/** An engine of one table, with what it was asked; `leaves` makes a batch answer only some. */
function engine(items: readonly object[], leaves = false) {
  const asked: string[] = []
  const of = (key: object) => items.find((item) => JSON.stringify(item).includes(JSON.stringify(key).slice(1, -1)))
  const answers: Record<string, (input: Input) => object> = {
    DescribeTable: () => ({ Table: { KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] } }),
    GetItem: ({ Key }) => ({ Item: of(Key) }),
    BatchGetItem: ({ RequestItems }) => ({
      // In another order, as DynamoDB may.
      Responses: Object.fromEntries(Object.entries(RequestItems).map(([name, { Keys }]) => [
        name, leaves ? [] : Keys.map(of).filter((item) => item !== undefined).reverse(),
      ])),
      UnprocessedKeys: leaves ? RequestItems : {},
    }),
  }
  const answer: DynamoDbEngine['answer'] = async ({ operation, body }) => {
    asked.push(operation)
    return engineResponse(answers[operation]?.(JSON.parse(body)) ?? {})
  }
  return { asked, tables: new Tables({ answer, close: async () => undefined }) }
}

const place = (keys: Input['Key']['pk']) => ({ tableName: 'kegs', keys: { pk: keys } })
const item = (keys: Input['Key']['pk'], litres: string) => ({ pk: keys, litres: { N: litres } })

it('reads many items in one call, in the order of their keys, one that is asked for twice as well', async () => {
  const { asked, tables } = engine([item({ S: 'a' }, '1'), item({ S: 'b' }, '2')])
  expect(await tables.items([place({ S: 'b' }), place({ S: 'none' }), place({ S: 'a' }), place({ S: 'b' })])).toEqual([
    item({ S: 'b' }, '2'), undefined, item({ S: 'a' }, '1'), item({ S: 'b' }, '2'),
  ])
  expect(asked.filter((operation) => operation.endsWith('GetItem'))).toEqual(['BatchGetItem'])
})

it.each<[string, Input['Key']['pk'][], boolean]>([
  ['one item', [{ S: 'a' }], false],
  ['what a batch left out', [{ S: 'a' }, { S: 'b' }], true],
])('asks alone for %s', async (_, keys, leaves) => {
  const items = keys.map((key, index) => item(key, String(index)))
  const { asked, tables } = engine(items, leaves)
  expect(await tables.items(keys.map(place))).toEqual(items)
  expect(asked.filter((operation) => operation === 'GetItem')).toHaveLength(keys.length)
})
