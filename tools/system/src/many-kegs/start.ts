import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ManyKegsAnswer, ManyKegsCommand } from './kegs.ts'

/** How many kegs there are to be. */
export interface ManyKegsOptions {
  readonly kegs: number
  /** Whether messages beyond AWS's quotas are held up, or only told of. */
  readonly quotas: 'enforce' | 'warn'
}

/** The system with kegs that send what they are told to, in a process of its own. */
export interface ManyKegs extends AsyncDisposable {
  /** The page. */
  readonly url: string
  /** Of the demo people there. */
  readonly password: string
  /** Has the kegs do something, and answers what they sent. */
  send(command: ManyKegsCommand): Promise<Extract<ManyKegsAnswer, { kind: 'done' }>['sent']>
}

/** Starts the system with kegs that are registered and have a reading each; stack and page were built before. */
export async function startManyKegs({ kegs, quotas }: ManyKegsOptions): Promise<ManyKegs> {
  const served = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [String(kegs), quotas], {
    execArgv: ['--conditions=@keg/source'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(served, 'exit')
  const said = async <Kind extends ManyKegsAnswer['kind']>(kind: Kind): Promise<Extract<ManyKegsAnswer, { kind: Kind }>> => {
    const [answer] = (await Promise.race([
      once(served, 'message'), ended.then(() => Promise.reject(new Error('The process of the kegs ended.'))),
    ])) as [ManyKegsAnswer]
    if (answer.kind !== kind) throw new Error(`The process of the kegs says ${answer.kind}, not ${kind}.`)
    // Its kind was looked at.
    return answer as Extract<ManyKegsAnswer, { kind: Kind }>
  }
  const { url, password } = await said('ready')
  return {
    url,
    password,
    async send(command) {
      served.send(command)
      return (await said('done')).sent
    },
    async [Symbol.asyncDispose]() {
      if (served.connected) served.disconnect()
      await ended
    },
  }
}
