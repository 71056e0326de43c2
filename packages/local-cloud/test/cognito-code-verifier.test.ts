import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { localPool, PASSWORD, type Browser, type LocalPool } from './local-pool.ts'

let pool: LocalPool
let browser: Browser
beforeAll(async () => {
  pool = await localPool()
  await pool.user('ada')
  browser = pool.browser()
  await browser.signIn('ada', PASSWORD)
})
afterAll(() => pool[Symbol.asyncDispose]())

const verifier = 'a-verifier-of-at-least-forty-three-characters-1234'
const challenge = createHash('sha256').update(verifier).digest('base64url')
const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }

// https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html
it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, number]>([
  ['its verifier', pkce, { code_verifier: verifier }, 200],
  ['no verifier', pkce, {}, 400],
  ['an empty verifier', pkce, { code_verifier: '' }, 400],
  ['the challenge as verifier', pkce, { code_verifier: challenge }, 400],
  // Cognito takes codes of apps that do without.
  ['neither', {}, {}, 200],
  ['neither, and an empty verifier', {}, { code_verifier: '' }, 200],
  ['a verifier that nobody was told the challenge of', {}, { code_verifier: verifier }, 400],
])('redeems a code by %s', async (_, asked, form, status) => {
  const { status: answered, body } = await pool.redeem(await browser.code(asked) ?? '', form)
  expect([answered, body['error']]).toEqual([status, status === 200 ? undefined : 'invalid_grant'])
})
