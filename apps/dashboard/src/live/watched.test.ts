import { expect, it } from 'vitest'
import { Watched } from './watched.ts'

/** A connection that writes down what is asked of it; it refuses what is `denied`. */
function connection() {
  const asked: string[] = []
  const ask = (how: string) => async (filters: string | string[]) => {
    asked.push(...[filters].flat().map((filter) => `${how} ${filter}`))
    if (asked.at(-1)?.endsWith('denied')) throw new Error('not authorized')
    return []
  }
  // What is asked of a client is these two alone.
  return { asked, client: { subscribeAsync: ask('+'), unsubscribeAsync: ask('-') } as unknown as Parameters<Watched['follow']>[0] }
}

it('watches on each connection what somebody watches, once', async () => {
  const watched = new Watched()
  const first = watched.watch(['a', 'b'])
  const { asked, client } = connection()
  await watched.follow(client)
  const second = watched.watch(['b', 'c'])
  first()
  second()
  expect(asked).toEqual(['+ a', '+ b', '+ c', '- a', '- b', '- c'])
})

it('begins anew on the next connection, and does not mind the end of an older one', async () => {
  const watched = new Watched()
  watched.watch(['a'])
  const [older, newer] = [connection(), connection()]
  await watched.follow(older.client)
  await watched.follow(newer.client)
  watched.leave(older.client)
  watched.watch(['b'])
  expect([older.asked, newer.asked]).toEqual([['+ a'], ['+ a', '+ b']])
  watched.leave(newer.client)
  watched.watch(['c'])
  expect(newer.asked).toHaveLength(2)
})

it('goes on where the broker refuses', async () => {
  const watched = new Watched()
  watched.watch(['denied'])
  const { client } = connection()
  await expect(watched.follow(client)).resolves.toBeUndefined()
})
