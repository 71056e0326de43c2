import { expect, it } from 'vitest'
import { createGate } from './gate.ts'

it('lets so many in at once, the others in their order, and each out once', () => {
  const gate = createGate(2)
  const begun: number[] = []
  const leaves: (() => void)[] = []
  for (let n = 0; n < 5; n++) {
    gate.enter((leave) => {
      begun.push(n)
      leaves.push(leave)
    })
  }
  expect(begun).toEqual([0, 1])
  leaves[1]?.()
  leaves[1]?.()
  expect(begun).toEqual([0, 1, 2])
  leaves[0]?.()
  leaves[2]?.()
  expect(begun).toEqual([0, 1, 2, 3, 4])
})

it('goes on where what it lets in leaves at once', () => {
  const gate = createGate(1)
  let begun = 0
  for (let n = 0; n < 10_000; n++) {
    gate.enter((leave) => {
      begun++
      leave()
    })
  }
  expect(begun).toBe(10_000)
})
