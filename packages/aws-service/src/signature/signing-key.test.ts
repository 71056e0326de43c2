import { expect, it } from 'vitest'
import { signingKey } from './signing-key.ts'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const scope = { date: '20150830', region: 'us-east-1', service: 'iam' }
const EXAMPLE = 'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9'

it('is that of AWS\'s example, asked once or again', () => {
  expect([signingKey(secret, scope), signingKey(secret, scope)].map((key) => key.toString('hex'))).toEqual([EXAMPLE, EXAMPLE])
})

it.each([
  ['secret', `${secret}x`, scope],
  ['day', secret, { ...scope, date: '20150831' }],
  ['region', secret, { ...scope, region: 'eu-west-1' }],
  ['service', secret, { ...scope, service: 's3' }],
])('is another for another %s', (_, other, otherScope) => {
  signingKey(secret, scope)
  expect(signingKey(other, otherScope).toString('hex')).not.toBe(EXAMPLE)
})

it('is made anew, and the same, once many others have come', () => {
  const before = signingKey(secret, scope)
  for (let index = 0; index < 100; index++) signingKey(String(index), scope)
  const after = signingKey(secret, scope)
  expect(after).not.toBe(before)
  expect(after).toEqual(before)
})
