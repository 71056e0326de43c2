import {
  AdminAddUserToGroupCommand, AdminCreateUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient, CreateGroupCommand,
  GroupExistsException, InitiateAuthCommand, UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { randomInt } from 'node:crypto'
import { siteGroup, type Role } from '@keg/flows/routes'
import type { RunningCloud } from '@keg/local-cloud'
import { demoPassword } from './demo-password.ts'
import { outputsOf } from './outputs.ts'
import type { AwsAccess } from './provision.ts'

/** A cloud that runs, in this process or in another. */
export type PeoplesCloud = AwsAccess & Pick<RunningCloud, 'outputs'>

/** Somebody of the demo brewery. */
export interface DemoPerson {
  readonly username: string
  readonly role: Role
  /** Sites that they may see; of a brewer, who sees all, none. */
  readonly sites: readonly string[]
}

/** The password of all demo people, another one in each process: who reads this does not know it. */
export const DEMO_PASSWORD = demoPassword(randomInt)

const brewer: DemoPerson = { username: 'brewer', role: 'brewer', sites: [] }

/** Who works at the demo brewery. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  brewer,
  { username: 'keeper-berlin', role: 'keeper', sites: ['berlin'] },
  { username: 'keeper-munich', role: 'keeper', sites: ['munich'] },
  { username: 'viewer', role: 'viewer', sites: ['berlin'] },
]

/** Puts people into the user pool of a cloud, with the demo password; who is there already stays. */
export async function admitPeople(cloud: PeoplesCloud, people: readonly DemoPerson[] = DEMO_PEOPLE): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(cloud)
  const UserPoolId = outputsOf(cloud)['UserPoolId']
  const groups = new Set(people.flatMap(({ sites }) => sites.map(siteGroup)))
  for (const GroupName of groups) await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName })).catch(unlessThere)
  for (const { username: Username, role, sites } of people) {
    await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' })).catch(unlessThere)
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: DEMO_PASSWORD, Permanent: true }))
    for (const GroupName of [role, ...sites.map(siteGroup)])
      await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }))
  }
  cognito.destroy()
}

function unlessThere(error: unknown): void {
  if (!(error instanceof UsernameExistsException || error instanceof GroupExistsException)) throw error
}

/** Calls the API in the name of somebody. */
export interface Caller {
  /** An access token that is good for a while. */
  token(): Promise<string>
  /** Asks the API for a path, as `/kegs?limit=1`. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** Where the API is, and who calls it. */
export interface CallerOptions {
  /** Default: the output of the stack. */
  readonly apiUrl?: string
  /** Default: the brewer. They have the demo password. */
  readonly username?: string
}

/** A token is asked for anew when it has less than this. */
const A_WHILE_MS = 60_000

/** Signs somebody in as a program does, by name and password; again before the token runs out. */
export function callerOf(
  cloud: PeoplesCloud, { apiUrl = outputsOf(cloud)['ApiUrl'] ?? '', username = brewer.username }: CallerOptions = {},
): Caller {
  const base = apiUrl.replace(/\/$/, '')
  let signedIn: { readonly token: string; readonly untilMs: number } | undefined
  const token = async () => {
    if (signedIn !== undefined && Date.now() + A_WHILE_MS < signedIn.untilMs) return signedIn.token
    const cognito = new CognitoIdentityProviderClient(cloud)
    const { AuthenticationResult: { AccessToken, ExpiresIn = 0 } = {} } = await cognito.send(new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH', ClientId: outputsOf(cloud)['ProgramsClientId'],
      AuthParameters: { USERNAME: username, PASSWORD: DEMO_PASSWORD },
    })).finally(() => cognito.destroy())
    if (AccessToken === undefined) throw new Error(`${username} did not get an access token.`)
    signedIn = { token: AccessToken, untilMs: Date.now() + ExpiresIn * 1_000 }
    return AccessToken
  }
  return {
    token,
    fetch: async (path, init) => {
      const headers = new Headers(init?.headers)
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${await token()}`)
      return fetch(`${base}${path}`, { ...init, headers })
    },
  }
}

/** Lets the brewer of a cloud in, and answers a caller in their name. */
export async function brewerOf(cloud: PeoplesCloud): Promise<Caller> {
  await admitPeople(cloud, [brewer])
  return callerOf(cloud)
}
