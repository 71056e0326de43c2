import {
  AdminCreateUserCommand, AdminGetUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient, InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let cognito: CognitoIdentityProviderClient

const asking = `
exports.handler = async (event) => {
  const { triggerSource, request, response, userName } = event
  const asked = request.session ?? []
  if (triggerSource === 'DefineAuthChallenge_Authentication') {
    if (asked.at(-1)?.challengeResult) response.issueTokens = true
    else if (asked.length >= 2) response.failAuthentication = true
    else response.challengeName = 'CUSTOM_CHALLENGE'
  }
  if (triggerSource === 'CreateAuthChallenge_Authentication') Object.assign(response, { publicChallengeParameters: { hint: 'try ' + asked.length }, privateChallengeParameters: { answer: 'hops' }, challengeMetadata: 'HOPS' })
  if (triggerSource === 'VerifyAuthChallengeResponse_Authentication') response.answerCorrect = request.challengeAnswer === request.privateChallengeParameters.answer
  if (triggerSource === 'UserMigration_Authentication') {
    if (userName === 'old@bar.example' && request.password === 'From-Afar-1') Object.assign(response, { userAttributes: { email: userName, email_verified: 'true', name: 'Old' }, finalUserStatus: 'CONFIRMED', messageAction: 'SUPPRESS' })
  }
  return event
}`

function build(stack: Stack): void {
  const pool = new UserPool(stack, 'People', { signInAliases: { email: true } })
  const trigger = new LambdaFunction(stack, 'Trigger', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(asking),
  })
  for (const operation of [
    UserPoolOperation.DEFINE_AUTH_CHALLENGE, UserPoolOperation.CREATE_AUTH_CHALLENGE, UserPoolOperation.VERIFY_AUTH_CHALLENGE_RESPONSE,
    UserPoolOperation.USER_MIGRATION,
  ]) {
    pool.addTrigger(operation, trigger)
  }
  const client = pool.addClient('App', { authFlows: { custom: true, userPassword: true } })
  new CfnOutput(stack, 'PoolId', { value: pool.userPoolId })
  new CfnOutput(stack, 'ClientId', { value: client.userPoolClientId })
}

beforeAll(async () => {
  running = await run(build)
  cognito = new CognitoIdentityProviderClient({ ...running.client, maxAttempts: 1 })
  const named = { UserPoolId: running.outputs['PoolId'], Username: 'ada@bar.example' }
  await cognito.send(new AdminCreateUserCommand(named))
  await cognito.send(new AdminSetUserPasswordCommand({ ...named, Password: 'Tap-Room-1', Permanent: true }))
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const start = () => cognito.send(new InitiateAuthCommand({
  AuthFlow: 'CUSTOM_AUTH', ClientId: running.outputs['ClientId'], AuthParameters: { USERNAME: 'ada@bar.example' },
}))
const answer = (Session: string | undefined, ANSWER: string) =>
  cognito.send(new RespondToAuthChallengeCommand({
    ClientId: running.outputs['ClientId'], ChallengeName: 'CUSTOM_CHALLENGE', Session,
    ChallengeResponses: { USERNAME: 'ada@bar.example', ANSWER },
  }))

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html
describe('custom challenges', () => {
  it('let in who gives the right answer, at the second try, too', async () => {
    const first = await start()
    expect([first.ChallengeName, first.ChallengeParameters]).toEqual(['CUSTOM_CHALLENGE', { hint: 'try 0', USERNAME: expect.any(String) }])
    const second = await answer(first.Session, 'malt')
    expect(second.ChallengeParameters?.['hint']).toBe('try 1')
    const { AuthenticationResult } = await answer(second.Session, 'hops')
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).toMatchObject({ email: 'ada@bar.example', token_use: 'id' })
  })
  it('turn away who does not, and take an answer once', async () => {
    const first = await start()
    const second = await answer(first.Session, 'malt')
    await expect(answer(first.Session, 'hops')).rejects.toMatchObject({
      name: 'NotAuthorizedException', message: 'Invalid session for the user.',
    })
    await expect(answer(second.Session, 'malt')).rejects.toMatchObject({
      name: 'NotAuthorizedException', message: 'Incorrect username or password.',
    })
  })
})

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
describe('migration', () => {
  const signIn = (USERNAME: string, PASSWORD: string) => cognito.send(new InitiateAuthCommand({
    AuthFlow: 'USER_PASSWORD_AUTH', ClientId: running.outputs['ClientId'], AuthParameters: { USERNAME, PASSWORD },
  }))
  it('brings whom the function knows, and keeps them', async () => {
    await expect(signIn('old@bar.example', 'wrong')).rejects.toMatchObject({ name: 'UserNotFoundException' })
    expect((await signIn('old@bar.example', 'From-Afar-1')).AuthenticationResult?.TokenType).toBe('Bearer')
    const { UserStatus, UserAttributes } = await cognito.send(new AdminGetUserCommand({
      UserPoolId: running.outputs['PoolId'], Username: 'old@bar.example',
    }))
    expect([UserStatus, UserAttributes]).toEqual([
      'CONFIRMED', expect.arrayContaining([{ Name: 'name', Value: 'Old' }, { Name: 'email_verified', Value: 'true' }]),
    ])
    await expect(signIn('old@bar.example', 'wrong')).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  })
})
