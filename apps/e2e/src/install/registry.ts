import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A package registry on this machine. */
export interface Registry {
  /** With a slash at its end, as npm wants it. */
  readonly url: string
  close(): Promise<void>
}

/** Starts an empty verdaccio that knows `@keg/*` alone and keeps what it is given in `folder`. */
export async function startRegistry(folder: string): Promise<Registry> {
  // JSON is YAML, too.
  const config = join(folder, 'verdaccio.yaml')
  const storage = join(folder, 'storage')
  const everybody = { access: '$all', publish: '$all', unpublish: '$all' }
  writeFileSync(config, JSON.stringify({
    storage, auth: { htpasswd: { file: join(folder, 'htpasswd') } }, packages: { '@keg/*': everybody },
    log: { type: 'stdout', format: 'json', level: 'info' },
  }))
  // Not the one in `.bin`: that is a shell that starts it, and would be killed in its place.
  const program = fileURLToPath(new URL('../../node_modules/verdaccio/bin/verdaccio', import.meta.url))
  const port = await freePort()
  const verdaccio = spawn(process.execPath, [program, '--config', config, '--listen', `127.0.0.1:${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<void>((resolve) => verdaccio.once('close', () => resolve()))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('http address')) resolve()
    }
    verdaccio.stdout.on('data', listen)
    verdaccio.stderr.on('data', listen)
    void closed.then(() => reject(new Error(`verdaccio did not start:\n${said}`)))
  })
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      // Asked politely it waits for npm's connections to time out, and there is nothing to save.
      verdaccio.kill('SIGKILL')
      return closed
    },
  }
}

/** Verdaccio takes port 0 for what it says, and does not tell which it got. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      // A TCP server has an address of this kind.
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
