import { expect, it } from 'vitest'
import { connectClient } from './testing/memory-client.ts'
import { openAwsBroker as openBroker } from './testing/open-broker.ts'

function asked(answers: (string | undefined)[]) {
  const times: number[] = []
  const opened = openBroker({
    connect: () => Promise.resolve({
      accepted: true,
      authorization: { principal: 'bob', refusal: () => undefined },
      refresh: {
        everyMs: 300_000,
        ask: () => {
          times.push(opened.clock.nowMs())
          return Promise.resolve(answers.shift())
        },
      },
    }),
  })
  return { ...opened, times }
}

it('is asked at every interval, until it says no', async () => {
  const { broker, clock, times } = asked([undefined, 'The token is over.'])
  const { client } = await connectClient(broker, { version: 5, keepalive: 1200 })
  for (let at = 0; at < 2; at++) {
    clock.advance(300_000)
    if (at === 0) await client.settled()
  }
  const { reasonCode, properties } = await client.next('disconnect')
  expect([reasonCode, properties?.reasonString, times.length]).toEqual([0x87, 'The token is over.', 2])
  expect(broker.presence('keg-1')?.ended?.reason).toBe('AUTH_ERROR')
})
it('is not asked about a connection that has gone', async () => {
  const { broker, clock, times } = asked([])
  const { client } = await connectClient(broker)
  client.stream.end()
  await client.closed
  clock.advance(600_000)
  expect([times.length, clock.pending]).toEqual([0, 0])
})
