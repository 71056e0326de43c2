import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { App, AssetHashType, DockerImage, Stack } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'
import { runAssembly, type CloudLogEntry, type RunningCloud, type RunOptions } from '../src/index.ts'
import { noteTypes } from './noted-types.ts'

/** A folder with the assembly of an app, removed on dispose. */
export interface Synthesized extends Disposable {
  readonly directory: string
  /** Writes the assembly of another app, or of another state of the app, into the same folder. */
  again(build: Build): void
}

type Build = (stack: Stack, app: App) => void

/** Synthesizes an app of one stack, and of what `build` adds to it. */
export function synthesize(build: Build): Synthesized {
  const directory = mkdtempSync(join(tmpdir(), 'keg-cdk-out-'))
  const again = (each: Build) => {
    // CDK's own check of templates takes seconds, and looks for what a start refuses anyway.
    const app = new App({ outdir: directory, analyticsReporting: false, builtinCloudFormationValidation: false })
    each(new Stack(app, 'Test'), app)
    app.synth()
  }
  again(build)
  return { directory, again, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) }
}

/** A function's code as NodejsFunction bundles it, without the package manager that one spawns. */
export function bundle(entry: string): Code {
  const tryBundle = (outputDir: string) => {
    buildSync({
      entryPoints: [entry], outfile: join(outputDir, 'index.js'), bundle: true, minify: true, platform: 'node', target: 'node24',
      logLevel: 'error',
    })
    return true
  }
  // CDK takes assets for the same that have the same folder and command.
  const bundling = { image: DockerImage.fromRegistry('none'), command: [entry], local: { tryBundle } }
  return Code.fromAsset(dirname(entry), { assetHashType: AssetHashType.OUTPUT, bundling })
}

/** A running cloud with what it logged. */
export interface TestCloud extends AsyncDisposable {
  readonly cloud: RunningCloud
  readonly log: CloudLogEntry[]
  /** The outputs of the one stack, as it is now. */
  readonly outputs: Readonly<Record<string, string>>
  /** The assembly that runs. */
  readonly assembly: Synthesized
  /** Deploys another state of the app, and answers what was changed, as `updated Test/Queue/Resource`. */
  update(build: Build): Promise<string[]>
  /** What an SDK client takes. */
  readonly client: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } }
}

/** Synthesizes one stack and runs it. */
export async function run(build: Build, options: RunOptions = {}): Promise<TestCloud> {
  const assembly = synthesize(build)
  const log: CloudLogEntry[] = []
  try {
    const cloud = await runAssembly(assembly.directory, { ...options, log: (entry) => log.push(entry) })
    noteTypes(assembly.directory, 'run')
    const { endpoint, region, credentials } = cloud
    return {
      cloud, log, assembly,
      get outputs() {
        return cloud.outputs['Test'] ?? {}
      },
      async update(next) {
        assembly.again(next)
        const changes = await cloud.update()
        noteTypes(assembly.directory, 'run')
        return changes.map(({ kind, constructPath }) => `${kind} ${constructPath}`)
      },
      client: { endpoint, region, credentials },
      async [Symbol.asyncDispose]() {
        await cloud.close()
        assembly[Symbol.dispose]()
      },
    }
  } catch (error) {
    noteTypes(assembly.directory, 'refused')
    assembly[Symbol.dispose]()
    throw error
  }
}

/** Asks until the answer is there, for at most 45 s; then it fails, and says what `seen` answers: what there is instead. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false, seen?: () => unknown,
): Promise<T> {
  const untilMs = Date.now() + 45_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > untilMs) {
      throw new Error(
        `It did not happen within 45 s: ${asked(ask)}${seen === undefined ? '' : `; there is ${inspect(await seen(), { depth: 5 })}`}`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The code that was asked, which says what was waited for. */
const asked = (ask: () => unknown) => ask.toString().replaceAll(/\s+/g, ' ').slice(0, 300)
