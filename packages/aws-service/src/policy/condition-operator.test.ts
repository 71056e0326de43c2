import { expect, it } from 'vitest'
import { conditionOperator } from './condition-operator.ts'

const variables: Readonly<Record<string, string>> = { 'aws:PrincipalArn': 'arn:aws:iam::1:role/keeper' }
const passes = (operator: string, actual: string, expected: string): boolean | undefined => {
  const found = conditionOperator(operator)
  return found === undefined ? undefined : found.test(actual, expected, (name) => variables[name]) !== found.isNegated
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
it.each([
  ['StringEquals', 'a', 'a', true],
  ['StringEquals', 'a', 'A', false],
  ['StringEqualsIgnoreCase', 'a', 'A', true],
  ['StringNotEquals', 'a', 'b', true],
  ['StringNotEqualsIgnoreCase', 'a', 'A', false],
  ['StringLike', 'keg-1', 'keg-?', true],
  ['StringNotLike', 'keg-1', 'keg-*', false],
  ['StringEquals', 'arn:aws:iam::1:role/keeper', '${aws:PrincipalArn}', true],
  ['StringEquals', '', '${aws:username}', false],
  ['ArnLike', 'arn:aws:iam::1:role/keeper', 'arn:aws:iam::*:role/k*', true],
  ['ArnNotEquals', 'arn:aws:iam::1:role/keeper', '${aws:PrincipalArn}', false],
  ['Bool', 'TRUE', 'true', true],
  ['BinaryEquals', 'QmVlcg==', 'QmVlcg==', true],
  ['NumericEquals', '5.0', '5', true],
  ['NumericNotEquals', '5', '5', false],
  ['NumericLessThan', '4', '5', true],
  ['NumericLessThanEquals', '5', '5', true],
  ['NumericGreaterThan', '10', '9', true],
  ['NumericGreaterThanEquals', 'warm', '5', false],
  ['DateEquals', '2026-01-01T00:00:00Z', '1767225600', true],
  ['DateLessThan', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', true],
  ['DateNotEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', false],
  ['DateGreaterThan', 'yesterday', '2026-01-01T00:00:00Z', false],
  ['IpAddress', '10.0.0.7', '10.0.0.0/24', true],
  ['IpAddress', '::ffff:10.0.0.7', '10.0.0.7', true],
  ['IpAddress', '10.0.1.7', '10.0.0.0/24', false],
  ['IpAddress', '2001:db8::7', '2001:db8::/32', true],
  ['IpAddress', '10.0.0.7', '2001:db8::/32', false],
  ['IpAddress', '10.0.0.7', '10.0.0.0/33', false],
  ['IpAddress', '10.0.0.7', '10.0.0.0/', false],
  ['IpAddress', 'nowhere', '0.0.0.0/0', false],
  ['NotIpAddress', '10.0.1.7', '10.0.0.0/24', true],
  ['StringNotGreaterThan', 'a', 'b', undefined],
  ['IpEquals', 'a', 'a', undefined],
  ['', 'a', 'a', undefined],
])('%s of %s and %s: %s', (operator, actual, expected, holds) => {
  expect(passes(operator, actual, expected)).toBe(holds)
})

it.each([
  ['ForAllValues:StringLike', { set: 'ForAllValues', isNegated: false, isIfExists: false, isNull: false }],
  ['ForAnyValue:StringNotLikeIfExists', { set: 'ForAnyValue', isNegated: true, isIfExists: true, isNull: false }],
  ['Null', { set: undefined, isNegated: false, isIfExists: false, isNull: true }],
])('%s is taken apart', (operator, parts) => {
  expect(conditionOperator(operator)).toMatchObject(parts)
})
