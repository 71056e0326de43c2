import { beforeEach, expect, it } from 'vitest'
import { WaitingRoom } from './waiting-room.ts'

let closed: string[]
let room: WaitingRoom<string>

beforeEach(() => {
  closed = []
  room = new WaitingRoom({ total: 4, perAddress: 3 }, (connection) => closed.push(connection))
})

it('gives an address its share', () => {
  expect(['a1', 'a2', 'a3', 'a4'].map((connection) => room.enter('a', connection))).toEqual([true, true, true, false])
  expect([room.size, closed]).toEqual([3, ['a4']])
})

it('takes a keg in when all is taken, in the place of the oldest of who has most', () => {
  for (const connection of ['b1', 'a1', 'a2', 'a3']) room.enter(connection.charAt(0), connection)
  expect(room.enter('keg', 'keg1')).toBe(false)
  expect([room.size, closed]).toEqual([4, ['a1']])
})

it('has room again when one was let in or ended, which is told twice or once', () => {
  for (const connection of ['a1', 'a2', 'a3']) room.enter('a', connection)
  for (let times = 0; times < 2; times++) room.leave('a', 'a1')
  room.leave('nobody', 'x')
  expect(room.enter('a', 'a4')).toBe(true)
  expect([room.size, closed]).toEqual([3, []])
})
