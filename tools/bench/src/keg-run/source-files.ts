import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** Prints, in a process that `keg run` has begun and that ends once it is ready, which files of the packages' sources it has loaded. */
const recorder = `
const { registerHooks } = await import('node:module')
const loaded = new Set()
registerHooks({ load(url, context, next) { if (/packages\\/[^/]+\\/src\\//.test(url) && !url.includes('node_modules')) loaded.add(url); return next(url, context) } })
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = (text, ...rest) => {
  if (String(text).startsWith('{"endpoint"')) { write(JSON.stringify([...loaded]) + '\\n'); process.kill(process.pid, 'SIGINT'); return true }
  return write(text, ...rest)
}`

/** The source files of the workspace that `keg run` of an assembly loads until it is ready, by package. */
export async function sourceFiles(assembly: string): Promise<ReadonlyMap<string, number>> {
  const hooks = `data:text/javascript,${encodeURIComponent(recorder)}`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', hooks, '--conditions=@keg/source', 'packages/cli/src/main.ts', 'run', assembly, '--json'],
    { cwd: root },
  )
  // The recorder's line.
  const urls = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as string[]
  return new Map([...Map.groupBy(urls, (url) => /packages\/([^/]+)\//.exec(url)?.[1] ?? '')].map(([name, each]) => [name, each.length]))
}
