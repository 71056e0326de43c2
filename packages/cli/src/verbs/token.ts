import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import * as z from 'zod'
import { cloudFlags, cloudHelp, endpointOfCloud } from '../core/choose-cloud.ts'
import { cloudState } from '../core/cloud-outputs.ts'
import { textFlag } from '../flags.ts'
import { oneLine } from '../printable.ts'
import { UsageError, type Flags, type Verb } from '../verb.ts'

const OUTPUT = 'ProgramsClientId'
const INITIATE_AUTH = 'AWSCognitoIdentityProviderService.InitiateAuth'

/** `keg token`: signs somebody in, and prints the access token that the HTTP API takes. */
export const token: Verb = {
  usage: 'keg token --user NAME [--core NAME | --endpoint URL | --region REGION --client ID]',
  help: `Signs somebody in, and prints an access token of the HTTP API: it is good for an hour.

  export KEG_TOKEN="$(keg token --user brewer)"     for keg quarantine
  curl -H "authorization: Bearer $KEG_TOKEN" …      for any other client

  --user NAME      who; the password comes from KEG_PASSWORD, else from the terminal or a pipe
  --region REGION  a user pool in AWS, by its client of programs: --client ID, the output ${OUTPUT}
${cloudHelp}`,
  flags: { user: { type: 'string' }, region: { type: 'string' }, client: { type: 'string' }, ...cloudFlags },
  arguments: [],
  async run(flags, _, terminal) {
    const user = textFlag(flags, 'user')
    if (user === undefined) throw new UsageError('--user NAME says who signs in.')
    const { endpoint, clientId } = await poolOf(flags)
    const password = process.env['KEG_PASSWORD'] ?? (await askPassword(user))
    const answer = await fetch(endpoint, {
      // A password goes where it was meant to go.
      method: 'POST', redirect: 'error', headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': INITIATE_AUTH },
      body: JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId, AuthParameters: { USERNAME: user, PASSWORD: password },
      }),
    }).then((told) => told.json(), () => undefined).catch(() => undefined)
    const { AuthenticationResult: result, ChallengeName: challenge, message } = said.safeParse(answer).data ?? {}
    if (result !== undefined) {
      terminal.out(result.AccessToken)
      return 0
    }
    terminal.err(challenge === undefined
      ? oneLine(message ?? `No user pool answers at ${endpoint}.`)
      : oneLine(`${user} has to do more than give a password (${challenge}): sign in once on the dashboard.`))
    return 1
  },
}

const said = z.object({
  AuthenticationResult: z.object({ AccessToken: z.string() }).optional(), ChallengeName: z.string().optional(),
  message: z.string().optional(),
})

/** Where the user pool answers, and its client of programs. */
async function poolOf(flags: Flags): Promise<{ readonly endpoint: string; readonly clientId: string }> {
  const [region, client] = [textFlag(flags, 'region'), textFlag(flags, 'client')]
  if (region !== undefined) {
    if (client === undefined) throw new UsageError(`--region takes --client ID, the output ${OUTPUT} of the stack.`)
    if (!/^[a-z0-9-]+$/.test(region)) throw new UsageError(`--region takes a region, as eu-central-1, not "${region}".`)
    return { endpoint: `https://cognito-idp.${region}.amazonaws.com/`, clientId: client }
  }
  const endpoint = await endpointOfCloud(flags, () => 'it has no user pool; start a cloud with keg run, or name one in AWS by --region')
  if (client !== undefined) return { endpoint, clientId: client }
  const [clientId, ...others] = (await cloudState(endpoint)).output(OUTPUT)
  if (clientId === undefined || others.length > 0) {
    const many = clientId === undefined ? 'no output' : 'several outputs'
    throw new UsageError(`The cloud at ${endpoint} has ${many} ${OUTPUT}: name a client by --client ID.`)
  }
  return { endpoint, clientId }
}

/** A line of stdin, which a terminal does not show. */
async function askPassword(user: string): Promise<string> {
  const isTerminal = process.stdin.isTTY
  if (isTerminal) process.stderr.write(`Password of ${user}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal })
  try {
    for await (const line of lines) return line
  } finally {
    lines.close()
    if (isTerminal) process.stderr.write('\n')
  }
  throw new UsageError('There is no password: give it by KEG_PASSWORD, or as a line on stdin.')
}
