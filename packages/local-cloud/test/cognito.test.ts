import {
  AdminAddUserToGroupCommand, AdminCreateUserCommand, AdminDeleteUserCommand, AdminGetUserCommand, AdminInitiateAuthCommand,
  AdminListGroupsForUserCommand, AdminRemoveUserFromGroupCommand, AdminSetUserPasswordCommand, AdminUpdateUserAttributesCommand,
  ChangePasswordCommand, CognitoIdentityProviderClient, ConfirmForgotPasswordCommand, ConfirmSignUpCommand, CreateUserPoolClientCommand,
  CreateUserPoolCommand, CreateUserPoolDomainCommand, DeleteUserPoolCommand, DeleteUserPoolDomainCommand, UpdateUserPoolCommand,
  CreateGroupCommand, DescribeUserPoolClientCommand, DescribeUserPoolCommand, ForgotPasswordCommand, GetUserCommand, GlobalSignOutCommand,
  InitiateAuthCommand, ListGroupsCommand, ListUserPoolClientsCommand, ListUserPoolsCommand, ListUsersCommand, ListUsersInGroupCommand,
  RespondToAuthChallengeCommand, RevokeTokenCommand, SignUpCommand, UpdateUserAttributesCommand, type AuthenticationResultType,
} from '@aws-sdk/client-cognito-identity-provider'
import { AuthenticationDetails, CognitoUser, CognitoUserPool, type CognitoUserSession } from 'amazon-cognito-identity-js'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import {
  AccountRecovery, CfnIdentityPool, CfnIdentityPoolRoleAttachment, CfnUserPoolIdentityProvider, LambdaVersion, CfnUserPoolGroup,
  CfnUserPoolUser, CfnUserPoolUserToGroupAttachment, StringAttribute, UserPool, UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let cognito: CognitoIdentityProviderClient
let UserPoolId: string
let ClientId: string

const triggered = `
exports.handler = async (event) => {
  console.log(JSON.stringify(event))
  const { triggerSource, request, response } = event
  if (triggerSource === 'PreSignUp_SignUp') {
    if (request.userAttributes.email.endsWith('@nowhere.example')) throw new Error('no such bar')
    if (request.userAttributes.email.endsWith('@staff.example')) Object.assign(response, { autoConfirmUser: true, autoVerifyEmail: true })
  }
  if (triggerSource.startsWith('TokenGeneration')) response.claimsOverrideDetails = { claimsToAddOrOverride: { site: 'berlin', sub: 'forged' }, claimsToSuppress: ['email'] }
  return event
}`

const triggeredInSecondVersion = `
exports.handler = async (event) => {
  const claimsToAddOrOverride = { tier: event.version + event.request.scopes.join() }
  event.response.claimsAndScopeOverrideDetails = { accessTokenGeneration: { claimsToAddOrOverride, scopesToAdd: ['kegs/read'] } }
  return event
}`

function build(stack: Stack): void {
  const pool = new UserPool(stack, 'People', {
    userPoolName: 'people', selfSignUpEnabled: true, signInAliases: { username: true, email: true }, autoVerify: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY, customAttributes: { site: new StringAttribute({ mutable: true }) },
  })
  const second = new LambdaFunction(stack, 'SecondTrigger', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(triggeredInSecondVersion),
  })
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, second, LambdaVersion.V2_0)
  const client = pool.addClient('App', {
    authFlows: { userPassword: true, userSrp: true, adminUserPassword: true }, preventUserExistenceErrors: true,
    idTokenValidity: Duration.minutes(5), accessTokenValidity: Duration.minutes(10),
  })
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler' }
  const trigger = new LambdaFunction(stack, 'Trigger', { ...node, code: new InlineCode(triggered) })
  const guests = new UserPool(stack, 'Guests', { selfSignUpEnabled: true, signInAliases: { email: true }, signInCaseSensitive: false })
  for (const operation of [
    UserPoolOperation.PRE_SIGN_UP, UserPoolOperation.POST_CONFIRMATION, UserPoolOperation.PRE_TOKEN_GENERATION,
    UserPoolOperation.POST_AUTHENTICATION,
  ]) {
    guests.addTrigger(operation, trigger)
  }
  const guest = guests.addClient('App', { authFlows: { userPassword: true }, generateSecret: false })
  const brewers = new CfnUserPoolGroup(stack, 'Brewers', { userPoolId: pool.userPoolId, groupName: 'brewers', precedence: 1 })
  const user = new CfnUserPoolUser(stack, 'Grace', {
    userPoolId: pool.userPoolId, username: 'grace',
    userAttributes: [{ name: 'email', value: 'grace@bar.example' }, { name: 'email_verified', value: 'true' }],
  })
  new CfnUserPoolUserToGroupAttachment(stack, 'GraceBrews', { userPoolId: pool.userPoolId, username: user.ref, groupName: brewers.ref })
  for (const [name, value] of Object.entries({
    PoolId: pool.userPoolId, ClientId: client.userPoolClientId, Issuer: pool.userPoolProviderUrl, GuestsId: guests.userPoolId,
    GuestClientId: guest.userPoolClientId,
  })) {
    new CfnOutput(stack, name, { value })
  }
}

beforeAll(async () => {
  running = await run(build)
  cognito = new CognitoIdentityProviderClient({ ...running.client, maxAttempts: 1 })
  UserPoolId = running.outputs['PoolId'] ?? ''
  ClientId = running.outputs['ClientId'] ?? ''
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

/** The code that was sent last to an address. */
function codeSentTo(address: string): string {
  const mail = running.log.findLast(({ source, message }) => source === 'cognito' && message.startsWith(`To ${address}`))
  return / is (\d{6})$/.exec(mail?.message ?? '')?.[1] ?? ''
}

async function signUp(Username: string, Password: string) {
  const email = `${Username}@bar.example`
  const signedUp = await cognito.send(new SignUpCommand({
    ClientId, Username, Password, UserAttributes: [{ Name: 'email', Value: email }],
  }))
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: codeSentTo(email) }))
  return signedUp
}

async function signIn(USERNAME: string, PASSWORD: string, clientId = ClientId): Promise<AuthenticationResultType> {
  const { AuthenticationResult } = await cognito.send(new InitiateAuthCommand({
    AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId, AuthParameters: { USERNAME, PASSWORD },
  }))
  return AuthenticationResult ?? {}
}

describe('signing up and in', () => {
  it('sends a code, which verifies the address, and never logs the password', async () => {
    const signedUp = await cognito.send(new SignUpCommand({
      ClientId, Username: 'ada', Password: 'Tap-Room-1', UserAttributes: [{ Name: 'email', Value: 'ada@bar.example' }],
    }))
    expect(signedUp).toMatchObject({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      CodeDeliveryDetails: { Destination: 'a***@b***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    })
    await expect(signIn('ada', 'Tap-Room-1')).rejects.toMatchObject({ name: 'UserNotConfirmedException' })
    const confirm = (ConfirmationCode: string) => cognito.send(new ConfirmSignUpCommand({ ClientId, Username: 'ada', ConfirmationCode }))
    await expect(confirm('nothing')).rejects.toMatchObject({
      name: 'CodeMismatchException', message: 'Invalid verification code provided, please try again.',
    })
    await confirm(codeSentTo('ada@bar.example'))
    const { UserStatus, UserAttributes } = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: 'ada' }))
    expect([UserStatus, UserAttributes]).toEqual([
      'CONFIRMED', expect.arrayContaining([{ Name: 'email_verified', Value: 'true' }, { Name: 'sub', Value: signedUp.UserSub }]),
    ])
    expect(running.log.filter(({ message }) => message.includes('Tap-Room-1'))).toEqual([])
  })

  // https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
  it('gives tokens with Cognito\'s claims and the client\'s lifetimes, by name or by e-mail address', async () => {
    const issuer = running.outputs['Issuer']
    const { IdToken = '', AccessToken = '', ExpiresIn, TokenType } = await signIn('ada@bar.example', 'Tap-Room-1')
    expect([ExpiresIn, TokenType]).toEqual([600, 'Bearer'])
    const id = decodeJwt(IdToken)
    expect(id).toMatchObject({
      iss: issuer, aud: ClientId, token_use: 'id', 'cognito:username': 'ada', email: 'ada@bar.example', email_verified: true,
      event_id: expect.any(String), jti: expect.any(String),
    })
    const access = decodeJwt(AccessToken)
    expect(access).toMatchObject({
      iss: issuer, client_id: ClientId, token_use: 'access', username: 'ada', scope: 'aws.cognito.signin.user.admin kegs/read',
      tier: '2aws.cognito.signin.user.admin', sub: id.sub, origin_jti: id['origin_jti'], auth_time: id['auth_time'],
    })
    expect(access).not.toHaveProperty('aud')
    expect(id).not.toHaveProperty('tier')
    expect([(id.exp ?? 0) - (id.iat ?? 0), (access.exp ?? 0) - (access.iat ?? 0)]).toEqual([300, 600])
  })

  it.each([
    ['ada', 'wrong'], ['nobody', 'Tap-Room-1'],
  ])('says the same of a wrong password and of an unknown user: %s', async (name, password) => {
    await expect(signIn(name, password)).rejects.toMatchObject({
      name: 'NotAuthorizedException', message: 'Incorrect username or password.',
    })
  })

  // https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
  it.each([
    ['Ab1!', 'Password not long enough'],
    ['abcdef1!', 'Password must have uppercase characters'],
    ['ABCDEF1!', 'Password must have lowercase characters'],
    ['Abcdefg!', 'Password must have numeric characters'],
    ['Abcdefg1', 'Password must have symbol characters'],
  ])('refuses the password %s', async (Password, why) => {
    await expect(cognito.send(new SignUpCommand({ ClientId, Username: 'weak', Password }))).rejects.toMatchObject({
      name: 'InvalidPasswordException', message: `Password did not conform with policy: ${why}`,
    })
  })

  it('takes no name twice, no attribute that the pool does not have, and no flow that the client does not allow', async () => {
    const up = (Username: string, Name: string) =>
      cognito.send(new SignUpCommand({ ClientId, Username, Password: 'Tap-Room-1', UserAttributes: [{ Name, Value: 'x' }] }))
    await expect(up('ada', 'name')).rejects.toMatchObject({ name: 'UsernameExistsException' })
    await expect(up('new', 'custom:beer')).rejects.toMatchObject({ name: 'InvalidParameterException' })
    const guestClient = running.outputs['GuestClientId']
    await expect(cognito.send(new InitiateAuthCommand({
      AuthFlow: 'USER_SRP_AUTH', ClientId: guestClient, AuthParameters: { USERNAME: 'a', SRP_A: 'ab' },
    }))).rejects.toMatchObject({ name: 'InvalidParameterException', message: 'USER_SRP_AUTH flow not enabled for this client' })
  })

  it('goes by the Secure Remote Password protocol, as its own client speaks it', async () => {
    await signUp('srp', 'Hop-Garden-2')
    const user = (password: string) => new Promise<CognitoUserSession>((onSuccess, onFailure) => {
      const each = new CognitoUser({
        Username: 'srp', Pool: new CognitoUserPool({ UserPoolId, ClientId, endpoint: running.cloud.endpoint }),
      })
      each.authenticateUser(new AuthenticationDetails({ Username: 'srp', Password: password }), { onSuccess, onFailure })
    })
    expect((await user('Hop-Garden-2')).getIdToken().payload).toMatchObject({ 'cognito:username': 'srp', token_use: 'id' })
    await expect(user('Hop-Garden-3')).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  }, 60_000)

  it('refreshes, and no longer does once the token is revoked or the user has signed out everywhere', async () => {
    const refresh = (RefreshToken = '') =>
      cognito.send(new InitiateAuthCommand({ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters: { REFRESH_TOKEN: RefreshToken } }))
    const first = await signIn('ada', 'Tap-Room-1')
    const { AuthenticationResult } = await refresh(first.RefreshToken)
    expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')).toMatchObject({
      origin_jti: decodeJwt(first.AccessToken ?? '')['origin_jti'], username: 'ada',
    })
    await cognito.send(new RevokeTokenCommand({ ClientId, Token: first.RefreshToken }))
    await expect(refresh(first.RefreshToken)).rejects.toMatchObject({
      name: 'NotAuthorizedException', message: 'Refresh Token has been revoked',
    })
    const second = await signIn('ada', 'Tap-Room-1')
    await cognito.send(new GlobalSignOutCommand({ AccessToken: second.AccessToken }))
    await expect(refresh(second.RefreshToken)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    await expect(cognito.send(new GetUserCommand({ AccessToken: second.AccessToken }))).rejects.toMatchObject({
      name: 'NotAuthorizedException', message: 'Access Token has been revoked',
    })
  })
})

describe('an account of one\'s own', () => {
  it('shows and changes its attributes; a new address has to be verified', async () => {
    await signUp('own', 'Tap-Room-1')
    const { AccessToken } = await signIn('own', 'Tap-Room-1')
    await cognito.send(new UpdateUserAttributesCommand({
      AccessToken, UserAttributes: [{ Name: 'custom:site', Value: 'munich' }, { Name: 'email', Value: 'other@bar.example' }],
    }))
    const { UserAttributes } = await cognito.send(new GetUserCommand({ AccessToken }))
    expect(UserAttributes)
      .toEqual(expect.arrayContaining([{ Name: 'custom:site', Value: 'munich' }, { Name: 'email_verified', Value: 'false' }]))
    expect(codeSentTo('other@bar.example')).toMatch(/^\d{6}$/)
    await expect(
      cognito.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name: 'email_verified', Value: 'true' }] })),
    ).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  })

  it('changes its password, and gets a new one by a code where it is forgotten', async () => {
    await signUp('forgets', 'Tap-Room-1')
    const { AccessToken } = await signIn('forgets', 'Tap-Room-1')
    await expect(cognito.send(new ChangePasswordCommand({ AccessToken, PreviousPassword: 'x', ProposedPassword: 'Tap-Room-2' })))
      .rejects.toMatchObject({ name: 'NotAuthorizedException' })
    await cognito.send(new ChangePasswordCommand({ AccessToken, PreviousPassword: 'Tap-Room-1', ProposedPassword: 'Tap-Room-2' }))
    const { CodeDeliveryDetails } = await cognito.send(new ForgotPasswordCommand({ ClientId, Username: 'forgets' }))
    expect(CodeDeliveryDetails).toMatchObject({ DeliveryMedium: 'EMAIL', AttributeName: 'email' })
    await cognito.send(new ConfirmForgotPasswordCommand({
      ClientId, Username: 'forgets', ConfirmationCode: codeSentTo('forgets@bar.example'), Password: 'Tap-Room-3',
    }))
    await expect(signIn('forgets', 'Tap-Room-2')).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    expect((await signIn('forgets', 'Tap-Room-3')).TokenType).toBe('Bearer')
  })
})

describe('administration', () => {
  it('creates a user with a temporary password, which has to be changed', async () => {
    const { User } = await cognito.send(new AdminCreateUserCommand({
      UserPoolId, Username: 'temp', TemporaryPassword: 'For-Now-1', UserAttributes: [{ Name: 'email', Value: 'temp@bar.example' }],
    }))
    expect(User).toMatchObject({ Username: 'temp', UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true, UserCreateDate: expect.any(Date) })
    const AuthParameters = { USERNAME: 'temp', PASSWORD: 'For-Now-1' }
    const { ChallengeName, Session, ChallengeParameters } = await cognito.send(new AdminInitiateAuthCommand({
      UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters,
    }))
    expect([ChallengeName, JSON.parse(ChallengeParameters?.['userAttributes'] ?? '')]).toEqual([
      'NEW_PASSWORD_REQUIRED', { email: 'temp@bar.example' },
    ])
    const { AuthenticationResult } = await cognito.send(new RespondToAuthChallengeCommand({
      ClientId, ChallengeName, Session, ChallengeResponses: { USERNAME: 'temp', NEW_PASSWORD: 'For-Good-1' },
    }))
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).toMatchObject({ 'cognito:username': 'temp' })
    expect((await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: 'temp' }))).UserStatus).toBe('CONFIRMED')
  })

  it('puts users into groups, which are in their tokens', async () => {
    await cognito.send(new CreateGroupCommand({
      UserPoolId, GroupName: 'admins', RoleArn: 'arn:aws:iam::123456789012:role/admins', Precedence: 0,
    }))
    await expect(cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: 'admins' })))
      .rejects.toMatchObject({ name: 'GroupExistsException' })
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: 'grace', Password: 'Mash-Tun-1', Permanent: true }))
    await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: 'grace', GroupName: 'admins' }))
    const names = async () =>
      (await cognito.send(new AdminListGroupsForUserCommand({ UserPoolId, Username: 'grace' }))).Groups?.map(({ GroupName }) => GroupName)
    expect(await names()).toEqual(['admins', 'brewers'])
    const { IdToken = '', AccessToken = '' } = await signIn('grace', 'Mash-Tun-1')
    expect(decodeJwt(IdToken)).toMatchObject({
      'cognito:groups': ['admins', 'brewers'], 'cognito:preferred_role': 'arn:aws:iam::123456789012:role/admins',
    })
    expect(decodeJwt(AccessToken)).toMatchObject({ 'cognito:groups': ['admins', 'brewers'] })
    await cognito.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: 'grace', GroupName: 'admins' }))
    expect(await names()).toEqual(['brewers'])
    expect((await cognito.send(new ListUsersInGroupCommand({ UserPoolId, GroupName: 'brewers' }))).Users?.map(({ Username }) => Username))
      .toEqual(['grace'])
    expect((await cognito.send(new ListGroupsCommand({ UserPoolId }))).Groups?.map(({ GroupName }) => GroupName))
      .toEqual(['brewers', 'admins'])
  })

  it('finds, changes and deletes users', async () => {
    await cognito.send(new AdminCreateUserCommand({
      UserPoolId, Username: 'brief', UserAttributes: [{ Name: 'email', Value: 'brief@bar.example' }],
    }))
    await cognito.send(new AdminUpdateUserAttributesCommand({
      UserPoolId, Username: 'brief', UserAttributes: [{ Name: 'name', Value: 'Brief' }],
    }))
    const found = async () => (await cognito.send(new ListUsersCommand({ UserPoolId, Filter: 'email ^= "brief@"' }))).Users
      ?.map(({ Username, Attributes }) => [Username, Attributes?.find(({ Name }) => Name === 'name')?.Value])
    expect(await found()).toEqual([['brief', 'Brief']])
    await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username: 'brief' }))
    expect(await found()).toEqual([])
    await expect(cognito.send(new AdminGetUserCommand({ UserPoolId, Username: 'brief' }))).rejects.toMatchObject({
      name: 'UserNotFoundException', message: 'User does not exist.',
    })
  })

  it('describes what the template has made', async () => {
    expect((await cognito.send(new DescribeUserPoolCommand({ UserPoolId }))).UserPool).toMatchObject({
      Id: UserPoolId, Name: 'people', AliasAttributes: ['email'], Policies: { PasswordPolicy: { MinimumLength: 8 } },
    })
    expect((await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))).UserPoolClient).toMatchObject({
      ClientId, PreventUserExistenceErrors: 'ENABLED', RefreshTokenValidity: 720,
    })
    expect((await cognito.send(new ListUserPoolsCommand({ MaxResults: 10 }))).UserPools).toHaveLength(2)
    expect((await cognito.send(new ListUserPoolClientsCommand({ UserPoolId }))).UserPoolClients).toMatchObject([{ ClientId }])
  })

  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
  it('makes, changes and removes pools and clients, too', async () => {
    const Policies = { PasswordPolicy: { MinimumLength: 6 } }
    const { UserPool: made } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'made', Policies, UsernameAttributes: ['email'] }))
    const named = { UserPoolId: made?.Id }
    const { UserPoolClient: client } = await cognito.send(new CreateUserPoolClientCommand({
      ...named, ClientName: 'app', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'], AccessTokenValidity: 5,
      TokenValidityUnits: { AccessToken: 'minutes' },
    }))
    await cognito.send(new AdminCreateUserCommand({ ...named, Username: 'ada@bar.example' }))
    await cognito.send(new AdminSetUserPasswordCommand({ ...named, Username: 'ada@bar.example', Password: 'simple', Permanent: true }))
    expect((await signIn('ada@bar.example', 'simple', client?.ClientId)).ExpiresIn).toBe(300)
    await cognito.send(new UpdateUserPoolCommand({ ...named, Policies: { PasswordPolicy: { MinimumLength: 10 } } }))
    await expect(cognito.send(new AdminSetUserPasswordCommand({ ...named, Username: 'ada@bar.example', Password: 'simple' })))
      .rejects.toMatchObject({ name: 'InvalidPasswordException' })
    await cognito.send(new CreateUserPoolDomainCommand({ ...named, Domain: 'made' }))
    await expect(cognito.send(new DeleteUserPoolCommand(named))).rejects.toMatchObject({ name: 'InvalidParameterException' })
    await cognito.send(new DeleteUserPoolDomainCommand({ ...named, Domain: 'made' }))
    await cognito.send(new DeleteUserPoolCommand(named))
    await expect(cognito.send(new DescribeUserPoolCommand(named))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('takes a signature, unlike what users do themselves', async () => {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools' }
    const response = await fetch(running.cloud.endpoint, { method: 'POST', headers, body: '{"MaxResults":1}' })
    expect([response.status, await response.json()]).toEqual([
      400, expect.objectContaining({ __type: 'MissingAuthenticationTokenException' }),
    ])
  })
})

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html
describe('triggers', () => {
  const up = (Username: string) =>
    cognito.send(new SignUpCommand({ ClientId: running.outputs['GuestClientId'], Username, Password: 'Tap-Room-1' }))
  const events = () => running.log.filter(({ source }) => source === 'function')
    .filter(({ level }) => level === 'info')
    .map(({ message }) => JSON.parse(message) as { triggerSource: string })

  it('turn a user away with the function\'s words', async () => {
    await expect(up('eve@nowhere.example')).rejects.toMatchObject({
      name: 'UserLambdaValidationException', message: 'PreSignUp failed with error no such bar.',
    })
  })

  it('confirm a user, and are told of it', async () => {
    expect((await up('bo@staff.example')).UserConfirmed).toBe(true)
    expect(events()).toContainEqual(expect.objectContaining({
      version: '1', triggerSource: 'PostConfirmation_ConfirmSignUp', userPoolId: running.outputs['GuestsId'], region: 'us-east-1',
      callerContext: expect.objectContaining({ clientId: running.outputs['GuestClientId'] }),
      request: expect.objectContaining({ userAttributes: expect.objectContaining({ email: 'bo@staff.example', email_verified: 'true' }) }),
    }))
  })

  it('change the claims of ID tokens, but not who it is', async () => {
    const { IdToken = '', AccessToken = '' } = await signIn('BO@staff.example', 'Tap-Room-1', running.outputs['GuestClientId'])
    const claims = decodeJwt(IdToken)
    expect(claims).toMatchObject({ site: 'berlin', email_verified: true, sub: claims['cognito:username'] })
    expect(claims).not.toHaveProperty('email')
    expect(decodeJwt(AccessToken)).not.toHaveProperty('site')
    expect(events().map(({ triggerSource }) => triggerSource))
      .toEqual(expect.arrayContaining(['PostAuthentication_Authentication', 'TokenGeneration_Authentication']))
  })

  it('are let in by the permissions that the template has', () => {
    expect(running.log.filter(({ level, source }) => level === 'warn' && source === 'lambda')).toEqual([])
  })
})

it('refuses what people would sign in by elsewhere, with the reason', async () => {
  const build = (stack: Stack) => {
    const pool = new UserPool(stack, 'Pool')
    new CfnUserPoolIdentityProvider(stack, 'Google', {
      userPoolId: pool.userPoolId, providerName: 'Google', providerType: 'Google', providerDetails: {},
    })
    const { ref: identityPoolId } = new CfnIdentityPool(stack, 'Identities', { allowUnauthenticatedIdentities: false })
    new CfnIdentityPoolRoleAttachment(stack, 'Roles', { identityPoolId })
  }
  await expect(run(build)).rejects.toMatchObject({ code: 'UNSUPPORTED', evidence: [
    { type: 'AWS::Cognito::UserPoolIdentityProvider', reason: expect.stringContaining('the user pool itself') },
    { type: 'AWS::Cognito::IdentityPool', reason: expect.stringContaining('identity pools are not emulated') },
    { type: 'AWS::Cognito::IdentityPoolRoleAttachment', reason: expect.stringContaining('identity pools are not emulated') },
  ] })
})
