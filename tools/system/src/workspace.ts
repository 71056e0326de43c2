import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A file of the workspace, by its path from the root. */
export const inWorkspace = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** The cloud assembly that `nx run infra:synth` writes. */
export const assemblyDir = inWorkspace('apps/infra/cdk.out')

/** Synthesizes the stack and builds the page; both come from nx's cache when nothing changed. Throws with nx's output when one fails. */
export async function buildSystem(): Promise<void> {
  const nx = spawn('nx', ['run-many', '-t', 'synth', 'build', '-p', 'infra', 'dashboard', '--output-style=static'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [nx.stdout, nx.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  // `once` rejects on 'error': nx is not there at all.
  const [code]: unknown[] = await once(nx, 'close')
  if (code !== 0) throw new Error(`Building the stack and the page failed:\n${output}`)
}
