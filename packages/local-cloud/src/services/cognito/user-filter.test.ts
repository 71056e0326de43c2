import { expect, it } from 'vitest'
import { userFilter } from './user-filter.ts'
import type { User } from './user-pool.ts'

const user: User = {
  username: 'ada', attributes: { sub: 's-1', email: 'ada@bar.example', name: 'Ada "L"' }, status: 'CONFIRMED', enabled: true, groups: [],
  createdMs: 0, modifiedMs: 0,
}

// https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html#cognito-user-pools-searching-for-users-using-listusers-api
it.each<[string | undefined, boolean]>([
  [undefined, true],
  ['', true],
  ['username = "ada"', true],
  ['username = "ad"', false],
  ['username ^= "ad"', true],
  ['email ^= "ada@"', true],
  ['phone_number = "+49"', false],
  ['name = "Ada \\"L\\""', true],
  ['"cognito:user_status"="CONFIRMED"', true],
  ['status = "Disabled"', false],
])('%s', (filter, found) => {
  expect(userFilter(filter)(user)).toBe(found)
})

it.each(['custom:site = "a"', 'email', 'email > "a"'])('refuses %s', (filter) => {
  expect(() => userFilter(filter)).toThrow(expect.objectContaining({ name: 'InvalidParameterException' }))
})
