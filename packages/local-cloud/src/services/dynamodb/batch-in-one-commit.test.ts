import { describe, expect, it } from 'vitest'
import { batchesInOneCommit } from './batch-in-one-commit.ts'
import { engineRequest, engineResponse, type DynamoDbEngine } from './dynamodb-engine.ts'

/** An engine that takes all, or says of transactions that it does not; and what it was asked. */
function engine(takesTransactions = true) {
  const asked: (readonly [string, unknown])[] = []
  const answering: DynamoDbEngine = {
    async answer({ headers, body }) {
      const target = headers.get('x-amz-target')?.split('.').at(-1) ?? ''
      asked.push([target, JSON.parse(body)])
      if (target === 'TransactWriteItems')
        return takesTransactions ? engineResponse({}) : engineResponse({ __type: 'TransactionCanceledException' }, 400)
      return engineResponse({ UnprocessedItems: { ledger: [] } })
    },
    close: async () => undefined,
  }
  return { asked, engine: batchesInOneCommit(answering) }
}

const put = (pk: string) => ({ PutRequest: { Item: { pk: { S: pk }, ml: { N: '250' } } } })
const remove = (pk: string) => ({ DeleteRequest: { Key: { pk: { S: pk } } } })

it('a batch is one transaction, and is answered as a batch of which nothing is left', async () => {
  const { asked, engine: once } = engine()
  const response = await once.answer(engineRequest('BatchWriteItem', {
    RequestItems: { ledger: [put('a'), remove('b')], orders: [put('c')] },
  }))
  expect(await response.json()).toEqual({ UnprocessedItems: {} })
  expect(asked).toEqual([['TransactWriteItems', { TransactItems: [
    { Put: { TableName: 'ledger', Item: put('a').PutRequest.Item } }, { Delete: { TableName: 'ledger', Key: { pk: { S: 'b' } } } },
    { Put: { TableName: 'orders', Item: put('c').PutRequest.Item } },
  ] }]])
})

it('a batch that is no transaction goes to the engine as it came', async () => {
  const { asked, engine: once } = engine(false)
  const input = { RequestItems: { ledger: [put('a'), put('b')] } }
  expect(await (await once.answer(engineRequest('BatchWriteItem', input))).json()).toEqual({ UnprocessedItems: { ledger: [] } })
  expect(asked.map(([target]) => target)).toEqual(['TransactWriteItems', 'BatchWriteItem'])
  expect(asked[1]?.[1]).toEqual(input)
})

describe('is left to the engine', () => {
  const both = [put('a'), put('b')]
  it.each<[string, string, object]>([
    ['another operation', 'PutItem', { TableName: 'ledger', Item: {} }],
    ['a batch of one', 'BatchWriteItem', { RequestItems: { ledger: [put('a')] } }],
    ['a batch that asks for its capacity', 'BatchWriteItem', { RequestItems: { ledger: both }, ReturnConsumedCapacity: 'TOTAL' }],
    ['a batch of more than 25', 'BatchWriteItem', {
      RequestItems: { ledger: Array.from({ length: 26 }, (_, index) => put(String(index))) },
    }],
    ['a batch without items', 'BatchWriteItem', { RequestItems: {} }],
    ['a batch of what is no list', 'BatchWriteItem', { RequestItems: { ledger: 'both', orders: both } }],
    ['a request of two kinds', 'BatchWriteItem', { RequestItems: { ledger: [...both, { ...put('c'), ...remove('d') }] } }],
    ['a request of no kind', 'BatchWriteItem', { RequestItems: { ledger: [...both, { PutRequest: {} }] } }],
  ])('%s', async (_, operation, input) => {
    const { asked, engine: once } = engine()
    await once.answer(engineRequest(operation, input))
    expect(asked).toEqual([[operation, input]])
  })
})
