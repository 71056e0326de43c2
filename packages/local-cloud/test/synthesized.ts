import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { App, AssetHashType, DockerImage, Stack } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'
import { runAssembly, type CloudLogEntry, type RunningCloud, type RunOptions } from '../src/index.ts'

/** A folder with the assembly of an app, removed on dispose. */
export function synthesize(build: (stack: Stack, app: App) => void): Disposable & { readonly directory: string } {
  const directory = mkdtempSync(join(tmpdir(), 'keg-cdk-out-'))
  const app = new App({ outdir: directory, analyticsReporting: false })
  build(new Stack(app, 'Test'), app)
  app.synth()
  return { directory, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) }
}

/** A function's code as NodejsFunction bundles it, without the package manager that one spawns. */
export function bundle(entry: string): Code {
  const tryBundle = (outputDir: string) => {
    buildSync({ entryPoints: [entry], outfile: join(outputDir, 'index.js'), bundle: true, minify: true, platform: 'node', target: 'node24', logLevel: 'error' })
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
  /** The outputs of the one stack. */
  readonly outputs: Readonly<Record<string, string>>
  /** What an SDK client takes. */
  readonly client: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } }
}

/** Synthesizes one stack and runs it. */
export async function run(build: (stack: Stack, app: App) => void, options: RunOptions = {}): Promise<TestCloud> {
  const assembly = synthesize(build)
  const log: CloudLogEntry[] = []
  try {
    const cloud = await runAssembly(assembly.directory, { ...options, log: (entry) => log.push(entry) })
    const { endpoint, region, credentials } = cloud
    return {
      cloud, log,
      outputs: cloud.outputs['Test'] ?? {},
      client: { endpoint, region, credentials },
      async [Symbol.asyncDispose]() {
        await cloud.close()
        assembly[Symbol.dispose]()
      },
    }
  } catch (error) {
    assembly[Symbol.dispose]()
    throw error
  }
}

/** Asks until the answer is there, for at most 15 s. */
export async function eventually<T>(ask: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  const untilMs = Date.now() + 15_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > untilMs) throw new Error('It did not happen within 15 s.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
