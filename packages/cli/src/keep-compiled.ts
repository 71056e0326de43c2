import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Keeps what Node.js compiles in this process for later commands, which start a fourth sooner: in `keg` of `$XDG_CACHE_HOME`, by default
 * `~/.cache`. It is a folder of the user's own, since whoever writes there decides what runs. A folder in NODE_COMPILE_CACHE is taken
 * instead; with NODE_DISABLE_COMPILE_CACHE=1, or where the folder can't be written to, nothing is kept. What is loaded before is not kept.
 */
export function keepCompiled(environment: NodeJS.ProcessEnv): void {
  // Absent in some versions that run this, whatever its types say.
  const { enableCompileCache } = module as Partial<typeof module>
  const { NODE_COMPILE_CACHE: folder, XDG_CACHE_HOME: caches = join(homedir(), '.cache') } = environment
  enableCompileCache?.(folder ?? join(caches, 'keg'))
}
