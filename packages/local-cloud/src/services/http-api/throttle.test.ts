import { expect, it } from 'vitest'
import { Throttle } from './throttle.ts'

// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
it('takes a burst at once, then goes by the rate, each route on its own', () => {
  let nowMs = 0
  const throttle = new Throttle(() => nowMs)
  const settings = { rate: 2, burst: 3 }
  const take = (route: string, times: number) => Array.from({ length: times }, () => throttle.takes(route, settings))
  expect(take('GET /a', 4)).toEqual([true, true, true, false])
  expect(take('GET /b', 1)).toEqual([true])
  nowMs = 500
  expect(take('GET /a', 2)).toEqual([true, false])
  nowMs = 60_000
  expect(take('GET /a', 4)).toEqual([true, true, true, false])
  expect(new Throttle(() => nowMs).takes('GET /a', { rate: 0, burst: 0 })).toBe(false)
})
