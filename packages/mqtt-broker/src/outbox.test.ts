import { Duplex } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { Outbox } from './outbox.ts'

/** An outbox, and each write that its stream got; `takes: false` for a peer that takes nothing. */
function recorded({ takes = true } = {}) {
  const writes: string[] = []
  const duplex = new Duplex({
    read: () => undefined,
    write: (chunk, _encoding, done) => {
      writes.push(String(chunk))
      if (takes) done()
    },
  })
  return { writes, duplex, outbox: new Outbox(duplex) }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))
const packet = (text: string) => Buffer.from(text)

describe('Outbox', () => {
  it('makes one write of a turn, in order, and another of the next', async () => {
    const { writes, outbox } = recorded()
    for (const text of ['a', 'b', 'c']) outbox.write(packet(text))
    await Promise.resolve().then(() => outbox.write(packet('d')))
    expect(writes).toEqual([])
    await turn()
    outbox.write(packet('e'))
    await turn()
    expect(writes).toEqual(['abcd', 'e'])
  })
  it('does not wait for the turn to end with more than 64 KB', () => {
    const { writes, outbox } = recorded()
    outbox.write(packet('a'))
    outbox.write(packet('b'.repeat(65_536)))
    outbox.write(packet('c'))
    expect(writes.map(({ length }) => length)).toEqual([65_537])
  })
  it('knows what its peer has not taken, written or not', async () => {
    const { outbox } = recorded({ takes: false })
    outbox.write(packet('abc'))
    expect(outbox.length).toBe(3)
    await turn()
    outbox.write(packet('de'))
    expect(outbox.length).toBe(5)
  })
  it('writes what waits before the end, and nothing to a stream that is gone', async () => {
    const { writes, outbox } = recorded()
    outbox.write(packet('goodbye'))
    outbox.end()
    outbox.write(packet('late'))
    await turn()
    const gone = recorded()
    gone.outbox.write(packet('a'))
    gone.duplex.destroy()
    await turn()
    expect([writes, gone.writes]).toEqual([['goodbye'], []])
  })
})
