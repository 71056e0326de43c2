import { expect, it } from 'vitest'
import { checkDeletedKeys } from './deleted-keys.ts'
import { S3 } from './s3.ts'

const named = (count: number) => `<Delete>${'<Object><Key>a</Key></Object>'.repeat(count)}</Delete>`

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
it.each<[string, string, boolean]>([
  ['1,000 keys', named(1_000), true],
  ['a long key', `<Delete><Object><Key>${'&lt;'.repeat(1_024)}</Key></Object></Delete>`, true],
  ['1,001 keys', named(1_001), false],
  ['600 KB of keys that do not end', '<Key>'.repeat(120_000), false],
  ['ends before and beginnings after', `${'</Key>'.repeat(500)}${'<Key>'.repeat(500)}`, false],
  ['a key that does not end', '<Delete><Object><Key>a</Object></Delete>', false],
  ['a megabyte before the end of a key', `<Key>${'a'.repeat(1_000_000)}</Key>`, false],
])('%s', (_, xml, taken) => {
  const check = () => checkDeletedKeys(xml)
  if (taken) expect(check).not.toThrow()
  else expect(check).toThrow(expect.objectContaining({ name: 'MalformedXML', statusCode: 400 }))
})

it('refuses before the engine is asked', async () => {
  const asked: string[] = []
  const never = async () => { throw new Error('not asked for') }
  const engine = {
    accountId: '1', queueUrl: String, inject: never, close: never,
    object: async ({ url }: { url: string }) => { asked.push(url); return never() },
  }
  const s3 = new S3(engine, {
    region: 'r', accountId: '1', nowMs: () => 0, newId: () => 'id', deliver: never, emit: () => undefined, log: () => undefined,
  })
  await expect(s3.fetch(new Request('http://s3.local/b?delete', { method: 'POST', body: '<Key>'.repeat(120_000) })))
    .rejects.toMatchObject({ name: 'MalformedXML' })
  expect(asked).toEqual([])
})
