import { GetThingShadowCommand, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { expect, it } from 'vitest'
import { startIot } from './start-iot.ts'

/** How 25 requests for the shadow of one thing ended. */
async function requests(quotas: 'enforce' | 'warn' | 'off') {
  let nowMs = Date.now()
  await using started = await startIot({ quotas, clock: { nowMs: () => nowMs, after: () => () => undefined } })
  const statuses: number[] = []
  for (let at = 0; at < 25; at++) {
    await started.data.send(new UpdateThingShadowCommand({ thingName: 'lamp', payload: '{"state":{}}' })).then(
      () => statuses.push(200),
      ({ $metadata }: { $metadata: { httpStatusCode: number } }) => statuses.push($metadata.httpStatusCode),
    )
  }
  nowMs += 1000
  await started.data.send(new GetThingShadowCommand({ thingName: 'lamp' }))
  return {
    refused: statuses.filter((status) => status === 429).length,
    told: started.log.filter(({ event }) => event === 'quota-exceeded').length,
  }
}

it.each([
  { quotas: 'enforce', refused: 5, told: 1 },
  { quotas: 'warn', refused: 0, told: 1 },
  { quotas: 'off', refused: 0, told: 0 },
] as const)('20 requests a second for the shadows of a thing: $quotas', async ({ quotas, refused, told }) => {
  expect(await requests(quotas)).toEqual({ refused, told })
})
