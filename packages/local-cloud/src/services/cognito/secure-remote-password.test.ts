import { expect, it } from 'vitest'
import { challenge, claimSignature, verifierOf } from './secure-remote-password.ts'

// The client's half is in test/cognito.test.ts, by a client that is not ours.
const verifier = verifierOf('us-east-1_AbCdEfGhI', 'ada', 'Tap-Room-1', '00112233445566778899aabbccddeeff')
const claim = { poolId: 'us-east-1_AbCdEfGhI', userId: 'ada', secretBlock: 'c2VjcmV0', timestamp: 'Sat Jan 31 12:00:00 UTC 2026' }

it('keeps of a password what tells nothing of it, another for each salt and name', () => {
  const other: Parameters<typeof verifierOf>[] = [
    ['us-east-1_AbCdEfGhI', 'ada', 'Tap-Room-1', 'ff'],
    ['us-east-1_AbCdEfGhI', 'bo', 'Tap-Room-1', verifier.salt],
    ['us-east-1_ZZZ', 'ada', 'Tap-Room-1', verifier.salt],
  ]
  const verifiers = other.map((each) => verifierOf(...each).verifier)
  expect(new Set([verifier.verifier, ...verifiers]).size).toBe(4)
})

// [RFC 5054, 2.5.4]
it.each(['0', '00', '', 'nothing'])('takes no SRP_A of %j', (publicA) => {
  expect(challenge(verifier, publicA, 'ab')).toBeUndefined()
})

it('expects another signature for everything that is signed', () => {
  const begun = challenge(verifier, 'abcdef', 'ab')
  if (begun === undefined) throw new Error('It is a valid SRP_A.')
  const signatures = [claim, { ...claim, timestamp: 'later' }, { ...claim, userId: 'bo' }, { ...claim, secretBlock: 'b3RoZXI=' }]
    .map((each) => claimSignature(verifier, begun, each))
  expect(new Set(signatures).size).toBe(4)
  expect(claimSignature(verifier, begun, claim)).toBe(signatures[0])
})
